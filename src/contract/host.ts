import type { Ask, PageView } from './messages.ts';
import type { OutboundRequest, Overview } from './overview.ts';

/** Looks up a message of `_locales`. Substitutions fill $1 to $9. */
export type Translate = (key: string, ...substitutions: (string | number)[]) => string;

/** All that a screen needs of the browser: handed to the UI by the entry point, so that no component touches it. */
export interface Host {
  t: Translate;
  /** BCP 47 language of the messages, for dates and numbers. */
  language: string;
  ask: Ask;
  /** What is kept here, at once. `keys`: the profiles that `known` is asked for. */
  read(keys: readonly string[]): Promise<Overview>;
  /** Calls `changed` whenever what `read` returns may have changed. Returns how to stop. */
  watch(changed: () => void): () => void;
  /** What can be seen of the tab this screen belongs to. */
  look(): Promise<PageView>;
  /** Calls `changed` when that tab, its address or its people changed. Returns how to stop. */
  follow(changed: () => void): () => void;
  /** Must be called in the click itself, before any await. */
  openPanel(): Promise<boolean>;
  openSettings(): void;
  /** Opens an address of the server in a new tab. */
  openTab(url: string): void;
  reloadTab(): void;
  /** Shows the browser's permission dialog. Must be called in the click itself. */
  allowSite(origin: string): Promise<boolean>;
  forgetSite(origin: string): Promise<void>;
  /** Origins the rep allowed; the install sites are not among them. */
  sites(): Promise<string[]>;
  /** The last requests made, newest first. */
  outbound(): Promise<OutboundRequest[]>;
  /** The keyboard shortcuts as they are set now: popup and panel; empty when unset. */
  shortcuts(): Promise<{ popup: string; panel: string }>;
  /** What may differ between browsers in words: "side panel" or "sidebar". */
  browser: 'chromium' | 'firefox';
  version: string;
}

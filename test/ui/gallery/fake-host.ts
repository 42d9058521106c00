import type { Host } from '#contract/host.ts';
import type { Answer, MessageName, PageView, Request } from '#contract/messages.ts';
import type { OutboundRequest, Overview } from '#contract/overview.ts';
import de from '../../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };

/** One message a screen sent. */
export interface Sent {
  name: MessageName;
  request: Record<string, unknown>;
}

/** How the background answers one message: a value, a promise, or a throw as when the worker died. */
export type Answers = { [N in MessageName]?: (request: Request<N>) => Answer<N> | Promise<Answer<N>> };

export interface Script {
  overview: Overview;
  page: PageView | null;
  answers?: Answers;
  sites?: string[];
  outbound?: OutboundRequest[];
  shortcuts?: { popup: string; panel: string };
  browser?: Host['browser'];
  /** Selectors of what to press after opening, one after the other. */
  press?: string[];
}

const locales: Record<string, Record<string, { message: string }>> = { en, de };
const never = new Promise<never>(() => undefined);

/** A browser that follows a script, and remembers what it was asked. */
export class FakeHost implements Host {
  readonly sent: Sent[] = [];
  readonly calls: string[] = [];
  readonly version = '0.1.0';
  readonly language: string;
  readonly browser: Host['browser'];
  overview: Overview;
  page: PageView | null;
  answers: Answers;
  #sites: string[];
  readonly #script: Script;
  readonly #watchers = new Set<() => void>();
  readonly #followers = new Set<() => void>();

  constructor(script: Script, language: string) {
    this.#script = script;
    this.language = language;
    this.browser = script.browser ?? 'chromium';
    this.overview = script.overview;
    this.page = script.page;
    this.answers = script.answers ?? {};
    this.#sites = script.sites ?? [];
  }

  t = (key: string, ...substitutions: (string | number)[]): string => {
    const message = (locales[this.language] ?? locales.en)?.[key]?.message ?? '';
    return message.replace(/\$([1-9])/g, (_, index: string) => String(substitutions[Number(index) - 1] ?? ''));
  };

  ask = async <N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> => {
    this.sent.push({ name, request });
    const answer = this.answers[name];
    if (answer !== undefined) return answer(request);
    if (name === 'refresh' || name === 'cancelSignIn' || name === 'signOut') return { kind: 'ok' } as Answer<N>;
    return never;
  };

  /** Changes what is kept, as the background does, and says so. */
  keep(part: Partial<Overview>): void {
    this.overview = { ...this.overview, ...part };
    for (const changed of this.#watchers) changed();
  }

  /** Changes what the tab shows, and says so. */
  go(page: PageView): void {
    this.page = page;
    for (const changed of this.#followers) changed();
  }

  read = async (): Promise<Overview> => this.overview;
  watch = (changed: () => void) => this.#on(this.#watchers, changed);
  follow = (changed: () => void) => this.#on(this.#followers, changed);
  look = async (): Promise<PageView> => this.page ?? never;
  openPanel = async (): Promise<boolean> => this.#call('openPanel', true);
  openSettings = (): void => this.#call('openSettings', undefined);
  openTab = (url: string): void => this.#call(`openTab ${url}`, undefined);
  reloadTab = (): void => this.#call('reloadTab', undefined);
  allowSite = async (origin: string): Promise<boolean> => {
    this.#sites = [...this.#sites, origin];
    return this.#call(`allowSite ${origin}`, true);
  };
  forgetSite = async (origin: string): Promise<void> => {
    this.#sites = this.#sites.filter((one) => one !== origin);
    this.#call(`forgetSite ${origin}`, undefined);
  };
  sites = async (): Promise<string[]> => this.#sites;
  outbound = async (): Promise<OutboundRequest[]> => this.#script.outbound ?? [];
  shortcuts = async () => this.#script.shortcuts ?? { popup: 'Alt+Shift+K', panel: 'Alt+Shift+L' };

  #call<T>(name: string, value: T): T {
    this.calls.push(name);
    return value;
  }

  #on(set: Set<() => void>, changed: () => void): () => void {
    set.add(changed);
    return () => set.delete(changed);
  }
}

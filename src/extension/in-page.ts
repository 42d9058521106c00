import type { Profile } from '#contract/profile.ts';

/** What reads a page: handed in by the entry point. */
export interface PageReader {
  find(document: Document, url: string): { profiles: Profile[]; more: number };
  /** Calls `changed` when the people on the page may have changed. Returns how to stop. */
  watch(document: Document, changed: () => void): () => void;
}

/** What the content script is asked by our own worker. It has no other question to answer. */
export const QUESTION = 'profiles';

/** Name of the guard in the content script's own world; the page can't see it. */
const GUARD = 'latchkeyRuns';

/**
 * Starts the content script, once in a page however often it is injected. It keeps what it finds to itself: it answers
 * the one question of our own worker, tells it how many people there are, and tells an open panel that they changed.
 * It falls silent when the extension it belongs to is gone, which is when `runtime.id` is undefined.
 */
export function startInPage(reader: PageReader): void {
  const world = globalThis as { [GUARD]?: () => boolean };
  if (world[GUARD]?.()) return;
  const { runtime } = chrome;
  const alive = () => runtime.id !== undefined;
  world[GUARD] = alive;

  const panels = new Set<chrome.runtime.Port>();
  let counted = -1;

  const find = () => ({ url: location.href, ...reader.find(document, location.href) });
  const tell = () => {
    if (!alive()) return stop();
    const { profiles, more } = find();
    const people = profiles.length + more;
    // The worker may be gone for good by the time it answers: there is nothing to do about it here.
    if (people !== counted) runtime.sendMessage({ people }).catch(() => undefined);
    counted = people;
    for (const panel of panels) panel.postMessage('changed');
  };
  const stop = reader.watch(document, tell);

  runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id === runtime.id && message === QUESTION) reply(find());
  });
  runtime.onConnect.addListener((panel) => {
    panels.add(panel);
    panel.onDisconnect.addListener(() => panels.delete(panel));
  });
  tell();
}

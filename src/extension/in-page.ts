import type { Missed } from '#contract/messages.ts';
import type { Profile } from '#contract/profile.ts';

/** The people on a page at one moment, and its address then. */
interface View {
  url: string;
  profiles: Profile[];
  more: number;
  missed?: Missed | undefined;
}

/**
 * What reads a page and follows it as it lives: handed in by the entry point.
 * @param changed called when the page is first seen, and when the people may have changed; with true when the browser
 *   shows the page again as it was left, with what it told forgotten
 */
export type FollowPage = (
  document: Document,
  changed: (again?: boolean) => void,
) => { read(): Promise<View>; stop(): void };

/** What the content script is asked by our own worker. It has no other question to answer. */
export const QUESTION = 'profiles';

/** Name of the guard in the content script's own world; the page can't see it. */
const GUARD = 'latchkeyRuns';

/** Where the readers of pages without a site file are left, in the content script's own world. */
const READERS = 'latchkeyReaders';

interface Lent<Reader> {
  [READERS]?: Record<string, Reader>;
}

/** Leaves readers of any page for the content script that starts behind them; those of the same id are replaced. */
export function lend<Reader extends { id: string }>(readers: readonly Reader[]): void {
  const world = globalThis as Lent<Reader>;
  const named = readers.map((reader) => [reader.id, reader] as const);
  world[READERS] = { ...world[READERS], ...Object.fromEntries(named) };
}

/** The readers that were left, in that order; none where the page is of an install site. */
export function lent<Reader>(): Reader[] {
  return Object.values((globalThis as Lent<Reader>)[READERS] ?? {});
}

/**
 * Starts the content script, once in a page however often it is injected. It keeps what it finds to itself: it answers
 * the one question of our own worker, tells it how many people there are, and tells an open panel that they changed; the
 * first time when the page is first seen.
 * It falls silent when the extension it belongs to is gone, which is when `runtime.id` is undefined.
 */
export function startInPage(followPage: FollowPage): void {
  const world = globalThis as { [GUARD]?: () => boolean };
  if (world[GUARD]?.()) return;
  const { runtime } = chrome;
  const alive = () => runtime.id !== undefined;
  world[GUARD] = alive;

  const panels = new Set<chrome.runtime.Port>();
  let counted = -1;

  const tell = async (again?: boolean) => {
    if (!alive()) return page.stop();
    if (again) {
      counted = -1;
      // Firefox closes them without a word.
      panels.clear();
    }
    const { profiles, more } = await page.read();
    if (!alive()) return;
    const people = profiles.length + more;
    // The worker may be gone for good by the time it answers: there is nothing to do about it here.
    if (people !== counted) runtime.sendMessage({ people }).catch(() => undefined);
    counted = people;
    for (const panel of panels) panel.postMessage('changed');
  };
  const page = followPage(document, tell);

  runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== runtime.id || message !== QUESTION) return false;
    page.read().then(reply);
    return true;
  });
  runtime.onConnect.addListener((panel) => {
    panels.add(panel);
    panel.onDisconnect.addListener(() => panels.delete(panel));
  });
}

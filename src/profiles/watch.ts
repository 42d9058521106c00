import { getter } from './dom.ts';
import { documentIn } from './frames.ts';

/** The page must have been still for this long, in milliseconds, before it is worth reading again... */
const STILL = 250;

/** ...but one that never rests is read again after this long. */
const PATIENCE = 2_000;

/** And never sooner than this after the last time. */
const PAUSE = 1_000;

/** A busy page is waited for so long, in milliseconds. */
export const BUSY = 500;

/** Attributes that markup stands in, or that change where a person's links lead. */
const ATTRIBUTES =
  'about alt class content datetime href itemid itemprop itemref itemscope itemtype property rel resource src title typeof value'.split(
    ' ',
  );

/** A watch that runs. */
export interface Watch {
  /** Hands over what has changed up to this moment. Returns false while the tab is hidden, and not watched. */
  flush(): boolean;
  /** Watches documents in frames of the page as well, and which documents its frames show. */
  enter(frames: readonly Document[]): void;
  stop(): void;
}

const hidden = getter<boolean>('Document', 'hidden');

/**
 * Tells that the people on the page may have changed: once when it is first seen, then when its content changed, or its
 * address did without a load. Waits for a still and idle moment, and while the tab is hidden for its return; of what
 * changes then only the first is noticed. Writes nothing to the page and calls nothing of it; what changed is for the
 * listener to find out, by reading page and address anew.
 * @param onChange given true when the browser shows the page again as it was left, with all connections cut
 * @param matters looks at what has changed, at once, and says whether it can matter; all of it is missing (`null`) when
 *   the tab was hidden meanwhile, or a frame shows another document
 */
export function watchProfiles(
  document: Document,
  onChange: (again?: boolean) => void,
  matters: (records: readonly MutationRecord[] | null) => boolean = () => true,
): Watch {
  let ended = false;
  const sleeps = () => ended || hidden(document);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = performance.now();
  let lastCall = Number.NEGATIVE_INFINITY;
  let address = location.href;
  /** A page that never rests is never idle either: it is told once, not as often as it changes until then. */
  let waits = false;

  const call = () => {
    waits = false;
    // Hidden meanwhile: the change is kept, and told when the tab is seen again.
    if (sleeps()) return;
    firstChange = 0;
    lastCall = performance.now();
    listen();
    onChange();
  };
  const whenIdle = () => {
    waits = true;
    requestIdleCallback(call, { timeout: BUSY });
  };
  const changed = () => {
    const now = performance.now();
    firstChange ||= now;
    clearTimeout(timer);
    if (waits || sleeps()) return;
    const still = Math.min(STILL, firstChange + PATIENCE - now);
    timer = setTimeout(whenIdle, Math.max(still, lastCall + PAUSE - now));
  };
  const moved = () => {
    if (location.href === address) return;
    address = location.href;
    changed();
  };
  const look = (records: readonly MutationRecord[]) => {
    if (sleeps()) observer.disconnect();
    if (sleeps() ? matters(null) : records.length > 0 && matters(records)) changed();
  };
  const loaded = ({ target }: Event) => {
    // What is in a frame, unlike a picture, can be people.
    if (documentIn(target) && matters(null)) changed();
  };
  const seen = () => {
    clearTimeout(timer);
    if (sleeps()) return;
    observe(document);
    if (firstChange > 0 || location.href !== address) changed();
  };
  const back = ({ isTrusted, persisted }: Event & { persisted?: boolean }) => {
    if (isTrusted && persisted) onChange(true);
  };
  const observe = (page: Document) =>
    observer.observe(page, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
  const add = (target: EventTarget | undefined, type: string, listener: (event: Event) => void, capture = false) =>
    target && EventTarget.prototype.addEventListener.call(target, type, listener, capture);
  /** May be called again and again, and has to be: a document that is written anew has lost its listeners. */
  const listen = () => {
    add(document, 'visibilitychange', seen);
    add(window, 'pageshow', back);
    // Not in every browser yet; without it a move that changes no content is told with the next change of content.
    add((globalThis as { navigation?: EventTarget }).navigation, 'currententrychange', moved);
  };

  const observer = new MutationObserver(look);
  observe(document);
  listen();
  if (!sleeps()) whenIdle();

  return {
    flush() {
      if (sleeps()) return false;
      look(observer.takeRecords());
      return true;
    },
    enter(frames) {
      for (const page of [document, ...frames]) {
        observe(page);
        add(page, 'load', loaded, true);
      }
    },
    stop() {
      ended = true;
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}

/** The page must have been still for this long, in milliseconds, before it is worth reading again... */
const STILL = 250;

/** ...but one that never rests is read again after this long. */
const PATIENCE = 2_000;

/** And never sooner than this after the last time. */
const PAUSE = 1_000;

/** Attributes that markup stands in, or that change where a person's links lead. */
const ATTRIBUTES =
  'about alt class content datetime href itemid itemprop itemref itemscope itemtype property rel resource src title typeof value'.split(
    ' ',
  );

/** A watch that runs. */
export interface Watch {
  /** Hands over what has changed up to this moment. Returns false while the tab is hidden, and not watched. */
  flush(): boolean;
  stop(): void;
}

/**
 * Tells that the people on the page may have changed: its content changed, or its address did without a load. Waits
 * for a still and idle moment, and while the tab is hidden for its return; of what changes then only the first is
 * noticed. Writes nothing to the page and calls nothing of it; what changed is for the listener to find out, by reading
 * page and address anew.
 * @param matters looks at what has changed, at once, and says whether it can matter; all of it is missing (`null`) when
 *   the tab was hidden meanwhile
 */
export function watchProfiles(
  document: Document,
  onChange: () => void,
  matters: (records: readonly MutationRecord[] | null) => boolean = () => true,
): Watch {
  const ends = new AbortController();
  const { signal } = ends;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let lastCall = 0;
  let address = location.href;

  const call = () => {
    timer = undefined;
    firstChange = 0;
    lastCall = performance.now();
    if (!signal.aborted) onChange();
  };
  const whenIdle = () => {
    // Hidden meanwhile: the change is kept, and told when the tab is seen again.
    if (isHidden(document)) timer = undefined;
    else requestIdleCallback(call, { timeout: 500 });
  };
  const changed = () => {
    const now = performance.now();
    firstChange ||= now;
    if (isHidden(document)) return;
    clearTimeout(timer);
    const still = Math.min(STILL, firstChange + PATIENCE - now);
    timer = setTimeout(whenIdle, Math.max(still, lastCall + PAUSE - now, 0));
  };
  const moved = () => {
    if (location.href === address) return;
    address = location.href;
    changed();
  };
  const look = (records: readonly MutationRecord[]) => {
    if (isHidden(document)) {
      observer.disconnect();
      matters(null);
      changed();
    } else if (records.length > 0 && matters(records)) changed();
  };
  const observe = () =>
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
  const listen = (target: EventTarget, type: string, listener: () => void) =>
    EventTarget.prototype.addEventListener.call(target, type, listener, { signal });

  const observer = new MutationObserver(look);
  observe();
  listen(document, 'visibilitychange', () => {
    if (isHidden(document)) return;
    observe();
    if (firstChange > 0 || location.href !== address) changed();
  });
  listen(window, 'popstate', moved);
  listen(window, 'hashchange', moved);
  // Not in every browser yet; without it a move that changes no content is told with the next change of content.
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) listen(navigation, 'currententrychange', moved);

  return {
    flush() {
      if (isHidden(document)) return false;
      look(observer.takeRecords());
      return true;
    },
    stop() {
      ends.abort();
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}

/** As the browser says it, even on a page which names an element `hidden`. */
function isHidden(document: Document): boolean {
  return Object.getOwnPropertyDescriptor(Document.prototype, 'hidden')?.get?.call(document) === true;
}

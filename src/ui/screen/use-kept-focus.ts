import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard's place when what had the focus is replaced: a button that turned into a result. The element
 * with the returned ref needs `tabIndex={-1}`; it receives the focus that would otherwise be lost to the page.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  // Read while rendering, that is, before the old content is taken away.
  const inside = ref.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (inside && !ref.current?.contains(document.activeElement)) ref.current?.focus({ preventScroll: true });
  });
  return ref;
}

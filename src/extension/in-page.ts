/** Name of the guard in the content script's own world; the page can't see it. */
const guard = 'latchkeyRuns';

/**
 * Starts the content script, once in a world however often it is injected. It falls silent when the extension it
 * belongs to is gone: then `runtime.id` is undefined and every call of the browser's API would throw.
 */
export function startInPage(): void {
  const world = globalThis as { [guard]?: true };
  if (world[guard]) return;
  world[guard] = true;
  chrome.runtime.onMessage.addListener(() => undefined);
}

/** What a suspicious page saw, in words; empty when it saw nothing. */
export type Sightings = string[];

declare global {
  interface Window {
    /** Put there by the recorder before any other script. */
    recorder: { sightings: Sightings; globals: string[] };
  }
}

/**
 * Runs in the page before everything else and writes down whatever could come from an extension: changes of the
 * document, messages, events and console lines. The page itself has no script, so each of them is a sighting.
 * @param eventNames custom events to listen for: a page must guess their names, but may guess the extension's id
 */
export function recordInPage(eventNames: string[]): void {
  const sightings: Sightings = [];
  const recorder = { sightings, globals: [] as string[] };
  Object.defineProperty(window, 'recorder', { value: recorder });
  for (const name of eventNames) {
    window.addEventListener(name, () => sightings.push(`event ${name} at the window`), true);
    document.addEventListener(name, () => sightings.push(`event ${name} at the document`), true);
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const real = console[method];
    console[method] = (...words: unknown[]) => {
      sightings.push(`console.${method} ${words.join(' ')}`);
      real(...words);
    };
  }
  window.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { type, target } of records) sightings.push(`${type} changed at ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  recorder.globals = Object.getOwnPropertyNames(window);
}

/**
 * Runs in the page at the end: what was recorded, and what can be found by looking around.
 * @param files addresses of the extension's files, which the page tries to load
 */
export async function lookAround(files: string[]): Promise<Sightings> {
  const { sightings, globals } = window.recorder;
  const found = [...sightings];
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!globals.includes(name)) found.push(`global ${name}`);
  }
  for (const { name } of performance.getEntriesByType('resource')) found.push(`resource ${name}`);
  if (document.adoptedStyleSheets.length + document.styleSheets.length > 0) found.push('a style sheet');
  if (document.querySelector('iframe, link[rel=stylesheet], style, script'))
    found.push('an element that was not served');
  const { chrome } = window as { chrome?: { runtime?: unknown } };
  if (chrome?.runtime) found.push('chrome.runtime');
  for (const file of files) {
    const image = new Image();
    const loads = [
      fetch(file).then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => {
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = file;
      }),
    ];
    if ((await Promise.all(loads)).includes(true)) found.push(`file ${file}`);
  }
  return found;
}

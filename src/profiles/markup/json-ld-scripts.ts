import { all, source } from '../dom.ts';
import type { Steps } from '../person.ts';
import { DEPTH_LIMIT, type Item, isItem } from './items.ts';

/** Characters of JSON-LD that are parsed on one page at most. */
const LENGTH_LIMIT = 2_000_000;

/** Where data stand. */
export const SCRIPTS = 'script[type^="application/ld+json" i]';

/** Script elements looked at on one page at most. */
const SCRIPTS_LIMIT = 200;

/**
 * The items at the top of the data in scripts (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents).
 * @param understood what the text of a script says
 */
export function* itemsInScripts(document: Document, understood: (text: string) => Steps<unknown>): Steps<Item[]> {
  const tops: Item[] = [];
  let left = LENGTH_LIMIT;
  for (const script of all(document, SCRIPTS, SCRIPTS_LIMIT)) {
    const text = source(script, left);
    left -= text.length;
    gather(yield* understood(text), tops, 0);
  }
  return tops;
}

/** The value that a text says in JSON; undefined if it is none. */
export function* parsed(text: string): Steps<unknown> {
  yield;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The items at the top: those of lists and of `@graph` count as such. */
function gather(value: unknown, tops: Item[], depth: number): void {
  if (depth > DEPTH_LIMIT) return;
  if (Array.isArray(value)) {
    for (const one of value) gather(one, tops, depth + 1);
  } else if (isItem(value)) {
    if (value['@graph'] === undefined || value['@type'] !== undefined) tops.push(value);
    gather(value['@graph'], tops, depth + 1);
  }
}

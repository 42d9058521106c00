import { all, source } from '../dom.ts';
import type { Markup } from '../person.ts';
import { mended } from './broken-json.ts';
import { DEPTH_LIMIT, graphOf, type Item, isItem } from './items.ts';
import { readGraph } from './schema-org.ts';

/** Characters of JSON-LD that are parsed on one page at most. */
const LENGTH_LIMIT = 2_000_000;

/** Script elements looked at on one page at most. */
const SCRIPTS_LIMIT = 200;

/** schema.org data in scripts (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents). */
export const jsonLd: Markup = {
  id: 'json-ld',
  *steps(document, page) {
    const tops: Item[] = [];
    let left = LENGTH_LIMIT;
    for (const script of all(document, 'script[type^="application/ld+json" i]', SCRIPTS_LIMIT)) {
      const text = source(script, left);
      left -= text.length;
      gather(parse(text), tops, 0);
      yield;
    }
    return yield* readGraph(yield* graphOf(tops, page), page, false);
  },
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return mended(text);
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

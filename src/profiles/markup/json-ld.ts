import { all, source } from '../dom.ts';
import type { Markup } from '../person.ts';
import { DEPTH_LIMIT, type Item, Items, isItem } from './items.ts';
import { readItems } from './schema-org.ts';

/** Characters of JSON-LD that are parsed on one page at most. */
const LENGTH_LIMIT = 2_000_000;

/** Script elements looked at on one page at most. */
const SCRIPTS_LIMIT = 200;

/** schema.org data in scripts (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents). */
export const jsonLd: Markup = {
  id: 'json-ld',
  read(document, page) {
    const roots: Item[] = [];
    let left = LENGTH_LIMIT;
    for (const script of all(document, 'script[type^="application/ld+json" i]').slice(0, SCRIPTS_LIMIT)) {
      const text = source(script);
      left -= text.length;
      if (left < 0) break;
      gather(parse(text), roots, 0);
    }
    return readItems(new Items(roots), page);
  },
};

/** Sites wrap the data in comments or CDATA marks, and break lines inside strings: both are mended once. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mended = text
      .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '')
      .replace(/(?:-->|\/\/\]\]>|\/\*\]\]>\*\/|\]\]>|;)\s*$/, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what JSON forbids inside a string.
      .replace(/[\u0000-\u001f]+/g, ' ');
    try {
      return JSON.parse(mended);
    } catch {
      return undefined;
    }
  }
}

/** The items at the top: those of lists and of `@graph` count as such. */
function gather(value: unknown, roots: Item[], depth: number): void {
  if (depth > DEPTH_LIMIT) return;
  if (Array.isArray(value)) {
    for (const one of value) gather(one, roots, depth + 1);
  } else if (isItem(value)) {
    if (value['@type'] !== undefined) roots.push(value);
    gather(value['@graph'], roots, depth + 1);
  }
}

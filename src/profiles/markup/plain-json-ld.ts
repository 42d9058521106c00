import { complete, type Markup } from '../person.ts';
import { isItem } from './items.ts';
import { itemsInScripts, parsed } from './json-ld-scripts.ts';
import { personOf } from './schema-person.ts';

/** Items looked at on one page at most. */
const ITEMS_LIMIT = 1_000;

/**
 * The people at the top of sound data in the terms of schema.org, and those whom a page at the top is about: enough for
 * sites whose data are known.
 */
export const plainJsonLd: Markup = {
  id: 'json-ld',
  *steps(document, page) {
    const items = (yield* itemsInScripts(document, parsed)).slice(0, ITEMS_LIMIT);
    const people = items
      .flatMap((item) => [item, item.mainEntity].filter(isItem))
      .filter((item) => [item['@type']].flat().includes('Person'))
      .flatMap((item) => personOf(item, page, {}) ?? []);
    return { people: people.map(complete) };
  },
};

import type { Markup } from '../person.ts';
import { mended } from './broken-json.ts';
import { schemaName } from './gather.ts';
import { graphOf, lastPart } from './items.ts';
import { expanded } from './json-ld-context.ts';
import { itemsInScripts, parsed } from './json-ld-scripts.ts';
import { readGraph } from './schema-org.ts';

/** What the addresses of FOAF and of vCard hold, without which none of their names can stand in a text. */
const OTHERS = ['foaf', 'vcard'];

/** Data in scripts, broken ones too, in the terms of schema.org, FOAF and vCard, or in names of their own for those. */
export const jsonLd: Markup = {
  id: 'json-ld',
  within: 'script[type*="ld+json" i]',
  *steps(document, page) {
    let nameOf = lastPart;
    const tops = yield* itemsInScripts(document, function* (text) {
      if (OTHERS.some((other) => text.includes(other))) nameOf = schemaName;
      return yield* expanded((yield* parsed(text)) ?? mended(text));
    });
    return yield* readGraph(yield* graphOf(tops, page, nameOf), page, 'json-ld');
  },
};

import type { Markup } from '../person.ts';
import { mended } from './broken-json.ts';
import { schemaName } from './gather.ts';
import { graphOf } from './items.ts';
import { expanded } from './json-ld-context.ts';
import { itemsInScripts, parsed, SCRIPTS } from './json-ld-scripts.ts';
import { readGraph } from './schema-org.ts';

/** Data in scripts, broken ones too, in the terms of schema.org, FOAF and vCard, or in names of their own for those. */
export const jsonLd: Markup = {
  id: 'json-ld',
  within: SCRIPTS,
  *steps(document, page) {
    const tops = yield* itemsInScripts(document, function* (text) {
      return yield* expanded((yield* parsed(text)) ?? mended(text));
    });
    return yield* readGraph(yield* graphOf(tops, page, schemaName), page, 'json-ld');
  },
};

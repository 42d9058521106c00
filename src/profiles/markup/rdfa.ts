import { all, attribute, one, words } from '../dom.ts';
import type { Markup } from '../person.ts';
import { gather, type Mark } from './gather.ts';
import { graphOf, newItem } from './items.ts';
import { readGraph } from './schema-org.ts';

/** Elements with RDFa on one page at most. */
const ELEMENTS_LIMIT = 20_000;

/** Where people are: typed as such in schema.org, FOAF or vCard, or with the two names that only people have. */
const PEOPLE = '[typeof*=Person],[typeof*=VCard],[typeof*=Individual],[property$=amilyName]';

/**
 * Data in attributes by RDFa (https://www.w3.org/TR/rdfa-core/) and RDFa Lite (https://www.w3.org/TR/rdfa-lite/), with
 * any prefixes: of a name its last part counts.
 */
export const rdfa: Markup = {
  id: 'rdfa',
  within: '[typeof],[property],[about],[resource],[rel]',
  *steps(document, page) {
    const root = one(document, PEOPLE) && one(document, '*');
    if (!root) return { people: [] };
    const subject = newItem([], page.href);
    const elements = all(document, '[typeof],[property],[rel],[about],[resource]', ELEMENTS_LIMIT);
    const tops = yield* gather(elements, mark, { element: root, item: subject, hanging: [] });
    return yield* readGraph(yield* graphOf([subject, ...tops], page), page, false);
  },
};

/** The processing of one element (https://www.w3.org/TR/rdfa-core/#s_sequence), but for what people don't need. */
function mark(element: Element): Mark {
  const types = words(element, 'typeof');
  const about = attribute(element, 'about');
  const properties = words(element, 'property');
  const rel = words(element, 'rel');
  const resource = attribute(element, 'resource');
  const linked = resource ?? attribute(element, 'href') ?? attribute(element, 'src');
  const names = [...properties, ...rel];
  const starts = !!(types[0] || about || (resource && !properties[0] && !rel[0]));
  const id = about ?? (types[0] || !names[0] ? linked : undefined);
  // What is linked is named by its address; the readers of e-mail, phone and page know it for one.
  const target = rel[0] ? linked : resource;
  return {
    item: starts ? newItem(types, id) : undefined,
    names,
    own: !!about,
    hanging: !starts && !!rel[0] && !properties[0] && !linked,
    value: target ? () => newItem([], target) : undefined,
  };
}

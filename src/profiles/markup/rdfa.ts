import { attribute, closest, one, withParts, words } from '../dom.ts';
import type { Markup } from '../person.ts';
import { gather, type Mark, put, schemaName, valueAt } from './gather.ts';
import { graphOf, type Item, newItem } from './items.ts';
import { MAKING, readGraph } from './schema-org.ts';

/** Elements with RDFa on one page at most. */
const ELEMENTS_LIMIT = 20_000;

/** Where people are: typed as such in schema.org, FOAF or vCard... */
const TYPED = '[typeof*=Person],[typeof*=Physician],[typeof*=VCard],[typeof*=Individual]';

/** ...or with the names that only people have. */
const NAMED = '[property$=amilyName],[property*="foaf:name"],[vocab*=foaf]';

/** What speaks of anything. */
const PARTS = '[typeof],[property],[about],[resource],[rel],[rev]';

/** Types of links that HTML has for browsers and search engines (`nofollow`, `noopener`, `external`, `me`): these relate nothing. */
const LINK_TYPES = /^(?:no|ext|me$)/;

/** The name of FOAF, behind its vocabulary or prefix: what nobody says to be anything, and is called so, is a person. */
const FOAF_NAME = /\bfoaf(?::|.*[/ ])name$/;

/**
 * Data in attributes by RDFa (https://www.w3.org/TR/rdfa-core/) and RDFa Lite (https://www.w3.org/TR/rdfa-lite/), with
 * any prefixes: of a name its last part counts.
 */
export const rdfa: Markup = {
  id: 'rdfa',
  within: PARTS,
  *steps(document, page) {
    // Whether any element has an attribute is told many times faster than what it says.
    const typed = one(document, '[typeof]') && one(document, TYPED);
    yield;
    const somebody = typed ?? (one(document, '[property]') && one(document, NAMED));
    const root = somebody && one(document, '*');
    if (!root) return { people: [] };
    // What OpenGraph says is said in RDFa, of the page.
    const article = one(document, '[property="og:type"][content=article]');
    const subject = newItem(article ? ['Article'] : [], page.href);
    const elements = withParts(root, PARTS, ELEMENTS_LIMIT);
    const tops = yield* gather(elements, mark, { element: root, item: subject });
    return yield* readGraph(yield* graphOf([subject, ...tops], page, schemaName), page, 'rdfa');
  },
};

/** The processing of one element (https://www.w3.org/TR/rdfa-core/#s_sequence), but for what people don't need. */
function mark(element: Element, outer: Item | undefined): Mark {
  const types = words(element, 'typeof');
  const properties = words(element, 'property');
  const rel = relations(element, 'rel');
  const rev = relations(element, 'rev');
  const about = attribute(element, 'about');
  const resource = attribute(element, 'resource');
  const linked = resource ?? attribute(element, 'href');
  const related = rel[0] ?? rev[0];
  const starts = types[0] || about || (related ? linked : resource && !properties[0]);
  const item = starts ? newItem(types, about ?? linked) : undefined;
  const subject = about ? item : outer;
  if (subject && !String(subject['@type'])) {
    const vocabulary = attribute(closest(element, '[vocab]') ?? element, 'vocab');
    if (properties.some((name) => FOAF_NAME.test(`${vocabulary} ${name}`))) subject['@type'] = 'Person';
  }
  // Beside a relation properties are texts of the one that it relates.
  if (subject && related) for (const name of properties) put(subject, name, () => valueAt(element, name));
  // Who made what is linked is no more than that here as well.
  if (item && outer && !about) for (const name of rev) if (!MAKING.test(schemaName(name))) put(item, name, outer);
  // What is linked is named by its address; the readers of e-mail, phone and page know it for one.
  const target = related ? linked : resource;
  return {
    item,
    names: related ? rel : properties,
    own: about,
    hanging: rel[0] && !linked && (about || !item),
    value: target ? () => newItem([], target) : undefined,
  };
}

/** Properties whose values are other things. */
function relations(element: Element, name: string): string[] {
  return words(element, name).filter((word) => !LINK_TYPES.test(word));
}

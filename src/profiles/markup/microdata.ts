import { all, attribute, byId, has, withParts, words } from '../dom.ts';
import { type Markup, markupOfParts } from '../person.ts';
import { gather, type Mark } from './gather.ts';
import { graphOf, type Item, newItem } from './items.ts';
import { isWork, readGraph } from './schema-org.ts';

/** Elements with microdata on one page at most. */
const ELEMENTS_LIMIT = 100_000;

/** References from items to elements elsewhere (`itemref`) that are followed on one page. */
const REFERENCES_LIMIT = 1_000;

/** Elements that are read once more for those references, at most. */
const REFERRED_LIMIT = 20_000;

const PARTS = '[itemscope],[itemprop]';

/** Data in attributes (https://html.spec.whatwg.org/multipage/microdata.html). */
export const microdata: Markup = markupOfParts('microdata', function* (scope, page) {
  // Most pages with microdata are shops: where no person is marked up, only what the page is about matters.
  if (withParts(scope, '[itemtype*="/Person"],[itemtype*=Physician]', 1).length === 0) {
    const tops = all(scope, '[itemtype]:not([itemprop])');
    return { people: [], work: tops.some((element) => isWork(newItem(words(element, 'itemtype')))) };
  }
  const items = new Map<Element, Item>();
  const mark = (element: Element): Mark => {
    if (!items.has(element) && has(element, 'itemscope')) {
      items.set(element, newItem(words(element, 'itemtype'), attribute(element, 'itemid')));
    }
    return { item: items.get(element), names: words(element, 'itemprop') };
  };
  const tops = yield* gather(withParts(scope, PARTS, ELEMENTS_LIMIT), mark);
  let references = 0;
  let left = REFERRED_LIMIT;
  for (const [element, item] of items) {
    for (const id of words(element, 'itemref')) {
      const target = ++references > REFERENCES_LIMIT || left <= 0 ? null : byId(element, id);
      if (target) {
        const parts = withParts(target, PARTS, left);
        left -= parts.length;
        tops.push(...(yield* gather(parts, mark, { element: target, item, hanging: [] })));
      }
    }
  }
  return yield* readGraph(yield* graphOf(tops, page), page, references === 0);
});

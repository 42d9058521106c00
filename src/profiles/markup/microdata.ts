import { all, attribute, byId, each, has, isElement, matches, one, within, withParts, words } from '../dom.ts';
import { keptOf, type Markup, markupOfParts, type Person } from '../person.ts';
import { gather, type Mark, schemaName, standIn } from './gather.ts';
import { graphOf, type Item, KEPT, newItem } from './items.ts';
import { isWork, readGraph } from './schema-org.ts';

/** Elements with microdata on one page at most. */
const ELEMENTS_LIMIT = 100_000;

/** References from items to elements elsewhere (`itemref`) that are followed on one page. */
const REFERENCES_LIMIT = 1_000;

/** Elements that are read once more for those references, at most. */
const REFERRED_LIMIT = 20_000;

const PARTS = '[itemscope],[itemprop]';

const MARKED = `${PARTS},[itemtype],[itemid],[itemref]`;

const PEOPLE = '[itemtype*="/Person"],[itemtype*=Physician],[itemtype*="/hcard"]';

/** Items, but for who wrote what they stand in, which forums name so. */
const STARTS = '[itemscope]:not([data-author] *)';

/** A person that is no property of anything, and can't be spoken of elsewhere. */
const ALONE = '[itemtype$="//schema.org/Person"]:not([itemprop],[itemid])';

/** Data in attributes (https://html.spec.whatwg.org/multipage/microdata.html). */
export const microdata: Markup = markupOfParts('microdata', MARKED, function* (scope, page, kept) {
  // Most pages with microdata are shops: where no person is marked up, only what the page is about matters.
  if (!isElement(scope)) {
    const typed = one(scope, '[itemtype]');
    if (!typed || !one(scope, PEOPLE)) {
      yield;
      const tops = typed ? all(scope, '[itemtype]:not([itemprop])') : [];
      return { people: [], work: tops.some((element) => isWork(newItem(words(element, 'itemtype')))) };
    }
    yield;
  }
  const apart = !one(scope, '[itemref]');
  yield;
  const named = !!one(scope, '[itemid]');
  /** The items of elements that others may refer to. */
  const items = new Map<Element, Item>();
  const mark = (element: Element): Mark => {
    const names = words(element, 'itemprop');
    if (!has(element, 'itemscope')) return { names };
    const item =
      items.get(element) ?? newItem(words(element, 'itemtype'), named ? attribute(element, 'itemid') : undefined);
    if (!apart) items.set(element, item);
    return { item, names };
  };
  const tops: Item[] = [];
  let room = ELEMENTS_LIMIT;
  let top: Element | undefined;
  let at = 0;
  for (const element of isElement(scope) ? [scope] : each(scope, STARTS, ELEMENTS_LIMIT)) {
    if (++at % 50 === 0) yield;
    if (top && within(element, top)) continue;
    top = element;
    const before =
      apart && matches(element, ALONE) && !(named && one(element, '[itemid]'))
        ? keptOf<Person>(kept, element)
        : undefined;
    if (before?.has('microdata')) {
      tops.push(standIn(element, before));
      continue;
    }
    const parts = withParts(element, PARTS, room);
    room -= parts.length;
    const found = yield* gather(parts, mark);
    if (found[0] && !found[1]) found[0][KEPT] = before;
    for (const item of found) tops.push(item);
  }
  let references = 0;
  let left = REFERRED_LIMIT;
  for (const [element, item] of items) {
    for (const id of words(element, 'itemref')) {
      const target = ++references > REFERENCES_LIMIT || left <= 0 ? null : byId(element, id);
      if (target) {
        const parts = withParts(target, PARTS, left);
        left -= parts.length;
        tops.push(...(yield* gather(parts, mark, { element: target, item })));
      }
    }
  }
  yield;
  return yield* readGraph(yield* graphOf(tops, page, schemaName), page, 'microdata', references === 0);
});

import { all, attribute, byId, closest, one, parent, tag, textOf } from '../dom.ts';
import type { Markup } from '../person.ts';
import { Items } from './items.ts';
import { isWork, readItems } from './schema-org.ts';

/** Longest text of one property, in characters. */
const TEXT_LENGTH = 400;

/** References from items to elements elsewhere (`itemref`) that are followed on one page. */
const REFERENCES_LIMIT = 1_000;

/** Properties whose value is where the element leads; of all others it is what a reader sees. */
const LINKING = new Set(['url', 'sameAs', 'mainEntityOfPage', 'email', 'telephone', 'tel']);

/** An item while it is gathered; the types are there from the beginning. */
type Gathered = Record<string, unknown[]>;

/** Data in attributes (https://html.spec.whatwg.org/multipage/microdata.html). */
export const microdata: Markup = {
  id: 'microdata',
  read(document, page) {
    const scopes = all(document, '[itemscope]');
    const items = new Map<Element, Gathered>();
    for (const scope of scopes) items.set(scope, emptyItem(scope));
    const roots: Gathered[] = [];
    for (const [scope, item] of items) if (attribute(scope, 'itemprop') === undefined) roots.push(item);
    // Most pages with microdata are shops: where no person is marked up, only what the page is about matters.
    if (one(document, '[itemtype*="/Person"]') === null) return { people: [], work: roots.some(isWork) };

    for (const element of all(document, '[itemprop]')) {
      const up = parent(element);
      const owner = up && closest(up, '[itemscope]');
      const item = owner && items.get(owner);
      if (item) add(item, element, items);
    }
    let references = 0;
    for (const scope of scopes) {
      for (const id of attribute(scope, 'itemref')?.split(/\s+/) ?? []) {
        if (++references > REFERENCES_LIMIT) break;
        const target = byId(document, id);
        const item = items.get(scope);
        if (target !== null && item !== undefined) include(item, target, items);
      }
    }
    return readItems(new Items(roots), page);
  },
};

function emptyItem(scope: Element): Gathered {
  const type = attribute(scope, 'itemtype')?.split(/\s+/) ?? [];
  const id = attribute(scope, 'itemid');
  // A list like every other value, so that pages can't make a property out of another kind of thing.
  return Object.assign(Object.create(null) as Gathered, { '@type': type, ...(id && { '@id': id }) });
}

/** Adds the value of a property to its item. */
function add(item: Gathered, element: Element, items: Map<Element, Gathered>): void {
  const nested = items.get(element);
  // What a work says of itself is of no use; the items within it may be.
  if (nested === undefined && isWork(item)) return;
  for (const name of attribute(element, 'itemprop')?.split(/\s+/).slice(0, 10) ?? []) {
    const value = nested ?? propertyValue(element, name);
    if (value === undefined || name.startsWith('@')) continue;
    const values = item[name];
    if (Array.isArray(values)) values.push(value);
    else item[name] = [value];
  }
}

/** Adds the properties of an element elsewhere which an item refers to: its own and those under it. */
function include(item: Gathered, target: Element, items: Map<Element, Gathered>): void {
  if (attribute(target, 'itemprop') !== undefined) add(item, target, items);
  if (items.has(target)) return;
  const outside = closest(target, '[itemscope]');
  for (const element of all(target, '[itemprop]')) {
    const up = parent(element);
    if (up !== null && closest(up, '[itemscope]') === outside) add(item, element, items);
  }
}

function propertyValue(element: Element, property: string): string | undefined {
  const name = tag(element);
  const content = attribute(element, 'content');
  if (content !== undefined || name === 'meta') return content;
  const link = attribute(element, 'href');
  if (link !== undefined && LINKING.has(property)) return link;
  if (name === 'data' || name === 'meter') return attribute(element, 'value');
  if (name === 'time') return attribute(element, 'datetime') ?? textOf(element, TEXT_LENGTH);
  return textOf(element, TEXT_LENGTH) || undefined;
}

import { parsedUrl } from '#contract/parsed-url.ts';
import { NONE } from '../dom.ts';
import type { Person, Steps } from '../person.ts';
import { remembered } from '../remembered.ts';

/** The outermost element that an item was gathered from. */
export const ORIGIN = Symbol();

/** What is kept of that element, where the item alone says who it is. */
export const KEPT = Symbol('kept');

/** A node of a page's data, however it was written. A value is a text, a number, another item, or a list of such. */
export type Item = { [property: string]: unknown; [ORIGIN]?: Element; [KEPT]?: Map<string, Person> | undefined };

/** A text that is only taken from the page when it is asked for. */
export type Later = () => string | undefined;

/** What stands behind a name where there should be nothing else: a nickname, a title, the site. */
export const REST = /\s+(?:\(?@|[|•·–—:-]\s).*$/s;

/** Values of one property looked at, at most. */
const VALUES_LIMIT = 20_000;

/** Items of one page at most. */
const ITEMS_LIMIT = 100_000;

/** Types of one item at most. */
const TYPES_LIMIT = 50;

/** Levels of nesting which are followed. */
export const DEPTH_LIMIT = 12;

/** A new item, which nothing that a page names can be mistaken for a part of. */
export function newItem(type: readonly string[], id?: string): Item {
  const item = new (Bare as unknown as new () => Item)();
  item['@type'] = type;
  if (id) item['@id'] = id;
  return item;
}

/** Objects that inherit nothing. Engines keep those of `Object.create(null)` in a slower way. */
function Bare(this: Item) {}
Bare.prototype = Object.create(null);

/** Whether a value is a node rather than a text, a number or a list. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && !!value && !Array.isArray(value);
}

/** The data of one page: the items at its top, and the properties by which each item is pointed at. */
export interface Graph {
  /** Some of them several times, where the data say one in several places. */
  roots: readonly Item[];
  pointers: ReadonlyMap<Item, ReadonlySet<string>>;
}

/**
 * Makes one graph of all items, in place: properties get their plain names, what is said under one `@id` in
 * several places is said of one item, and references are replaced by the items they name.
 * @param nameOf the plain name of a property
 */
export function* graphOf(tops: readonly Item[], page: URL, nameOf: (name: string) => string): Steps<Graph> {
  /** The first item of each `@id`, by the id as it is written and by the address that it stands for. */
  const byId = new Map<unknown, Item>();
  const whole = (value: unknown) => (isItem(value) && byId.get(value['@id'])) || value;
  const here = page.href;
  const items = new Set(tops);
  /** Properties that hold items. */
  const links: [Item, string][] = [];
  let at = 0;
  const hold = (item: Item, name: string) => {
    let value = item[name];
    if (Array.isArray(value) && value.some(Array.isArray)) item[name] = value = value.flat(DEPTH_LIMIT);
    const plain = nameOf(name);
    if (plain !== name) item[plain] ??= value;
    if (typeof value !== 'object') return;
    // Most items stand in one place, and are what stands there.
    if (isItem(value) && isPlain(value) && !items.has(value) && items.size < ITEMS_LIMIT) {
      items.add(value);
      return;
    }
    let holds = false;
    for (const inner of list(value)) {
      if (typeof inner !== 'object') continue;
      holds = true;
      if (isItem(inner) && items.size < ITEMS_LIMIT) items.add(inner);
    }
    if (holds) links.push([item, plain]);
  };
  for (const item of items) {
    for (const name in item) {
      if (++at % 2_000 === 0) yield;
      hold(item, name);
    }
    const id = item['@id'];
    if (typeof id !== 'string' || !id) continue;
    const address = addressOf(id, here);
    const first = byId.get(address) ?? item;
    byId.set(address, first).set(id, first);
    if (first === item) continue;
    for (const name of Object.keys(item)) {
      if (name === '@type') first[name] = [...new Set([first[name], item[name]].flat())].slice(0, TYPES_LIMIT);
      else if (first[name] == null) {
        first[name] = item[name];
        links.push([first, name]);
      }
    }
  }
  yield;
  const roots = byId.size > 0 ? tops.map((top) => whole(top) as Item) : tops;
  const meant = new Set(links.length > 0 ? roots : []);
  const pointers = new Map<Item, Set<string>>();
  for (const [item, name] of links) {
    if (++at % 500 === 0) yield;
    const held: unknown[] = [];
    for (const value of list(item[name])) {
      for (const one of list((isItem(value) && (value['@list'] ?? value['@set'])) || value)) held.push(whole(one));
    }
    item[name] = held;
    if (name === '@graph') continue;
    for (const one of held) {
      if (isItem(one) && meant.has(one)) pointers.set(one, (pointers.get(one) ?? new Set()).add(name));
    }
  }
  return { roots, pointers };
}

/** Whether an item neither is named by an `@id`, so that it may be said elsewhere, nor stands for a list. */
function isPlain(item: Item): boolean {
  return !('@id' in item || '@list' in item || '@set' in item);
}

/**
 * What an `@id` stands for, where it can be an address; those that start with `_:` mean something on this page only.
 * RDFa may have them in brackets.
 * @param base what a relative one stands on
 */
export function addressOf(id: string, base: string): string {
  const name = id.replace(/^\[|]$/g, '');
  return (!name.startsWith('_:') && parsedUrl(name, base)?.href) || name;
}

/** The values of a property: one, several or none. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length > VALUES_LIMIT ? value.slice(0, VALUES_LIMIT) : value;
  return value == null ? NONE : [value];
}

/** The values of the first of these properties that the item has. */
export function values(item: Item, ...properties: string[]): readonly unknown[] {
  for (const property of properties) {
    const found = list(item[property]);
    if (found.length > 0) return found;
  }
  return NONE;
}

/**
 * Tells by an item's types, each of which may be the whole address of the type, what it is.
 * @param patterns of the types of 32 things at most
 * @returns bits: the first is set where the first pattern fits one of the types, and so on
 */
export function kindsBy(patterns: readonly RegExp[]): (item: Item) => number {
  const known = remembered((type) => patterns.reduce((kinds, one, at) => kinds | (Number(one.test(type)) << at), 0));
  const kindsOf = (type: unknown) => (typeof type === 'string' ? known(type) : 0);
  return (item) => {
    const types = item['@type'] ?? item.type;
    return Array.isArray(types) ? types.reduce((kinds, type) => kinds | kindsOf(type), 0) : kindsOf(types);
  };
}

/** A text out of a value: the text itself, or the name or value of an item. */
export function textValue(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'function') return (value as Later)();
  if (typeof value === 'number') return String(value);
  if (!isItem(value) || depth > 2) return undefined;
  return textValue(values(value, 'name', '@value', 'title', 'implied', 'value')[0], depth + 1);
}

/** The first text, or item that has one, among the values of these properties. */
export function textOf(item: Item, ...properties: string[]): string | undefined {
  for (const property of properties) {
    for (const value of list(item[property])) {
      const text = textValue(value);
      if (text) return text;
    }
  }
  return undefined;
}

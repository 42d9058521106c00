import { parsedUrl } from '#contract/parsed-url.ts';
import type { Steps } from '../person.ts';

/** A node of a page's data, however it was written. A value is a text, a number, another item, or a list of such. */
export type Item = { [property: string]: unknown };

/** A text that is only taken from the page when it is asked for. */
export type Later = () => string | undefined;

/** The outermost element that an item was gathered from. */
export const origins = new WeakMap<Item, Element>();

/** What stands behind a name where there should be nothing else: a nickname, a title, the site. */
export const REST = /\s+(?:\(?@|[|•·–—:-]\s).*$/s;

/** Values of one property looked at, at most. */
const VALUES_LIMIT = 20_000;

/** Items of one page at most. */
const ITEMS_LIMIT = 100_000;

/** Levels of nesting which are followed. */
export const DEPTH_LIMIT = 12;

/** Whether a value is a node rather than a text, a number or a list. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && !!value && !Array.isArray(value);
}

/** The data of one page: the items at its top, and the properties by which each item is pointed at. */
export interface Graph {
  roots: readonly Item[];
  pointers: ReadonlyMap<Item, ReadonlySet<string>>;
}

/**
 * Makes one graph of all items, in place: properties lose their prefixes, what is said under one `@id` in
 * several places is said of one item, and references are replaced by the items they name.
 */
export function* graphOf(tops: readonly Item[], page: URL): Steps<Graph> {
  const byId = new Map<string, Item>();
  const whole = (value: unknown) => (isItem(value) ? (byId.get(idOf(value, page)) ?? value) : value);
  const items = new Set(tops);
  let at = 0;
  for (const item of items) {
    if (++at % 500 === 0) yield;
    for (const name of Object.keys(item)) {
      const value = item[name];
      item[lastPart(name)] ??= value;
      if (items.size < ITEMS_LIMIT) for (const inner of list(value)) if (isItem(inner)) items.add(inner);
    }
    const id = idOf(item, page);
    if (!id) continue;
    const first = byId.get(id);
    if (!first) byId.set(id, item);
    else {
      for (const [name, value] of Object.entries(item)) {
        first[name] = name === '@type' ? [first[name], value].flat() : (first[name] ?? value);
      }
    }
  }
  const pointers = new Map<Item, Set<string>>();
  for (const item of items) {
    if (++at % 500 === 0) yield;
    for (const name of Object.keys(item)) {
      const said = list(item[name]);
      if (!said.some(isItem)) continue;
      const inner = said.flatMap((one) => (isItem(one) && (one['@list'] ?? one['@set'])) || [one]).map(whole);
      item[name] = inner;
      if (name === '@graph') continue;
      for (const one of inner) if (isItem(one)) pointers.set(one, (pointers.get(one) ?? new Set()).add(name));
    }
  }
  return { roots: [...new Set(tops.map(whole))] as Item[], pointers };
}

/** The item's `@id` as an address, where it can be one; those that start with `_:` mean something on this page only. */
function idOf(item: Item, page: URL): string {
  const id = item['@id'];
  if (typeof id !== 'string' || !id) return '';
  return (!/^_:/.test(id) && parsedUrl(id, page.href)?.href) || id;
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length > VALUES_LIMIT ? value.slice(0, VALUES_LIMIT) : value;
  return value == null ? [] : [value];
}

/** The values of the first of these properties that the item has. */
export function values(item: Item, ...properties: string[]): readonly unknown[] {
  for (const property of properties) {
    const found = list(item[property]);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a type of the item fits the pattern; it may be the whole address of the type. */
export function isA(item: Item, pattern: RegExp): boolean {
  return list(item['@type'] ?? item.type).some((type) => typeof type === 'string' && pattern.test(type));
}

/** A name without vocabulary or prefix. */
export function lastPart(name: string): string {
  return name.replace(/^.*[/#:]/s, '');
}

/** A text out of a value: the text itself, or the name or value of an item. */
export function textValue(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'function') return (value as Later)();
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (!isItem(value) || depth > 2) return undefined;
  return textValue(values(value, 'name', '@value', 'title', 'implied', 'value')[0], depth + 1);
}

/** The first of the values that is a text, or has one. */
export function firstText(all: readonly unknown[]): string | undefined {
  for (const value of all) {
    const text = textValue(value);
    if (text) return text;
  }
  return undefined;
}

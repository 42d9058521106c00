/** A node of schema.org data, however it was written: property names without prefix, values as they come. */
export type Item = { readonly [property: string]: unknown };

/** Values of one property looked at, at most. */
const VALUES_LIMIT = 20_000;

/** Items visited while the page's data is indexed, at most. */
const ITEMS_LIMIT = 100_000;

/** Levels of nesting which are followed. */
export const DEPTH_LIMIT = 12;

/** Whether a value is a node rather than a text, a number or a list. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The data of one page: its items by `@id`, and the properties by which each is pointed at. */
export class Items {
  /** The items at the top of the data, each the fullest of its name. */
  readonly roots: readonly Item[];
  readonly #byId = new Map<string, Item>();
  #prefixes = false;
  readonly #pointers = new Map<Item, Set<string>>();

  constructor(roots: readonly Item[]) {
    const waiting: { value: unknown; property: string; depth: number }[] = roots.map((value) => ({
      value,
      property: '',
      depth: 0,
    }));
    const pointed: { id: string; property: string }[] = [];
    const seen = new Set<unknown>();
    for (let at = 0; at < waiting.length && at < ITEMS_LIMIT; at++) {
      const { value, property, depth } = waiting[at] as (typeof waiting)[number];
      if (typeof value !== 'object' || value === null || depth > DEPTH_LIMIT) continue;
      if (Array.isArray(value)) {
        for (const one of value.slice(0, VALUES_LIMIT)) waiting.push({ value: one, property, depth: depth + 1 });
        continue;
      }
      const item = value as Item;
      const id = item['@id'];
      if (typeof id === 'string') {
        if (property !== '') pointed.push({ id, property });
        const known = this.#byId.get(id);
        if (known === undefined || Object.keys(known).length < Object.keys(item).length) this.#byId.set(id, item);
      } else if (property !== '') this.#point(item, property);
      if (seen.has(item)) continue;
      seen.add(item);
      for (const [name, inner] of Object.entries(item)) {
        if (name.includes(':')) this.#prefixes = true;
        if (typeof inner === 'object') waiting.push({ value: inner, property: bare(name), depth: depth + 1 });
      }
    }
    for (const { id, property } of pointed) {
      const item = this.#byId.get(id);
      if (item !== undefined) this.#point(item, property);
    }
    this.roots = [...new Set(roots.map((root) => this.whole(root)))];
  }

  /** The names of the properties by which other items point at this one. */
  pointers(item: Item): ReadonlySet<string> {
    return this.#pointers.get(this.whole(item)) ?? new Set();
  }

  /** The values of the first of these properties that the item has, references followed. */
  values(item: Item, ...properties: string[]): unknown[] {
    for (const property of properties) {
      const value = item[property] ?? this.#prefixed(item, property);
      if (value === undefined || value === null) continue;
      const list = Array.isArray(value) ? value.slice(0, VALUES_LIMIT) : [value];
      return list.map((one) => (isItem(one) ? this.whole(one) : one));
    }
    return [];
  }

  /** Few pages write `schema:name` or whole addresses for names: only then are these looked for. */
  #prefixed(item: Item, property: string): unknown {
    if (!this.#prefixes) return undefined;
    return (
      item[`schema:${property}`] ?? item[`http://schema.org/${property}`] ?? item[`https://schema.org/${property}`]
    );
  }

  /** The item under one `@id` that says the most, for one that may be a mere reference. */
  whole(item: Item): Item {
    const id = item['@id'];
    return typeof id === 'string' ? (this.#byId.get(id) ?? item) : item;
  }

  #point(item: Item, property: string): void {
    const pointers = this.#pointers.get(item) ?? new Set();
    this.#pointers.set(item, pointers.add(property));
  }
}

/** The item's types by their last name: `Person` for `http://schema.org/Person`. */
export function types(item: Item): string[] {
  const type = item['@type'];
  return (Array.isArray(type) ? type.slice(0, 20) : [type]).flatMap((one) =>
    typeof one === 'string' ? [bare(one)] : [],
  );
}

/** A name without vocabulary or prefix. */
function bare(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'), name.lastIndexOf(':')) + 1);
}

/** A text out of a value: the text itself, or the name or value of an item. */
export function textValue(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (!isItem(value) || depth > 2) return undefined;
  const inner = value.name ?? value['@value'] ?? value.title;
  return textValue(Array.isArray(inner) ? inner[0] : inner, depth + 1);
}

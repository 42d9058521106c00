import { attribute, NONE, one, tag, textOf, within } from '../dom.ts';
import type { Person, Steps } from '../person.ts';
import { remembered } from '../remembered.ts';
import { type Item, KEPT, newItem, ORIGIN } from './items.ts';

/** Longest text of one property, in characters. */
const TEXT_LENGTH = 400;

/** Properties whose value is where the element leads, contacts by a link made for them; of all others it is what a reader sees. */
const LINKING = /^(?:url|sameAs|mainEntityOfPage|(email|telephone))$/;

/**
 * What other vocabularies call the properties of schema.org that are read here: classic hCard and h-card
 * (https://microformats.org/wiki/h-card), vCard in RDF (https://www.w3.org/TR/vcard-rdf/) and FOAF
 * (http://xmlns.com/foaf/spec/).
 */
const SCHEMA_NAMES = new Map(
  'mainEntity primarytopic,creator maker,name fn,givenName firstname,familyName surname lastname,jobTitle,url homepage,email mbox,telephone tel phone,address adr,addressLocality locality,addressRegion region,addressCountry countryname,worksFor org organizationname,endDate dtend end,value'
    .split(',')
    .flatMap((group) => {
      const names = group.split(' ');
      return names.map((name) => [name.toLowerCase(), names[0]] as const);
    }),
);

/** What one element says in a syntax. */
export interface Mark {
  /** The item that starts here. */
  item?: Item | undefined;
  /** The properties whose value stands here; that of the item, when one starts. */
  names: readonly string[];
  /** The properties are of the item that starts here, not of the one around it. */
  own?: unknown;
  /** The value of a property, where it is no text. */
  value?: ((name: string) => unknown) | undefined;
  /** The properties' values are the items that start within. */
  hanging?: unknown;
}

/** An element whose item the elements within it speak of. */
interface Frame {
  element: Element;
  item: Item;
  /** The item that has each one which starts within as a property, and by which. */
  holder?: Item | undefined;
  hanging?: readonly string[];
}

/**
 * Makes items out of elements which say by attributes what they mean.
 * @param elements one, and all within it that may say something, in the order of the page
 * @param mark what an element says, and in which item it stands
 * @param base the item of what stands in no other, and the first of the elements
 * @returns the items that are no property of another
 */
export function* gather(
  elements: readonly Element[],
  mark: (element: Element, outer: Item | undefined) => Mark,
  base?: Frame,
): Steps<Item[]> {
  const roots: Item[] = [];
  const frames: Frame[] = base ? [base] : [];
  const [top] = elements;
  let at = 0;
  for (const element of elements) {
    if (++at % 200 === 0) yield;
    let outer = frames.at(-1);
    while (outer && outer.element !== top && !within(element, outer.element)) {
      frames.pop();
      outer = frames.at(-1);
    }
    const { item, names, own, value, hanging } = mark(element, outer?.item);
    const holder = own ? item : outer?.item;
    // What hangs is of an item without a name, unless one starts within.
    const inner = hanging ? newItem([]) : undefined;
    if (holder) {
      for (const name of names) {
        put(holder, name, inner ?? (own ? undefined : item) ?? value?.(name) ?? (() => valueAt(element, name)));
      }
    }
    if (inner) frames.push({ element, item: inner, holder, hanging: names });
    if (!item) continue;
    if (outer?.holder) for (const name of outer.hanging ?? NONE) put(outer.holder, name, item);
    if (own || !holder || !(names[0] || outer?.holder)) roots.push(item);
    if (!holder && names[0]) {
      // A property of nothing is one of the page.
      const whole = newItem([]);
      for (const name of names) put(whole, name, item);
      roots.push(whole);
    }
    const [first] = frames;
    item[ORIGIN] = first === base ? element : (first?.element ?? element);
    if (!inner) frames.push({ element, item });
  }
  return roots;
}

/** An item in the place of a person who is known already. */
export function standIn(element: Element, kept: Map<string, Person>): Item {
  const item = newItem(['Person']);
  item[ORIGIN] = element;
  item[KEPT] = kept;
  return item;
}

/** Adds a value to a property, by its name of schema.org. */
export function put(item: Item, name: string, value: unknown): void {
  if (name.startsWith('@')) return;
  const known = schemaName(name);
  const before = item[known];
  if (Array.isArray(before)) before.push(value);
  else item[known] = before === undefined ? value : [before, value];
}

/** The name that schema.org has for a property of any of these vocabularies. */
export const schemaName = remembered((name) => {
  // Vocabularies and prefixes end in one of these.
  const plain = name.replace(/.*[/#:]/s, '');
  // FOAF's title is a form of address.
  if (plain === 'title' && /\bfoaf\b/.test(name)) return 'honorificPrefix';
  return SCHEMA_NAMES.get(plain.toLowerCase().replace(/^has|[-_]/g, '')) ?? plain;
});

/**
 * The value that an element gives to a property: what stands in the attribute for it, where a link leads, or its text
 * (https://html.spec.whatwg.org/multipage/microdata.html#values, https://www.w3.org/TR/rdfa-core/#s_sequence,
 * https://microformats.org/wiki/microformats2-parsing#parsing_a_p-_property).
 */
export function valueAt(element: Element, name = ''): string | undefined {
  const kind = tag(element);
  const content = attribute(element, 'content');
  if (content || kind === 'meta') return content;
  const link = attribute(element, 'href') ?? attribute(element, 'resource');
  const [leads, contact] = LINKING.exec(schemaName(name)) ?? [];
  if (link && leads && (!contact || /^[a-z]+:[^/]/i.test(link))) return link;
  if (/^(?:data|meter|input)$/.test(kind)) return attribute(element, 'value');
  if (/^(?:img|area)$/.test(kind)) return attribute(element, 'alt');
  const text = (kind === 'time' && attribute(element, 'datetime')) || textOf(element, TEXT_LENGTH);
  if (text) return text;
  const picture = one(element, 'img[alt]');
  return picture ? attribute(picture, 'alt') : undefined;
}

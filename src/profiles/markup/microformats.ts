import { all, attribute, closest, one, parent, tag, textOf } from '../dom.ts';

/** Longest text of one property, in characters. */
const TEXT_LENGTH = 400;

/** Elements looked at in one card at most. */
const ELEMENTS_LIMIT = 500;

/** Roots of microformats, old and new, which a property may be hidden in; addresses are looked through. */
const ROOTS =
  '.h-card, .h-entry, .h-feed, .h-event, .h-recipe, .h-review, .h-product, .h-resume, .h-cite, .h-item, .vcard, .hentry, .hreview, .vevent, .hrecipe, .hproduct, .hresume';

/** The properties of one card by class name, those of cards within it left out. */
export class Card {
  readonly root: Element;
  readonly #elements = new Map<string, Element[]>();
  /** Whether other microformats stand inside. */
  readonly nested: boolean;

  constructor(root: Element) {
    this.root = root;
    this.nested = one(root, ROOTS) !== null;
    for (const element of all(root, '[class]').slice(0, ELEMENTS_LIMIT)) {
      const up = parent(element);
      if (this.nested && up !== null && closest(up, ROOTS) !== root) continue;
      for (const name of classesOf(element)) {
        const known = this.#elements.get(name);
        if (known === undefined) this.#elements.set(name, [element]);
        else known.push(element);
      }
    }
  }

  /** The elements with the first of these classes that any has. */
  elements(...names: string[]): Element[] {
    for (const name of names) {
      const found = this.#elements.get(name);
      if (found !== undefined) return found;
    }
    return [];
  }

  /** The text of the first property by one of these names (https://microformats.org/wiki/microformats2-parsing). */
  text(...names: string[]): string | undefined {
    for (const element of this.elements(...names)) {
      const text = textOfProperty(element);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Whether any property is marked up with one of the prefixes, such as `p-`. */
  has(...prefixes: string[]): boolean {
    return [...this.#elements.keys()].some((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  }
}

/** The class names of an element. */
export function classesOf(element: Element): string[] {
  return attribute(element, 'class')?.split(/\s+/).slice(0, 100) ?? [];
}

/** The value of a property: of parts marked `value`, of an abbreviation's title, a picture's `alt`, or its text. */
export function textOfProperty(element: Element): string | undefined {
  const parts = all(element, '.value');
  if (parts.length > 0) return parts.slice(0, 10).map(plain).join('') || undefined;
  return plain(element);
}

function plain(element: Element): string | undefined {
  const name = tag(element);
  if (name === 'abbr' || name === 'link') return attribute(element, 'title') ?? textOf(element, TEXT_LENGTH);
  if (name === 'data' || name === 'input') return attribute(element, 'value');
  if (name === 'img' || name === 'area') return attribute(element, 'alt');
  const picture = one(element, 'img[alt]');
  return textOf(element, TEXT_LENGTH) || (picture && attribute(picture, 'alt')) || undefined;
}

/**
 * Reading a hostile document. A page can shadow any property of `document` and of a form by naming an element after
 * it (`<input name="children">`), in a content script's own world too. So nothing here reads a property of a node:
 * the prototypes' own getters and methods are called with the node instead. And whatever is gathered has an end.
 */

/** Elements gathered by one selector at most. */
const ELEMENTS_LIMIT = 50_000;

/** Nodes visited for one text at most. */
const NODES_LIMIT = 5_000;

/** Elements which don't part words; all others do. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements whose content is no text of the page. */
const SILENT = new Set('script style noscript template svg math iframe object select textarea head'.split(' '));

const getters = new Map<string, (this: unknown) => unknown>();

/** The getter that the browser gave `property`, for nodes of `kind`. */
function getter(kind: 'Node' | 'Element' | 'Document', property: string): (this: unknown) => unknown {
  let get = getters.get(property);
  if (get === undefined) {
    const prototype = kind === 'Node' ? Node.prototype : kind === 'Element' ? Element.prototype : Document.prototype;
    get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
    if (get === undefined) throw new Error(`${kind}.${property} has no getter`);
    getters.set(property, get);
  }
  return get;
}

const node = (from: Node, property: string) => getter('Node', property).call(from) as Node | null;

/** The elements under `root` that match `selector`, in the order of the page. */
export function all(root: Document | Element, selector: string): Element[] {
  const own = root instanceof Document ? Document.prototype.querySelectorAll : Element.prototype.querySelectorAll;
  const found = own.call(root, selector);
  return found.length <= ELEMENTS_LIMIT
    ? Array.from(found)
    : Array.from({ length: ELEMENTS_LIMIT }, (_, index) => found[index] as Element);
}

/** The first element under `root` that matches `selector`. */
export function one(root: Document | Element, selector: string): Element | null {
  const own = root instanceof Document ? Document.prototype.querySelector : Element.prototype.querySelector;
  return own.call(root, selector);
}

/** Whether the element matches the selector itself. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** The element itself or its nearest ancestor that matches the selector. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** The value of an attribute, trimmed; an absent or empty one is undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return Element.prototype.getAttribute.call(element, name)?.trim() || undefined;
}

/** The element's tag name in lower case. */
export function tag(element: Element): string {
  return getter('Element', 'localName').call(element) as string;
}

/** The element that the element stands in. */
export function parent(element: Element): Element | null {
  const up = node(element, 'parentNode');
  return up instanceof Element ? up : null;
}

/** The elements that stand directly in the element. */
export function children(element: Element): Element[] {
  return Array.from(getter('Element', 'children').call(element) as HTMLCollection);
}

/** The element with this id. */
export function byId(document: Document, id: string): Element | null {
  return Document.prototype.getElementById.call(document, id);
}

/** The source text of a script element, whole. */
export function source(element: Element): string {
  return (getter('Node', 'textContent').call(element) as string | null) ?? '';
}

/** The title of the page as its `title` element says it. */
export function pageTitle(document: Document): string {
  const element = one(document, 'head > title');
  return element === null ? '' : source(element).slice(0, 1000).trim();
}

/**
 * The text of an element as a reader of the page would see it: blocks are parted by a space, scripts and drawings left
 * out. Pictures speak by `alt` when there is no other text.
 * @param max characters at most, roughly: what lies beyond is not visited
 * @param skip subtrees to leave out
 */
export function textOf(element: Element, max = 1_000, skip?: (element: Element) => boolean): string {
  let text = '';
  let alt = '';
  let at: Node = element;
  for (let visited = 0; visited < NODES_LIMIT && text.length < max; visited++) {
    let down: Node | null = null;
    if (at instanceof Text) text += at.data.length > max ? at.data.slice(0, max) : at.data;
    else if (at instanceof Element) {
      const name = tag(at);
      if (name === 'img') alt ||= attribute(at, 'alt') ?? '';
      if (!INLINE.has(name)) text += ' ';
      if (!SILENT.has(name) && (at === element || skip?.(at) !== true)) down = node(at, 'firstChild');
    }
    if (down !== null) {
      at = down;
      continue;
    }
    let next: Node | null = null;
    while (at !== element && next === null) {
      next = node(at, 'nextSibling');
      if (next !== null) break;
      const up = node(at, 'parentNode');
      if (up === null) return text;
      at = up;
      if (at instanceof Element && !INLINE.has(tag(at))) text += ' ';
    }
    if (next === null) break;
    at = next;
  }
  const folded = text.replace(/\s+/gu, ' ').trim();
  return folded === '' ? alt.slice(0, max) : folded;
}

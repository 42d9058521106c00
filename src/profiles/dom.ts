/**
 * Reading a hostile document. A page can shadow any property of `document` and of a form by naming an element after
 * it (`<input name="children">`), in a content script's own world too. So nothing here reads a property of a node:
 * the prototypes' own getters and methods are called with the node instead. And whatever is gathered has an end.
 */

/** Elements gathered by one selector at most. */
const ELEMENTS_LIMIT = 20_000;

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

/** Whether any element of the page has one of these classes: many times faster than a selector where none has. */
export function hasClass(document: Document, ...names: string[]): boolean {
  return names.some((name) => Document.prototype.getElementsByClassName.call(document, name).length > 0);
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

/** Whether an element stands within another, or is it. */
export function within(element: Element, outer: Element): boolean {
  return Node.prototype.contains.call(outer, element);
}

/** Whether an element starts before another in the page. */
export function precedes(element: Element, later: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(element, later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
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

/** A run of text which no block breaks, with the element that it starts in. */
export interface Line {
  text: string;
  element: Element;
}

/**
 * The text of an element as a reader of the page would see it, line by line: each block starts a new one. Scripts,
 * drawings and form fields are left out.
 * @param max characters at most, roughly: what lies beyond is not visited
 * @param skip subtrees to leave out; what stands before and after one are lines of their own
 */
export function linesOf(element: Element, max: number, skip?: (element: Element) => boolean): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  let length = 0;
  const add = (text: string, within: Element) => {
    line ??= { text: '', element: within };
    line.text += text.length > max ? text.slice(0, max) : text;
    length += text.length;
  };
  const end = () => {
    const text = line?.text.replace(/\s+/gu, ' ').trim();
    if (line !== undefined && text) lines.push({ ...line, text });
    line = undefined;
  };
  let at: Node = element;
  for (let visited = 0; visited < NODES_LIMIT && length < max; visited++) {
    let next: Node | null = null;
    if (at instanceof Text) {
      const within = node(at, 'parentNode');
      if (within instanceof Element && (line !== undefined || /\S/.test(at.data))) add(at.data, within);
    } else if (at instanceof Element) {
      const name = tag(at);
      if (!INLINE.has(name)) end();
      if (at !== element && skip?.(at) === true) end();
      else if (!SILENT.has(name)) next = node(at, 'firstChild');
    }
    while (next === null && at !== element) {
      next = node(at, 'nextSibling');
      if (next !== null) break;
      const up = node(at, 'parentNode');
      if (up === null) break;
      at = up;
      if (at instanceof Element && !INLINE.has(tag(at))) end();
    }
    if (next === null) break;
    at = next;
  }
  end();
  return lines;
}

/** The lines of an element's text in one, parted by spaces. */
export function textOf(element: Element, max = 1_000, skip?: (element: Element) => boolean): string {
  return linesOf(element, max, skip)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, max);
}

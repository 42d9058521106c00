/**
 * Reading a hostile document. A page can shadow any property of `document` and of a form by naming an element after
 * it (`<input name="children">`), in a content script's own world too. So nothing here reads a property of a node:
 * the prototypes' own getters and methods are called with the node instead. And whatever is gathered has an end.
 */
import { remembered } from './remembered.ts';

/** Elements gathered by one selector at most. */
const ELEMENTS_LIMIT = 20_000;

/** Nodes visited for one text at most. */
const NODES_LIMIT = 5_000;

/** Elements which don't part words; all others do. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements whose content is no text of the page. */
export const SILENT = new Set('script style noscript template svg math iframe object select textarea head'.split(' '));

/**
 * A function that reads a property of nodes by the getter that the browser gave it; Node has no such prototypes to look at.
 * By the mark the build knows that those which a file has no use for can be left out of it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function getter<T>(
  kind: 'Node' | 'Element' | 'CharacterData' | 'Document',
  property: string,
): (from: Node) => T {
  const get = Object.getOwnPropertyDescriptor(globalThis[kind]?.prototype ?? {}, property)?.get;
  return Function.prototype.call.bind(get as () => T);
}

const nodeType = getter<number>('Node', 'nodeType');

/** Whether a node is an element, of whichever frame: each has classes of its own, so that `instanceof` knows one frame's only. */
export const isElement = (node: Node | null): node is Element => node !== null && nodeType(node) === 1;

/** The same of texts. */
export const isText = (node: Node | null): node is Text => node !== null && nodeType(node) === 3;

export const firstChild = getter<Node | null>('Node', 'firstChild');
export const nextSibling = getter<Node | null>('Node', 'nextSibling');
export const firstElement = getter<Element | null>('Element', 'firstElementChild');
export const nextElement = getter<Element | null>('Element', 'nextElementSibling');
export const parentNode = getter<Node | null>('Node', 'parentNode');
const ownerDocument = getter<Document | null>('Node', 'ownerDocument');
export const textContent = getter<string>('Node', 'textContent');
const childElements = getter<HTMLCollection>('Element', 'children');
const childCount = getter<number>('Element', 'childElementCount');
const lengthOf = getter<number>('CharacterData', 'length');
/** The element's tag name in lower case. */
export const tag = getter<string>('Element', 'localName');

/** The prototype that knows how to search a document or an element; none where there is nothing to find, as in most values. */
function searcher(root: Document | Element): ParentNode | undefined {
  if (!isElement(root)) return Document.prototype;
  return childCount(root) > 0 ? Element.prototype : undefined;
}

/** The text of an element that holds one text and nothing else, as most do that are asked for a value. */
function onlyText(element: Node): Text | undefined {
  const only = firstChild(element);
  return isText(only) && !nextSibling(only) ? only : undefined;
}

/** The elements under `root` that match `selector`, in the order of the page. */
export function all(root: Document | Element, selector: string, limit = ELEMENTS_LIMIT): Element[] {
  return [...each(root, selector, limit)];
}

/** The same, with the element itself, whether it matches or not, in front. */
export function withParts(root: Document | Element, selector: string, limit = ELEMENTS_LIMIT): Element[] {
  const parts = all(root, selector, limit);
  if (isElement(root)) parts.unshift(root);
  return parts;
}

/** The same, one after the other, for whoever pauses between any two: each costs the script a wrapper. */
export function* each(root: Document | Element, selector: string, limit = ELEMENTS_LIMIT): Generator<Element, void> {
  const found = searcher(root)?.querySelectorAll.call(root, selector);
  const end = Math.min(found?.length ?? 0, limit);
  for (let at = 0; at < end; at++) yield found?.[at] as Element;
}

/** Whether any element of the page has one of these classes: many times faster than a selector where none has. */
export function hasClass(document: Document, ...names: string[]): boolean {
  return names.some((name) => Document.prototype.getElementsByClassName.call(document, name)[0]);
}

/** The first element under `root` that matches `selector`. */
export function one(root: Document | Element, selector: string): Element | null {
  return searcher(root)?.querySelector.call(root, selector) ?? null;
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

/** Whether the element has the attribute, empty or not. */
export function has(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

/** The words of an attribute such as `class`, of a hundred at most. */
export function words(element: Element, name: string): readonly string[] {
  return wordsOf(attribute(element, name) ?? '');
}

/** One empty list for all. */
export const NONE: readonly never[] = [];

/** Lists repeat what few attributes say. */
export const wordsOf = /* @__PURE__ */ remembered(
  (value): readonly string[] => value.match(/\S+/g)?.slice(0, 100) ?? NONE,
);

/** The element that the element, or the text, stands in. */
export function parent(element: Node): Element | null {
  const up = parentNode(element);
  return isElement(up) ? up : null;
}

/** Whether an element stands within another, or is it. */
export function within(element: Element, outer: Element): boolean {
  return Node.prototype.contains.call(outer, element);
}

/** The elements that stand directly in the element. */
export function children(element: Element): Element[] {
  return Array.from(childElements(element));
}

/** The element with this id in the element's document. */
export function byId(element: Element, id: string): Element | null {
  const document = ownerDocument(element);
  return document && Document.prototype.getElementById.call(document, id);
}

/** The source text of a script element, unless it is longer than `max` characters: then it is not even fetched. */
export function source(element: Element, max = Number.POSITIVE_INFINITY): string {
  const text = firstChild(element);
  return isText(text) && lengthOf(text) > max ? '' : textContent(element);
}

/** The title of the page as its `title` element says it. */
export function pageTitle(document: Document): string {
  const element = one(document, 'head > title');
  return element ? source(element).slice(0, 1000).trim() : '';
}

/** What the first of these `meta` elements says; nothing where there is none. */
export function metaContent(document: Document, selector: string): string {
  const element = one(document, selector);
  return (element && attribute(element, 'content')) || '';
}

/** What a title says of a page, of its section and of its site. */
export const titleParts = (title: string): string[] => title.split(/\s*[|•·–—:,(]\s*|\s+-\s+/);

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
    const text = line && inOneLine(line.text);
    if (line && text) lines.push({ ...line, text });
    line = undefined;
  };
  let at: Node = element;
  for (let visited = 0; visited < NODES_LIMIT && length < max; visited++) {
    let next: Node | null = null;
    if (isText(at)) {
      const within = parent(at);
      if (within && (line || /\S/.test(at.data))) add(at.data, within);
    } else if (isElement(at)) {
      const name = tag(at);
      if (!INLINE.has(name)) end();
      if (at !== element && skip?.(at) === true) end();
      else if (!SILENT.has(name)) next = firstChild(at);
    }
    while (!next && at !== element) {
      next = nextSibling(at);
      if (next) break;
      const up = parentNode(at);
      if (!up) break;
      at = up;
      if (isElement(at) && !INLINE.has(tag(at))) end();
    }
    if (!next) break;
    at = next;
  }
  end();
  return lines;
}

/** The lines of an element's text in one, parted by spaces. */
export function textOf(element: Element, max = 1_000, skip?: (element: Element) => boolean): string {
  const only = onlyText(element);
  if (only && !SILENT.has(tag(element))) return inOneLine(only.data.slice(0, max));
  return linesOf(element, max, skip)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, max);
}

const inOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

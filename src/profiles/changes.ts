import { closest, isElement, matches, one, parent } from './dom.ts';

/** Records looked at one by one at most; more mean that the page is another. */
const RECORDS_LIMIT = 500;

/** What makes an element one that markup stands in. */
const MARKED =
  'script[type*="ld+json" i],[itemscope],[itemprop],[typeof],[property],[about],.h-card,.vcard,.h-resume,.hresume,.h-entry,.hentry,[rel~="me"],[href*=".vcf"],h1';

/** Attributes that make it one, but for `class`, which changes for looks all the time. */
const MARKING = /^(?:item|typeof|property|about|resource|rel$)/;

/** Notes what has changed on a page since it was read. */
export class Changes {
  /** The elements of single people in which something has changed. */
  readonly roots = new Set<Element>();
  /** Something has changed that may be of any consequence. */
  everything = true;

  /** Forgets what has changed: the page is being read. */
  clear(): void {
    this.roots.clear();
    this.everything = false;
  }

  /**
   * Adds what has changed.
   * @param records null when it is not known
   * @param isRoot whether people were read from an element alone
   * @param marked whether people are found by markup only
   * @returns whether it can matter
   */
  add(records: readonly MutationRecord[] | null, isRoot: (element: Element) => boolean, marked: boolean): boolean {
    if (!records || records.length > RECORDS_LIMIT) this.everything = true;
    let matter = this.everything;
    for (const record of this.everything ? [] : (records ?? [])) {
      const root = rootOf(record.target, isRoot);
      if (root) this.roots.add(root);
      else if (!marked || touchesMarkup(record)) this.everything = true;
      else continue;
      matter = true;
    }
    return matter;
  }
}

/** The element that people were read from, around what has changed. */
function rootOf(target: Node, isRoot: (element: Element) => boolean): Element | null {
  let at = isElement(target) ? target : parent(target);
  while (at && !isRoot(at)) at = parent(at);
  return at;
}

/** Whether a change outside of all people's elements has to do with markup at all. */
function touchesMarkup({ target, attributeName, addedNodes, removedNodes }: MutationRecord): boolean {
  if (attributeName && MARKING.test(attributeName)) return true;
  const at = isElement(target) ? target : parent(target);
  if (at && closest(at, MARKED)) return true;
  return [...addedNodes, ...removedNodes].some(
    (node) => isElement(node) && (matches(node, MARKED) || one(node, MARKED)),
  );
}

import { closest, isElement, matches, one, parent } from './dom.ts';
import type { Scan } from './find.ts';

/** Changes, and nodes that came or went, which are looked at one by one at most; more mean that the page is another. */
const LIMIT = 500;

/** What makes an element one that markup stands in. */
const MARKED =
  'script[type*="ld+json" i],[itemscope],[itemprop],[typeof],[property],[about],.h-card,.vcard,.h-resume,.hresume,.h-entry,.hentry,[rel~="me"],[href*=".vcf"],h1';

/** Attributes that make it one, but for `class`, which changes for looks all the time. */
const MARKING = /^(?:item|typeof|property|about|resource|rel$)/;

/**
 * The elements of single people in which something has changed since they were found.
 * @returns undefined when other people may have come of it as well
 */
export function changedRoots(records: readonly MutationRecord[], { roots, marked }: Scan): Element[] | undefined {
  const changed: Element[] = [];
  let nodes = 0;
  for (const record of records) {
    const { target, addedNodes, removedNodes } = record;
    nodes += 1 + addedNodes.length + removedNodes.length;
    if (nodes > LIMIT) return undefined;
    const within = isElement(target) ? target : parent(target);
    let root = within;
    while (root && !roots.has(root)) root = parent(root);
    if (root) changed.push(root);
    else if (!marked || touchesMarkup(record, within)) return undefined;
  }
  return changed;
}

/** Whether a change outside of all people's elements has to do with markup at all. */
function touchesMarkup({ attributeName, addedNodes, removedNodes }: MutationRecord, within: Element | null): boolean {
  if (attributeName && MARKING.test(attributeName)) return true;
  if (within && closest(within, MARKED)) return true;
  return [...addedNodes, ...removedNodes].some(
    (node) => isElement(node) && (matches(node, MARKED) || one(node, MARKED)),
  );
}

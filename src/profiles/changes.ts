import { closest, isElement, matches, one, parent, withParts } from './dom.ts';
import { LINKS, type Scan } from './find.ts';
import type { Kept } from './person.ts';

/** Elements that changes touch, and those that stand around them, at most: more mean that the page is another. */
const LIMIT = 10_000;

/** What a node that came or went costs at least, in such elements. */
const COST = 10;

/**
 * The elements of single people in which something has changed since they were found. Takes out of what is kept whatever
 * the changes may have made wrong: what they happened in, and what came or went, which may change unseen while it is away.
 * @param scan what was found; nothing when anything may have changed since
 * @returns undefined when other people may have come of it as well; null when it is too much to keep anything
 */
export function changedRoots(
  records: readonly MutationRecord[],
  kept: Kept,
  scan: Scan | undefined,
): Element[] | undefined | null {
  const changed: Element[] = [];
  let others = !scan?.within;
  let left = LIMIT;
  for (const { target, attributeName, addedNodes, removedNodes } of records) {
    const nodes = [...addedNodes, ...removedNodes];
    left -= COST * nodes.length;
    if (left < 0) return null;
    for (const node of nodes) {
      for (const part of isElement(node) ? withParts(node, '*', LIMIT) : []) {
        kept.delete(part);
        left--;
      }
    }
    let root: Element | undefined;
    const at = isElement(target) ? target : parent(target);
    for (let up = at; up; up = parent(up)) {
      kept.delete(up);
      if (scan?.roots.has(up)) root ??= up;
      left--;
    }
    if (root) changed.push(root);
    others ||= matters(attributeName, nodes, at, scan?.within ?? '', !!root);
  }
  return left < 0 ? null : others ? undefined : changed;
}

/**
 * Whether a change may bring other people or take some away.
 * @param at the element that it happened in
 * @param alone whether a single person was read from that
 */
function matters(attribute: string | null, nodes: readonly Node[], at: Element | null, kind: string, alone: boolean) {
  const listed = kind === LINKS;
  // Where a site's cards end depends on all links; in markup each tells by itself.
  if (alone && !listed) return false;
  if (nodes.some((node) => isElement(node) && (matches(node, kind) || one(node, kind)))) return true;
  if (!at || alone) return attribute === 'href';
  // Classes change for looks all the time. But those around a link may hide a name.
  if (attribute && (listed ? one(at, kind) : kind.includes(`[${attribute}`))) return true;
  return !!closest(at, kind);
}

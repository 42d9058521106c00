import type { Moment } from '../db/moment.ts';
import type { Draft } from './draft.ts';
import { endRaises } from './ledger/caps.ts';
import { renew } from './ledger/cycles.ts';
import { expireHolds } from './ledger/holds.ts';
import { bySpendingOrder, type Grant, type Purse } from './purse.ts';

/**
 * Does what time alone has made due, in the order in which it became due, so that it does not matter how often it is
 * looked after: ends holds and raises that are over, expires grants, starts each cycle that has begun since. It only ever
 * goes forward: a clock set back changes nothing until it has caught up.
 */
export function catchUp(draft: Draft): void {
  for (let due = dueAt(draft); due !== null && due <= draft.now; due = dueAt(draft)) {
    draft.time = due;
    expireHolds(draft, due);
    expireGrants(draft, due);
    endRaises(draft, due);
    if (draft.cycle !== null && draft.cycle.renewsAt <= due) renew(draft);
  }
  draft.time = draft.now;
}

/** The earliest moment at which time has something to do, as far as the purse is loaded; null for never. */
export function dueAt({
  cycle,
  grants,
  holds,
  caps,
}: Pick<Purse, 'cycle' | 'grants' | 'holds' | 'caps'>): Moment | null {
  let due = cycle?.renewsAt ?? null;
  const consider = (moment: Moment | null) => {
    if (moment !== null && (due === null || moment < due)) due = moment;
  };
  for (const grant of grants.values()) if (isAlive(grant)) consider(grant.expiresAt);
  for (const { status, expiresAt } of holds.values()) if (status === 'open') consider(expiresAt);
  for (const { raise } of caps.values()) consider(raise?.until ?? null);
  return due;
}

/** Whether `catchUp` would change anything, as far as the purse is loaded. */
export function isBehind(purse: Purse, now: Moment): boolean {
  const due = dueAt(purse);
  return due !== null && due <= now;
}

function expireGrants(draft: Draft, upTo: Moment): void {
  const over = [...draft.grants.values()].filter(
    (grant) => isAlive(grant) && grant.expiresAt !== null && grant.expiresAt <= upTo,
  );
  for (const grant of over.sort(bySpendingOrder)) draft.lapse(grant, null, null);
}

/** Whether a grant's end would change anything. One without any credits is looked at when some come back to it. */
function isAlive({ lapsed, left, held }: Grant): boolean {
  return !lapsed && left + held > 0;
}

import type { Moment } from '../db/moment.ts';
import type { Changes } from './draft.ts';
import type { Purse } from './purse.ts';
import { dueAt } from './renewal.ts';
import { isClosed } from './rows.ts';

/** A purse as one transaction found or left it, and what else its row says. */
export interface Remembered {
  /** With all open grants, and those open holds that were looked at: any other may be there in the database. */
  readonly purse: Purse;
  readonly revision: number;
  readonly lastUnlock: number;
  /** Before then nothing becomes due that is not in `purse`: holds that were not looked at, top-ups. */
  readonly othersDue: Moment | null;
}

/** What is worth remembering of a purse once its changes are written. */
export function afterwards({ purse, holds }: Changes, rest: Omit<Remembered, 'purse'>): Remembered {
  let { othersDue } = rest;
  for (const { expiresAt } of holds.added) othersDue = earlier(othersDue, expiresAt);
  return {
    ...rest,
    othersDue,
    purse: {
      ...purse,
      grants: new Map([...purse.grants].filter(([, grant]) => !isClosed(grant))),
      holds: new Map([...purse.holds].filter(([, { status }]) => status === 'open')),
    },
  };
}

/** Before then time alone changes nothing; null for never. */
export function dueOf({ purse, othersDue }: Pick<Remembered, 'purse' | 'othersDue'>): Moment | null {
  return earlier(dueAt(purse), othersDue);
}

/** Whether time has something to do. */
export function isDue(known: Pick<Remembered, 'purse' | 'othersDue'>, now: Moment): boolean {
  const due = dueOf(known);
  return due !== null && due <= now;
}

/** The earlier of two moments, of which null is never. */
export function earlier(one: Moment | null, other: Moment | null): Moment | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

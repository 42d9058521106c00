import type { GrantKind, LedgerEntry } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import type { PlanTerms } from './plan.ts';

/** Who caused a movement; null where the clock did. */
export type By = { id: string; name: string } | null;

/** Credits that were given, and what has become of them. Its age is the number of the entry that gave it. */
export interface Grant {
  readonly entry: number;
  /** What it was given for. The same source never gives twice. */
  readonly source: string;
  readonly kind: GrantKind;
  /** Lowest is spent first. */
  readonly priority: number;
  readonly credits: number;
  readonly left: number;
  readonly held: number;
  readonly expiresAt: Moment | null;
  /** Its time is over: what comes back to it from a hold expires at once. */
  readonly lapsed: boolean;
  readonly reason: string | null;
}

/** Credits by the grant (its entry's number) that they come from, in the order of spending. */
export type Parts = readonly (readonly [grant: number, credits: number])[];

/** A reserved price. It ends once: captured, released, or expired. */
export interface Hold {
  readonly id: string;
  readonly entry: number;
  readonly credits: number;
  readonly parts: Parts;
  /** Spendable credits before it. */
  readonly before: number;
  readonly expiresAt: Moment;
  readonly status: 'open' | 'captured' | 'released' | 'expired';
  /** How it ended: the entry that ended it, what was charged out of which grants, and spendable credits after it. */
  readonly end: {
    readonly entry: number;
    readonly charged: number;
    readonly parts: Parts;
    readonly after: number;
  } | null;
}

/**
 * One workspace's purse. `available` is the sum of the grants' `left`, `held` that of their `held`, and both are what
 * the entries from 1 to `lastEntry` add up to.
 */
export interface Purse {
  readonly lastEntry: number;
  readonly available: number;
  readonly held: number;
  readonly plan: PlanTerms | null;
  /** The billing cycle that the purse is in; number -1 before the first. Null without a plan. */
  readonly cycle: { readonly number: number; readonly renewsAt: Moment } | null;
  /** By entry number: at least those with something left or on hold, and those whose source is asked about. */
  readonly grants: ReadonlyMap<number, Grant>;
  /** By id: at least the open ones that are over, and those that are asked about. */
  readonly holds: ReadonlyMap<string, Hold>;
}

export const EMPTY_PURSE: Purse = {
  lastEntry: 0,
  available: 0,
  held: 0,
  plan: null,
  cycle: null,
  grants: new Map(),
  holds: new Map(),
};

/** What an entry moved in one grant. */
export type EntryPart = readonly [grant: number, availableDelta: number, heldDelta: number];

/** One immutable movement. The sums of its parts are its deltas. */
export interface Entry {
  readonly number: number;
  readonly at: Moment;
  readonly kind: LedgerEntry['kind'];
  readonly grantKind: GrantKind | null;
  readonly availableDelta: number;
  readonly heldDelta: number;
  readonly parts: readonly EntryPart[];
  readonly reference: string;
  readonly by: By;
  readonly reason: string | null;
}

/** The order of spending: priority, then what expires first (never comes last), then age. */
export function bySpendingOrder(a: Grant, b: Grant): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  if (a.expiresAt !== b.expiresAt) {
    if (a.expiresAt === null) return 1;
    if (b.expiresAt === null) return -1;
    return a.expiresAt < b.expiresAt ? -1 : 1;
  }
  return a.entry - b.entry;
}

/** How a sum of parts divides over the kinds of grants. */
export function splitOf(purse: Purse, parts: Parts): { plan: number; addOn: number; topUp: number } {
  const split = { plan: 0, addOn: 0, topUp: 0 };
  const name = { plan: 'plan', add_on: 'addOn', top_up: 'topUp' } as const;
  for (const [entry, credits] of parts) {
    const grant = purse.grants.get(entry);
    if (grant === undefined) throw new Error(`grant ${entry} of a charge is not loaded`);
    split[name[grant.kind]] += credits;
  }
  return split;
}

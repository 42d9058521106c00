import type { Activity } from '#contract/activity.ts';
import type { GrantKind, LedgerEntry } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import type { PlanTerms } from './plan.ts';

/** Who caused a movement; null where the clock did. */
export type By = { readonly id: string; readonly name: string } | null;

/** Credits that were given, and what has become of them. Its age is the number of the entry that gave it. */
export interface Grant {
  readonly entry: number;
  /** What it was given for: `plan:…` for a cycle's allowance, `add_on:…`, `top_up:…`, `grant:…`. It never gives twice. */
  readonly source: string;
  readonly kind: GrantKind;
  /** Lowest is spent first. */
  readonly priority: number;
  readonly credits: number;
  readonly left: number;
  readonly held: number;
  /** Taken away unspent: expired, revoked or reversed. What is neither left, held nor lost was spent. */
  readonly lost: number;
  readonly expiresAt: Moment | null;
  /** Its time is over, for good: what comes back to it later does not stay. Also of a grant that has nothing left. */
  readonly lapsed: boolean;
  /** Its payment was taken back, for good: what comes back to it later pays debt. Also of one that has nothing left. */
  readonly reversed: boolean;
  readonly reason: string | null;
}

/** Credits by the grant (its entry's number) that they come from, in the order of spending. */
export type Parts = readonly (readonly [grant: number, credits: number])[];

/** A reserved price. It ends once; only one that expired may still be captured, by holding anew, or released for good. */
export interface Hold {
  readonly id: string;
  readonly activity: Activity;
  /** The entry that reserved it; after a late capture the one that held anew. */
  readonly entry: number;
  /** What was asked for. */
  readonly credits: number;
  /** What `entry` reserved. */
  readonly parts: Parts;
  /** Spendable credits before `entry`. */
  readonly before: number;
  readonly expiresAt: Moment;
  readonly status: 'open' | 'captured' | 'released' | 'expired';
  /** Id of the member who spends, whose cap it counts against; null for none. */
  readonly by: string | null;
  /** How it ended: the entry that ended it, what was charged out of which grants, and spendable credits after it. */
  readonly end: {
    readonly entry: number;
    readonly at: Moment;
    readonly charged: number;
    readonly parts: Parts;
    readonly after: number;
  } | null;
  /** The entry that gave the charge back. */
  readonly refund: number | null;
}

/** What one member may spend in a cycle. */
export interface Cap {
  readonly credits: number;
  /** On hold and charged in this cycle, less what was given back. Counts from entry `capsFrom` of the purse on. */
  readonly used: number;
  /** So many more until then. */
  readonly raise: { readonly credits: number; readonly until: Moment } | null;
}

/** Credits given anew at each renewal. */
export interface AddOn {
  readonly id: string;
  readonly credits: number;
}

/** The billing cycle that a purse is in; number -1 before the first, which begins at `renewsAt`. */
export interface BillingCycle {
  readonly number: number;
  readonly startsAt: Moment;
  readonly renewsAt: Moment;
  /** What the plan has given in it, less what a change of plan took back: the allowance, or more where that was used. */
  readonly granted: number;
}

/**
 * One workspace's purse. `available` is the sum of the grants' `left`, `held` that of their `held`, and these and `debt`
 * are what the entries from 1 to `lastEntry` add up to.
 */
export interface Purse {
  readonly lastEntry: number;
  readonly available: number;
  readonly held: number;
  /** Spent credits whose payment was taken back. What is granted next pays it first. */
  readonly debt: number;
  readonly plan: PlanTerms | null;
  /** What the next renewal brings instead of the same plan. */
  readonly next: PlanTerms | 'cancelled' | null;
  /** Null without a plan. */
  readonly cycle: BillingCycle | null;
  readonly addOns: readonly AddOn[];
  /** The last entry before this cycle: only holds after it count against caps. */
  readonly capsFrom: number;
  /**
   * By entry number: at least those with something left or on hold, those whose source is asked about, and those that
   * the holds asked about were charged to.
   */
  readonly grants: ReadonlyMap<number, Grant>;
  /** By id: at least the open ones that are over, and those that are asked about. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** All of them, by the member's id. */
  readonly caps: ReadonlyMap<string, Cap>;
}

export const EMPTY_PURSE: Purse = {
  lastEntry: 0,
  available: 0,
  held: 0,
  debt: 0,
  plan: null,
  next: null,
  cycle: null,
  addOns: [],
  capsFrom: 0,
  grants: new Map(),
  holds: new Map(),
  caps: new Map(),
};

/** What an entry moved in one grant. */
export type EntryPart = readonly [grant: number, availableDelta: number, heldDelta: number];

/** One immutable movement. The sums of its parts are its deltas. */
export interface Entry {
  readonly number: number;
  readonly at: Moment;
  readonly kind: LedgerEntry['kind'];
  readonly grantKind: GrantKind | null;
  /** Of the hold that it belongs to. */
  readonly activity: Activity | null;
  readonly availableDelta: number;
  readonly heldDelta: number;
  readonly debtDelta: number;
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

/** What a member may still spend under a cap; 0 also when it was lowered below what is used. */
export function leftOfCap({ credits, used, raise }: Cap): number {
  return Math.max(0, credits + (raise?.credits ?? 0) - used);
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

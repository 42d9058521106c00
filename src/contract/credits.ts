import * as z from 'zod/mini';
import { ACTIVITIES } from './activity.ts';
import { text } from './profile.ts';

/** A moment, ISO 8601 in UTC, from the server's clock unless said otherwise. */
export const Moment = z.iso.datetime();
/** Whole credits. */
export const Credits = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));

/** What a plan prices or excludes. */
export const Activity = z.enum(ACTIVITIES);
export type Activity = z.infer<typeof Activity>;

/** The price of each activity in credits; null where the plan excludes it. */
export const Prices = z.record(Activity, z.nullable(Credits));
export type Prices = z.infer<typeof Prices>;

/** A purchase goes from `pending` to one of the others; a settled one may still be reversed. */
export const TopUpStatus = z.enum(['pending', 'settled', 'failed', 'reversed']);
export type TopUpStatus = z.infer<typeof TopUpStatus>;

/** Top-up credits asked for or bought. Pending ones are shown and cannot be spent. */
export const TopUp = z.object({
  id: z.uuid(),
  credits: Credits,
  status: TopUpStatus,
  /** Pending for more than 24 hours. */
  overdue: z.boolean(),
  note: z.nullable(z.string()),
  /** Name of the member who asked. */
  requestedBy: z.string(),
  requestedAt: Moment,
  endedAt: z.nullable(Moment),
});
export type TopUp = z.infer<typeof TopUp>;

export const GrantKind = z.enum(['plan', 'add_on', 'top_up']);
export type GrantKind = z.infer<typeof GrantKind>;

/** One workspace's purse as the ledger has it after entry `asOf.entry`. */
export const Balance = z.object({
  asOf: z.object({ entry: z.int().check(z.nonnegative()), at: Moment }),
  /** Credits that can be spent now: plan + add-on + top-up; what is on hold is already taken off. */
  available: Credits,
  /** Spent first; what is left lapses at `renewsAt`, when the next cycle's allowance is granted. Null without a plan. */
  plan: z.nullable(
    z.object({
      name: z.string(),
      left: Credits,
      allowance: Credits,
      renewsAt: Moment,
      /** What `renewsAt` brings instead: another plan, or the end of it. Null when the plan goes on. */
      next: z.nullable(z.union([z.literal('cancelled'), z.object({ name: z.string(), allowance: Credits })])),
    }),
  ),
  /**
   * Recurring credits beside the plan's: they lapse at `expiresAt` (the first of them, when there are several), and the
   * next renewal brings `refreshes`. Null when there are none and none will come.
   */
  addOn: z.nullable(z.object({ left: Credits, expiresAt: Moment, refreshes: Credits })),
  /** Never expires, unless an operator gave it with a date. */
  topUp: Credits,
  /** Reserved by what has not ended yet. */
  held: Credits,
  /** Spent credits whose payment was taken back: what is granted next pays it first. What is available can be spent. */
  debt: Credits,
  /** What will be lost, and when, if it is not spent: by date and kind, soonest first, 20 at most. */
  expiring: z.array(z.object({ at: Moment, credits: Credits, kind: GrantKind })),
  /** What the member who asks may spend in this cycle. Null when they have no cap, or no member asks. */
  cap: z.nullable(
    z.object({
      /** With a raise that is in force. */
      credits: Credits,
      left: Credits,
      /** When the next cycle begins; null without a plan: it never resets. */
      resetsAt: z.nullable(Moment),
      /** End of the raise that is in force. */
      raisedUntil: z.nullable(Moment),
    }),
  ),
  /** Top-ups asked for and not settled yet, newest first, 20 at most. */
  pending: z.array(TopUp),
  prices: Prices,
  /** Days in which a charge may be disputed; 0 when it may not be. */
  refundDays: z.int().check(z.nonnegative()),
});
export type Balance = z.infer<typeof Balance>;

/** What was charged: who, when, for whom, out of which credits, and whether it was given back. */
export const Receipt = z.object({
  /** Number of the ledger entry that captured the charge. */
  entry: z.int(),
  /** Id of what was charged, such as the reveal. */
  id: z.uuid(),
  activity: Activity,
  at: Moment,
  /** Name of the member who spent. */
  member: z.string(),
  /** Name of the person, or of whatever else it was for. */
  person: z.string(),
  provider: z.string(),
  charged: Credits,
  /** The charge by kind of grant; the three add up to `charged`. */
  split: z.object({ plan: Credits, addOn: Credits, topUp: Credits }),
  /** Spendable credits before the price was held and after the charge. */
  before: Credits,
  after: Credits,
  /** The charge was given back by this entry. */
  refund: z.nullable(z.object({ entry: z.int(), at: Moment, credits: Credits })),
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * One immutable movement of the ledger. `available`, `held` and `debt` change by the deltas; their sums replay to the
 * balance.
 */
export const LedgerEntry = z.object({
  /** Without gaps in one workspace, from 1. */
  number: z.int().check(z.positive()),
  at: Moment,
  kind: z.enum(['grant', 'hold', 'capture', 'release', 'expire', 'revoke', 'reverse', 'repay', 'refund']),
  grantKind: z.nullable(GrantKind),
  /** What a hold, and what became of it, is for. */
  activity: z.nullable(Activity),
  availableDelta: z.int(),
  heldDelta: z.int(),
  debtDelta: z.int(),
  /** What it belongs to: the reveal's id of a hold, the top-up's id or cycle of a grant. */
  reference: z.string(),
  /** Name of the member or operator who caused it; null for the clock. */
  by: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** A grant as an operator sees it. Its entry's number names it. */
export const GrantLine = z.object({
  entry: z.int().check(z.positive()),
  kind: GrantKind,
  credits: Credits,
  left: Credits,
  held: Credits,
  expiresAt: z.nullable(Moment),
  /** `open` can be spent; `lapsed`: over but for what is on hold; `closed`: nothing left; `reversed`: taken back. */
  status: z.enum(['open', 'lapsed', 'closed', 'reversed']),
  reason: z.nullable(z.string()),
});
export type GrantLine = z.infer<typeof GrantLine>;

/** Why a charge is disputed. */
export const DisputeReason = z.enum(['bounced', 'wrong', 'other']);
export type DisputeReason = z.infer<typeof DisputeReason>;

/** A charge that somebody wants back. There is one for each charge at most. */
export const Dispute = z.object({
  /** Id of what was charged, such as the reveal. */
  id: z.uuid(),
  status: z.enum(['open', 'granted', 'declined']),
  reason: DisputeReason,
  note: z.nullable(z.string()),
  /** Name of the member who disputes. */
  raisedBy: z.string(),
  raisedAt: Moment,
  activity: Activity,
  /** As on the receipt. */
  person: z.string(),
  provider: z.string(),
  charged: Credits,
  /** Name of the operator who decided, when, and what they said. */
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(Moment),
  answer: z.nullable(z.string()),
});
export type Dispute = z.infer<typeof Dispute>;

/** Body of a dispute. */
export const DisputeRequest = z.object({ reason: DisputeReason, note: z.nullable(text(500)) });

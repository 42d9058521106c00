import * as z from 'zod/mini';

/** A moment, ISO 8601 in UTC, from the server's clock unless said otherwise. */
export const Moment = z.iso.datetime();
/** Whole credits. */
export const Credits = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));

export const TopUpStatus = z.enum(['pending', 'settled', 'failed', 'reversed']);

/** Top-up credits asked for or bought. Pending ones are shown and cannot be spent. */
export const TopUp = z.object({
  id: z.uuid(),
  credits: Credits,
  status: TopUpStatus,
  note: z.nullable(z.string()),
  /** Name of the member who asked. */
  requestedBy: z.string(),
  requestedAt: Moment,
  endedAt: z.nullable(Moment),
});
export type TopUp = z.infer<typeof TopUp>;

/** One workspace's purse as the ledger has it after entry `asOf.entry`. */
export const Balance = z.object({
  asOf: z.object({ entry: z.int().check(z.nonnegative()), at: Moment }),
  /** Credits that can be spent now: plan + add-on + top-up; what is on hold is already taken off. */
  available: Credits,
  /** Spent first; what is left lapses at `renewsAt`, when the next cycle's allowance is granted. Null without a plan. */
  plan: z.nullable(z.object({ name: z.string(), left: Credits, allowance: Credits, renewsAt: Moment })),
  /** Recurring credits beside the plan's; they lapse with the cycle. Null when there are none. */
  addOn: z.nullable(z.object({ left: Credits, expiresAt: Moment })),
  /** Never expires. */
  topUp: Credits,
  /** Reserved by reveals that have not ended yet. */
  held: Credits,
  /** Top-ups asked for and not settled yet, newest first, 20 at most. */
  pending: z.array(TopUp),
  /** The plan's price of each field in credits; null where the plan excludes it. */
  prices: z.object({ email: z.nullable(Credits), phone: z.nullable(Credits) }),
});
export type Balance = z.infer<typeof Balance>;

export const GrantKind = z.enum(['plan', 'add_on', 'top_up']);
export type GrantKind = z.infer<typeof GrantKind>;

/** What was charged for one reveal: who, when, for whom, and out of which credits. */
export const Receipt = z.object({
  /** Number of the ledger entry that captured the charge. */
  entry: z.int(),
  revealId: z.uuid(),
  at: Moment,
  /** Name of the member who revealed. */
  member: z.string(),
  /** Name of the person revealed. */
  person: z.string(),
  provider: z.string(),
  charged: Credits,
  /** The charge by kind of grant; the three add up to `charged`. */
  split: z.object({ plan: Credits, addOn: Credits, topUp: Credits }),
  /** Spendable credits before the price was held and after the charge. */
  before: Credits,
  after: Credits,
});
export type Receipt = z.infer<typeof Receipt>;

/** One immutable movement of the ledger. `available` and `held` change by the deltas; both sums replay to the balance. */
export const LedgerEntry = z.object({
  /** Without gaps in one workspace, from 1. */
  number: z.int().check(z.positive()),
  at: Moment,
  kind: z.enum(['grant', 'hold', 'capture', 'release', 'expire']),
  grantKind: z.nullable(GrantKind),
  availableDelta: z.int(),
  heldDelta: z.int(),
  /** What it belongs to: the reveal's id of a hold, the top-up's id or cycle of a grant. */
  reference: z.string(),
  /** Name of the member or operator who caused it; null for the clock. */
  by: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

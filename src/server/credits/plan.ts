import * as z from 'zod/mini';
import { ACTIVITIES, type Activity } from '#contract/activity.ts';
import { Credits } from '#contract/credits.ts';
import { CYCLES, isTimeZone } from './cycle.ts';

/** A price in credits; null where the plan excludes the activity, as it does one that is not named. */
const Price = z.prefault(z.nullable(Credits), null);

/** What a workspace's plan gives and costs. `anchor` and `timeZone` say when its billing cycles begin. */
export const PlanTerms = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Credits granted at the start of each cycle. */
  allowance: Credits.check(z.maximum(100_000_000)),
  cycle: z.enum(CYCLES),
  /** ISO 8601 in UTC: when cycle 0 begins. */
  anchor: z.iso.datetime(),
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: z.string().check(z.maxLength(64), z.refine(isTimeZone, { error: 'unknown time zone' })),
  prices: z.object({
    email: Price,
    phone: Price,
    contact_enrichment: Price,
    account_enrichment: Price,
    ai_insight: Price,
    api_call: Price,
  }),
  /** Days after a charge in which it may be disputed; 0 for never. */
  refundDays: z.prefault(z.int().check(z.nonnegative(), z.maximum(365)), 0),
  /**
   * What becomes of credits that a hold gives back to a grant which has expired since: they expire as well, or are given
   * anew as the same kind until the end of the cycle that has begun.
   */
  heldOver: z.prefault(z.enum(['expire', 'goodwill']), 'expire'),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

export type Prices = Record<Activity, number | null>;

/** The prices where there is no plan: nothing can be had. */
export const NO_PRICES = Object.fromEntries(ACTIVITIES.map((activity) => [activity, null])) as Prices;

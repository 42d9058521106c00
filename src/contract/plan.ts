import * as z from 'zod/mini';
import { Credits, Moment } from './credits.ts';

export const CYCLES = ['monthly', 'quarterly', 'semi_annual', 'annual'] as const;

/** The price of one activity; an activity that is not named is excluded. */
const price = z.prefault(z.nullable(Credits), null);

/** What an operator puts in force: what a plan gives and costs. */
export const PlanOffer = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100), z.regex(/^\P{C}+$/u)),
  /** Credits granted at the start of each cycle. */
  allowance: Credits.check(z.maximum(100_000_000)),
  cycle: z.enum(CYCLES),
  /**
   * When cycle 0 begins. Null goes on with the current plan's cycles when they have the same length and time zone, and
   * begins now otherwise.
   */
  anchor: z.prefault(z.nullable(Moment), null),
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: z.prefault(z.string().check(z.maxLength(64)), 'UTC'),
  prices: z.object({
    email: z.nullable(Credits),
    phone: z.nullable(Credits),
    contact_enrichment: price,
    account_enrichment: price,
    ai_insight: price,
    api_call: price,
  }),
  /** Days in which a charge may be disputed; 0 for never. */
  refundDays: z.prefault(z.int().check(z.nonnegative(), z.maximum(365)), 0),
  /**
   * What happens to credits that were on hold at a renewal and come back to an expired grant: they expire as well, or
   * are given anew until the new cycle's end.
   */
  heldOver: z.prefault(z.enum(['expire', 'goodwill']), 'expire'),
});
export type PlanOffer = z.infer<typeof PlanOffer>;

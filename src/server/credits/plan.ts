import * as z from 'zod/mini';
import { Credits } from '#contract/credits.ts';
import type { Field } from '#contract/profile.ts';
import { CYCLES, isTimeZone } from './cycle.ts';

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
  /** Price of each field in credits; null where the plan excludes it. */
  prices: z.object({ email: z.nullable(Credits), phone: z.nullable(Credits) }),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

export type Prices = Record<Field, number | null>;

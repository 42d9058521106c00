import * as z from 'zod/mini';
import { ACTIVITIES, type Activity } from '#contract/activity.ts';
import { Credits } from '#contract/credits.ts';
import { PlanOffer } from '#contract/plan.ts';
import { isTimeZone } from './cycle.ts';

/** A price in credits; null where the plan excludes the activity, as it does one that is not named. */
const Price = z.prefault(z.nullable(Credits), null);

/** A plan in force: an offer whose calendar is known and can be. A price that was not known of is one of null. */
export const PlanTerms = z.extend(PlanOffer, {
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  anchor: z.iso.datetime(),
  timeZone: z.string().check(z.maxLength(64), z.refine(isTimeZone, { error: 'unknown time zone' })),
  prices: z.object({
    email: Price,
    phone: Price,
    contact_enrichment: Price,
    account_enrichment: Price,
    ai_insight: Price,
    api_call: Price,
  }),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

export type Prices = Record<Activity, number | null>;

/** The prices where there is no plan: nothing can be had. */
export const NO_PRICES = Object.fromEntries(ACTIVITIES.map((activity) => [activity, null])) as Prices;

import { later, type Moment } from '../db/moment.ts';
import type { PlanTerms } from './plan.ts';

const DAY = 86_400_000;

/**
 * Whether a charge was disputed too late by the plan. Without a plan there is no window: whoever decides on the dispute
 * decides on this as well.
 */
export function isTooLate(plan: PlanTerms | null, chargedAt: Moment, askedAt: Moment): boolean {
  if (plan === null) return false;
  return plan.refundDays === 0 || askedAt > later(chargedAt, plan.refundDays * DAY);
}

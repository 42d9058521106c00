import { cycleStart } from '../cycle.ts';
import type { Draft } from '../draft.ts';
import type { PlanTerms } from '../plan.ts';
import type { BillingCycle, By } from '../purse.ts';
import { refreshAddOns } from './add-ons.ts';
import { resetCaps } from './caps.ts';

/**
 * Starts a cycle: the caps count anew, allowance and add-ons are given. Before the first cycle nothing is given.
 * @param startsAt where the cycle before it ended
 */
export function startCycle(draft: Draft, terms: PlanTerms, number: number, startsAt: string, by: By): void {
  const granted = number < 0 ? 0 : terms.allowance;
  const cycle = { number, startsAt, renewsAt: cycleStart(terms, number + 1), granted };
  draft.plan = terms;
  draft.cycle = cycle;
  resetCaps(draft);
  if (number < 0) return;
  giveAllowance(draft, terms.allowance, cycle, by, null);
  refreshAddOns(draft, cycle, by);
}

/** Ends the current cycle, at its end: the next one begins, of the same plan or of the one that was chosen for it. */
export function renew(draft: Draft): void {
  const { plan, next, cycle } = draft;
  if (plan === null || cycle === null) throw new Error('a renewal without a plan');
  draft.next = null;
  if (next === 'cancelled') endPlan(draft);
  else if (next === null) startCycle(draft, plan, cycle.number + 1, cycle.renewsAt, null);
  else if (next.cycle === plan.cycle && next.timeZone === plan.timeZone) {
    startCycle(draft, { ...next, anchor: plan.anchor }, cycle.number + 1, cycle.renewsAt, null);
  } else startCycle(draft, { ...next, anchor: cycle.renewsAt }, 0, cycle.renewsAt, null);
}

/** Gives so much of the allowance of a cycle. */
export function giveAllowance(draft: Draft, credits: number, cycle: BillingCycle, by: By, reason: string | null): void {
  // The cycle's number in the purse is what keeps an allowance from being granted twice; the source only has to differ.
  const source = `${ALLOWANCE}${cycle.startsAt}:${draft.lastEntry + 1}`;
  const reference = cycle.startsAt;
  draft.give({ source, kind: 'plan', credits, expiresAt: cycle.renewsAt, reason, reference, by });
}

/** How the source of a plan's own allowance begins: other grants of the same kind are not the plan's to change. */
export const ALLOWANCE = 'plan:';

function endPlan(draft: Draft): void {
  draft.plan = null;
  draft.cycle = null;
  draft.addOns = [];
  resetCaps(draft);
}

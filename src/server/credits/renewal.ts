import { type Calendar, cycleAt, cycleStart } from './cycle.ts';
import type { Draft } from './draft.ts';
import type { PlanTerms } from './plan.ts';
import { type By, bySpendingOrder, type Grant, type Purse } from './purse.ts';

/**
 * Does what time alone has made due: ends holds that are over, expires grants, starts each cycle that has begun since.
 * It only ever goes forward: a clock set back changes nothing until it has caught up.
 */
export function catchUp(draft: Draft): void {
  for (const hold of draft.holds.values()) {
    if (hold.status === 'open' && hold.expiresAt <= draft.now) draft.end(hold, 'expired', 0, null, 'the hold expired');
  }
  while (draft.plan !== null && draft.cycle !== null && draft.cycle.renewsAt <= draft.now) {
    const { number, renewsAt } = draft.cycle;
    expire(draft, renewsAt);
    startCycle(draft, draft.plan, number + 1, null);
  }
  expire(draft, draft.now);
}

/** Whether `catchUp` would change anything, as far as the purse is loaded. */
export function isBehind(purse: Purse, now: string): boolean {
  const over = (expiresAt: string | null) => expiresAt !== null && expiresAt <= now;
  return (
    (purse.cycle !== null && purse.cycle.renewsAt <= now) ||
    [...purse.grants.values()].some((grant) => !grant.lapsed && over(grant.expiresAt)) ||
    [...purse.holds.values()].some((hold) => hold.status === 'open' && over(hold.expiresAt))
  );
}

/**
 * Puts other terms in force. Name and prices count at once. Another allowance is made up for in the current cycle: the
 * difference is granted, or taken from what is left of the plan. Another calendar ends the current cycle, with what is
 * left of the plan, and starts its own.
 */
export function setPlan(draft: Draft, terms: PlanTerms, by: By): void {
  const old = draft.plan;
  draft.plan = terms;
  if (old === null || draft.cycle === null || !sameCalendar(old, terms)) {
    for (const grant of planGrants(draft)) draft.lapse(grant, by, 'the plan changed');
    startCycle(draft, terms, cycleAt(terms, draft.now), by);
    return;
  }
  const more = terms.allowance - old.allowance;
  if (draft.cycle.number < 0 || more === 0) return;
  if (more > 0) giveAllowance(draft, more, draft.cycle, cycleStart(terms, draft.cycle.number), by, 'the plan changed');
  else takeAllowance(draft, -more, by);
}

function expire(draft: Draft, upTo: string): void {
  for (const grant of [...draft.grants.values()].sort(bySpendingOrder)) {
    if (!grant.lapsed && grant.expiresAt !== null && grant.expiresAt <= upTo) draft.lapse(grant, null, null);
  }
}

function startCycle(draft: Draft, terms: PlanTerms, number: number, by: By): void {
  const cycle = { number, renewsAt: cycleStart(terms, number + 1) };
  draft.cycle = cycle;
  if (number >= 0) giveAllowance(draft, terms.allowance, cycle, cycleStart(terms, number), by, null);
}

function giveAllowance(
  draft: Draft,
  credits: number,
  cycle: { renewsAt: string },
  start: string,
  by: By,
  reason: string | null,
): void {
  // The cycle's number in the purse is what keeps an allowance from being granted twice; the source only has to differ.
  const source = `plan:${start}:${draft.nextEntry}`;
  draft.give({ source, kind: 'plan', credits, expiresAt: cycle.renewsAt, reason, reference: start, by });
}

function takeAllowance(draft: Draft, credits: number, by: By): void {
  let wanted = credits;
  for (const grant of planGrants(draft).reverse()) {
    const taken = Math.min(wanted, grant.left);
    if (taken > 0) draft.cut(grant, taken, by, 'the plan changed');
    wanted -= taken;
  }
}

function planGrants(draft: Draft): Grant[] {
  return [...draft.grants.values()].filter(({ kind, lapsed }) => kind === 'plan' && !lapsed).sort(bySpendingOrder);
}

function sameCalendar(a: Calendar, b: Calendar): boolean {
  return a.cycle === b.cycle && a.anchor === b.anchor && a.timeZone === b.timeZone;
}

import { ACTIVITIES } from '#contract/activity.ts';
import type { Answers, CommandOf } from '../commands.ts';
import { type Calendar, cycleAt, cycleStart } from '../cycle.ts';
import type { Draft } from '../draft.ts';
import type { PlanTerms } from '../plan.ts';
import { type By, bySpendingOrder, type Grant } from '../purse.ts';
import { ALLOWANCE, giveAllowance, startCycle } from './cycles.ts';

const REASON = 'the plan changed';

/**
 * Puts other terms in force. Name, prices and policies count at once. Another allowance is made up for in the current
 * cycle: the difference is granted, or taken from what is left of the plan, so that what was used stays used. Another
 * calendar ends the current cycle, with what is left of the plan and of its add-ons, and starts its own. For the renewal,
 * the terms that are in force already withdraw whatever was chosen before.
 */
export function setPlan(draft: Draft, { terms, when, by }: CommandOf<'set_plan'>): Answers['set_plan'] {
  if (when === 'renewal' && draft.plan !== null) draft.next = sameOffer(draft.plan, terms) ? null : terms;
  else putInForce(draft, terms, by);
  return { kind: 'plan_set' };
}

export function cancelPlan(draft: Draft): Answers['cancel_plan'] {
  if (draft.plan === null) return { kind: 'no_plan' };
  draft.next = 'cancelled';
  return { kind: 'plan_cancelled' };
}

function putInForce(draft: Draft, terms: PlanTerms, by: By): void {
  const { plan: old, cycle } = draft;
  draft.next = null;
  if (old === null || cycle === null || !sameCalendar(old, terms)) {
    for (const grant of ownGrants(draft, [ALLOWANCE, 'add_on:'])) draft.lapse(grant, by, REASON);
    const number = cycleAt(terms, draft.now);
    startCycle(draft, terms, number, number < 0 ? draft.now : cycleStart(terms, number), by);
    return;
  }
  draft.plan = terms;
  if (cycle.number < 0 || terms.allowance === old.allowance) return;
  const more = terms.allowance - cycle.granted;
  if (more > 0) giveAllowance(draft, more, cycle, by, REASON);
  const taken = more < 0 ? takeAllowance(draft, -more, by) : 0;
  draft.cycle = { ...cycle, granted: cycle.granted + Math.max(0, more) - taken };
}

/** Takes so much of what is left of the allowance, if there is as much. @returns how much was taken */
function takeAllowance(draft: Draft, credits: number, by: By): number {
  let wanted = credits;
  for (const { entry, left, source } of ownGrants(draft, [ALLOWANCE]).reverse()) {
    const taken = Math.min(wanted, left);
    if (taken > 0) draft.lose(entry, taken, { kind: 'expire', reference: source, by, reason: REASON });
    wanted -= taken;
  }
  return credits - wanted;
}

/** What the cycle itself has given and is not used up, in the order of spending. */
function ownGrants(draft: Draft, sources: readonly string[]): Grant[] {
  return [...draft.grants.values()]
    .filter(({ lapsed, left, held }) => !lapsed && left + held > 0)
    .filter(({ source }) => sources.some((start) => source.startsWith(start)))
    .sort(bySpendingOrder);
}

/** Whether a renewal to `b` would change nothing: its anchor is not asked then. */
function sameOffer(a: PlanTerms, b: PlanTerms): boolean {
  const prices = ACTIVITIES.every((activity) => a.prices[activity] === b.prices[activity]);
  const calendar = a.cycle === b.cycle && a.timeZone === b.timeZone;
  const policies = a.refundDays === b.refundDays && a.heldOver === b.heldOver;
  return a.name === b.name && a.allowance === b.allowance && calendar && prices && policies;
}

function sameCalendar(a: Calendar, b: Calendar): boolean {
  // One moment can be written in several ways.
  const anchor = cycleStart(a, 0) === cycleStart(b, 0);
  return a.cycle === b.cycle && a.timeZone === b.timeZone && anchor;
}

import type { Activity } from '#contract/activity.ts';
import type { Refusal } from '#contract/refusal.ts';
import type { Moment } from '../db/moment.ts';
import { refuse } from '../refuse.ts';
import type { Purse } from './purse.ts';

/** Each refusal of whoever wants to spend, ask or give. Nothing is charged by any of them. */

const NAME: Record<Activity, string> = {
  email: 'revealing an e-mail address',
  phone: 'revealing a phone number',
  contact_enrichment: 'enriching a contact',
  account_enrichment: 'enriching an account',
  ai_insight: 'AI insights',
  api_call: 'API calls',
};

export function excluded(activity: Activity): Refusal {
  const message = `Your plan does not include ${NAME[activity]}. Ask your admin.`;
  return refuse('activity_excluded', message, 'ask_admin').refusal;
}

export function priceChanged(price: number): Refusal {
  const message = `The price is ${price} now. Look at it again before you reveal; nothing was charged.`;
  return refuse('price_changed', message, 'look_again', { price }).refusal;
}

export function insufficient(missing: number, price: number, { plan, cycle }: Purse): Refusal {
  const renewal = plan === null || cycle === null ? {} : { renewsAt: cycle.renewsAt, allowance: plan.allowance };
  const message = `Your team is ${credits(missing)} short of this. Ask for a top-up.`;
  return refuse('insufficient_credits', message, 'top_up', { missing, price, ...renewal }).refusal;
}

/** The member's cap leaves less than the price. Who can raise it is added where the members are known. */
export function capped(left: number, price: number, resetsAt: Moment | null): Refusal {
  const message = `Your cap leaves you ${credits(left)} in this cycle, and this costs ${price}. Ask an admin for more.`;
  return refuse('capped', message, 'ask_admin', { left, price, ...(resetsAt === null ? {} : { resetsAt }) }).refusal;
}

/** The same refusal, with the names of those who can help. Any other is left as it is. */
export function namingAdmins(refusal: Refusal, admins: readonly string[]): Refusal {
  if (refusal.code !== 'capped' || admins.length === 0) return refusal;
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(admins);
  return { ...refusal, admins: [...admins], message: refusal.message.replace('an admin', () => names) };
}

export function keyReused() {
  return refuse('key_reused', 'This id was used before for something else. Use a new one.', 'correct');
}

export function purseFull() {
  return refuse('invalid_request', 'The purse cannot hold that many credits.', 'correct', { at: 'credits' });
}

export function noPlan() {
  return refuse(
    'no_plan',
    'The workspace has no plan, so nothing would renew or end. Put a plan in force first.',
    'correct',
  );
}

function credits(count: number): string {
  return `${count} ${count === 1 ? 'credit' : 'credits'}`;
}

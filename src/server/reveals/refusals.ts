import type { Field } from '#contract/profile.ts';
import type { Refusal } from '#contract/refusal.ts';
import type { Purse } from '../credits/purse.ts';
import { refuse } from '../refuse.ts';

/** Each refusal that a reveal can end with. Nothing is charged by any of them. */

const NAME: Record<Field, string> = { email: 'an e-mail address', phone: 'a phone number' };

export function excluded(field: Field): Refusal {
  return refuse(
    'activity_excluded',
    `Your plan does not include revealing ${NAME[field]}. Ask your admin.`,
    'ask_admin',
  ).refusal;
}

export function priceChanged(price: number): Refusal {
  const message = `The price is ${price} now. Look at it again before you reveal; nothing was charged.`;
  return refuse('price_changed', message, 'look_again', { price }).refusal;
}

export function insufficient(missing: number, price: number, { plan, cycle }: Purse): Refusal {
  const renewal = plan === null || cycle === null ? {} : { renewsAt: cycle.renewsAt, allowance: plan.allowance };
  const message = `Your team is ${missing} ${missing === 1 ? 'credit' : 'credits'} short of this reveal. Ask for a top-up.`;
  return refuse('insufficient_credits', message, 'top_up', { missing, price, ...renewal }).refusal;
}

export function noProvider(): Refusal {
  const message = 'No data provider could be reached, and nothing was charged. Try again in a moment.';
  return refuse('provider_unavailable', message, 'retry').refusal;
}

export function interrupted(): Refusal {
  return refuse('unavailable', 'This reveal was interrupted and nothing was charged. Reveal it again.', 'retry')
    .refusal;
}

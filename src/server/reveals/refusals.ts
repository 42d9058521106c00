import type { Refusal } from '#contract/refusal.ts';
import { refuse } from '../refuse.ts';

/** The refusals of a reveal which are not about credits. Nothing is charged by any of them. */

export function noProvider(): Refusal {
  const message = 'No data provider could be reached, and nothing was charged. Try again in a moment.';
  return refuse('provider_unavailable', message, 'retry').refusal;
}

export function interrupted(): Refusal {
  return refuse('unavailable', 'This reveal was interrupted and nothing was charged. Reveal it again.', 'retry')
    .refusal;
}

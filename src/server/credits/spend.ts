import type { Activity } from '#contract/activity.ts';
import type { Moment } from '../db/moment.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import type { Hold } from './purse.ts';
import { capped, excluded, insufficient, keyReused, priceChanged } from './refusals.ts';
import type { OpenPurse } from './store.ts';

/**
 * How every activity is paid for: its price is held before the work, then captured or given back. Each of these is one
 * step of a transaction, and repeating it is harmless.
 */

/** One act to be paid for. */
export interface Spend {
  /** Made by the client, once: what is charged under it is charged once. */
  id: string;
  activity: Activity;
  member: Member;
  /** The highest price that the member was shown. */
  maxCredits: number;
}

/** Holds the plan's price, where the plan permits the activity, the member's cap and the purse allow it. */
export function holdPrice(
  open: OpenPurse,
  { id, activity, member, maxCredits }: Spend,
  expiresAt: Moment,
): OrRefusal<{ hold: Hold }> {
  const known = open.purse.holds.get(id);
  // What was agreed on stays, whatever the plan says now.
  if (known !== undefined && known.activity === activity) return { hold: known };
  if (known !== undefined) return keyReused();
  const price = open.purse.plan?.prices[activity] ?? null;
  if (price === null) return { refusal: excluded(activity) };
  if (price > maxCredits) return { refusal: priceChanged(price) };
  const answer = open.apply({ kind: 'hold', id, activity, credits: price, expiresAt, by: member });
  switch (answer.kind) {
    case 'held':
      return { hold: answer.hold };
    case 'insufficient':
      return { refusal: insufficient(answer.missing, price, open.purse) };
    case 'capped':
      return { refusal: capped(answer.left, price, answer.resetsAt) };
    case 'key_reused':
      return keyReused();
  }
}

/**
 * Charges what was held. When the hold has expired meanwhile it is held anew, or refused as it would be for a new one:
 * what was found is not given away then, and nothing is charged.
 * @throws when there is no such hold, or it was given back
 */
export function capturePrice(open: OpenPurse, id: string, member: Member): OrRefusal<{ hold: Hold }> {
  const credits = open.purse.holds.get(id)?.credits ?? 0;
  const answer = open.apply({ kind: 'capture', id, credits, by: member });
  switch (answer.kind) {
    case 'captured':
      return { hold: answer.hold };
    case 'insufficient':
      return { refusal: insufficient(answer.missing, credits, open.purse) };
    case 'capped':
      return { refusal: capped(answer.left, credits, answer.resetsAt) };
    case 'ended':
    case 'unknown':
      throw new Error(`hold ${id} cannot be captured: it is ${answer.kind}`);
  }
}

/** Gives the whole price back. @param by null for the server itself */
export function releasePrice(open: OpenPurse, id: string, by: Member | null, reason: string): void {
  open.apply({ kind: 'release', id, by, reason });
}

import type { Answers, CommandOf } from '../commands.ts';
import type { Draft } from '../draft.ts';
import type { Hold } from '../purse.ts';
import { whole } from './whole.ts';

/** Caps count what a member has on hold and was charged since the cycle began. No credits move here. */

export function setCap(draft: Draft, { member, credits, used }: CommandOf<'set_cap'>): Answers['set_cap'] {
  whole(credits ?? 0);
  whole(used);
  const known = draft.caps.get(member);
  if (credits === null) {
    if (known !== undefined) draft.putCap(member, null);
  } else if (known?.credits !== credits) {
    draft.putCap(member, known === undefined ? { credits, used, raise: null } : { ...known, credits });
  }
  return { kind: 'cap_set' };
}

export function raiseCap(draft: Draft, { member, credits, until }: CommandOf<'raise_cap'>): Answers['raise_cap'] {
  whole(credits);
  const known = draft.caps.get(member);
  if (known === undefined) return { kind: 'no_cap' };
  const same = known.raise?.credits === credits && known.raise.until === until;
  if (!same && until > draft.now) draft.putCap(member, { ...known, raise: { credits, until } });
  return { kind: 'cap_raised' };
}

/** Counts what the member of a hold spends, or gets back when negative. What an earlier cycle counted is not asked any more. */
export function count(draft: Draft, { by, entry }: Pick<Hold, 'by' | 'entry'>, credits: number): void {
  const cap = by === null || entry <= draft.capsFrom ? undefined : draft.caps.get(by);
  if (by === null || cap === undefined || credits === 0) return;
  draft.putCap(by, { ...cap, used: Math.max(0, cap.used + credits) });
}

/** Begins to count anew, with the next entry. */
export function resetCaps(draft: Draft): void {
  draft.capsFrom = draft.lastEntry;
  for (const [member, cap] of draft.caps) if (cap.used !== 0) draft.putCap(member, { ...cap, used: 0 });
}

/** Ends the raises whose time is over. */
export function endRaises(draft: Draft, upTo: string): void {
  for (const [member, cap] of draft.caps) {
    if (cap.raise !== null && cap.raise.until <= upTo) draft.putCap(member, { ...cap, raise: null });
  }
}

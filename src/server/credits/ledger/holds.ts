import type { Answers, CommandOf } from '../commands.ts';
import type { Draft } from '../draft.ts';
import { type By, type Hold, leftOfCap, type Parts } from '../purse.ts';
import { count } from './caps.ts';
import { about, giveBack, moved, type Overdue } from './returns.ts';
import { whole } from './whole.ts';

export function hold(draft: Draft, { id, activity, credits, expiresAt, by }: CommandOf<'hold'>): Answers['hold'] {
  whole(credits);
  const known = draft.holds.get(id);
  if (known !== undefined) {
    const same = known.credits === credits && known.activity === activity;
    return same ? { kind: 'held', hold: known } : { kind: 'key_reused' };
  }
  if (expiresAt <= draft.now) throw new RangeError(`hold ${id} would be over before it began`);
  return reserve(draft, { id, activity, credits, expiresAt, by: by?.id ?? null }, credits, by);
}

export function capture(draft: Draft, { id, credits, by }: CommandOf<'capture'>): Answers['capture'] {
  whole(credits);
  const known = draft.holds.get(id);
  if (known === undefined) return { kind: 'unknown' };
  if (known.status === 'captured') return { kind: 'captured', hold: known };
  if (known.status === 'released') return { kind: 'ended', hold: known };
  if (credits > known.credits) throw new RangeError(`hold ${id} has fewer credits than are to be captured`);
  if (known.status === 'open') return { kind: 'captured', hold: end(draft, known, 'captured', credits, by, null) };
  const anew = reserve(draft, known, credits, by);
  if (anew.kind !== 'held') return anew;
  return { kind: 'captured', hold: end(draft, anew.hold, 'captured', credits, by, 'held anew after it had expired') };
}

export function release(draft: Draft, { id, by, reason }: CommandOf<'release'>): Answers['release'] {
  const known = draft.holds.get(id);
  if (known === undefined) return { kind: 'unknown' };
  if (known.status === 'released') return { kind: 'released', hold: known };
  if (known.status === 'captured') return { kind: 'ended', hold: known };
  // Its credits are back already. From now on nothing can be captured by it any more.
  if (known.status === 'expired') return { kind: 'released', hold: draft.putHold({ ...known, status: 'released' }) };
  return { kind: 'released', hold: end(draft, known, 'released', 0, by, reason) };
}

/** Ends holds whose time is over, oldest first. */
export function expireHolds(draft: Draft, upTo: string): void {
  const over = [...draft.holds.values()].filter(({ status, expiresAt }) => status === 'open' && expiresAt <= upTo);
  for (const hold of over.sort((a, b) => a.entry - b.entry)) end(draft, hold, 'expired', 0, null, 'the hold expired');
}

/** Reserves credits in the order of spending, within the member's cap. */
function reserve(
  draft: Draft,
  wanted: Pick<Hold, 'id' | 'activity' | 'credits' | 'expiresAt' | 'by'>,
  credits: number,
  by: By,
): Extract<Answers['hold'], { kind: 'held' | 'insufficient' | 'capped' }> {
  const cap = wanted.by === null ? undefined : draft.caps.get(wanted.by);
  if (cap !== undefined && credits > leftOfCap(cap)) {
    return { kind: 'capped', left: leftOfCap(cap), resetsAt: draft.cycle?.renewsAt ?? null };
  }
  const before = draft.available;
  if (before < credits) return { kind: 'insufficient', missing: credits - before };
  const parts = draft.nextParts(credits);
  const entry = draft.post({ ...about(wanted, by), kind: 'hold', reason: null }, moved(parts, -1, 1));
  const { id, activity, expiresAt } = wanted;
  const made = { id, activity, entry, credits: wanted.credits, parts, before, expiresAt, by: wanted.by };
  count(draft, made, credits);
  return { kind: 'held', hold: draft.putHold({ ...made, status: 'open', end: null, refund: null }) };
}

/** Ends a hold: `credits` of it are charged, the rest goes back to where it came from, last taken first. */
function end(
  draft: Draft,
  hold: Hold,
  status: 'captured' | 'released' | 'expired',
  credits: number,
  by: By,
  reason: string | null,
): Hold {
  const { charged, rest } = divided(hold.parts, credits);
  const movement = { ...about(hold, by), reason };
  const capture = status === 'captured' ? draft.post({ ...movement, kind: 'capture' }, moved(charged, 0, -1)) : null;
  const back = capture === null || rest.length > 0 ? giveBack(draft, 'release', rest, movement, heldOver(draft)) : null;
  count(draft, hold, -rest.reduce((sum, [, amount]) => sum + amount, 0));
  const entry = capture ?? back ?? 0;
  const ended = { entry, at: draft.now, charged: credits, parts: charged, after: draft.available };
  return draft.putHold({ ...hold, status, end: ended });
}

/** The plan's policy for what a hold gives back to a grant that has expired since. */
function heldOver({ plan, cycle }: Draft): Overdue {
  if (plan?.heldOver !== 'goodwill' || cycle === null) return { kind: 'expire' };
  return { kind: 'goodwill', source: 'held_over', expiresAt: cycle.renewsAt };
}

/** Divides parts into the first `credits` of them, and the rest in reverse. */
function divided(parts: Parts, credits: number): { charged: Parts; rest: Parts } {
  const charged: [number, number][] = [];
  const rest: [number, number][] = [];
  let wanted = credits;
  for (const [grant, amount] of parts) {
    const taken = Math.min(wanted, amount);
    wanted -= taken;
    if (taken > 0) charged.push([grant, taken]);
    if (taken < amount) rest.unshift([grant, amount - taken]);
  }
  return { charged, rest };
}

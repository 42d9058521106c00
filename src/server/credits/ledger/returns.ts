import type { Draft, Movement } from '../draft.ts';
import type { By, EntryPart, Hold, Parts } from '../purse.ts';

/** For which act credits come back. */
export type Return = Pick<Movement, 'reference' | 'by' | 'activity'>;

/** What becomes of credits that come back to an expired grant: they expire too, or are given anew until `expiresAt`. */
export type Overdue =
  | { kind: 'expire' }
  | { kind: 'goodwill'; source: 'held_over' | 'refund'; expiresAt: string | null };

/**
 * Posts what comes back to grants, and then does to it what was done to them: a reversed grant's pays debt, an expired
 * one's is `overdue`.
 * @param kind `release` for what was on hold, `refund` for what was charged
 * @returns the entry's number
 */
export function giveBack(
  draft: Draft,
  kind: 'release' | 'refund',
  parts: Parts,
  from: Return & { reason: string | null },
  overdue: Overdue,
): number {
  const over = new Set(parts.map(([grant]) => grant).filter((grant) => isOver(draft, grant)));
  const entry = draft.post({ ...from, kind }, moved(parts, 1, kind === 'release' ? -1 : 0));
  const about = { reference: from.reference, by: from.by, ...(from.activity && { activity: from.activity }) };
  for (const [grant, credits] of parts) {
    const paid = draft.grant(grant).reversed ? draft.payDebt(grant, credits, about) : 0;
    if (over.has(grant) && credits > paid) expire(draft, grant, credits - paid, about, overdue);
  }
  return entry;
}

/** Parts as an entry moves them. */
export function moved(parts: Parts, available: 1 | 0 | -1, held: 1 | 0 | -1): EntryPart[] {
  return parts.map(([grant, credits]) => [grant, available * credits, held * credits]);
}

/** What belongs to a hold. */
export function about({ id, activity }: Pick<Hold, 'id' | 'activity'>, by: By): Return {
  return { reference: id, by, activity };
}

/**
 * Whether a grant's time is over. One of which nothing was left or on hold by then was not looked at, as it need not have
 * been loaded: it is seen here.
 */
function isOver(draft: Draft, entry: number): boolean {
  const { lapsed, left, held, expiresAt } = draft.grant(entry);
  return lapsed || (left === 0 && held === 0 && expiresAt !== null && expiresAt <= draft.time);
}

function expire(draft: Draft, entry: number, credits: number, about: Return, overdue: Overdue): void {
  const reason = 'given back after it had expired';
  draft.lose(entry, credits, { ...about, kind: 'expire', reason });
  if (overdue.kind !== 'goodwill' || !draft.hasRoomFor(credits)) return;
  const { kind } = draft.grant(entry);
  const source = `${overdue.source}:${about.reference}:${entry}`;
  draft.give({ ...about, source, kind, credits, expiresAt: overdue.expiresAt, reason });
}

import type { Answers, CommandOf } from '../commands.ts';
import type { Draft } from '../draft.ts';
import { isTooLate } from '../refund-window.ts';
import { count } from './caps.ts';
import { about, giveBack } from './returns.ts';

/**
 * Gives a charge back, once, to the very grants that it came from. What comes back to one that has expired is given anew
 * until the cycle's end; without a cycle it never expires.
 */
export function refund(draft: Draft, { id, askedAt, by, reason }: CommandOf<'refund'>): Answers['refund'] {
  const known = draft.holds.get(id);
  if (known === undefined) return { kind: 'unknown' };
  if (known.status !== 'captured' || known.end === null) return { kind: 'not_captured' };
  const { charged, parts, at } = known.end;
  if (known.refund !== null) return { kind: 'refunded', credits: charged };
  if (isTooLate(draft.plan, at, askedAt)) return { kind: 'too_late' };
  if (!draft.hasRoomFor(charged)) return { kind: 'purse_full' };
  const expiresAt = draft.cycle?.renewsAt ?? null;
  const entry = giveBack(
    draft,
    'refund',
    parts,
    { ...about(known, by), reason },
    { kind: 'goodwill', source: 'refund', expiresAt },
  );
  count(draft, known, -charged);
  draft.putHold({ ...known, refund: entry });
  return { kind: 'refunded', credits: charged };
}

import type { Answers, CommandOf } from '../commands.ts';
import type { Draft } from '../draft.ts';
import { whole } from './whole.ts';

export function grant(draft: Draft, { kind: _, grantKind, ...command }: CommandOf<'grant'>): Answers['grant'] {
  whole(command.credits);
  const known = draft.grantFrom(command.source);
  if (known !== null) {
    const same = known.kind === grantKind && known.credits === command.credits && known.reason === command.reason;
    return same ? { kind: 'granted', grant: known } : { kind: 'key_reused' };
  }
  if (command.expiresAt !== null && command.expiresAt <= draft.now) return { kind: 'expired' };
  if (!draft.hasRoomFor(command.credits)) return { kind: 'purse_full' };
  return { kind: 'granted', grant: draft.give({ ...command, kind: grantKind }) };
}

export function revoke(
  draft: Draft,
  { source, credits, reference, reason, by }: CommandOf<'revoke'>,
): Answers['revoke'] {
  whole(credits);
  const known = draft.grantFrom(source);
  if (known === null) return { kind: 'unknown' };
  const taken = Math.min(credits, known.left);
  if (taken > 0) draft.lose(known.entry, taken, { kind: 'revoke', reference, reason, by });
  return { kind: 'revoked', credits: taken };
}

/** What was lost before (expired, revoked) was never spent, so it is no debt. */
export function reverse(draft: Draft, { source, reference, reason, by }: CommandOf<'reverse'>): Answers['reverse'] {
  const known = draft.grantFrom(source);
  if (known === null) return { kind: 'unknown' };
  if (known.reversed) return { kind: 'reversed', grant: known };
  const { entry, credits, left, lost } = known;
  draft.lose(entry, left, { kind: 'reverse', reference, reason, by }, credits - left - lost);
  return { kind: 'reversed', grant: draft.markReversed(known) };
}

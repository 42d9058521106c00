import type { Answers, Command, CommandOf } from '#server/credits/commands.ts';
import { apply } from '#server/credits/ledger.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import { EMPTY_PURSE, type Entry, type Purse } from '#server/credits/purse.ts';
import { later } from '#server/db/moment.ts';
import { MINUTE, START, TEAM } from './histories.ts';

/** Short words for what the examples ask of a purse. Times are in minutes after the start. */

type Line = [minutes: number, ...commands: Command[]];

/** Minutes of a day, and until the first cycle of `TEAM` is over. */
export const DAYS = 24 * 60;
export const CYCLE = 28 * DAYS;

const ADA = { id: 'ada', name: 'Ada Okafor' };

export const at = (minutes: number) => later(START, minutes * MINUTE);

/** Applies lines of commands, each at its time. */
export function told(...lines: Line[]): { purse: Purse; entries: Entry[]; answers: Answers[keyof Answers][] } {
  let purse = EMPTY_PURSE;
  const entries: Entry[] = [];
  const answers: Answers[keyof Answers][] = [];
  for (const [minutes, ...commands] of lines) {
    const applied = apply(purse, commands, at(minutes));
    purse = applied.purse;
    entries.push(...applied.entries);
    answers.push(...applied.answers);
  }
  return { purse, entries, answers };
}

export const plan = (terms: Partial<PlanTerms> = {}, when: 'now' | 'renewal' = 'now'): Command => ({
  kind: 'set_plan',
  terms: { ...TEAM, ...terms },
  when,
  by: null,
});
export const grant = (source: string, credits: number, more: Partial<CommandOf<'grant'>> = {}): Command => ({
  kind: 'grant',
  source,
  grantKind: 'top_up',
  credits,
  expiresAt: null,
  reference: source,
  reason: null,
  by: null,
  ...more,
});
export const revoke = (source: string, credits: number): Command => ({
  ...{ kind: 'revoke', source, credits, reference: 'act', reason: 'a mistake', by: null },
});
export const reverse = (source: string): Command => ({
  ...{ kind: 'reverse', source, reference: 'payment', reason: 'charged back', by: null },
});
export const addOn = (id: string, credits: number): Command => ({ kind: 'add_on', id, credits, by: null });
export const hold = (id: string, credits: number, minutes = 30, by = ADA): CommandOf<'hold'> => ({
  ...{ kind: 'hold', id, activity: 'email', credits, expiresAt: at(minutes), by },
});
export const capture = (id: string, credits: number): Command => ({ kind: 'capture', id, credits, by: ADA });
export const release = (id: string): Command => ({ kind: 'release', id, by: ADA, reason: null });
export const refund = (id: string, askedAtMinute: number): Command => ({
  ...{ kind: 'refund', id, askedAt: at(askedAtMinute), by: null, reason: 'it bounced' },
});
export const cap = (credits: number | null, used = 0): Command => ({
  ...{ kind: 'set_cap', member: 'ada', credits, used, by: null },
});
export const raise = (credits: number, untilMinute: number): Command => ({
  ...{ kind: 'raise_cap', member: 'ada', credits, until: at(untilMinute), by: null },
});
/** Holds and charges in one go. */
export const spend = (id: string, credits: number, minute = 0): Command[] => [
  hold(id, credits, minute + 30),
  capture(id, credits),
];

/** Entries in short: kind, and what moved from available, to held and to debt. */
export const lines = (entries: readonly Entry[]) =>
  entries.map(({ kind, availableDelta, heldDelta, debtDelta }) =>
    [kind, `${availableDelta}/${heldDelta}`, ...(debtDelta === 0 ? [] : [`debt ${debtDelta}`])].join(' '),
  );

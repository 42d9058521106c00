import type { GrantKind } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import { Draft } from './draft.ts';
import type { PlanTerms } from './plan.ts';
import type { By, Entry, Grant, Hold, Purse } from './purse.ts';
import { catchUp, setPlan } from './renewal.ts';

/** Credits in one purse at most, so that every sum stays far within what both databases and the contract can hold. */
export const PURSE_LIMIT = 900_000_000;

/** What can be asked of a purse. Time's own work needs no command: it is done first whenever commands are applied. */
export type Command =
  | { kind: 'set_plan'; terms: PlanTerms; by: By }
  /** Gives credits once for each `source`. */
  | {
      kind: 'grant';
      source: string;
      grantKind: GrantKind;
      credits: number;
      expiresAt: Moment | null;
      reference: string;
      reason: string | null;
      by: By;
    }
  /** Reserves credits once for each `id`. */
  | { kind: 'hold'; id: string; credits: number; expiresAt: Moment; by: By }
  /** Charges `credits` of a hold, at most what it holds; the rest is given back. */
  | { kind: 'capture'; id: string; credits: number; by: By }
  /** Gives back a whole hold. */
  | { kind: 'release'; id: string; by: By; reason: string | null };

/** The answer to each kind of command. A command that was applied before gets the answer it got then. */
export interface Answers {
  set_plan: { kind: 'plan_set' };
  grant: { kind: 'granted'; grant: Grant | null } | { kind: 'key_reused' } | { kind: 'purse_full' };
  /** `hold` as it is now: it may have ended since. */
  hold: { kind: 'held'; hold: Hold } | { kind: 'insufficient'; missing: number } | { kind: 'key_reused' };
  capture: { kind: 'captured'; hold: Hold } | Ended | { kind: 'unknown' };
  release: { kind: 'released'; hold: Hold } | Ended | { kind: 'unknown' };
}
/** The hold had ended otherwise before. */
type Ended = { kind: 'ended'; hold: Hold };

export type AnswerTo<C extends Command> = Answers[C['kind']];

/**
 * Applies commands to a purse, one after the other: the whole ledger, without I/O, clock or chance.
 * @param now the server's clock; it may jump, also back
 * @returns the entries to append, the purse after them, and an answer to each command
 * @throws only on a caller's bug: part of the purse not loaded, credits that are no whole number, a capture beyond its hold
 */
export function apply<const Commands extends readonly Command[]>(
  purse: Purse,
  commands: Commands,
  now: Moment,
): { entries: readonly Entry[]; purse: Purse; answers: { [I in keyof Commands]: AnswerTo<Commands[I]> } } {
  const draft = new Draft(purse, now);
  catchUp(draft);
  const answers = commands.map((command) => answer(draft, command));
  return {
    entries: draft.entries,
    purse: draft.purse(),
    answers: answers as unknown as { [I in keyof Commands]: AnswerTo<Commands[I]> },
  };
}

function answer(draft: Draft, command: Command): Answers[Command['kind']] {
  switch (command.kind) {
    case 'set_plan':
      setPlan(draft, command.terms, command.by);
      return { kind: 'plan_set' };
    case 'grant':
      return grant(draft, command);
    case 'hold':
      return hold(draft, command);
    case 'capture':
      return capture(draft, command);
    case 'release':
      return release(draft, command);
  }
}

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

function grant(draft: Draft, { kind: _, grantKind, ...command }: Of<'grant'>): Answers['grant'] {
  whole(command.credits);
  const known = [...draft.grants.values()].find(({ source }) => source === command.source);
  if (known !== undefined) {
    const same = known.kind === grantKind && known.credits === command.credits && known.reason === command.reason;
    return same ? { kind: 'granted', grant: known } : { kind: 'key_reused' };
  }
  if (draft.available + draft.held + command.credits > PURSE_LIMIT) return { kind: 'purse_full' };
  return { kind: 'granted', grant: draft.give({ ...command, kind: grantKind }) };
}

function hold(draft: Draft, { id, credits, expiresAt, by }: Of<'hold'>): Answers['hold'] {
  whole(credits);
  const known = draft.holds.get(id);
  if (known !== undefined) return known.credits === credits ? { kind: 'held', hold: known } : { kind: 'key_reused' };
  if (draft.available < credits) return { kind: 'insufficient', missing: credits - draft.available };
  return { kind: 'held', hold: draft.take({ id, credits, expiresAt }, by) };
}

function capture(draft: Draft, { id, credits, by }: Of<'capture'>): Answers['capture'] {
  whole(credits);
  const known = draft.holds.get(id);
  if (known === undefined) return { kind: 'unknown' };
  if (known.status === 'captured') return { kind: 'captured', hold: known };
  if (known.status !== 'open') return { kind: 'ended', hold: known };
  if (credits > known.credits) throw new RangeError(`hold ${id} has fewer credits than are to be captured`);
  return { kind: 'captured', hold: draft.end(known, 'captured', credits, by, null) };
}

function release(draft: Draft, { id, by, reason }: Of<'release'>): Answers['release'] {
  const known = draft.holds.get(id);
  if (known === undefined) return { kind: 'unknown' };
  if (known.status === 'released') return { kind: 'released', hold: known };
  if (known.status !== 'open') return { kind: 'ended', hold: known };
  return { kind: 'released', hold: draft.end(known, 'released', 0, by, reason) };
}

function whole(credits: number): void {
  if (!Number.isSafeInteger(credits) || credits < 0) throw new RangeError(`not a number of credits: ${credits}`);
}

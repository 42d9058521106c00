import type { Moment } from '../db/moment.ts';
import type { Answers, AnswerTo, Command } from './commands.ts';
import { type Changes, Draft } from './draft.ts';
import { addOn, dropAddOn } from './ledger/add-ons.ts';
import { raiseCap, setCap } from './ledger/caps.ts';
import { grant, reverse, revoke } from './ledger/grants.ts';
import { capture, hold, release } from './ledger/holds.ts';
import { cancelPlan, setPlan } from './ledger/plan-change.ts';
import { refund } from './ledger/refund.ts';
import type { Entry, Purse } from './purse.ts';
import { catchUp } from './renewal.ts';

/** A purse to which commands are applied one after the other; what was opened is not changed. */
export interface Opened {
  readonly now: Moment;
  /** As it is after the commands so far. Its maps go on changing with the next one. */
  readonly purse: Purse;
  /** @throws only on a caller's bug, as `apply` does; what was opened is then of no use any more */
  apply<C extends Command>(command: C): AnswerTo<C>;
  /** What has become of it. A store that has written it may go on with its purse. */
  changes(): Changes;
}

/**
 * Opens a purse for any number of commands at one moment, time's own work done first: the whole ledger, without I/O,
 * clock or chance.
 * @param now the server's clock; it may jump, also back
 */
export function open(purse: Purse, now: Moment): Opened {
  const draft = new Draft(purse, now);
  catchUp(draft);
  return {
    now,
    get purse() {
      return draft.purse();
    },
    apply: <C extends Command>(command: C) => answer(draft, command) as AnswerTo<C>,
    changes: () => draft.changes(),
  };
}

/**
 * Applies commands to a purse, one after the other: `open` in one go.
 * @returns the entries to append, the purse after them, and an answer to each command
 * @throws only on a caller's bug: part of the purse not loaded, credits that are no whole number, a capture beyond its
 * hold, a hold that is over before it begins
 */
export function apply<const Commands extends readonly Command[]>(
  purse: Purse,
  commands: Commands,
  now: Moment,
): { entries: readonly Entry[]; purse: Purse; answers: { [I in keyof Commands]: AnswerTo<Commands[I]> } } {
  const opened = open(purse, now);
  const answers = commands.map((command) => opened.apply(command));
  return {
    entries: opened.changes().entries,
    purse: opened.purse,
    answers: answers as unknown as { [I in keyof Commands]: AnswerTo<Commands[I]> },
  };
}

function answer(draft: Draft, command: Command): Answers[Command['kind']] {
  switch (command.kind) {
    case 'set_plan':
      return setPlan(draft, command);
    case 'cancel_plan':
      return cancelPlan(draft);
    case 'add_on':
      return addOn(draft, command);
    case 'drop_add_on':
      return dropAddOn(draft, command);
    case 'grant':
      return grant(draft, command);
    case 'revoke':
      return revoke(draft, command);
    case 'reverse':
      return reverse(draft, command);
    case 'hold':
      return hold(draft, command);
    case 'capture':
      return capture(draft, command);
    case 'release':
      return release(draft, command);
    case 'refund':
      return refund(draft, command);
    case 'set_cap':
      return setCap(draft, command);
    case 'raise_cap':
      return raiseCap(draft, command);
  }
}

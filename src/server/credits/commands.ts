import type { Activity } from '#contract/activity.ts';
import type { GrantKind } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import type { PlanTerms } from './plan.ts';
import type { By, Grant, Hold } from './purse.ts';

/** What can be asked of a purse. Time's own work needs no command: it is done first whenever commands are applied. */
export type Command =
  /**
   * Puts terms in force: now, or at the next renewal (now as well, where there is no plan). At a renewal `anchor` is not
   * asked: the cycles go on when length and time zone stay, and begin anew with that renewal otherwise.
   */
  | { kind: 'set_plan'; terms: PlanTerms; when: 'now' | 'renewal'; by: By }
  /** Ends plan and add-ons with the current cycle. */
  | { kind: 'cancel_plan'; by: By }
  /** Gives credits at once, until the cycle's end, and anew at each renewal; once for each `id`. */
  | { kind: 'add_on'; id: string; credits: number; by: By }
  /** An add-on is not given anew any more. What it gave stays until the cycle's end. */
  | { kind: 'drop_add_on'; id: string; by: By }
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
  /** Takes credits out of a grant, at most what is left of it. Each time it is applied: its caller knows what was done. */
  | { kind: 'revoke'; source: string; credits: number; reference: string; reason: string; by: By }
  /** The payment for a grant was taken back: what is left of it goes, what was spent or is on hold becomes debt. */
  | { kind: 'reverse'; source: string; reference: string; reason: string; by: By }
  /** Reserves credits once for each `id`, within the cap of `by`. `expiresAt` lies after the moment of applying. */
  | { kind: 'hold'; id: string; activity: Activity; credits: number; expiresAt: Moment; by: By }
  /**
   * Charges `credits` of a hold, at most what it was made for; the rest is given back. One that has expired is held anew
   * for as much as is charged.
   */
  | { kind: 'capture'; id: string; credits: number; by: By }
  /** Gives back a whole hold. One that has expired cannot be captured any more after it. */
  | { kind: 'release'; id: string; by: By; reason: string | null }
  /** Gives back the charge of a hold. `askedAt` is when it was disputed, which the plan's window is reckoned to. */
  | { kind: 'refund'; id: string; askedAt: Moment; by: By; reason: string | null }
  /**
   * Limits what a member spends in a cycle; null lifts it. `used` is what they have on hold and were charged since entry
   * `capsFrom`, less what came back: it counts only where there was no cap before.
   */
  | { kind: 'set_cap'; member: string; credits: number | null; used: number; by: By }
  /** Allows so many more until then, in the place of any raise before. */
  | { kind: 'raise_cap'; member: string; credits: number; until: Moment; by: By };

export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** The answer to each kind of command. A command that was applied before gets the answer it got then. */
export interface Answers {
  set_plan: { kind: 'plan_set' };
  cancel_plan: { kind: 'plan_cancelled' } | { kind: 'no_plan' };
  /** `grant` is what it gave first, as it is now. */
  add_on: { kind: 'granted'; grant: Grant } | { kind: 'no_cycle' } | KeyReused | PurseFull;
  drop_add_on: { kind: 'dropped' } | Unknown;
  /** `grant` as it is now; null for no credits. `expired`: its time was over before it could be given. */
  grant: { kind: 'granted'; grant: Grant | null } | { kind: 'expired' } | KeyReused | PurseFull;
  /** How many were taken. */
  revoke: { kind: 'revoked'; credits: number } | Unknown;
  /** `grant` as it is now. */
  reverse: { kind: 'reversed'; grant: Grant } | Unknown;
  /** `hold` as it is now: it may have ended since. */
  hold: { kind: 'held'; hold: Hold } | Insufficient | Capped | KeyReused;
  /** Insufficient and capped: it had expired and could not be held anew. */
  capture: { kind: 'captured'; hold: Hold } | Insufficient | Capped | Ended | Unknown;
  release: { kind: 'released'; hold: Hold } | Ended | Unknown;
  refund: { kind: 'refunded'; credits: number } | { kind: 'not_captured' } | { kind: 'too_late' } | PurseFull | Unknown;
  set_cap: { kind: 'cap_set' };
  raise_cap: { kind: 'cap_raised' } | { kind: 'no_cap' };
}

type KeyReused = { kind: 'key_reused' };
/** The purse cannot take that many more. */
type PurseFull = { kind: 'purse_full' };
type Insufficient = { kind: 'insufficient'; missing: number };
/** The member's cap leaves less than that until the cycle ends; null for ever. */
type Capped = { kind: 'capped'; left: number; resetsAt: Moment | null };
/** The hold had ended otherwise before. */
type Ended = { kind: 'ended'; hold: Hold };
type Unknown = { kind: 'unknown' };

export type AnswerTo<C extends Command> = Answers[C['kind']];

/** Source of the first grant of an add-on. It has to be loaded for `add_on` and `drop_add_on`. */
export function addOnSource(id: string): string {
  return `add_on:${id}`;
}

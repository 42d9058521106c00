import type { Transaction } from 'kysely';
import type { Refusal } from '#contract/refusal.ts';
import type { Contact, Outcome, RevealRequest } from '#contract/reveal.ts';
import { keyReused } from '../credits/refusals.ts';
import { holdPrice } from '../credits/spend.ts';
import type { OpenPurse } from '../credits/store.ts';
import { later, readMoment } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import { fingerprintOf, questionOf, shownOn } from './fingerprint.ts';
import {
  type Attempt,
  endLive,
  liveReveal,
  outcomeOf,
  type RevealRow,
  recordEnded,
  recordLive,
  revealById,
  takeOver,
} from './records.ts';
import { interrupted } from './refusals.ts';
import { ownedUnder } from './unlocks.ts';

/** How the first transaction of an attempt left it. */
export type Begun =
  | { kind: 'ended'; outcome: Outcome }
  | { kind: 'refused'; refusal: Refusal }
  /** The price is on hold: ask the providers. */
  | { kind: 'ask' }
  /** Another process is at work on this very reveal. */
  | { kind: 'elsewhere'; outcome: Outcome }
  /** Another reveal of the same field of the same profile is live. */
  | { kind: 'behind'; leader: RevealRow };

/** How long things are valid, in milliseconds. */
export interface Times {
  lease: number;
  hold: number;
}

/** Whether whoever owns a live reveal may still be at work on it. */
export type IsAtWork = (row: RevealRow, now: string) => boolean;

/** What an attempt knows beyond the request. */
export interface BeginContext {
  times: Times;
  isAtWork: IsAtWork;
  /** The live reveal that this one waited for, which has ended since. */
  after: string | null;
}

/**
 * The first transaction: finds the answer that there is, or holds the price. The order is that of the rules: same id,
 * owned, public, single-flight, price, purse.
 */
export async function begin(
  open: OpenPurse,
  trx: Transaction<Schema>,
  attempt: Attempt,
  { times, isAtWork, after }: BeginContext,
): Promise<Begun> {
  const { member, id, request } = attempt;
  const { key } = request.profile;
  const of = { key, field: request.field };
  const leaseUntil = later(open.now, times.lease);

  const known = await revealById(trx, member.workspace, id);
  if (known !== undefined) return resume(open, trx, attempt, known, { leaseUntil, isAtWork });

  const end = async (outcome: Outcome): Promise<Begun> => {
    await recordEnded(trx, attempt, outcome, open.now);
    return { kind: 'ended', outcome };
  };
  const owned = await ownedUnder(trx, member.workspace, key, request.field);
  if (owned !== null) return end(found(request, owned.contact, 'owned'));

  const shown = shownOn(request)[0];
  if (!request.another && shown !== undefined) return end(found(request, publicContact(shown, open.now), 'public'));

  const adopted = after === null ? null : await adopt(trx, attempt, after);
  if (adopted !== null) return end(adopted);

  const leader = await liveReveal(trx, member.workspace, key, request.field);
  if (leader !== undefined) return { kind: 'behind', leader };

  const holdUntil = later(open.now, times.hold);
  const spend = { id, activity: request.field, member, maxCredits: request.maxCredits };
  const held = holdPrice(open, spend, holdUntil);
  if ('refusal' in held) return end({ kind: 'refused', ...of, refusal: held.refusal });
  await recordLive(trx, attempt, { held: held.hold.credits, now: open.now, leaseUntil, holdUntil });
  return { kind: 'ask' };
}

/** The id is known: its answer, or who is at work on it, or nobody is and this attempt takes over its hold. */
async function resume(
  open: OpenPurse,
  trx: Transaction<Schema>,
  attempt: Attempt,
  row: RevealRow,
  { leaseUntil, isAtWork }: { leaseUntil: string; isAtWork: IsAtWork },
): Promise<Begun> {
  const { request, owner, id } = attempt;
  if (row.fingerprint !== fingerprintOf(request)) return { kind: 'refused', ...keyReused() };
  const of = { key: request.profile.key, field: request.field };
  if (row.status === 'live') {
    // Its own trace, when only the answer to the first COMMIT was lost.
    if (row.owner === owner) return { kind: 'ask' };
    if (isAtWork(row, open.now)) {
      return {
        kind: 'elsewhere',
        outcome: { kind: 'pending', ...of, held: row.held, since: readMoment(row.started_at) },
      };
    }
    if (open.purse.holds.get(id)?.status === 'open') {
      await takeOver(trx, row, owner, leaseUntil);
      return { kind: 'ask' };
    }
    await endLive(trx, row, null, open.now);
  }
  const outcome = await outcomeOf(trx, row);
  return { kind: 'ended', outcome: outcome ?? (await lapsedOutcome(trx, attempt.member.workspace, request)) };
}

/** A lapsed reveal charged nothing and answered nobody. What the team has come to own since is its answer all the same. */
export async function lapsedOutcome(
  db: Parameters<typeof ownedUnder>[0],
  workspace: string,
  { profile, field }: Pick<RevealRequest, 'field'> & { profile: { key: string } },
): Promise<Outcome> {
  const owned = await ownedUnder(db, workspace, profile.key, field);
  if (owned === null) return { kind: 'refused', key: profile.key, field, refusal: interrupted() };
  return found({ profile, field }, owned.contact, 'owned');
}

/** The answer of the reveal that this one waited for, if it asked the very same. */
async function adopt(trx: Transaction<Schema>, attempt: Attempt, leader: string): Promise<Outcome | null> {
  const row = await revealById(trx, attempt.member.workspace, leader);
  if (row === undefined || row.question !== questionOf(attempt.request)) return null;
  const outcome = await outcomeOf(trx, row);
  // What was charged for is owned, and has been found as such, or it has been given up since.
  return outcome?.kind === 'found' && outcome.free === null ? null : outcome;
}

function found(
  { profile, field }: Pick<RevealRequest, 'field'> & { profile: { key: string } },
  contact: Contact,
  free: 'owned' | 'public',
): Outcome {
  return { kind: 'found', key: profile.key, field, contact, charged: 0, free, receipt: null };
}

function publicContact(value: string, at: string): Contact {
  return { value, type: 'other', verified: false, provider: 'This page', at };
}

import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Field } from '#contract/profile.ts';
import { Outcome, type RevealRequest } from '#contract/reveal.ts';
import { receiptOf } from '../credits/receipts.ts';
import type { Moment } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { fingerprintOf, questionOf } from './fingerprint.ts';
import type { RevealTable } from './tables.ts';

/** Reading and writing the rows of reveals. They are written under the lock of the workspace's purse only. */

type Db = Kysely<Schema> | Transaction<Schema>;
export type RevealRow = Selectable<RevealTable>;

/** One attempt at a reveal. */
export interface Attempt {
  member: Member;
  id: string;
  request: RevealRequest;
  /** This process and this attempt: what tells its own traces from those of others. */
  owner: string;
}

export function revealById(db: Db, workspace: string, id: string): Promise<RevealRow | undefined> {
  return db
    .selectFrom('reveal')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function liveReveal(db: Db, workspace: string, key: string, field: Field): Promise<RevealRow | undefined> {
  return db
    .selectFrom('reveal')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('profile_key', '=', key)
    .where('field', '=', field)
    .where('status', '=', 'live')
    .executeTakeFirst();
}

/** How a reveal ended; null while it is live, and of one that lapsed. */
export async function outcomeOf(db: Db, row: RevealRow): Promise<Outcome | null> {
  if (row.outcome === null) return null;
  const kept = Outcome.parse({ ...JSON.parse(row.outcome), receipt: null });
  if (kept.kind !== 'found' || kept.free !== null) return kept;
  return { ...kept, receipt: await receiptOf(db, row.workspace_id, row.id) };
}

/** An outcome as it is kept. The receipt has a row of its own, on which a refund is written. */
function written(outcome: Outcome): string {
  return JSON.stringify(outcome.kind === 'found' ? { ...outcome, receipt: null } : outcome);
}

/** Writes down a reveal that waits for providers, its price on hold. */
export async function recordLive(
  trx: Transaction<Schema>,
  attempt: Attempt,
  live: { held: number; now: Moment; leaseUntil: Moment; holdUntil: Moment },
): Promise<void> {
  await trx
    .insertInto('reveal')
    .values({
      ...columns(attempt),
      status: 'live',
      started_at: live.now,
      held: live.held,
      lease_until: live.leaseUntil,
      hold_until: live.holdUntil,
      ended_at: null,
      outcome: null,
    })
    .execute();
}

/** Writes down a reveal that ended as soon as it began. */
export async function recordEnded(
  trx: Transaction<Schema>,
  attempt: Attempt,
  outcome: Outcome,
  now: Moment,
): Promise<void> {
  await trx
    .insertInto('reveal')
    .values({
      ...columns(attempt),
      status: 'ended',
      started_at: now,
      held: 0,
      lease_until: now,
      hold_until: now,
      ended_at: now,
      outcome: written(outcome),
    })
    .execute();
}

/** Ends a live reveal; null makes it lapse: it ended without anybody being told how. */
export async function endLive(
  trx: Transaction<Schema>,
  row: RevealRow,
  outcome: Outcome | null,
  now: Moment,
): Promise<void> {
  await trx
    .updateTable('reveal')
    .set({
      status: outcome === null ? 'lapsed' : 'ended',
      held: 0,
      ended_at: now,
      outcome: outcome === null ? null : written(outcome),
    })
    .where('workspace_id', '=', row.workspace_id)
    .where('id', '=', row.id)
    .where('status', '=', 'live')
    .execute();
}

/** Hands a live reveal to another attempt. */
export async function takeOver(
  trx: Transaction<Schema>,
  row: RevealRow,
  owner: string,
  leaseUntil: Moment,
): Promise<void> {
  await trx
    .updateTable('reveal')
    .set({ owner, lease_until: leaseUntil })
    .where('workspace_id', '=', row.workspace_id)
    .where('id', '=', row.id)
    .where('status', '=', 'live')
    .execute();
}

function columns({ member, id, request, owner }: Attempt) {
  return {
    workspace_id: member.workspace,
    id,
    member_id: member.id,
    member_name: member.name,
    profile_key: request.profile.key,
    field: request.field,
    person: request.profile.name,
    fingerprint: fingerprintOf(request),
    question: questionOf(request),
    owner,
  };
}

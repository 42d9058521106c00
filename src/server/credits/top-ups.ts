import type { Kysely, Selectable, Transaction } from 'kysely';
import { TopUp } from '#contract/credits.ts';
import { readMoment, readMomentOrNull } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import type { OpenPurse } from './store.ts';
import type { TopUpTable } from './tables.ts';

/** Pending top-ups of a workspace that are shown, and that it may have at most. */
const SHOWN = 20;
const PENDING_LIMIT = 100;

export async function pendingOf(trx: Transaction<Schema>, workspace: string): Promise<TopUp[]> {
  const rows = await trx
    .selectFrom('top_up')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'pending')
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return rows.map(shown);
}

/** The pending top-ups of all workspaces, oldest first: an unlocked look. */
export async function pendingEverywhere(db: Kysely<Schema>): Promise<{ workspace: string; topUp: TopUp }[]> {
  const rows = await db
    .selectFrom('top_up')
    .selectAll()
    .where('status', '=', 'pending')
    .orderBy('requested_at')
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map((row) => ({ workspace: row.workspace_id, topUp: shown(row) }));
}

/** Writes a request down, once for each id. */
export async function request(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  id: string,
  asked: { credits: number; note: string | null },
): Promise<OrRefusal<{ topUp: TopUp }>> {
  const known = await rowOf(trx, member.workspace, id);
  if (known !== undefined) {
    const same = known.credits === asked.credits && known.note === asked.note;
    return same ? { topUp: shown(known) } : keyReused();
  }
  const { count } = await trx
    .selectFrom('top_up')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('workspace_id', '=', member.workspace)
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow();
  if (Number(count) >= PENDING_LIMIT) {
    return refuse('rate_limited', 'Too many top-ups are waiting already. Ask an admin to settle them.', 'ask_admin');
  }
  const row: Selectable<TopUpTable> = {
    workspace_id: member.workspace,
    id,
    credits: asked.credits,
    status: 'pending',
    note: asked.note,
    requested_by_id: member.id,
    requested_by_name: member.name,
    requested_at: open.now,
    ended_by_id: null,
    ended_by_name: null,
    ended_at: null,
  };
  await trx
    .insertInto('top_up')
    .values({ ...row, requested_at: open.now, ended_at: null })
    .execute();
  return { topUp: shown(row) };
}

/** Ends a pending top-up; settled, its credits are granted in the same transaction. Repeating it is harmless. */
export async function settle(
  open: OpenPurse,
  trx: Transaction<Schema>,
  at: { workspace: string; id: string },
  status: 'settled' | 'failed',
  by: Member,
): Promise<OrRefusal<{ topUp: TopUp }>> {
  const row = await rowOf(trx, at.workspace, at.id);
  if (row === undefined) return refuse('not_found', 'There is no such top-up.', 'none');
  if (row.status === status) return { topUp: shown(row) };
  if (row.status !== 'pending') return refuse('already_ended', `This top-up is ${row.status} already.`, 'none');
  if (status === 'settled') {
    const given = open.apply({
      kind: 'grant',
      source: sourceOf(at.id),
      grantKind: 'top_up',
      credits: row.credits,
      expiresAt: null,
      reference: at.id,
      reason: row.note,
      by,
    });
    if (given.kind !== 'granted') return purseFull();
  }
  const end = { status, ended_by_id: by.id, ended_by_name: by.name, ended_at: open.now };
  await trx
    .updateTable('top_up')
    .set(end)
    .where('workspace_id', '=', at.workspace)
    .where('id', '=', at.id)
    .where('status', '=', 'pending')
    .execute();
  return { topUp: shown({ ...row, ...end }) };
}

/** Source of the grant that settles a top-up. */
export function sourceOf(id: string): string {
  return `top_up:${id}`;
}

export function keyReused() {
  return refuse('key_reused', 'This id was used before for something else. Use a new one.', 'correct');
}

export function purseFull() {
  return refuse('invalid_request', 'The purse cannot hold that many credits.', 'correct', { at: 'credits' });
}

function rowOf(trx: Transaction<Schema>, workspace: string, id: string) {
  return trx
    .selectFrom('top_up')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

function shown(row: Selectable<TopUpTable>): TopUp {
  return TopUp.parse({
    id: row.id,
    credits: row.credits,
    status: row.status,
    note: row.note,
    requestedBy: row.requested_by_name,
    requestedAt: readMoment(row.requested_at),
    endedAt: readMomentOrNull(row.ended_at),
  });
}

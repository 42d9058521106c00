import type { Kysely, Selectable, Transaction } from 'kysely';
import { type Balance, TopUp } from '#contract/credits.ts';
import { later, type Moment, readMoment, readMomentOrNull } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import type { TopUpTable } from './record-tables.ts';
import { keyReused, purseFull } from './refusals.ts';
import type { OpenPurse } from './store.ts';
import type { TransactPurse } from './transact-purse.ts';

/** Pending top-ups of a workspace that are shown, and that it may have at most. */
const SHOWN = 20;
const PENDING_LIMIT = 100;
/** Newest purchases that an operator is shown. */
const LISTED = 200;

/** Payments can take as long, in milliseconds: one that is pending for longer is overdue. */
export const OVERDUE = 24 * 3_600_000;

/** How a purchase ends. A settled one may still be reversed; every other end is final. */
export interface TopUpEnd {
  status: 'settled' | 'failed' | 'reversed';
  /** Id of the payment: one payment settles one top-up of a workspace, however often and in whatever order it is told. */
  payment?: string | null;
}

/** Purchases of credits. */
export interface TopUps {
  /** Asks for credits, which stay pending until they are settled. The same id has one effect. */
  requestTopUp(
    member: Member,
    id: string,
    asked: { credits: number; note: string | null },
  ): Promise<OrRefusal<{ topUp: TopUp; balance: Balance }>>;
  /** Those of all workspaces, oldest first, 1000 at most. */
  pendingTopUps(): Promise<{ workspace: string; topUp: TopUp }[]>;
  /** The newest 200 of a workspace, however they ended. */
  topUps(workspace: string): Promise<TopUp[]>;
  /**
   * Ends a top-up: settled, its credits are granted in the same transaction; reversed, they are taken back, and what was
   * spent of them becomes debt. The same end again changes nothing.
   * @param end its status alone, or with the payment
   */
  settleTopUp(
    workspace: string,
    id: string,
    end: TopUpEnd['status'] | TopUpEnd,
    by: Member,
  ): Promise<OrRefusal<{ topUp: TopUp; balance: Balance }>>;
}

export function createTopUps(db: Kysely<Schema>, transact: TransactPurse, now: () => Moment): TopUps {
  return {
    async requestTopUp(member, id, asked) {
      const job = (open: OpenPurse, trx: Transaction<Schema>) => request(open, trx, member, id, asked);
      const { result, balance } = await transact(member.workspace, {}, job, member.id);
      return 'refusal' in result ? result : { ...result, balance };
    },

    async pendingTopUps() {
      const rows = await db
        .selectFrom('top_up')
        .selectAll()
        .where('status', '=', 'pending')
        .orderBy('requested_at')
        .orderBy('id')
        .limit(1000)
        .execute();
      return rows.map((row) => ({ workspace: row.workspace_id, topUp: shown(row, now()) }));
    },

    async topUps(workspace) {
      const rows = await db
        .selectFrom('top_up')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .orderBy('requested_at', 'desc')
        .orderBy('id')
        .limit(LISTED)
        .execute();
      return rows.map((row) => shown(row, now()));
    },

    async settleTopUp(workspace, id, end, by) {
      const ending = typeof end === 'string' ? { status: end } : end;
      const { result, balance } = await transact(workspace, { sources: [sourceOf(id)] }, (open, trx) =>
        settle(open, trx, { workspace, id }, ending, by),
      );
      return 'refusal' in result ? result : { ...result, balance };
    },
  };
}

/** Pending top-ups of a workspace, newest first. */
export async function pendingOf(trx: Transaction<Schema>, workspace: string, now: Moment): Promise<TopUp[]> {
  const rows = await trx
    .selectFrom('top_up')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'pending')
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => shown(row, now));
}

/** Writes a request down, once for each id. */
async function request(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  id: string,
  asked: { credits: number; note: string | null },
): Promise<OrRefusal<{ topUp: TopUp }>> {
  const known = await rowOf(trx, member.workspace, id);
  if (known !== undefined) {
    const same = known.credits === asked.credits && known.note === asked.note;
    return same ? { topUp: shown(known, open.now) } : keyReused();
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
    payment: null,
    requested_by_id: member.id,
    requested_by_name: member.name,
    requested_at: open.now,
    ended_by_id: null,
    ended_by_name: null,
    ended_at: null,
  };
  open.touch();
  await trx
    .insertInto('top_up')
    .values({ ...row, requested_at: open.now, ended_at: null })
    .execute();
  return { topUp: shown(row, open.now) };
}

async function settle(
  open: OpenPurse,
  trx: Transaction<Schema>,
  at: { workspace: string; id: string },
  { status, payment = null }: TopUpEnd,
  by: Member,
): Promise<OrRefusal<{ topUp: TopUp }>> {
  const row = await rowOf(trx, at.workspace, at.id);
  if (row === undefined) return refuse('not_found', 'There is no such top-up.', 'none');
  if (payment !== null && row.payment !== null && row.payment !== payment) return otherPayment();
  if (row.status === status) return { topUp: shown(row, open.now) };
  const reverses = row.status === 'settled' && status === 'reversed';
  if (row.status !== 'pending' && !reverses) {
    return refuse('already_ended', `This top-up is ${row.status} already.`, 'none');
  }
  if (payment !== null && (await settledBy(trx, at.workspace, payment, at.id))) return otherPayment();
  const source = sourceOf(at.id);
  if (status === 'settled') {
    const { credits, note: reason } = row;
    const reference = at.id;
    const given = open.apply({
      ...{ kind: 'grant', source, grantKind: 'top_up', credits, expiresAt: null },
      ...{ reference, reason, by },
    });
    if (given.kind !== 'granted') return purseFull();
  }
  if (reverses) open.apply({ kind: 'reverse', source, reference: at.id, reason: 'the payment was taken back', by });
  const end = { status, ended_by_id: by.id, ended_by_name: by.name, ended_at: open.now };
  open.touch();
  await trx
    .updateTable('top_up')
    .set({ ...end, payment: payment ?? row.payment })
    .where('workspace_id', '=', at.workspace)
    .where('id', '=', at.id)
    .where('status', '=', row.status)
    .execute();
  return { topUp: shown({ ...row, ...end }, open.now) };
}

/** Source of the grant that settles a top-up. */
export function sourceOf(id: string): string {
  return `top_up:${id}`;
}

async function settledBy(trx: Transaction<Schema>, workspace: string, payment: string, but: string): Promise<boolean> {
  const other = await trx
    .selectFrom('top_up')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('payment', '=', payment)
    .where('id', '!=', but)
    .executeTakeFirst();
  return other !== undefined;
}

function otherPayment() {
  const message =
    'A payment ends one top-up and a top-up has one payment: this pair is not one. Check the payment’s id.';
  return refuse('key_reused', message, 'correct', { at: 'payment' });
}

function rowOf(trx: Transaction<Schema>, workspace: string, id: string) {
  return trx
    .selectFrom('top_up')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

function shown(row: Selectable<TopUpTable>, now: Moment): TopUp {
  const requestedAt = readMoment(row.requested_at);
  return TopUp.parse({
    id: row.id,
    credits: row.credits,
    status: row.status,
    overdue: row.status === 'pending' && later(requestedAt, OVERDUE) <= now,
    note: row.note,
    requestedBy: row.requested_by_name,
    requestedAt,
    endedAt: readMomentOrNull(row.ended_at),
  });
}

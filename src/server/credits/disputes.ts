import type { Kysely, Selectable, Transaction } from 'kysely';
import { type Balance, Dispute, type DisputeReason } from '#contract/credits.ts';
import { readMoment, readMomentOrNull } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import { receiptOf, writeRefund } from './receipts.ts';
import type { DisputeTable, ReceiptTable } from './record-tables.ts';
import { isTooLate } from './refund-window.ts';
import { purseFull } from './refusals.ts';
import type { OpenPurse } from './store.ts';
import type { TransactPurse } from './transact-purse.ts';

/** Newest disputes shown. */
const SHOWN = 200;

/** Charges that somebody wants back. An operator decides, since it is money. */
export interface Disputes {
  /**
   * Disputes a charge within the plan's window. There is one dispute of a charge: again, it is answered as it stands.
   * Null when there is no charge under the id.
   */
  dispute(
    member: Member,
    id: string,
    why: { reason: DisputeReason; note: string | null },
  ): Promise<OrRefusal<{ dispute: Dispute }> | null>;
  /** The newest 200. @param member only theirs */
  disputes(workspace: string, member: string | null): Promise<Dispute[]>;
  /** The open ones of all workspaces, oldest first, 1000 at most. */
  openDisputes(): Promise<{ workspace: string; dispute: Dispute }[]>;
  /** Granted, the charge is given back in the same transaction, to the grants it came from. */
  decideDispute(
    workspace: string,
    id: string,
    decision: { grant: boolean; answer: string | null },
    by: Member,
  ): Promise<OrRefusal<{ dispute: Dispute; balance: Balance }>>;
}

export function createDisputes(db: Kysely<Schema>, transact: TransactPurse): Disputes {
  return {
    async dispute(member, id, why) {
      const { result } = await transact(member.workspace, { holds: [id] }, (open, trx) =>
        raise(open, trx, member, id, why),
      );
      return result;
    },

    async disputes(workspace, member) {
      const rows = await rowsOf(db)
        .where('dispute.workspace_id', '=', workspace)
        .$if(member !== null, (query) => query.where('dispute.raised_by_id', '=', member))
        .orderBy('dispute.raised_at', 'desc')
        .orderBy('dispute.id')
        .limit(SHOWN)
        .execute();
      return rows.map(shown);
    },

    async openDisputes() {
      const rows = await rowsOf(db)
        .where('dispute.status', '=', 'open')
        .orderBy('dispute.raised_at')
        .orderBy('dispute.id')
        .limit(1000)
        .execute();
      return rows.map((row) => ({ workspace: row.workspace_id, dispute: shown(row) }));
    },

    async decideDispute(workspace, id, decision, by) {
      const { result, balance } = await transact(workspace, { holds: [id] }, (open, trx) =>
        decide(open, trx, { workspace, id }, decision, by),
      );
      return 'refusal' in result ? result : { ...result, balance };
    },
  };
}

async function raise(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  id: string,
  { reason, note }: { reason: DisputeReason; note: string | null },
): Promise<OrRefusal<{ dispute: Dispute }> | null> {
  const { workspace } = member;
  const known = await rowOf(trx, workspace, id);
  if (known !== undefined) return { dispute: shown(known) };
  const receipt = await receiptOf(trx, workspace, id);
  if (receipt === null) return null;
  if (receipt.charged === 0) return notCharged();
  if (isTooLate(open.purse.plan, receipt.at, open.now)) return tooLate();
  open.touch();
  await trx
    .insertInto('dispute')
    .values({
      workspace_id: workspace,
      id,
      status: 'open',
      reason,
      note,
      raised_by_id: member.id,
      raised_by_name: member.name,
      raised_at: open.now,
      decided_by_id: null,
      decided_by_name: null,
      decided_at: null,
      answer: null,
    })
    .execute();
  const made = await rowOf(trx, workspace, id);
  if (made === undefined) throw new Error(`dispute ${id} has vanished`);
  return { dispute: shown(made) };
}

async function decide(
  open: OpenPurse,
  trx: Transaction<Schema>,
  { workspace, id }: { workspace: string; id: string },
  { grant, answer }: { grant: boolean; answer: string | null },
  by: Member,
): Promise<OrRefusal<{ dispute: Dispute }>> {
  const row = await rowOf(trx, workspace, id);
  if (row === undefined) return refuse('not_found', 'There is no such dispute.', 'none');
  const status = grant ? 'granted' : 'declined';
  if (row.status === status) return { dispute: shown(row) };
  if (row.status !== 'open') return refuse('already_ended', `This dispute is ${row.status} already.`, 'none');
  if (grant) {
    const askedAt = readMoment(row.raised_at);
    const refunded = open.apply({ kind: 'refund', id, askedAt, by, reason: answer ?? row.reason });
    if (refunded.kind === 'purse_full') return purseFull();
    if (refunded.kind === 'too_late') return tooLate();
    const entry = open.purse.holds.get(id)?.refund ?? null;
    if (refunded.kind !== 'refunded' || entry === null) throw new Error(`charge ${id} was not refunded`);
    await writeRefund(trx, workspace, id, { entry, at: open.now, credits: refunded.credits });
  }
  const change = { status, decided_by_id: by.id, decided_by_name: by.name, decided_at: open.now, answer };
  open.touch();
  await trx
    .updateTable('dispute')
    .set(change)
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .execute();
  return { dispute: shown({ ...row, ...change }) };
}

export function notCharged() {
  return refuse('not_charged', 'Nothing was charged for this, so there is nothing to give back.', 'none');
}

function tooLate() {
  return refuse('too_late', 'The time in which your plan lets a charge be disputed is over.', 'ask_admin');
}

/** Disputes with what their receipts say. */
function rowsOf(db: Kysely<Schema> | Transaction<Schema>) {
  return db
    .selectFrom('dispute')
    .innerJoin('receipt', (join) =>
      join.onRef('receipt.workspace_id', '=', 'dispute.workspace_id').onRef('receipt.id', '=', 'dispute.id'),
    )
    .selectAll('dispute')
    .select(['receipt.activity', 'receipt.person', 'receipt.provider', 'receipt.charged']);
}

function rowOf(trx: Transaction<Schema>, workspace: string, id: string) {
  return rowsOf(trx).where('dispute.workspace_id', '=', workspace).where('dispute.id', '=', id).executeTakeFirst();
}

type Row = Selectable<DisputeTable> & Pick<ReceiptTable, 'activity' | 'person' | 'provider' | 'charged'>;

function shown(row: Row): Dispute {
  return Dispute.parse({
    id: row.id,
    status: row.status,
    reason: row.reason,
    note: row.note,
    raisedBy: row.raised_by_name,
    raisedAt: readMoment(row.raised_at),
    activity: row.activity,
    person: row.person,
    provider: row.provider,
    charged: row.charged,
    decidedBy: row.decided_by_name,
    decidedAt: readMomentOrNull(row.decided_at),
    answer: row.answer,
  });
}

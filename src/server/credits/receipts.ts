import type { Kysely, Selectable, Transaction } from 'kysely';
import { Receipt } from '#contract/credits.ts';
import { type Moment, readMoment, readMomentOrNull } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { type Hold, type Purse, splitOf } from './purse.ts';
import type { ReceiptTable } from './record-tables.ts';

/** Receipts: what was charged is shown as it was at the time; a refund is written onto it. */

type Db = Kysely<Schema> | Transaction<Schema>;

/** What a receipt says beyond what the ledger knows. */
export interface ChargedFor {
  member: Member;
  /** Name of the person, or of whatever else it was for. */
  person: string;
  provider: string;
}

/** The receipt of a captured hold, as it is written in the transaction of the capture. */
export async function writeReceipt(
  trx: Transaction<Schema>,
  purse: Purse,
  hold: Hold,
  { member, person, provider }: ChargedFor,
): Promise<Receipt> {
  if (hold.status !== 'captured' || hold.end === null) throw new Error(`hold ${hold.id} was not captured`);
  const { entry, at, charged, parts, after } = hold.end;
  const split = splitOf(purse, parts);
  const row: Selectable<ReceiptTable> = {
    workspace_id: member.workspace,
    id: hold.id,
    entry,
    activity: hold.activity,
    at,
    member_id: member.id,
    member_name: member.name,
    person,
    provider,
    charged,
    plan: split.plan,
    add_on: split.addOn,
    top_up: split.topUp,
    available_before: hold.before,
    available_after: after,
    refund_entry: null,
    refund_at: null,
    refund_credits: null,
  };
  await trx
    .insertInto('receipt')
    .values({ ...row, at, refund_at: null })
    .execute();
  return shown(row);
}

/** Writes a refund onto the receipt of what was charged. Repeating it is harmless. */
export async function writeRefund(
  trx: Transaction<Schema>,
  workspace: string,
  id: string,
  refund: { entry: number; at: Moment; credits: number },
): Promise<void> {
  await trx
    .updateTable('receipt')
    .set({ refund_entry: refund.entry, refund_at: refund.at, refund_credits: refund.credits })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('refund_entry', 'is', null)
    .execute();
}

/** The receipt of what was charged under an id; null when nothing was. */
export async function receiptOf(db: Db, workspace: string, id: string): Promise<Receipt | null> {
  const row = await db
    .selectFrom('receipt')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : shown(row);
}

/** A page of receipts, newest first, of entries before number `before`. @param member only theirs */
export async function receiptPage(
  db: Db,
  { workspace, member, before, limit }: { workspace: string; member: string | null; before: number; limit: number },
): Promise<{ items: Receipt[]; more: boolean }> {
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .$if(member !== null, (query) => query.where('member_id', '=', member))
    .where('entry', '<', before)
    .orderBy('entry', 'desc')
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit).map(shown), more: rows.length > limit };
}

function shown(row: Selectable<ReceiptTable>): Receipt {
  const refundAt = readMomentOrNull(row.refund_at);
  return Receipt.parse({
    entry: row.entry,
    id: row.id,
    activity: row.activity,
    at: readMoment(row.at),
    member: row.member_name,
    person: row.person,
    provider: row.provider,
    charged: row.charged,
    split: { plan: row.plan, addOn: row.add_on, topUp: row.top_up },
    before: row.available_before,
    after: row.available_after,
    refund:
      row.refund_entry === null || refundAt === null
        ? null
        : { entry: row.refund_entry, at: refundAt, credits: row.refund_credits },
  });
}

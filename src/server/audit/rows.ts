import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { EntryRow } from './entry.ts';
import type { GrantRow } from './grants.ts';
import type { HoldRow } from './holds.ts';
import type { ReceiptRow } from './receipts.ts';
import type { TopUpRow } from './top-ups.ts';

/** How many rows are read at once: whatever the ledger's size, only so many are in memory. */
export const PAGE = 5000;
/** How many rows that nothing speaks of are named. */
const NAMED = 20;

/** Reads the rows of one workspace's books out of one snapshot. */
export class Rows {
  readonly #trx: Transaction<Schema>;
  readonly #workspace: string;

  constructor(trx: Transaction<Schema>, workspace: string) {
    this.#trx = trx;
    this.#workspace = workspace;
  }

  purse() {
    return this.#trx
      .selectFrom('purse')
      .select(['last_entry', 'last_unlock', 'available', 'held', 'debt', 'caps_from'])
      .where('workspace_id', '=', this.#workspace)
      .executeTakeFirst();
  }

  /** All grants, in the order of their entries. */
  grants(): Promise<GrantRow[]> {
    return this.#trx
      .selectFrom('credit_grant')
      .select(['entry', 'source', 'kind', 'priority', 'credits', 'left_over', 'held'])
      .select(['lost', 'expires_at', 'status', 'reversed'])
      .where('workspace_id', '=', this.#workspace)
      .orderBy('entry')
      .execute();
  }

  /** The next page of entries after a number. */
  entries(after: number): Promise<EntryRow[]> {
    return this.#trx
      .selectFrom('ledger_entry')
      .select(['number', 'at', 'kind', 'grant_kind', 'activity', 'available_delta', 'held_delta', 'debt_delta'])
      .select(['parts', 'reference', 'by_id', 'by_name', 'reason'])
      .where('workspace_id', '=', this.#workspace)
      .where('number', '>', after)
      .orderBy('number')
      .limit(PAGE)
      .execute();
  }

  async holds(ids: readonly string[]): Promise<Map<string, HoldRow>> {
    const rows: HoldRow[] = [];
    for (const some of chunks(ids)) rows.push(...(await this.#holds().where('id', 'in', some).execute()));
    return new Map(rows.map((row) => [row.id, row]));
  }

  openHolds(): Promise<HoldRow[]> {
    return this.#holds().where('status', '=', 'open').execute();
  }

  #holds() {
    return this.#trx
      .selectFrom('hold')
      .select(['id', 'entry', 'credits', 'available_before', 'parts', 'expires_at', 'status', 'activity', 'by_id'])
      .select(['end_entry', 'charged', 'charged_parts', 'available_after', 'refund_entry'])
      .where('workspace_id', '=', this.#workspace);
  }

  async receipts(ids: readonly string[]): Promise<Map<string, ReceiptRow>> {
    const rows: ReceiptRow[] = [];
    for (const some of chunks(ids)) {
      rows.push(
        ...(await this.#trx
          .selectFrom('receipt')
          .select(['id', 'entry', 'activity', 'charged', 'plan', 'add_on', 'top_up', 'available_before'])
          .select(['available_after', 'refund_entry', 'refund_credits'])
          .where('workspace_id', '=', this.#workspace)
          .where('id', 'in', some)
          .execute()),
      );
    }
    return new Map(rows.map((row) => [row.id, row]));
  }

  caps(): Promise<{ member_id: string; used: number }[]> {
    return this.#trx
      .selectFrom('member_cap')
      .select(['member_id', 'used'])
      .where('workspace_id', '=', this.#workspace)
      .execute();
  }

  /** The next page of top-ups after an id. */
  topUps(after: string): Promise<TopUpRow[]> {
    return this.#trx
      .selectFrom('top_up')
      .select(['id', 'credits', 'status'])
      .where('workspace_id', '=', this.#workspace)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
  }

  /** How many unlocks there are, and how far their numbers go. */
  async unlocks(): Promise<{ count: number; first: number; last: number }> {
    const row = await this.#trx
      .selectFrom('unlock')
      .select((select) => [
        select.fn.countAll<number | string>().as('count'),
        select.fn.min('number').as('first'),
        select.fn.max('number').as('last'),
      ])
      .where('workspace_id', '=', this.#workspace)
      .executeTakeFirstOrThrow();
    return { count: Number(row.count), first: Number(row.first ?? 1), last: Number(row.last ?? 0) };
  }

  /** How many rows there are: of holds and receipts, and of those that say they were refunded. */
  async counts(): Promise<{ holds: number; refundedHolds: number; receipts: number; refundedReceipts: number }> {
    const holds = await this.#trx
      .selectFrom('hold')
      .select((select) => [
        select.fn.countAll<number | string>().as('count'),
        select.fn.count<number | string>('refund_entry').as('refunded'),
      ])
      .where('workspace_id', '=', this.#workspace)
      .executeTakeFirstOrThrow();
    const receipts = await this.#trx
      .selectFrom('receipt')
      .select((select) => [
        select.fn.countAll<number | string>().as('count'),
        select.fn.count<number | string>('refund_entry').as('refunded'),
      ])
      .where('workspace_id', '=', this.#workspace)
      .executeTakeFirstOrThrow();
    return {
      holds: Number(holds.count),
      refundedHolds: Number(holds.refunded),
      receipts: Number(receipts.count),
      refundedReceipts: Number(receipts.refunded),
    };
  }

  /** Holds whose entry is none of theirs: asked for only where the counts differ. */
  async holdsWithoutEntry(): Promise<string[]> {
    const rows = await this.#trx
      .selectFrom('hold')
      .leftJoin('ledger_entry', (join) =>
        join
          .onRef('ledger_entry.workspace_id', '=', 'hold.workspace_id')
          .onRef('ledger_entry.number', '=', 'hold.entry')
          .onRef('ledger_entry.reference', '=', 'hold.id'),
      )
      .select('hold.id')
      .where('hold.workspace_id', '=', this.#workspace)
      .where('ledger_entry.number', 'is', null)
      .limit(NAMED)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Receipts for what was never captured: asked for only where the counts differ. */
  async receiptsWithoutCharge(): Promise<string[]> {
    const rows = await this.#trx
      .selectFrom('receipt')
      .leftJoin('hold', (join) =>
        join.onRef('hold.workspace_id', '=', 'receipt.workspace_id').onRef('hold.id', '=', 'receipt.id'),
      )
      .select('receipt.id')
      .where('receipt.workspace_id', '=', this.#workspace)
      .where((is) => is.or([is('hold.status', 'is', null), is('hold.status', '!=', sql.lit('captured'))]))
      .limit(NAMED)
      .execute();
    return rows.map(({ id }) => id);
  }
}

/** Lists short enough for one statement: PostgreSQL and SQLite both take that many parameters. */
function* chunks(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += 1000) yield ids.slice(start, start + 1000);
}

import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { TableShape } from './table-shape.ts';

type Trx = Transaction<Schema>;
type Value = string | number | null;
type Row = Record<string, unknown>;

/** How many rows of a table there are, and the sum of their digests: the same on both sides, whatever their order. */
export interface Tally {
  rows: number;
  digest: bigint;
}

/** Rows at once, and values in one statement: PostgreSQL and SQLite both take that many. */
const PAGE = 2000;
const VALUES = 30_000;

/** Copies all rows of a table into an empty one of the same shape, in the order of its key. */
export async function copyTable(
  from: Trx,
  to: Trx,
  table: TableShape,
  progress: (rows: number) => void,
): Promise<Tally> {
  const tally: Tally = { rows: 0, digest: 0n };
  const atOnce = Math.max(1, Math.min(PAGE, Math.floor(VALUES / table.columns.length)));
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  for await (const page of pages(from, table)) {
    for (let start = 0; start < page.length; start += atOnce) {
      const values = page.slice(start, start + atOnce).map((row) => sql`(${sql.join(row)})`);
      await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`.execute(to);
    }
    add(tally, page);
    progress(tally.rows);
  }
  return tally;
}

/** Reads a whole table again, to be compared with what was to be in it. */
export async function tallyOf(trx: Trx, table: TableShape): Promise<Tally> {
  const tally: Tally = { rows: 0, digest: 0n };
  for await (const page of pages(trx, table)) add(tally, page);
  return tally;
}

export async function isEmpty(trx: Trx, table: TableShape): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(trx);
  return rows.length === 0;
}

/** All rows, their values in the order of the columns and in the one spelling that both databases share. */
async function* pages(trx: Trx, { name, key, columns }: TableShape): AsyncGenerator<Value[][]> {
  const keys = sql.join(key.map((column) => sql.ref(column)));
  let after: unknown[] | null = null;
  for (;;) {
    const where: ReturnType<typeof sql> = after === null ? sql`` : sql`where (${keys}) > (${sql.join(after)})`;
    const { rows }: { rows: Row[] } = await sql<Row>`
      select * from ${sql.table(name)} ${where} order by ${keys} limit ${sql.lit(PAGE)}`.execute(trx);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => columns.map((column) => plain(row[column.name], column.isMoment)));
    if (rows.length < PAGE) return;
    after = key.map((column) => last[column]);
  }
}

/** A moment is ISO 8601 with milliseconds, a flag 0 or 1: PostgreSQL takes both where it has types of its own. */
function plain(value: unknown, isMoment: boolean): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return isMoment ? new Date(String(value)).toISOString() : String(value);
}

function add(tally: Tally, rows: readonly Value[][]): void {
  for (const row of rows) {
    tally.rows += 1;
    const digest = createHash('sha256').update(JSON.stringify(row)).digest();
    tally.digest = BigInt.asUintN(64, tally.digest + digest.readBigUInt64BE());
  }
}

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Moment, readMoment } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import { csv } from './export-csv.ts';
import { jsonl } from './export-jsonl.ts';

export const FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** An entry as it is exported, with the balance after it. */
export interface Line {
  number: number;
  at: Moment;
  kind: string;
  grantKind: string | null;
  activity: string | null;
  availableDelta: number;
  heldDelta: number;
  debtDelta: number;
  /** Credits to spend, on hold and owed after this entry. */
  available: number;
  held: number;
  debt: number;
  reference: string;
  byId: string | null;
  by: string | null;
  reason: string | null;
  /** `[[grant's entry, available delta, held delta], …]` */
  parts: unknown;
}

/** What an export is of. */
export interface Head {
  workspace: { id: string; name: string };
  /** Entries up to this number were left out. */
  after: number;
  at: Moment;
}

/** What makes an export's completeness checkable: all between `first` and `last` is there, and adds up to the sums. */
export interface End {
  /** Null where there is no entry. */
  first: number | null;
  last: number | null;
  count: number;
  /** Sums of the deltas of the entries in it. */
  sums: Sums;
  /** The balance after the last of them. */
  balance: Sums;
  /** Whether they are all that the purse says there are, and add up to it. */
  complete: boolean;
}

export interface Sums {
  available: number;
  held: number;
  debt: number;
}

/** Turns an export into text. */
export interface Format {
  type: string;
  head(head: Head): string;
  line(line: Line): string;
  /** @param sha256 in hex, of all the bytes before this */
  end(end: End, sha256: string): string;
}

export const formats: Record<ExportFormat, Format> = { csv, jsonl };

const PAGE = 2000;

/**
 * Exports a workspace's ledger as text, a page at a time. Entries are only ever added, so the ones up to the purse's
 * last one at the start are a snapshot without a transaction, however slowly they are taken away.
 * @param after the number of the last entry to leave out; 0 for none
 * @throws when the database does
 */
export async function* exportLedger(
  db: Kysely<Schema>,
  format: Format,
  head: Head,
): AsyncGenerator<string, End, undefined> {
  const { id } = head.workspace;
  const purse = await db
    .selectFrom('purse')
    .select(['last_entry', 'available', 'held', 'debt'])
    .where('workspace_id', '=', id)
    .executeTakeFirst();
  const upTo = purse?.last_entry ?? 0;
  const balance = await sumsUpTo(db, id, Math.min(head.after, upTo));
  const before = { ...balance };
  const digest = createHash('sha256');
  let first: number | null = null;
  let last: number | null = null;
  let count = 0;
  let text = format.head(head);
  for (let number = head.after; ; ) {
    const rows = await db
      .selectFrom('ledger_entry')
      .selectAll()
      .where('workspace_id', '=', id)
      .where('number', '>', number)
      .where('number', '<=', upTo)
      .orderBy('number')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      first ??= row.number;
      last = row.number;
      count += 1;
      balance.available += row.available_delta;
      balance.held += row.held_delta;
      balance.debt += row.debt_delta;
      text += format.line({
        number: row.number,
        at: readMoment(row.at),
        kind: row.kind,
        grantKind: row.grant_kind,
        activity: row.activity,
        availableDelta: row.available_delta,
        heldDelta: row.held_delta,
        debtDelta: row.debt_delta,
        ...balance,
        reference: row.reference,
        byId: row.by_id,
        by: row.by_name,
        reason: row.reason,
        parts: JSON.parse(row.parts),
      });
    }
    digest.update(text);
    yield text;
    text = '';
    number = last ?? upTo;
    if (rows.length < PAGE) break;
  }
  const sums = {
    available: balance.available - before.available,
    held: balance.held - before.held,
    debt: balance.debt - before.debt,
  };
  const whole = first === null ? head.after >= upTo : first === head.after + 1 && last === upTo;
  const complete =
    whole &&
    count === Math.max(0, upTo - head.after) &&
    balance.available === (purse?.available ?? 0) &&
    balance.held === (purse?.held ?? 0) &&
    balance.debt === (purse?.debt ?? 0);
  const end = { first, last, count, sums, balance, complete };
  yield format.end(end, digest.digest('hex'));
  return end;
}

async function sumsUpTo(db: Kysely<Schema>, workspace: string, number: number): Promise<Sums> {
  if (number === 0) return { available: 0, held: 0, debt: 0 };
  const row = await db
    .selectFrom('ledger_entry')
    .select((select) => [
      select.fn.sum<number | string | null>('available_delta').as('available'),
      select.fn.sum<number | string | null>('held_delta').as('held'),
      select.fn.sum<number | string | null>('debt_delta').as('debt'),
    ])
    .where('workspace_id', '=', workspace)
    .where('number', '<=', number)
    .executeTakeFirstOrThrow();
  return { available: Number(row.available ?? 0), held: Number(row.held ?? 0), debt: Number(row.debt ?? 0) };
}

import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/*
 * What the tables say of one workspace, read by plain SQL and by nothing of the server's: what it forgot to look at is
 * looked at here.
 */

export interface Books {
  purse: { lastEntry: number; lastUnlock: number; available: number; held: number; debt: number; capsFrom: number };
  /** In the order of their numbers. */
  entries: EntryLine[];
  grants: GrantBook[];
  holds: HoldBook[];
  reveals: RevealBook[];
  unlocks: UnlockBook[];
  receipts: ReceiptBook[];
  topUps: { id: string; credits: number; status: string }[];
  disputes: { id: string; status: string }[];
  raiseRequests: { id: string; status: string }[];
  caps: { memberId: string; credits: number; used: number }[];
}

export interface EntryLine {
  number: number;
  at: string;
  kind: string;
  grantKind: string | null;
  available: number;
  held: number;
  debt: number;
  /** What it moved in which grant: available, held. */
  parts: [grant: number, available: number, held: number][];
  reference: string;
  byId: string | null;
  reason: string | null;
}

export interface GrantBook {
  entry: number;
  source: string;
  kind: string;
  credits: number;
  left: number;
  held: number;
  expiresAt: string | null;
  status: string;
}

export interface HoldBook {
  id: string;
  /** That reserved it last. */
  entry: number;
  credits: number;
  status: string;
  byId: string | null;
  endEntry: number | null;
  charged: number | null;
  refundEntry: number | null;
}

export interface RevealBook {
  id: string;
  key: string;
  field: string;
  status: string;
  outcome: { kind: string; charged?: number; free?: string | null } | null;
}

export interface UnlockBook {
  key: string;
  field: string;
  number: number;
  aliasOf: string | null;
  value: string | null;
  revealId: string;
}

export interface ReceiptBook {
  id: string;
  entry: number;
  memberId: string;
  charged: number;
  plan: number;
  addOn: number;
  topUp: number;
  before: number;
  after: number;
  refundEntry: number | null;
}

type Row = Record<string, unknown>;

/** Reads the books of each workspace. */
export async function readBooks(databaseUrl: string, workspaces: readonly string[]): Promise<Books[]> {
  const [query, close] = await connect(databaseUrl);
  try {
    const books: Books[] = [];
    for (const workspace of workspaces) books.push(await booksOf((table) => query(table, workspace)));
    return books;
  } finally {
    await close();
  }
}

/** All rows of a table that are a workspace's, and the end of the connection. */
async function connect(url: string): Promise<[(table: string, id: string) => Promise<Row[]>, () => Promise<void>]> {
  if (url.startsWith('file:')) {
    const file = new DatabaseSync(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
    const query = async (table: string, id: string) =>
      file.prepare(`select * from "${table}" where workspace_id = ?`).all(id) as Row[];
    return [query, async () => file.close()];
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query = async (table: string, id: string) =>
    (await client.query(`select * from "${table}" where workspace_id = $1`, [id])).rows as Row[];
  return [query, () => client.end()];
}

async function booksOf(rows: (table: string) => Promise<Row[]>): Promise<Books> {
  const purse = (await rows('purse'))[0] ?? {};
  return {
    purse: {
      lastEntry: number(purse.last_entry),
      lastUnlock: number(purse.last_unlock),
      available: number(purse.available),
      held: number(purse.held),
      debt: number(purse.debt),
      capsFrom: number(purse.caps_from),
    },
    entries: (await rows('ledger_entry')).map(entryOf).sort((one, other) => one.number - other.number),
    grants: (await rows('credit_grant')).map((row) => ({
      entry: number(row.entry),
      source: String(row.source),
      kind: String(row.kind),
      credits: number(row.credits),
      left: number(row.left_over),
      held: number(row.held),
      expiresAt: moment(row.expires_at),
      status: String(row.status),
    })),
    holds: (await rows('hold')).map((row) => ({
      id: String(row.id),
      entry: number(row.entry),
      credits: number(row.credits),
      status: String(row.status),
      byId: text(row.by_id),
      endEntry: numberOrNull(row.end_entry),
      charged: numberOrNull(row.charged),
      refundEntry: numberOrNull(row.refund_entry),
    })),
    reveals: (await rows('reveal')).map((row) => ({
      id: String(row.id),
      key: String(row.profile_key),
      field: String(row.field),
      status: String(row.status),
      outcome: row.outcome === null ? null : JSON.parse(String(row.outcome)),
    })),
    unlocks: (await rows('unlock')).map((row) => ({
      key: String(row.profile_key),
      field: String(row.field),
      number: number(row.number),
      aliasOf: text(row.alias_of),
      value: row.contact === null ? null : String(JSON.parse(String(row.contact)).value),
      revealId: String(row.reveal_id),
    })),
    receipts: (await rows('receipt')).map((row) => ({
      id: String(row.id),
      entry: number(row.entry),
      memberId: String(row.member_id),
      charged: number(row.charged),
      plan: number(row.plan),
      addOn: number(row.add_on),
      topUp: number(row.top_up),
      before: number(row.available_before),
      after: number(row.available_after),
      refundEntry: numberOrNull(row.refund_entry),
    })),
    topUps: (await rows('top_up')).map((row) => ({
      id: String(row.id),
      credits: number(row.credits),
      status: String(row.status),
    })),
    disputes: (await rows('dispute')).map((row) => ({ id: String(row.id), status: String(row.status) })),
    raiseRequests: (await rows('cap_request')).map((row) => ({ id: String(row.id), status: String(row.status) })),
    caps: (await rows('member_cap')).map((row) => ({
      memberId: String(row.member_id),
      credits: number(row.credits),
      used: number(row.used),
    })),
  };
}

function entryOf(row: Row): EntryLine {
  return {
    number: number(row.number),
    at: moment(row.at) ?? '',
    kind: String(row.kind),
    grantKind: text(row.grant_kind),
    available: number(row.available_delta),
    held: number(row.held_delta),
    debt: number(row.debt_delta),
    parts: JSON.parse(String(row.parts)),
    reference: String(row.reference),
    byId: text(row.by_id),
    reason: text(row.reason),
  };
}

function number(value: unknown): number {
  return Number(value);
}

function numberOrNull(value: unknown): number | null {
  return value === null ? null : number(value);
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function moment(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : text(value);
}

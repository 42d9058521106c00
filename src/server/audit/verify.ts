import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/open.ts';
import { retrying } from '../db/retry.ts';
import type { Schema } from '../db/schema.ts';
import { Books, type Counted } from './books.ts';
import type { Fault } from './fault.ts';
import { Rows } from './rows.ts';

export interface Verified extends Counted {
  workspace: string;
  /** How many contradictions there are. */
  faults: number;
}

export interface Hear {
  fault(workspace: string, fault: Fault): void;
  /** After each page. */
  progress?(workspace: string, done: number, of: number): void;
}

/** Faults of one workspace that are told one by one. */
const FAULTS_TOLD = 1000;

/** Ids of all workspaces that have a purse, in order. */
export async function workspacesWithBooks(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom('purse').select('workspace_id').orderBy('workspace_id').execute();
  return rows.map((row) => row.workspace_id);
}

/**
 * Checks the books of one workspace against each other, in one snapshot, while the server may go on. Nothing is
 * written. A workspace without a purse has no books, and no faults.
 * @throws when the database does
 */
export async function verifyWorkspace(database: Database, workspace: string, hear: Hear): Promise<Verified> {
  // A lost connection starts the workspace again: faults are told once it is through, or they would be told twice.
  const { faults, counted, count } = await retrying(() =>
    database.db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute((trx) => verifyBooks(trx, workspace, (done, of) => hear.progress?.(workspace, done, of))),
  );
  for (const fault of faults) hear.fault(workspace, fault);
  if (count > faults.length) {
    const found = `${count - faults.length} more`;
    hear.fault(workspace, { where: 'books', what: 'faults beyond these', expected: 'none', found });
  }
  return { workspace, ...counted, faults: count };
}

/** The same within a transaction that the caller has begun. */
export async function verifyBooks(
  trx: Transaction<Schema>,
  workspace: string,
  progress: (done: number, of: number) => void,
): Promise<{ faults: Fault[]; counted: Counted; count: number }> {
  const faults: Fault[] = [];
  let count = 0;
  const books = new Books(new Rows(trx, workspace), (fault) => {
    count += 1;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  });
  return { counted: await books.check(progress), faults, count };
}

import { DatabaseSync } from 'node:sqlite';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/open.ts';
import type { Schema } from '../db/schema.ts';
import type { TableShape } from './table-shape.ts';

/**
 * Whether another process has an SQLite file open, such as a server that would go on writing to it. Only a file that
 * nobody else has open can leave its write-ahead log for a moment; whoever opens it next goes back to one.
 * @throws when there is no such file, or it cannot be opened
 */
export function isOpenElsewhere(path: string): boolean {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('pragma journal_mode = delete');
    return false;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return true;
    throw error;
  } finally {
    file.close();
  }
}

/** How many other connections of this program PostgreSQL has to the same database. */
export async function otherConnections(trx: Transaction<Schema>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and application_name = 'latchkey' and pid <> pg_backend_pid()`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Keeps everybody else from writing until the transaction ends. In SQLite its beginning has done so already. */
export async function lockAll(trx: Transaction<Schema>, kind: Database['kind'], tables: TableShape[]): Promise<void> {
  if (kind === 'sqlite') return;
  await sql`set local lock_timeout = '5s'`.execute(trx);
  const names = sql.join(tables.map(({ name }) => sql.table(name)));
  await sql`lock table ${names} in share mode`.execute(trx);
}

/**
 * Lets a transaction take its time: while one side of a move is read or verified, the other waits, which PostgreSQL is
 * told elsewhere to take for a mistake.
 */
export async function takeTime(trx: Transaction<Schema>, kind: Database['kind']): Promise<void> {
  if (kind === 'sqlite') return;
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
  await sql`set local statement_timeout = 0`.execute(trx);
}

import { fileURLToPath } from 'node:url';
import { Kysely } from 'kysely';
import type { DatabaseKind } from './column-types.ts';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import type { Schema } from './schema.ts';
import { openFile, sqliteDialect } from './sqlite.ts';

/** An open database, at the latest migration. */
export interface Database {
  /** Tables of other areas: `db.withTables<AccountTables>()`. Inside a transaction use only the transaction's handle. */
  db: Kysely<Schema>;
  kind: DatabaseKind;
  close(): Promise<void>;
}

/**
 * Opens a database and migrates it to the latest version.
 * @param url `file:/path/latchkey.db`, `file:relative.db` or `postgres://user:password@host/database`
 * @throws when it cannot be opened or migrated
 */
export async function openDatabase(url: string): Promise<Database> {
  const kind = kindOf(url);
  const dialect = kind === 'sqlite' ? sqliteDialect(openFile(pathOf(url))) : postgresDialect(url);
  const db = new Kysely<Schema>({ dialect });
  try {
    await migrate(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, kind, close: () => db.destroy() };
}

function kindOf(url: string): DatabaseKind {
  if (url.startsWith('file:')) return 'sqlite';
  if (/^postgres(?:ql)?:\/\//.test(url)) return 'postgres';
  throw new Error('The address of the database must start with file: or postgres://.');
}

function pathOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

import { fileURLToPath } from 'node:url';
import { type CompiledQuery, Kysely } from 'kysely';
import type { Batch } from './batch.ts';
import type { DatabaseKind } from './column-types.ts';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import { postgresBatch } from './postgres-batch.ts';
import type { Schema } from './schema.ts';
import { openFile, sqliteBatch, sqliteDialect } from './sqlite.ts';

/** An open database, at the latest migration. */
export interface Database {
  /** Tables of other areas: `db.withTables<AccountTables>()`. Inside a transaction use only the transaction's handle. */
  db: Kysely<Schema>;
  kind: DatabaseKind;
  /** One transaction sent in one go; its connections are not those of `db`. */
  batch: Batch;
  find: Find;
  close(): Promise<void>;
}

/**
 * Reads rows by their keys, by a statement that is prepared once and kept: for the few that run with each request.
 * @param query whose text is compiled once; its own parameters only say how many there are
 */
export type Find = <Row>(query: CompiledQuery<Row>, parameters: readonly (string | number)[]) => Promise<Row[]>;

/**
 * Opens a database and migrates it to the latest version.
 * @param url `file:/path/latchkey.db`, `file:relative.db` or `postgres://user:password@host/database`
 * @throws when it cannot be opened or migrated
 */
export async function openDatabase(url: string): Promise<Database> {
  const kind = kindOf(url);
  const { db, batch, find, close } = kind === 'sqlite' ? sqlite(pathOf(url)) : postgres(url);
  try {
    await migrate(db, kind);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, kind, batch, find, close };
}

function sqlite(path: string): Omit<Database, 'kind'> {
  const file = openFile(path);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  return {
    db,
    batch: sqliteBatch(db, file),
    async find<Row>(query: CompiledQuery<Row>, parameters: readonly (string | number)[]) {
      const { rows } = await db.executeQuery<Row>({ ...query, parameters });
      return rows;
    },
    close: () => db.destroy(),
  };
}

function postgres(url: string): Omit<Database, 'kind'> {
  const db = new Kysely<Schema>({ dialect: postgresDialect(url) });
  const { batch, find, close } = postgresBatch(url);
  return {
    db,
    batch,
    find,
    async close() {
      await Promise.all([close(), db.destroy()]);
    },
  };
}

function kindOf(url: string): DatabaseKind {
  if (url.startsWith('file:')) return 'sqlite';
  if (/^postgres(?:ql)?:\/\//.test(url)) return 'postgres';
  throw new Error('The address of the database must start with file: or postgres://.');
}

/** The path of a `file:` address. */
export function pathOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

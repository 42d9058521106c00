import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { Batch } from './batch.ts';

/** How long a statement waits for another process that writes, in milliseconds. */
const BUSY_LIMIT = 10_000;
const STATEMENTS_KEPT = 500;

/**
 * Opens (or makes) a database file, readable by its owner only. WAL lets readers go on while one writes; FULL makes an
 * acknowledged credit survive a power cut.
 */
export function openFile(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_LIMIT });
  file.exec('pragma journal_mode = wal; pragma synchronous = full;');
  // From here on waiting is done by this driver: SQLite's own would stop the whole process meanwhile, and with it the
  // very transaction it waits for when that runs in this process.
  file.exec('pragma busy_timeout = 0');
  return file;
}

/** Kysely's SQLite dialect over `node:sqlite`. One connection; Kysely queues its users. */
export function sqliteDialect(file: DatabaseSync): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new SqliteDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Batches on the one connection, when its other users are not in the middle of something. */
export function sqliteBatch<Tables>(db: Kysely<Tables>, file: DatabaseSync): Batch {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? file.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return (queries) =>
    db.connection().execute(async (connection) => {
      // From here to the commit nothing else of this process can run.
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
      try {
        const changed = queries.map(({ sql, parameters }) =>
          Number(statement(sql).run(...(parameters as SQLInputValue[])).changes),
        );
        statement('commit').run();
        return changed;
      } catch (error) {
        if (file.isTransaction) file.exec('rollback');
        throw error;
      }
    });
}

class Adapter extends SqliteAdapter {
  /** Kysely says no by default, yet SQLite rolls DDL back like anything else: a failed migration leaves nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #file: DatabaseSync;
  readonly #connection: SqliteConnection;

  constructor(file: DatabaseSync) {
    this.#file = file;
    this.#connection = new SqliteConnection(file);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  /** A deferred BEGIN that reads and then writes fails when another process wrote in between: take the lock at once. */
  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite rolls back by itself on a full disk or an I/O error.
    if (this.#file.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#connection.forget();
    this.#file.close();
  }
}

interface Prepared {
  statement: StatementSync;
  /** Whether it returns rows. */
  reads: boolean;
}

class SqliteConnection implements DatabaseConnection {
  readonly #file: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: DatabaseSync) {
    this.#file = file;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const values = parameters.map(inputValue);
    const start = performance.now();
    for (;;) {
      try {
        return this.#run(sql, values);
      } catch (error) {
        // A busy statement had no effect, so it may simply be run again.
        if (!isBusy(error) || performance.now() - start > BUSY_LIMIT) throw error;
        await wait(5);
      }
    }
  }

  // biome-ignore lint/correctness/useYield: the interface wants a generator, and nothing here streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Queries are not streamed from SQLite.');
  }

  forget(): void {
    this.#prepared.clear();
  }

  #run<Row>(sql: string, values: SQLInputValue[]): QueryResult<Row> {
    const { statement, reads } = this.#prepare(sql);
    if (reads) return { rows: statement.all(...values) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#file.prepare(sql);
    const prepared = { statement, reads: statement.columns().length > 0 };
    if (this.#prepared.size >= STATEMENTS_KEPT) this.#prepared.clear();
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

function inputValue(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value === undefined ? null : (value as SQLInputValue);
}

/** SQLITE_BUSY and its extended codes: another connection holds the lock. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 255) === 5
  );
}

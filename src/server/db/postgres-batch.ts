import type { CompiledQuery } from 'kysely';
import type { Connection, Submittable } from 'pg';
import type { Batch, BatchQuery } from './batch.ts';
import type { Find } from './open.ts';
import { Messages } from './postgres-messages.ts';
import { postgresPool } from './postgres-pool.ts';

/** Batches under way at once in this process: many, for PostgreSQL writes the commits of all of them to disk together. */
export const BATCH_CONNECTIONS = 32;

const BEGIN: BatchQuery = { sql: 'begin', parameters: [] };
const COMMIT: BatchQuery = { sql: 'commit', parameters: [] };

/**
 * Batches, and reads by keys, over PostgreSQL's extended protocol: BEGIN, each statement and COMMIT are bound and executed as one series
 * that ends in one Sync, so there is one answer to wait for. After an error the server skips the rest of the series, the
 * COMMIT as well (PostgreSQL documentation, "Message Flow", "Pipelining").
 *
 * They have connections of their own: every statement of a batch finds its rows by their keys, so on these connections
 * a plan is made once, and never one that reads a whole table. Otherwise a plan made while a table was empty would do
 * that, and would be kept.
 * @param url `postgres://user:password@host/database`
 */
export function postgresBatch(url: string): { batch: Batch; find: Find; close(): Promise<void> } {
  const pool = postgresPool(url, {
    max: BATCH_CONNECTIONS,
    options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off',
  });
  return {
    async batch(queries) {
      const client = await pool.connect();
      let usable = false;
      try {
        const changed = await new Promise<number[] | Error>((settle) => {
          client.query(new Series([BEGIN, ...queries, COMMIT], settle));
        });
        if (changed instanceof Error) {
          await client.query('rollback').then(
            () => {
              usable = true;
            },
            () => {},
          );
          throw changed;
        }
        usable = true;
        return changed.slice(1, -1);
      } finally {
        // The server rolls back what is open on a connection that is closed.
        client.release(!usable);
      }
    },
    async find<Row>({ sql }: CompiledQuery<Row>, parameters: readonly (string | number)[]): Promise<Row[]> {
      const { rows } = await pool.query({ name: nameOf(sql), text: sql, values: [...parameters] });
      return rows;
    },
    close: () => pool.end(),
  };
}

/** Names of statements, the same on all connections. */
const names = new Map<string, string>();
/** The names that a connection has prepared for certain. */
const prepared = new WeakMap<Connection, Set<string>>();

interface Step {
  name: string;
  sql: string;
  values: (string | null)[];
}

/** What `pg.Client` runs in place of one of its own queries: it calls `submit`, then one `handle…` for each answer. */
class Series implements Submittable {
  readonly #steps: readonly Step[];
  readonly #settle: (outcome: number[] | Error) => void;
  readonly #changed: number[] = [];
  #last = '';

  constructor(queries: readonly BatchQuery[], settle: (outcome: number[] | Error) => void) {
    this.#steps = queries.map(({ sql, parameters }) => ({ name: nameOf(sql), sql, values: parameters.map(textOf) }));
    this.#settle = settle;
  }

  submit(connection: Connection): void {
    const known = preparedOn(connection);
    const messages = new Messages();
    for (const { name, sql, values } of this.#steps) {
      if (!known.has(name)) {
        // It may be there when an earlier series failed at this very statement.
        messages.close(name);
        messages.parse(name, sql);
      }
      messages.bind(name, values);
      messages.execute();
    }
    messages.sync();
    connection.stream.write(messages.bytes());
  }

  handleCommandComplete({ text }: { text: string }, connection: Connection): void {
    const done = this.#steps[this.#changed.length];
    if (done !== undefined) preparedOn(connection).add(done.name);
    this.#changed.push(Number(/\d+$/.exec(text)?.[0] ?? 0));
    this.#last = text;
  }

  /** Rows that a statement returns are nobody's. */
  handleDataRow(): void {}

  handleError(error: Error): void {
    this.#settle(error);
  }

  handleReadyForQuery(): void {
    this.#settle(this.#last === 'COMMIT' ? this.#changed : new Error(`a batch ended with ${this.#last}`));
  }
}

function preparedOn(connection: Connection): Set<string> {
  const known = prepared.get(connection) ?? new Set();
  prepared.set(connection, known);
  return known;
}

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `latchkey_${names.size}`;
  names.set(sql, name);
  return name;
}

function textOf(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError(`a batch cannot be given ${typeof value}`);
}

import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/**
 * A pool of connections to PostgreSQL. Time limits are the server's (`statement_timeout`): the client's
 * `query_timeout` can drop the ROLLBACK of a statement that timed out and hand the connection on in mid-transaction.
 * Kysely closes a connection whose ROLLBACK failed.
 * @param url `postgres://user:password@host/database`
 */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'latchkey',
  });
  // Without these a database that goes away ends the process. Whoever uses the connection gets the error as well.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return new PostgresDialect({ pool });
}

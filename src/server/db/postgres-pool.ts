import pg from 'pg';

/**
 * A pool of connections to PostgreSQL. Time limits are the server's (`statement_timeout`): the client's
 * `query_timeout` can drop the ROLLBACK of a statement that timed out and hand the connection on in mid-transaction.
 * @param url `postgres://user:password@host/database`
 * @param own what is special about this pool
 */
export function postgresPool(url: string, own: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'latchkey',
    ...own,
  });
  // Without these a database that goes away ends the process. Whoever uses the connection gets the error as well.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return pool;
}

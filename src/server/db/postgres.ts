import { type Dialect, PostgresDialect } from 'kysely';
import { postgresPool } from './postgres-pool.ts';

/**
 * Kysely over a pool of connections to PostgreSQL. It closes a connection whose ROLLBACK failed.
 * @param url `postgres://user:password@host/database`
 */
export function postgresDialect(url: string): Dialect {
  return new PostgresDialect({ pool: postgresPool(url, { max: 10 }) });
}

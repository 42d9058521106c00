import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { DatabaseKind } from './column-types.ts';
import { migrations } from './migrations.ts';

/**
 * Brings a database to the latest migration, all of it or nothing. Several processes may do so at once.
 * @throws when a migration fails
 */
export async function migrate<Tables>(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(kind) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

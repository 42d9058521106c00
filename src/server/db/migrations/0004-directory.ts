import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../column-types.ts';

/** Each workspace's own directory of contacts. */
export const directory = (types: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await types
      .end(
        db.schema
          .createTable('directory_contact')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('name_key', 'text', (column) => column.notNull())
          .addColumn('title', 'text')
          .addColumn('company', 'text')
          .addColumn('company_key', 'text')
          .addColumn('domain', 'text')
          .addColumn('email', 'text')
          .addColumn('email_type', 'text')
          .addColumn('email_verified', 'integer', (column) => column.notNull())
          .addColumn('phone', 'text')
          .addColumn('phone_type', 'text')
          .addColumn('phone_verified', 'integer', (column) => column.notNull())
          .addColumn('profile_url', 'text')
          .addColumn('url_key', 'text')
          .addColumn('profile_key', 'text')
          .addPrimaryKeyConstraint('directory_contact_key', ['workspace_id', 'id']),
      )
      .execute();
    for (const column of ['profile_key', 'url_key', 'name_key']) {
      await db.schema
        .createIndex(`directory_contact_${column}`)
        .on('directory_contact')
        .columns(['workspace_id', column])
        .execute();
    }
  },
});

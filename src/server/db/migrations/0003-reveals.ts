import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../column-types.ts';

/** Reveals, what they unlocked and what was charged for them. */
export const reveals = (types: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await types
      .end(
        db.schema
          .createTable('reveal')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('member_id', 'text', (column) => column.notNull())
          .addColumn('member_name', 'text', (column) => column.notNull())
          .addColumn('profile_key', 'text', (column) => column.notNull())
          .addColumn('field', 'text', (column) => column.notNull())
          .addColumn('person', 'text', (column) => column.notNull())
          .addColumn('fingerprint', 'text', (column) => column.notNull())
          .addColumn('question', 'text', (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('started_at', types.moment, (column) => column.notNull())
          .addColumn('held', 'integer', (column) => column.notNull())
          .addColumn('owner', 'text', (column) => column.notNull())
          .addColumn('lease_until', types.moment, (column) => column.notNull())
          .addColumn('hold_until', types.moment, (column) => column.notNull())
          .addColumn('ended_at', types.moment)
          .addColumn('outcome', 'text')
          .addPrimaryKeyConstraint('reveal_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('reveal_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
    // One live reveal of a field of a profile at a time: the purse's lock sees to it, this makes sure.
    await db.schema
      .createIndex('reveal_live')
      .unique()
      .on('reveal')
      .columns(['workspace_id', 'profile_key', 'field'])
      .where(sql.ref('status'), '=', sql.lit('live'))
      .execute();
    // For the sweep, which looks over all workspaces.
    await db.schema.createIndex('reveal_hold_until').on('reveal').columns(['status', 'hold_until']).execute();

    await types
      .end(
        db.schema
          .createTable('unlock')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('profile_key', 'text', (column) => column.notNull())
          .addColumn('field', 'text', (column) => column.notNull())
          .addColumn('number', 'integer', (column) => column.notNull())
          .addColumn('alias_of', 'text')
          .addColumn('contact', 'text')
          .addColumn('value_key', 'text')
          .addColumn('provider', 'text')
          .addColumn('person_id', 'text')
          .addColumn('reveal_id', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('unlock_key', ['workspace_id', 'profile_key', 'field'])
          .addUniqueConstraint('unlock_number', ['workspace_id', 'number'])
          .addForeignKeyConstraint('unlock_reveal', ['workspace_id', 'reveal_id'], 'reveal', ['workspace_id', 'id']),
      )
      .execute();
    await db.schema.createIndex('unlock_value').on('unlock').columns(['workspace_id', 'field', 'value_key']).execute();
    await db.schema
      .createIndex('unlock_person')
      .on('unlock')
      .columns(['workspace_id', 'field', 'provider', 'person_id'])
      .execute();

    await types
      .end(
        db.schema
          .createTable('receipt')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('reveal_id', 'text', (column) => column.notNull())
          .addColumn('entry', 'integer', (column) => column.notNull())
          .addColumn('at', types.moment, (column) => column.notNull())
          .addColumn('member_id', 'text', (column) => column.notNull())
          .addColumn('member_name', 'text', (column) => column.notNull())
          .addColumn('person', 'text', (column) => column.notNull())
          .addColumn('provider', 'text', (column) => column.notNull())
          .addColumn('charged', 'integer', (column) => column.notNull())
          .addColumn('plan', 'integer', (column) => column.notNull())
          .addColumn('add_on', 'integer', (column) => column.notNull())
          .addColumn('top_up', 'integer', (column) => column.notNull())
          .addColumn('available_before', 'integer', (column) => column.notNull())
          .addColumn('available_after', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('receipt_key', ['workspace_id', 'reveal_id'])
          .addForeignKeyConstraint('receipt_reveal', ['workspace_id', 'reveal_id'], 'reveal', ['workspace_id', 'id']),
      )
      .execute();
  },
});

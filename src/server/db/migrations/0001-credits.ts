import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../column-types.ts';

/**
 * The purse and all that hangs on it. Every key begins with `workspace_id`, parents come first, nothing refers to the
 * accounts' tables and there are no triggers: so the tables can be spread by workspace over several machines.
 */
export const credits = (types: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await types
      .end(
        db.schema
          .createTable('purse')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('last_entry', 'integer', (column) => column.notNull())
          .addColumn('last_unlock', 'integer', (column) => column.notNull())
          .addColumn('available', 'integer', (column) => column.notNull())
          .addColumn('held', 'integer', (column) => column.notNull())
          .addColumn('plan_name', 'text')
          .addColumn('plan_allowance', 'integer')
          .addColumn('plan_cycle', 'text')
          .addColumn('plan_anchor', types.moment)
          .addColumn('plan_time_zone', 'text')
          .addColumn('price_email', 'integer')
          .addColumn('price_phone', 'integer')
          .addColumn('cycle_number', 'integer')
          .addColumn('renews_at', types.moment)
          .addPrimaryKeyConstraint('purse_key', ['workspace_id']),
      )
      .execute();

    await types
      .end(
        db.schema
          .createTable('credit_grant')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('entry', 'integer', (column) => column.notNull())
          .addColumn('source', 'text', (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('priority', 'integer', (column) => column.notNull())
          .addColumn('credits', 'integer', (column) => column.notNull())
          .addColumn('left_over', 'integer', (column) => column.notNull())
          .addColumn('held', 'integer', (column) => column.notNull())
          .addColumn('expires_at', types.moment)
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('reason', 'text')
          .addPrimaryKeyConstraint('credit_grant_key', ['workspace_id', 'entry'])
          .addUniqueConstraint('credit_grant_source', ['workspace_id', 'source'])
          .addForeignKeyConstraint('credit_grant_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
    await db.schema.createIndex('credit_grant_status').on('credit_grant').columns(['workspace_id', 'status']).execute();

    await types
      .end(
        db.schema
          .createTable('hold')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('entry', 'integer', (column) => column.notNull())
          .addColumn('credits', 'integer', (column) => column.notNull())
          .addColumn('available_before', 'integer', (column) => column.notNull())
          .addColumn('parts', 'text', (column) => column.notNull())
          .addColumn('expires_at', types.moment, (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('end_entry', 'integer')
          .addColumn('charged', 'integer')
          .addColumn('charged_parts', 'text')
          .addColumn('available_after', 'integer')
          .addPrimaryKeyConstraint('hold_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('hold_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
    await db.schema.createIndex('hold_status').on('hold').columns(['workspace_id', 'status', 'expires_at']).execute();

    await types
      .end(
        db.schema
          .createTable('ledger_entry')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('number', 'integer', (column) => column.notNull())
          .addColumn('at', types.moment, (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('grant_kind', 'text')
          .addColumn('available_delta', 'integer', (column) => column.notNull())
          .addColumn('held_delta', 'integer', (column) => column.notNull())
          .addColumn('parts', 'text', (column) => column.notNull())
          .addColumn('reference', 'text', (column) => column.notNull())
          .addColumn('by_id', 'text')
          .addColumn('by_name', 'text')
          .addColumn('reason', 'text')
          .addPrimaryKeyConstraint('ledger_entry_key', ['workspace_id', 'number'])
          .addForeignKeyConstraint('ledger_entry_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();

    await types
      .end(
        db.schema
          .createTable('top_up')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('credits', 'integer', (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('note', 'text')
          .addColumn('requested_by_id', 'text', (column) => column.notNull())
          .addColumn('requested_by_name', 'text', (column) => column.notNull())
          .addColumn('requested_at', types.moment, (column) => column.notNull())
          .addColumn('ended_by_id', 'text')
          .addColumn('ended_by_name', 'text')
          .addColumn('ended_at', types.moment)
          .addPrimaryKeyConstraint('top_up_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('top_up_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
    await db.schema
      .createIndex('top_up_status')
      .on('top_up')
      .columns(['workspace_id', 'status', 'requested_at'])
      .execute();
  },
});

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../column-types.ts';

/**
 * Charges other than reveals, disputes, requests for more than the cap and operators' acts; purchases know their
 * payment. A receipt is no longer a reveal's only, which neither database can change in place alike: it is made anew.
 */
export const records = (types: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('top_up').addColumn('payment', 'text').execute();
    // Purchases without a payment do not collide: nulls are distinct in both databases.
    await db.schema.createIndex('top_up_payment').unique().on('top_up').columns(['workspace_id', 'payment']).execute();

    await types
      .end(
        db.schema
          .createTable('charge')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('activity', 'text', (column) => column.notNull())
          .addColumn('member_id', 'text', (column) => column.notNull())
          .addColumn('member_name', 'text', (column) => column.notNull())
          .addColumn('person', 'text', (column) => column.notNull())
          .addColumn('fingerprint', 'text', (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('started_at', types.moment, (column) => column.notNull())
          .addColumn('ended_at', types.moment)
          .addColumn('outcome', 'text')
          .addPrimaryKeyConstraint('charge_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('charge_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();

    await makeReceiptsAnew(db, types);

    await types
      .end(
        db.schema
          .createTable('dispute')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('reason', 'text', (column) => column.notNull())
          .addColumn('note', 'text')
          .addColumn('raised_by_id', 'text', (column) => column.notNull())
          .addColumn('raised_by_name', 'text', (column) => column.notNull())
          .addColumn('raised_at', types.moment, (column) => column.notNull())
          .addColumn('decided_by_id', 'text')
          .addColumn('decided_by_name', 'text')
          .addColumn('decided_at', types.moment)
          .addColumn('answer', 'text')
          .addPrimaryKeyConstraint('dispute_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('dispute_receipt', ['workspace_id', 'id'], 'receipt', ['workspace_id', 'id']),
      )
      .execute();
    await db.schema.createIndex('dispute_raised').on('dispute').columns(['workspace_id', 'raised_at']).execute();
    // For the operator, who looks over all workspaces.
    await db.schema.createIndex('dispute_status').on('dispute').columns(['status', 'raised_at']).execute();

    await types
      .end(
        db.schema
          .createTable('cap_request')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('member_id', 'text', (column) => column.notNull())
          .addColumn('member_name', 'text', (column) => column.notNull())
          .addColumn('credits', 'integer', (column) => column.notNull())
          .addColumn('note', 'text')
          .addColumn('status', 'text', (column) => column.notNull())
          .addColumn('requested_at', types.moment, (column) => column.notNull())
          .addColumn('raise_credits', 'integer')
          .addColumn('raise_until', types.moment)
          .addColumn('decided_by_id', 'text')
          .addColumn('decided_by_name', 'text')
          .addColumn('decided_at', types.moment)
          .addPrimaryKeyConstraint('cap_request_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('cap_request_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
    await db.schema
      .createIndex('cap_request_requested')
      .on('cap_request')
      .columns(['workspace_id', 'requested_at'])
      .execute();

    await types
      .end(
        db.schema
          .createTable('operator_act')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('request', 'text', (column) => column.notNull())
          .addColumn('result', 'text', (column) => column.notNull())
          .addColumn('by_id', 'text')
          .addColumn('by_name', 'text')
          .addColumn('at', types.moment, (column) => column.notNull())
          .addPrimaryKeyConstraint('operator_act_key', ['workspace_id', 'id'])
          .addForeignKeyConstraint('operator_act_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
  },
});

async function makeReceiptsAnew(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable('receipt').renameTo('reveal_receipt').execute();
  await types
    .end(
      db.schema
        .createTable('receipt')
        .addColumn('workspace_id', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('entry', 'integer', (column) => column.notNull())
        .addColumn('activity', 'text', (column) => column.notNull())
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
        .addColumn('refund_entry', 'integer')
        .addColumn('refund_at', types.moment)
        .addColumn('refund_credits', 'integer')
        .addPrimaryKeyConstraint('receipt_id', ['workspace_id', 'id'])
        .addForeignKeyConstraint('receipt_purse', ['workspace_id'], 'purse', ['workspace_id']),
    )
    .execute();
  await (db as Kysely<Before & After>)
    .insertInto('receipt')
    .columns([...KEPT, 'id', 'activity'])
    .expression((from) =>
      from
        .selectFrom('reveal_receipt as old')
        .innerJoin('reveal', (join) =>
          join.onRef('reveal.workspace_id', '=', 'old.workspace_id').onRef('reveal.id', '=', 'old.reveal_id'),
        )
        .select([...KEPT.map((column) => `old.${column}` as const), 'old.reveal_id', 'reveal.field']),
    )
    .execute();
  await db.schema.dropTable('reveal_receipt').execute();
  await db.schema.createIndex('receipt_entry').on('receipt').columns(['workspace_id', 'entry']).execute();
  await db.schema.createIndex('receipt_member').on('receipt').columns(['workspace_id', 'member_id', 'entry']).execute();
}

/** The columns that a receipt keeps. */
const KEPT = [
  'workspace_id',
  'entry',
  'at',
  'member_id',
  'member_name',
  'person',
  'provider',
  'charged',
  'plan',
  'add_on',
  'top_up',
  'available_before',
  'available_after',
] as const;

type Kept = Record<(typeof KEPT)[number], unknown>;
interface Before {
  reveal_receipt: Kept & { reveal_id: string };
  reveal: { workspace_id: string; id: string; field: string };
}
interface After {
  receipt: Kept & { id: string; activity: string };
}

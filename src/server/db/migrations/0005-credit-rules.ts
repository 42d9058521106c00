import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../column-types.ts';

/**
 * All rules of credits: plans as they are agreed, a change at the next renewal, add-ons, debt, refunds, caps; and the
 * revision, by which a process knows that a purse it remembers is still the one in the database.
 */
export const creditRules = (types: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const add = (table: string, column: string, type: Parameters<typeof addColumn>[3], standard?: number) =>
      addColumn(db, table, column, type, standard);
    await types.addChecked(db, 'purse', 'revision', 'purse_revision', 'revision >= 0');
    await add('purse', 'debt', 'integer', 0);
    await add('purse', 'plan', 'text');
    await add('purse', 'next_plan', 'text');
    await db.schema
      .alterTable('purse')
      .addColumn('add_ons', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await add('purse', 'cycle_starts_at', types.moment);
    await add('purse', 'cycle_granted', 'integer');
    await add('purse', 'caps_from', 'integer', 0);
    await add('purse', 'due_at', types.moment);
    await carryPlans(db, types);
    for (const column of OLD_PLAN) await db.schema.alterTable('purse').dropColumn(column).execute();

    await add('credit_grant', 'lost', 'integer', 0);
    await add('credit_grant', 'lapsed', 'integer', 0);
    await add('credit_grant', 'reversed', 'integer', 0);
    await carryGrants(db);

    await db.schema
      .alterTable('hold')
      .addColumn('activity', 'text', (column) => column.notNull().defaultTo('email'))
      .execute();
    await add('hold', 'by_id', 'text');
    await add('hold', 'ended_at', types.moment);
    await add('hold', 'refund_entry', 'integer');
    await add('ledger_entry', 'debt_delta', 'integer', 0);
    await add('ledger_entry', 'activity', 'text');
    await carryHolds(db);
    await types.dropForeignKey(db, 'hold', 'hold_purse');
    await types.dropForeignKey(db, 'ledger_entry', 'ledger_entry_purse');
    await db.schema.dropIndex('hold_status').execute();
    // Of the holds only those that are open: few, however many there were.
    await db.schema
      .createIndex('hold_open')
      .on('hold')
      .columns(['workspace_id', 'expires_at'])
      .where(sql.ref('status'), '=', sql.lit('open'))
      .execute();

    await types
      .end(
        db.schema
          .createTable('member_cap')
          .addColumn('workspace_id', 'text', (column) => column.notNull())
          .addColumn('member_id', 'text', (column) => column.notNull())
          .addColumn('credits', 'integer', (column) => column.notNull())
          .addColumn('used', 'integer', (column) => column.notNull())
          .addColumn('raise_credits', 'integer')
          .addColumn('raise_until', types.moment)
          .addPrimaryKeyConstraint('member_cap_key', ['workspace_id', 'member_id'])
          .addForeignKeyConstraint('member_cap_purse', ['workspace_id'], 'purse', ['workspace_id']),
      )
      .execute();
  },
});

const OLD_PLAN = [
  'plan_name',
  'plan_allowance',
  'plan_cycle',
  'plan_anchor',
  'plan_time_zone',
  'price_email',
  'price_phone',
];

async function addColumn(
  db: Kysely<unknown>,
  table: string,
  column: string,
  type: 'text' | 'integer' | ColumnTypes['moment'],
  standard?: number,
): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn(column, type, (made) => (standard === undefined ? made : made.notNull().defaultTo(standard)))
    .execute();
}

/** Plans become one JSON text each. What is due is looked up anew the next time a purse is opened. */
async function carryPlans(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await sql`update purse set due_at = '1970-01-01T00:00:00.000Z'`.execute(db);
  const object = sql.raw(types.jsonObject);
  await sql`update purse set plan = cast(${object}(
    'name', plan_name, 'allowance', plan_allowance, 'cycle', plan_cycle,
    'anchor', ${sql.raw(types.isoText('plan_anchor'))}, 'timeZone', plan_time_zone,
    'prices', ${object}('email', price_email, 'phone', price_phone),
    'refundDays', 0, 'heldOver', 'expire') as text) where plan_name is not null`.execute(db);
}

/** `lapsed` was a status. What a grant lost is what its `expire` entries say. */
async function carryGrants(db: Kysely<unknown>): Promise<void> {
  const now = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
  await sql`update credit_grant set lapsed = 1
    where status = 'lapsed' or (status = 'closed' and expires_at <= ${now})`.execute(db);
  await sql`update credit_grant set status = 'open' where status = 'lapsed'`.execute(db);
  let last = { workspace: '', number: 0 };
  for (;;) {
    const { rows } = await sql<{ workspace_id: string; number: number; parts: string }>`
      select workspace_id, number, parts from ledger_entry where kind = 'expire' and
        (workspace_id > ${last.workspace} or (workspace_id = ${last.workspace} and number > ${last.number}))
      order by workspace_id, number limit 1000`.execute(db);
    for (const { workspace_id, parts } of rows) {
      for (const [grant, delta] of JSON.parse(parts) as [number, number, number][]) {
        await sql`update credit_grant set lost = lost + ${-delta}
          where workspace_id = ${workspace_id} and entry = ${grant}`.execute(db);
      }
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = { workspace: end.workspace_id, number: end.number };
  }
}

/** Until now a hold had the id of its reveal, and its activity was the reveal's field. */
async function carryHolds(db: Kysely<unknown>): Promise<void> {
  await sql`update hold set
    activity = coalesce((select field from reveal
      where reveal.workspace_id = hold.workspace_id and reveal.id = hold.id), 'email'),
    by_id = (select by_id from ledger_entry
      where ledger_entry.workspace_id = hold.workspace_id and ledger_entry.number = hold.entry),
    ended_at = (select at from ledger_entry
      where ledger_entry.workspace_id = hold.workspace_id and ledger_entry.number = hold.end_entry)`.execute(db);
}

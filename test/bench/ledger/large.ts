import { sql } from 'kysely';
import type { Database } from '#server/db/open.ts';

/**
 * Adds entries until there are `count`, half of them to the purse that all spend from, the others to as many others as
 * there are. They have numbers below zero, so that the purses go on as they were.
 */
export async function fillEntries({ db }: Database, count: number): Promise<void> {
  const fill = (purse: ReturnType<typeof sql>, number: ReturnType<typeof sql>) => sql`
    insert into ledger_entry (workspace_id, number, at, kind, activity, available_delta, held_delta, debt_delta, parts,
      reference, by_id, by_name)
    select ${purse}, ${number}, now(), 'capture', 'api_call', 0, -1, 0, '[[1,0,-1]]', 'entry-' || n, 'user-ada',
      'Ada Okafor' from generate_series(1, ${sql.lit(count / 2)}) n`;
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    await fill(sql`'purse-0'`, sql`-n`).execute(connection);
    await fill(sql`'purse-' || (1 + n % 999)`, sql`-n`).execute(connection);
    await sql`reset statement_timeout`.execute(connection);
  });
}

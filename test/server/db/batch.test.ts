import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { BatchQuery } from '#server/db/batch.ts';
import type { Database } from '#server/db/open.ts';
import { isPassing } from '#server/db/retry.ts';
import { eachDatabase } from '../databases.ts';

eachDatabase('a batch', (open) => {
  async function counters() {
    const database = await open();
    await sql`create table counter (id text primary key, count integer not null check (count >= 0))`.execute(
      database.db,
    );
    return { database, ...statements(database) };
  }

  async function counts({ db }: Database): Promise<Record<string, number>> {
    const { rows } = await sql<{ id: string; count: number }>`select id, count from counter order by id`.execute(db);
    return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
  }

  test('is carried out whole, and says how many rows each statement changed', async () => {
    const { database, add, set } = await counters();
    const changed = await database.batch([add('a', 1), add('b', 2), set('a', 5), set('nobody', 9)]);
    expect(changed).toEqual([1, 1, 1, 0]);
    expect(await counts(database)).toEqual({ a: 5, b: 2 });
  });

  test('leaves nothing behind when one statement fails, wherever it stands, and can be tried again', async () => {
    const { database, add, set } = await counters();
    await database.batch([add('a', 1)]);
    const breaking: [string, BatchQuery[]][] = [
      ['the first', [add('a', 1), add('b', 1), set('a', 2)]],
      ['one in the middle', [set('a', 2), set('a', -1), add('b', 1)]],
      ['the last', [set('a', 2), add('b', 1), add('b', 1)]],
      ['one that is no SQL', [set('a', 2), { sql: 'insert into nowhere values (1)', parameters: [] }, add('b', 1)]],
    ];
    for (const [which, batch] of breaking) {
      for (const time of ['once', 'twice']) {
        await expect(database.batch(batch), `${which} fails ${time}`).rejects.toThrow();
        expect(await counts(database), `after ${which} failed ${time}`).toEqual({ a: 1 });
      }
    }
    await database.batch([set('a', 7), add('b', 1)]);
    expect(await counts(database)).toEqual({ a: 7, b: 1 });
  });

  test('refuses what only one of the databases would take, before anything is sent', async () => {
    const { database, add } = await counters();
    const odd = { ...add('b', 0), parameters: ['b', { count: 1 }] };
    await expect(database.batch([add('a', 1), odd])).rejects.toThrow();
    expect(await counts(database)).toEqual({});
    await database.batch([add('a', 1)]);
    expect(await counts(database)).toEqual({ a: 1 });
  });

  test('200 at once beside a transaction that waits: none is lost, none is mixed with another', async () => {
    const { database, add } = await counters();
    await database.batch([add('before', 0)]);
    const slow = database.db.transaction().execute(async (trx) => {
      await sql`update counter set count = 3 where id = 'before'`.execute(trx);
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('broken on purpose');
    });
    const all = Array.from({ length: 200 }, (_, index) =>
      database.batch([add(`x${index}`, 1), add(index % 4 === 0 ? 'before' : `y${index}`, 1)]).catch(() => null),
    );
    await expect(slow).rejects.toThrow('broken on purpose');
    const failed = (await Promise.all(all)).filter((changed) => changed === null);
    expect(failed).toHaveLength(50);
    const after = await counts(database);
    expect(after.before).toBe(0);
    expect(Object.keys(after)).toHaveLength(301);
  });

  test('is planned once for its keys: never for a whole table, whatever the table was like when it was planned', async () => {
    const { database } = await counters();
    if (open.kind === 'sqlite') return;
    const told = `insert into counter (id, count) select $1, 1
      where current_setting('enable_seqscan') = 'off' and current_setting('plan_cache_mode') = 'force_generic_plan'`;
    expect(await database.batch([{ sql: told, parameters: ['a'] }])).toEqual([1]);
  });

  test('over a connection that is killed: it fails as what passes, and the next one is carried out', async () => {
    const { database, add } = await counters();
    if (open.kind === 'sqlite') return;
    const kill = { sql: 'select pg_terminate_backend(pg_backend_pid())', parameters: [] };
    await expect(database.batch([add('a', 1), kill])).rejects.toSatisfy(isPassing);
    expect(await counts(database)).toEqual({});
    await database.batch([add('a', 1)]);
    expect(await counts(database)).toEqual({ a: 1 });
  });
});

function statements({ kind }: Database) {
  const [first, second] = kind === 'postgres' ? ['$1', '$2'] : ['?1', '?2'];
  return {
    add: (id: string, count: number): BatchQuery => ({
      sql: `insert into counter (id, count) values (${first}, ${second})`,
      parameters: [id, count],
    }),
    set: (id: string, count: number): BatchQuery => ({
      sql: `update counter set count = ${second} where id = ${first}`,
      parameters: [id, count],
    }),
  };
}

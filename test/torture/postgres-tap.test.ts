import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '#server/db/open.ts';
import { eachDatabase } from '../server/databases.ts';
import type { Point } from './faults.ts';
import { PostgresTap } from './postgres-tap.ts';
import { startTcpProxy } from './tcp-proxy.ts';

/* The failpoints of the torture on PostgreSQL: each is met once, and what it lets happen is known. */

const insert = (name: string) => sql`insert into organization (id, name, slug, "createdAt")
  values (${name}, ${name}, ${name}, now())`;

/** How a transaction may be sent. */
const ways: Record<string, (database: Database, name: string) => Promise<unknown>> = {
  'one by one': ({ db }, name) => db.transaction().execute((trx) => insert(name).execute(trx)),
  'in one go': ({ db, batch }, name) => batch([insert(name).compile(db)]),
};

/** In one go the COMMIT is there already when the answer to BEGIN comes. */
const points: readonly [way: string, Point, happens: boolean][] = [
  ['one by one', { statement: 'begin', side: 'before' }, false],
  ['one by one', { statement: 'begin', side: 'after' }, false],
  ['one by one', { statement: 'commit', side: 'before' }, false],
  ['one by one', { statement: 'commit', side: 'after' }, true],
  ['in one go', { statement: 'begin', side: 'before' }, false],
  ['in one go', { statement: 'begin', side: 'after' }, true],
  ['in one go', { statement: 'commit', side: 'before' }, false],
  ['in one go', { statement: 'commit', side: 'after' }, true],
];

eachDatabase('a cut connection', (open) => {
  // SQLite has none: there the process itself is killed.
  if (open.kind === 'sqlite') return;
  test.each(points)('of a transaction that is sent %s, cut at %o: it happened: %s', async (way, point, happens) => {
    const url = new URL(await open.url());
    const direct = await open(url.href);
    const tap = new PostgresTap();
    const port = Number(url.port);
    const proxy = await startTcpProxy(
      () => port,
      (link) => tap.watch(link),
    );
    url.port = String(proxy.port);
    const database = await openDatabase(url.href);
    try {
      let met = 0;
      await ways[way]?.(database, 'first');
      tap.arm({
        point,
        nth: 2,
        spring(link) {
          met += 1;
          link.cut();
        },
      });
      await ways[way]?.(database, 'second');
      await expect(ways[way]?.(database, 'third'), 'whoever sent it hears of it').rejects.toThrow();
      expect(met, 'it is met by the second such statement, once').toBe(1);
      const { rows } = await sql<{ id: string }>`select id from organization order by id`.execute(direct.db);
      expect(rows.map(({ id }) => id)).toEqual(happens ? ['first', 'second', 'third'] : ['first', 'second']);
    } finally {
      await database.close();
      await proxy.stop();
    }
  });
});

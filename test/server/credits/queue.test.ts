import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Command } from '#server/credits/commands.ts';
import { createStore, type OpenPurse, type Store } from '#server/credits/store.ts';
import type { Database } from '#server/db/open.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { losingAnswers } from '../reveals/lost-answers.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, TEAM } from './team.ts';

const NOW = '2026-02-10T09:00:00.000Z';
const LATER = '2026-02-10T09:30:00.000Z';
const W = ADA.workspace;

const hold = (id: string, credits = 1): Command & { kind: 'hold' } => ({
  kind: 'hold',
  id,
  activity: 'email',
  credits,
  expiresAt: LATER,
  by: ADA,
});
const capture = (id: string, credits = 1) => ({ kind: 'capture', id, credits, by: ADA }) as const;
const top = (id: string, credits: number): Command & { kind: 'grant' } => ({
  kind: 'grant',
  source: `grant:${id}`,
  grantKind: 'top_up',
  credits,
  expiresAt: null,
  reference: id,
  reason: 'a test',
  by: null,
});

const held = (store: Store, id: string, credits = 1) =>
  store.decide(W, { holds: [id] }, (open) => open.apply(hold(id, credits)).kind);
const captured = (store: Store, id: string) => store.decide(W, { holds: [id] }, (open) => open.apply(capture(id)).kind);
const granted = (store: Store, id: string, credits: number) =>
  store.decide(W, { sources: [`grant:${id}`] }, (open) => open.apply(top(id, credits)).kind);
const purseOf = (store: Store) =>
  store.read(W, async ({ available, held, lastEntry }) => ({ available, held, lastEntry }));

/** The same database, with what its batches meet: `before` runs before each, and may throw. */
function meeting(database: Database, before: () => Promise<void> | void): Database & { sizes: number[] } {
  const sizes: number[] = [];
  return {
    ...database,
    sizes,
    async batch(queries) {
      await before();
      sizes.push(queries.length);
      return database.batch(queries);
    },
  };
}

eachDatabase('the spend queue', (open) => {
  /** A server's store on a database that may be shared, its purse filled and known to it. */
  async function start(credits: number, wrap: (database: Database) => Database = (same) => same) {
    const url = await open.url();
    const clock = clockAt(NOW);
    const database = await open(url);
    const store = createStore(wrap(database), clock.now);
    await granted(store, 'first', credits);
    const another = async () => createStore(await open(url), clock.now);
    return { database, store, another, clock };
  }

  test('commits what waits as one: 100 holds take two transactions, in the order in which they came', async () => {
    let sizes: number[] = [];
    const { database, store } = await start(100, (inner) => {
      const watched = meeting(inner, () => {});
      sizes = watched.sizes;
      return watched;
    });
    const kinds = await Promise.all(Array.from({ length: 100 }, (_, index) => held(store, `h${index}`)));
    expect(new Set(kinds)).toEqual(new Set(['held']));
    expect(sizes.length, 'batches').toBeLessThanOrEqual(2);
    const { rows } = await sql<{ reference: string }>`
      select reference from ledger_entry where kind = 'hold' order by number`.execute(database.db);
    expect(rows.map(({ reference }) => reference)).toEqual(Array.from({ length: 100 }, (_, index) => `h${index}`));
    await Promise.all(Array.from({ length: 100 }, (_, index) => captured(store, `h${index}`)));
    expect(await purseOf(store)).toEqual({ available: 0, held: 0, lastEntry: 201 });
    await expectSoundBooks(database);
  });

  test('any number of rows is written: groups of 1 to 300', async () => {
    const { database, store } = await start(1_000);
    for (const count of [1, 2, 3, 5, 7, 127, 129, 300]) {
      await Promise.all(Array.from({ length: count }, (_, index) => held(store, `h${count}-${index}`)));
    }
    expect(await purseOf(store)).toMatchObject({ available: 1_000 - 574, held: 574 });
    await expectSoundBooks(database);
  });

  test('one id in one group, 20 times: one hold, one charge, and 20 equal answers', async () => {
    const { database, store } = await start(10);
    const holds = await Promise.all(Array.from({ length: 20 }, () => held(store, 'h')));
    const captures = await Promise.all(Array.from({ length: 20 }, () => captured(store, 'h')));
    expect(new Set([...holds, ...captures])).toEqual(new Set(['held', 'captured']));
    expect(await purseOf(store)).toEqual({ available: 9, held: 0, lastEntry: 3 });
    await expectSoundBooks(database);
  });

  test('what is long over is known all the same: a repeated hold, capture and grant change nothing', async () => {
    const { store } = await start(1);
    await held(store, 'h');
    await captured(store, 'h');
    const before = await store.revision(W);
    expect(await held(store, 'h'), 'though nothing is left').toBe('held');
    expect(await captured(store, 'h')).toBe('captured');
    expect(await granted(store, 'first', 1)).toBe('granted');
    expect(await purseOf(store)).toEqual({ available: 0, held: 0, lastEntry: 3 });
    expect(await store.revision(W)).toBe(before);
  });

  test('a decision that throws fails alone, whatever it did before', async () => {
    const { database, store } = await start(10);
    const broken = store.decide(W, {}, (open) => {
      open.apply(hold('broken', 5));
      throw new Error('broken on purpose');
    });
    const others = ['a', 'b', 'c'].map((id) => held(store, id));
    await expect(broken).rejects.toThrow('broken on purpose');
    expect(await Promise.all(others)).toEqual(['held', 'held', 'held']);
    expect(await purseOf(store)).toMatchObject({ available: 7, held: 3 });
    await expectSoundBooks(database);
  });

  test('a job that throws, or breaks its transaction, fails alone, and what it wrote is gone', async () => {
    const { database, store } = await start(10);
    const wrong = (fail: boolean) =>
      store.transact(W, {}, async (purse, trx) => {
        purse.apply(hold(`broken ${fail}`, 2));
        await sql`insert into member_cap (workspace_id, member_id, credits, used) values (${W}, ${`${fail}`}, 1, 0)`.execute(
          trx,
        );
        if (fail) throw new Error('broken on purpose');
        await sql`insert into nowhere values (1)`.execute(trx);
      });
    const [one, two, ...others] = await Promise.allSettled([
      wrong(true),
      wrong(false),
      held(store, 'a'),
      store.transact(W, {}, async (purse) => purse.apply(hold('b')).kind),
    ]);
    expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
    expect(others).toEqual(['held', 'held'].map((value) => ({ status: 'fulfilled', value })));
    expect(await purseOf(store)).toMatchObject({ available: 8, held: 2 });
    expect(await database.db.selectFrom('member_cap').selectAll().execute()).toEqual([]);
    await expectSoundBooks(database);
  });

  test('what another server did is never overwritten: holds of two servers in turn', async () => {
    const { database, store, another } = await start(100);
    const there = await another();
    for (let index = 0; index < 10; index += 1) {
      expect(await held(index % 2 ? store : there, `h${index}`)).toBe('held');
    }
    expect(await purseOf(there)).toEqual({ available: 90, held: 10, lastEntry: 11 });
    await expectSoundBooks(database);
  });

  test('a refusal is never out of date: what another server granted can be spent, what it spent cannot', async () => {
    const { store, another } = await start(1);
    const there = await another();
    await held(store, 'h1');
    expect(await held(store, 'h2')).toBe('insufficient');
    await granted(there, 'second', 1);
    expect(await held(store, 'h2')).toBe('held');
    await granted(store, 'third', 1);
    await held(there, 'h3');
    expect(await held(store, 'h4')).toBe('insufficient');
  });

  test('an id that another server has used is found: it holds, captures and refuses to capture as that one would', async () => {
    const { database, store, another } = await start(10);
    const there = await another();
    await held(there, 'h1');
    await held(there, 'h2');
    await there.decide(W, { holds: ['h2'] }, (purse) =>
      purse.apply({ kind: 'release', id: 'h2', by: ADA, reason: null }),
    );
    await held(store, 'mine');
    expect(await held(store, 'h1')).toBe('held');
    expect(await captured(store, 'h1')).toBe('captured');
    expect(await captured(there, 'h1')).toBe('captured');
    expect(await captured(store, 'h2')).toBe('ended');
    expect(await captured(store, 'nobody’s')).toBe('unknown');
    expect(await purseOf(store)).toMatchObject({ available: 8, held: 1 });
    await expectSoundBooks(database);
  });

  test('what moves no credits counts as well: a cap that another server has set', async () => {
    const { database, store, another } = await start(10);
    const there = await another();
    await held(store, 'h1');
    await there.decide(W, {}, (purse) =>
      purse.apply({ kind: 'set_cap', member: ADA.id, credits: 2, used: 1, by: null }),
    );
    expect(await held(store, 'h2')).toBe('held');
    expect(await held(store, 'h3')).toBe('capped');
    await expectSoundBooks(database);
  });

  test('a hold that only another server has seen expires here as well', async () => {
    const { store, another, clock } = await start(10);
    await held(await another(), 'h1', 10);
    expect(await held(store, 'h2', 10)).toBe('insufficient');
    clock.set(LATER);
    const again = { ...hold('h2', 10), expiresAt: '2026-02-10T10:00:00.000Z' };
    expect(await store.decide(W, { holds: ['h2'] }, (purse) => purse.apply(again).kind)).toBe('held');
  });

  test('two servers hammer one purse: no number is lost or doubled, nothing is overdrawn', async () => {
    const { database, store, another } = await start(150);
    const there = await another();
    const kinds = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const server = index % 2 ? store : there;
        for (let wait = index % 7; wait > 0; wait -= 1) await turn();
        const kind = await held(server, `h${index}`);
        return kind === 'held' ? captured(index % 3 ? server : store, `h${index}`) : kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'captured')).toHaveLength(150);
    expect(kinds.filter((kind) => kind === 'insufficient')).toHaveLength(50);
    expect(await purseOf(store)).toEqual({ available: 0, held: 0, lastEntry: 301 });
    await expectSoundBooks(database);
  });

  test('a batch whose answer is lost after the COMMIT: each of 40 is charged once', async () => {
    let commits = 0;
    const breaks = () => {
      commits += 1;
      return commits % 3 === 0;
    };
    const { database, store } = await start(100, (inner) => losingAnswers(inner, breaks));
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        for (let wait = index % 5; wait > 0; wait -= 1) await turn();
        expect(await held(store, `h${index}`)).toBe('held');
        expect(await captured(store, `h${index}`)).toBe('captured');
      }),
    );
    expect(await purseOf(store)).toEqual({ available: 60, held: 0, lastEntry: 81 });
    expect(commits).toBeGreaterThan(3);
    await expectSoundBooks(database);
  });

  test('a batch that met a deadlock or lost its connection before the COMMIT is done again, once', async () => {
    const codes = ['40P01', '40001', 'ECONNRESET'];
    const { database, store } = await start(100, (inner) =>
      meeting(inner, () => {
        const code = codes.shift();
        if (code !== undefined) throw Object.assign(new Error('it passes'), { code });
      }),
    );
    for (let index = 0; index < 6; index += 1) expect(await held(store, `h${index}`)).toBe('held');
    expect(codes, 'not met').toEqual([]);
    expect(await purseOf(store)).toEqual({ available: 94, held: 6, lastEntry: 7 });
    await expectSoundBooks(database);
  });

  test('time does its work on a purse that is known as on any other: holds expire, cycles begin', async () => {
    const { database, store, clock } = await start(5);
    await store.decide(W, {}, (purse) => purse.apply({ kind: 'set_plan', terms: TEAM, when: 'now', by: null }));
    await held(store, 'h1', 10);
    clock.set(LATER);
    expect(await store.decide(W, { holds: ['h1'] }, (purse) => purse.purse.holds.get('h1')?.status)).toBe('expired');
    expect(await purseOf(store)).toMatchObject({ available: 105, held: 0 });
    clock.set('2026-03-01T00:00:00.000Z');
    const renewed = await store.decide(W, {}, ({ purse }) => ({ ...purse.cycle, available: purse.available }));
    expect(renewed).toMatchObject({ number: 1, renewsAt: '2026-03-31T10:00:00.000Z', available: 105 });
    await expectSoundBooks(database);
  });

  test('the revision tells of every change and of nothing else; of what is due only a look can tell', async () => {
    const { store, clock } = await start(5);
    expect(await store.revision('nobody')).toBe(0);
    const changes = async (what: (purse: OpenPurse) => unknown) => {
      const before = await store.revision(W);
      await store.decide(W, { holds: ['h'] }, what);
      return (await store.revision(W)) !== before;
    };
    expect(await changes(() => null), 'a mere look').toBe(false);
    expect(await changes((purse) => purse.apply(hold('h'))), 'a hold').toBe(true);
    expect(await changes((purse) => purse.apply(hold('h'))), 'the same again').toBe(false);
    expect(await changes((purse) => purse.apply(hold('h2', 6))), 'a refusal').toBe(false);
    expect(await changes((purse) => purse.touch()), 'something beside the purse').toBe(true);
    expect(await changes((purse) => purse.takeUnlockNumber()), 'an unlock').toBe(true);
    clock.set(LATER);
    expect(await store.revision(W), 'a hold has expired').toBeNull();
    const seen = await store.read(W, async ({ held }, _now, _trx, revision) => ({ held, revision }));
    expect(seen).toEqual({ held: 0, revision: await store.revision(W) });
  });

  test('a pending top-up that becomes overdue changes the revision, though no credits move', async () => {
    const { store, clock } = await start(5);
    await store.transact(W, {}, async (purse, trx) => {
      purse.touch();
      await sql`insert into top_up (workspace_id, id, credits, status, requested_by_id, requested_by_name, requested_at)
        values (${W}, 't', 5, 'pending', ${ADA.id}, ${ADA.name}, ${purse.now})`.execute(trx);
    });
    const before = await store.revision(W);
    clock.forward({ hours: 23, minutes: 59 });
    expect(await store.revision(W)).toBe(before);
    clock.forward({ minutes: 1 });
    expect(await store.revision(W)).toBeNull();
    expect(await store.read(W, async (_purse, _now, _trx, revision) => revision)).not.toBe(before);
    expect(await store.revision(W), 'it is overdue once').not.toBeNull();
  });

  if (open.kind === 'postgres') {
    test('a job that hangs in one workspace holds up nobody in another', async () => {
      const { store } = await start(5);
      const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const hanging = store.transact('larkfield', {}, () => {
        begun.resolve();
        return ended.promise;
      });
      await begun.promise;
      const second = store.decide('larkfield', {}, () => 'second');
      expect(await held(store, 'h')).toBe('held');
      ended.resolve();
      await hanging;
      expect(await second).toBe('second');
    });

    test('the statements of a batch find their rows by an index, however they were planned', async () => {
      const { database } = await start(5);
      const watched: string[] = [];
      const plans = createStore(
        {
          ...database,
          async batch(queries) {
            watched.push(...queries.map((query) => query.sql).filter((text) => text.startsWith('update')));
            return database.batch(queries);
          },
        },
        clockAt(NOW).now,
      );
      await database.db.connection().execute(async (db) => {
        await sql`analyze`.execute(db);
        await sql`set plan_cache_mode = force_generic_plan`.execute(db);
        await sql`set enable_seqscan = off`.execute(db);
        await held(plans, 'h1');
        await held(plans, 'h2');
        await captured(plans, 'h2');
        expect(watched.length).toBeGreaterThan(2);
        for (const [index, text] of watched.entries()) {
          const count = new Set(text.match(/\$\d+/g)).size;
          await sql.raw(`prepare p${index} as ${text}`).execute(db);
          const args = Array.from({ length: count }, () => 'null').join(', ');
          const { rows } = await sql<Record<string, string>>`explain ${sql.raw(`execute p${index}(${args})`)}`.execute(
            db,
          );
          const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
          expect(plan, text).toContain('Index');
          expect(plan, text).not.toContain('Seq Scan');
        }
      });
    });
  }
});

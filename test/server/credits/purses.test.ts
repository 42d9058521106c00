import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Balance } from '#contract/credits.ts';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import type { Database } from '#server/db/open.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, BEN, EVE, OPERATOR, TEAM } from './team.ts';

const NOW = '2026-02-10T09:00:00.000Z';
const W = ADA.workspace;

eachDatabase('purses', (open) => {
  async function start(): Promise<{ database: Database; purses: Purses; clock: ReturnType<typeof clockAt> }> {
    const database = await open();
    const clock = clockAt(NOW);
    return { database, purses: createPurses(database, { now: clock.now }), clock };
  }

  const hold = (purses: Purses, id: string, credits: number) =>
    purses.transact(W, { holds: [id] }, async (purse) =>
      purse.apply({ kind: 'hold', id, activity: 'email', credits, expiresAt: '2026-02-10T09:30:00.000Z', by: ADA }),
    );

  test('an unknown workspace has an empty purse, and looking makes none', async () => {
    const { purses, database } = await start();
    const balance = Balance.parse(await purses.balance('nobody'));
    expect(balance).toMatchObject({
      available: 0,
      plan: null,
      topUp: 0,
      held: 0,
      prices: { email: null, phone: null },
    });
    expect(await database.db.selectFrom('purse').selectAll().execute()).toEqual([]);
  });

  test('a plan grants the current cycle’s allowance, once however often it is set', async () => {
    const { purses, database } = await start();
    for (let time = 0; time < 3; time += 1) await purses.setPlan(W, TEAM, OPERATOR);
    const balance = Balance.parse(await purses.balance(W));
    expect(balance).toMatchObject({
      available: 100,
      plan: { name: 'Team', left: 100, allowance: 100, renewsAt: '2026-02-28T10:00:00.000Z' },
      prices: { email: 1, phone: 8 },
    });
    expect((await purses.ledger(W, 0, 10)).items).toHaveLength(1);
    await expectSoundBooks(database);
  });

  test('lazy renewal: a hold after three missed cycles is taken from the newest, with an expiry and a grant for each', async () => {
    const { purses, database, clock } = await start();
    await purses.setPlan(W, TEAM, OPERATOR);
    await purses.grant(W, { id: randomUUID(), kind: 'top_up', credits: 5, reason: 'welcome' }, OPERATOR);
    clock.set('2026-05-01T00:00:00.000Z');
    const { balance } = await purses.transact(W, {}, async (purse) =>
      purse.apply({
        kind: 'hold',
        id: 'h',
        activity: 'email',
        credits: 3,
        expiresAt: '2026-05-01T01:00:00.000Z',
        by: ADA,
      }),
    );
    expect(balance).toMatchObject({ available: 102, held: 3, topUp: 5 });
    expect(balance.plan).toMatchObject({ left: 97, renewsAt: '2026-05-31T10:00:00.000Z' });
    const { items } = await purses.ledger(W, 2, 100);
    expect(items.map(({ kind, reference }) => `${kind} ${reference.slice(0, 15)}`)).toEqual([
      'expire plan:2026-01-31',
      'grant 2026-02-28T10:0',
      'expire plan:2026-02-28',
      'grant 2026-03-31T10:0',
      'expire plan:2026-03-31',
      'grant 2026-04-30T10:0',
      'hold h',
    ]);
    await expectSoundBooks(database);
  });

  test('looking at a purse whose cycle is over renews it, and 20 lookers at once renew it once', async () => {
    const { purses, database, clock } = await start();
    await purses.setPlan(W, TEAM, OPERATOR);
    clock.set('2026-03-02T00:00:00.000Z');
    const seen = await Promise.all(Array.from({ length: 20 }, () => purses.balance(W)));
    expect(new Set(seen.map(({ available, asOf }) => `${available} after ${asOf.entry}`))).toEqual(
      new Set(['100 after 3']),
    );
    await expectSoundBooks(database);
  });

  test('a clock that jumps back renews nothing and loses nothing', async () => {
    const { purses, clock } = await start();
    clock.set('2026-03-02T00:00:00.000Z');
    await purses.setPlan(W, TEAM, OPERATOR);
    clock.set('2026-02-01T00:00:00.000Z');
    await hold(purses, 'h', 10);
    expect(await purses.balance(W)).toMatchObject({ available: 90, held: 10 });
    expect((await purses.balance(W)).plan?.renewsAt).toBe('2026-03-31T10:00:00.000Z');
  });

  test('a grant with one id has one effect, also when 20 come at once; with another body it is refused', async () => {
    const { purses, database } = await start();
    const id = randomUUID();
    const grant = { id, kind: 'top_up', credits: 25, reason: 'paid by invoice' } as const;
    const replies = await Promise.all(Array.from({ length: 20 }, () => purses.grant(W, grant, OPERATOR)));
    for (const reply of replies) expect(reply).toMatchObject({ balance: { topUp: 25 } });
    expect(await purses.grant(W, { ...grant, credits: 26 }, OPERATOR)).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    const full = { ...grant, id: randomUUID(), credits: 900_000_000 };
    expect(await purses.grant(W, full, OPERATOR)).toMatchObject({ refusal: { code: 'invalid_request' } });
    expect((await purses.balance(W)).available).toBe(25);
    await expectSoundBooks(database);
  });

  test('a grant’s id stays spent when its credits are gone: a late replay gives nothing', async () => {
    const { purses } = await start();
    const grant = { id: randomUUID(), kind: 'top_up', credits: 5, reason: 'welcome' } as const;
    await purses.grant(W, grant, OPERATOR);
    await hold(purses, 'h', 5);
    await purses.transact(W, { holds: ['h'] }, async (purse) =>
      purse.apply({ kind: 'capture', id: 'h', credits: 5, by: ADA }),
    );
    expect(await purses.grant(W, grant, OPERATOR)).toMatchObject({ balance: { available: 0 } });
  });

  test('top-up: asked for twice with one id, settled ten times at once: one grant', async () => {
    const { purses, database, clock } = await start();
    const id = randomUUID();
    const asked = await purses.requestTopUp(ADA, id, { credits: 50, note: 'for the fair' });
    expect(asked).toMatchObject({ topUp: { status: 'pending', requestedBy: 'Ada Okafor' }, balance: { available: 0 } });
    expect(await purses.requestTopUp(ADA, id, { credits: 50, note: 'for the fair' })).toEqual(asked);
    expect(await purses.requestTopUp(ADA, id, { credits: 51, note: 'for the fair' })).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    expect(await purses.pendingTopUps()).toMatchObject([{ workspace: W, topUp: { id } }]);
    clock.forward({ hours: 1 });
    const settled = await Promise.all(Array.from({ length: 10 }, () => purses.settleTopUp(W, id, 'settled', OPERATOR)));
    for (const reply of settled) {
      expect(reply).toMatchObject({
        topUp: { status: 'settled', endedAt: '2026-02-10T10:00:00.000Z' },
        balance: { topUp: 50, pending: [] },
      });
    }
    expect(await purses.settleTopUp(W, id, 'failed', OPERATOR)).toMatchObject({ refusal: { code: 'already_ended' } });
    expect(await purses.pendingTopUps()).toEqual([]);
    await expectSoundBooks(database);
  });

  test('top-up: a failed one grants nothing and cannot be settled; an unknown or another workspace’s is not found', async () => {
    const { purses } = await start();
    const id = randomUUID();
    await purses.requestTopUp(BEN, id, { credits: 50, note: null });
    expect(await purses.settleTopUp(EVE.workspace, id, 'settled', OPERATOR)).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await purses.settleTopUp(W, randomUUID(), 'settled', OPERATOR)).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await purses.settleTopUp(W, id, 'failed', OPERATOR)).toMatchObject({ topUp: { status: 'failed' } });
    expect(await purses.settleTopUp(W, id, 'settled', OPERATOR)).toMatchObject({ refusal: { code: 'already_ended' } });
    expect((await purses.balance(W)).available).toBe(0);
    expect((await purses.balance(EVE.workspace)).available).toBe(0);
  });

  test('race: 100 holds of 1 on 10 credits: 10 are held, 90 are told what is missing', async () => {
    const { purses, database } = await start();
    await purses.setPlan(W, { ...TEAM, allowance: 10 }, OPERATOR);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => hold(purses, `h${index}`, 1)));
    const kinds = answers.map(({ result }) => result.kind);
    expect(kinds.filter((kind) => kind === 'held')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'insufficient')).toHaveLength(90);
    expect(await purses.balance(W)).toMatchObject({ available: 0, held: 10 });
    await expectSoundBooks(database);
  });

  test('race: two processes on one database spend one purse without losing an entry', async () => {
    const url = await open.url();
    const clock = clockAt(NOW);
    const all = await Promise.all([open(url), open(url)]);
    const [here, there] = all.map((database) => createPurses(database, { now: clock.now })) as [Purses, Purses];
    await here.setPlan(W, TEAM, OPERATOR);
    await Promise.all(Array.from({ length: 60 }, (_, index) => hold(index % 2 ? here : there, `h${index}`, 1)));
    expect(await there.balance(W)).toMatchObject({ available: 40, held: 60 });
    for (const database of all) await expectSoundBooks(database);
  });

  test('a job that throws leaves nothing behind', async () => {
    const { purses, database } = await start();
    await purses.setPlan(W, TEAM, OPERATOR);
    const broken = purses.transact(W, {}, async (purse) => {
      purse.apply({
        kind: 'hold',
        id: 'h',
        activity: 'email',
        credits: 1,
        expiresAt: '2026-02-10T09:30:00.000Z',
        by: ADA,
      });
      throw new Error('broken on purpose');
    });
    await expect(broken).rejects.toThrow('broken on purpose');
    expect(await purses.balance(W)).toMatchObject({ available: 100, held: 0, asOf: { entry: 1 } });
    await expectSoundBooks(database);
  });

  test('the ledger is read in pages', async () => {
    const { purses } = await start();
    await purses.setPlan(W, TEAM, OPERATOR);
    for (let index = 0; index < 4; index += 1) await hold(purses, `h${index}`, 1);
    expect(await purses.ledger(W, 0, 3)).toMatchObject({
      items: [{ number: 1 }, { number: 2 }, { number: 3 }],
      more: true,
    });
    expect(await purses.ledger(W, 3, 3)).toMatchObject({ items: [{ number: 4 }, { number: 5 }], more: false });
    expect((await purses.ledger(EVE.workspace, 0, 3)).items).toEqual([]);
  });
});

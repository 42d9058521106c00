import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Activity } from '#contract/activity.ts';
import { type Charges, createCharges, type Task, type TaskEnd, type Worked } from '#server/credits/charges.ts';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import type { Member } from '#server/member.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { gate } from '../reveals/scripted-provider.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, BEN, EVE, OPERATOR, TEAM } from './team.ts';

const W = ADA.workspace;

/** What a stand-in for contact enrichment finds. */
const Enriched = z.object({ title: z.string(), seniority: z.string() });
type Enriched = z.infer<typeof Enriched>;
const FOUND: Worked<Enriched> = {
  kind: 'found',
  result: { title: 'Head of Procurement', seniority: 'head' },
  provider: 'Stand-in',
};

/** A process that is taken for dead goes on in truth, and finds the database closed when the test is over. */
const diesWithTheTest = () => {};

eachDatabase('charging an activity that is no reveal', (open) => {
  async function start() {
    const database = await open();
    const clock = clockAt('2026-02-10T09:00:00.000Z');
    const purses = createPurses(database, { now: clock.now });
    await purses.setPlan(W, TEAM, OPERATOR);
    return { database, clock, purses, charges: createCharges(purses.transact) };
  }

  function task(more: Partial<Task<Enriched>> = {}): Task<Enriched> {
    return {
      id: randomUUID(),
      activity: 'contact_enrichment',
      maxCredits: 5,
      person: 'Noor Haddad',
      request: { key: 'guildbook:in/noor-haddad' },
      result: Enriched,
      work: async () => FOUND,
      ...more,
    };
  }

  async function done(charges: Charges, asked: Task<Enriched>, member: Member = ADA): Promise<TaskEnd<Enriched>> {
    const answer = await charges.charge(member, asked);
    if ('refusal' in answer) expect.fail(answer.refusal.message);
    return answer.end;
  }

  const movements = async (purses: Purses) =>
    (await purses.ledger(W, 1, 100)).items.map(
      ({ kind, availableDelta, heldDelta, activity }) => `${kind} ${availableDelta}/${heldDelta} ${activity}`,
    );

  test('is held, done and charged at the plan’s price, with a receipt; again with its id it is answered alike', async () => {
    const { purses, charges, database } = await start();
    let worked = 0;
    const asked = task({
      async work() {
        worked += 1;
        expect(await purses.balance(W), 'on hold while it is done').toMatchObject({ available: 97, held: 3 });
        return FOUND;
      },
    });
    const first = await charges.charge(ADA, asked);
    expect(first).toMatchObject({
      end: {
        kind: 'found',
        result: { title: 'Head of Procurement' },
        charged: 3,
        receipt: { id: asked.id, activity: 'contact_enrichment', person: 'Noor Haddad', before: 100, after: 97 },
      },
      balance: { available: 97, held: 0 },
    });
    const again = await Promise.all(Array.from({ length: 10 }, () => charges.charge(ADA, asked)));
    for (const answer of again) expect(answer).toMatchObject({ end: 'end' in first ? first.end : null });
    expect(worked).toBe(1);
    expect(await movements(purses)).toEqual(['hold -3/3 contact_enrichment', 'capture 0/-3 contact_enrichment']);
    expect((await purses.receipts(W, ADA.id, 1000, 10)).items).toHaveLength(1);
    await expectSoundBooks(database);
  });

  test('what is not found, or fails, or throws is given back', async () => {
    const { purses, charges, database } = await start();
    const ends = [
      await done(charges, task({ work: async () => ({ kind: 'not_found' }) })),
      await done(charges, task({ work: async () => ({ kind: 'failed' }) })),
      await done(charges, task({ work: () => Promise.reject(new Error('broken on purpose')) })),
    ];
    expect(ends[0]).toEqual({ kind: 'not_found', charged: 0 });
    for (const end of ends.slice(1)) expect(end).toMatchObject({ refusal: { code: 'provider_unavailable' } });
    expect(await purses.balance(W)).toMatchObject({ available: 100, held: 0 });
    expect((await purses.receipts(W, null, 1000, 10)).items).toEqual([]);
    await expectSoundBooks(database);
  });

  const REFUSED: readonly [string, Partial<Task<Enriched>>, string, (purses: Purses) => Promise<unknown>][] = [
    ['the plan excludes it', { activity: 'ai_insight' }, 'activity_excluded', async () => null],
    ['it costs more than was shown', { maxCredits: 2 }, 'price_changed', async () => null],
    ['the cap leaves less', {}, 'capped', (purses) => purses.setCap(W, ADA.id, 2, BEN)],
    [
      'the purse has less',
      {},
      'insufficient_credits',
      (purses) => purses.setPlan(W, { ...TEAM, allowance: 2 }, OPERATOR),
    ],
  ];
  test.each(REFUSED)(
    '%s: refused, nothing is done, and the same id stays refused',
    async (_what, more, code, before) => {
      const { purses, charges } = await start();
      await before(purses);
      const asked = task({ ...more, work: () => expect.fail('it was done all the same') });
      expect(await done(charges, asked)).toMatchObject({ kind: 'refused', refusal: { code } });
      await purses.setCap(W, ADA.id, null, BEN);
      await purses.setPlan(W, { ...TEAM, prices: { ...TEAM.prices, ai_insight: 1, contact_enrichment: 1 } }, OPERATOR);
      expect(await done(charges, asked)).toMatchObject({ kind: 'refused', refusal: { code } });
      expect(await movements(purses).then((all) => all.filter((line) => line.startsWith('hold')))).toEqual([]);
    },
  );

  test('each activity is charged at its own price, and only where the plan names one', async () => {
    const { purses, charges } = await start();
    const prices: Record<Activity, number | null> = {
      email: 1,
      phone: 8,
      contact_enrichment: 3,
      account_enrichment: 4,
      ai_insight: 0,
      api_call: null,
    };
    await purses.setPlan(W, { ...TEAM, prices }, OPERATOR);
    for (const [activity, price] of Object.entries(prices) as [Activity, number | null][]) {
      const end = await done(charges, task({ activity, maxCredits: 10 }));
      expect(end, activity).toMatchObject(price === null ? { kind: 'refused' } : { kind: 'found', charged: price });
    }
    expect((await purses.balance(W)).available).toBe(100 - 1 - 8 - 3 - 4);
  });

  test.each(['before its hold is over', 'after it', 'after a renewal'])(
    'a crash between hold and capture, tried again %s by another process: charged once',
    async (when) => {
      const { purses, charges: dying, clock, database } = await start();
      const { wait, reached } = gate();
      const asked = task({ work: () => wait().then(() => FOUND) });
      dying.charge(ADA, asked).catch(diesWithTheTest);
      await reached;
      expect(await purses.balance(W)).toMatchObject({ available: 97, held: 3 });
      if (when === 'after it') clock.forward({ minutes: 31 });
      if (when === 'after a renewal') clock.set('2026-03-01T00:00:00.000Z');
      const charges = createCharges(createPurses(database, { now: clock.now }).transact);
      const again = { ...asked, work: async () => FOUND };
      expect(await done(charges, again)).toMatchObject({ kind: 'found', charged: 3, receipt: { charged: 3 } });
      expect(await done(charges, again)).toMatchObject({ kind: 'found', charged: 3 });
      expect(await purses.balance(W)).toMatchObject({ available: 97, held: 0 });
      expect((await purses.receipts(W, null, 1000, 10)).items).toHaveLength(1);
      await expectSoundBooks(database);
    },
  );

  test('both processes finish after all: the first is charged, the second gets its answer', async () => {
    const { purses, charges: slow, database } = await start();
    const { wait, open: go, reached } = gate();
    const asked = task({ work: () => wait().then(() => ({ kind: 'not_found' }) as const) });
    const late = slow.charge(ADA, asked);
    await reached;
    const other = createCharges(purses.transact);
    const first = await done(other, { ...asked, work: async () => FOUND });
    go();
    expect(await late).toMatchObject({ end: first });
    expect(await movements(purses)).toHaveLength(2);
    await expectSoundBooks(database);
  });

  test('late, when the credits are gone meanwhile: refused, and what was found is not given away', async () => {
    const { purses, charges, clock, database } = await start();
    await purses.setPlan(W, { ...TEAM, allowance: 4 }, OPERATOR);
    const { wait, open: go, reached } = gate();
    const late = charges.charge(ADA, task({ work: () => wait().then(() => FOUND) }));
    await reached;
    clock.forward({ minutes: 31 });
    await done(charges, task(), BEN);
    go();
    expect(await late).toMatchObject({
      end: { kind: 'refused', refusal: { code: 'insufficient_credits', missing: 2 } },
      balance: { available: 1, held: 0 },
    });
    await expectSoundBooks(database);
  });

  test('another request under the same id is refused; in another workspace the id is another', async () => {
    const { purses, charges } = await start();
    const asked = task();
    await done(charges, asked);
    const other = await charges.charge(ADA, { ...asked, request: { key: 'guildbook:in/tomas' } });
    expect(other).toMatchObject({ refusal: { code: 'key_reused' } });
    await purses.setPlan(EVE.workspace, TEAM, OPERATOR);
    expect(await done(charges, asked, EVE)).toMatchObject({ kind: 'found', charged: 3 });
  });
});

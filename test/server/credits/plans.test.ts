import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Balance } from '#contract/credits.ts';
import type { PlanOffer } from '#contract/plan.ts';
import { NO_PRICES } from '#server/credits/plan.ts';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import type { OrRefusal } from '#server/refuse.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, OPERATOR, TEAM } from './team.ts';

const W = ADA.workspace;
const RENEWS = '2026-02-28T10:00:00.000Z';
const NEXT = '2026-03-31T10:00:00.000Z';

/** The team's plan as it would be offered, with its calendar left open. */
const OFFER: PlanOffer = {
  name: 'Team 200',
  allowance: 200,
  cycle: 'monthly',
  anchor: null,
  timeZone: 'UTC',
  prices: { ...NO_PRICES, email: 2, phone: 9 },
  refundDays: 30,
  heldOver: 'goodwill',
};

eachDatabase('plans, add-ons and grants', (open) => {
  async function start() {
    const database = await open();
    const clock = clockAt('2026-02-10T09:00:00.000Z');
    const purses = createPurses(database, { now: clock.now });
    await purses.setPlan(W, TEAM, OPERATOR);
    return { database, clock, purses };
  }

  /** Charges credits at once. */
  async function spend(purses: Purses, credits: number): Promise<void> {
    const id = randomUUID();
    await purses.transact(W, { holds: [id] }, async (purse) => {
      const until = '2027-01-01T00:00:00.000Z';
      purse.apply({ kind: 'hold', id, activity: 'phone', credits, expiresAt: until, by: ADA });
      purse.apply({ kind: 'capture', id, credits, by: ADA });
    });
  }

  function granted(answer: OrRefusal<{ balance: Balance }>): Balance {
    if ('refusal' in answer) expect.fail(answer.refusal.message);
    return Balance.parse(answer.balance);
  }

  test('another plan now: what the cycle used stays used, its calendar goes on, prices count at once', async () => {
    const { purses, database } = await start();
    await spend(purses, 40);
    for (let time = 0; time < 3; time += 1) {
      const balance = granted(await purses.offerPlan(W, OFFER, 'now', OPERATOR));
      expect(balance).toMatchObject({ available: 160, prices: { email: 2, phone: 9, api_call: null }, refundDays: 30 });
      expect(balance.plan).toEqual({ name: 'Team 200', left: 160, allowance: 200, renewsAt: RENEWS, next: null });
    }
    await expectSoundBooks(database);
  });

  test('the same anchor in another spelling is the same calendar', async () => {
    const { purses } = await start();
    await spend(purses, 40);
    const offer = { ...OFFER, allowance: 100, anchor: '2026-01-31T10:00:00Z' };
    expect(granted(await purses.offerPlan(W, offer, 'now', OPERATOR)).available).toBe(60);
  });

  test('another length of cycle now: the current one ends, and one begins now', async () => {
    const { purses, clock, database } = await start();
    await spend(purses, 40);
    const balance = granted(await purses.offerPlan(W, { ...OFFER, cycle: 'annual' }, 'now', OPERATOR));
    expect(balance).toMatchObject({ available: 200, plan: { left: 200, renewsAt: '2027-02-10T09:00:00.000Z' } });
    clock.forward({ days: 3 });
    const again = granted(await purses.offerPlan(W, { ...OFFER, cycle: 'annual' }, 'now', OPERATOR));
    expect(again.plan, 'told again later it is the same calendar').toEqual(balance.plan);
    await expectSoundBooks(database);
  });

  test('another plan at the renewal: announced, then in force, once; a plan set now takes it back', async () => {
    const { purses, clock, database } = await start();
    const announced = granted(await purses.offerPlan(W, OFFER, 'renewal', OPERATOR));
    expect(announced).toMatchObject({ available: 100, prices: { email: 1 } });
    expect(announced.plan).toMatchObject({ name: 'Team', next: { name: 'Team 200', allowance: 200 } });
    await purses.setPlan(W, TEAM, OPERATOR);
    expect((await purses.balance(W)).plan?.next).toBeNull();
    await purses.offerPlan(W, OFFER, 'renewal', OPERATOR);
    clock.set(RENEWS);
    expect(await purses.balance(W)).toMatchObject({
      available: 200,
      plan: { name: 'Team 200', renewsAt: NEXT, next: null },
      prices: { email: 2 },
    });
    await expectSoundBooks(database);
  });

  test('cancelled: it lasts to the end of its cycle, then nothing is granted and nothing can be had', async () => {
    const { purses, clock, database } = await start();
    await purses.addAddOn(W, { id: randomUUID(), credits: 10 }, OPERATOR);
    await purses.grant(W, { id: randomUUID(), kind: 'top_up', credits: 5, reason: 'welcome' }, OPERATOR);
    const cancelled = granted(await purses.cancelPlan(W, OPERATOR));
    expect(cancelled).toMatchObject({ available: 115, plan: { next: 'cancelled' }, addOn: { left: 10, refreshes: 0 } });
    clock.set('2026-08-01T00:00:00.000Z');
    expect(await purses.balance(W)).toMatchObject({
      ...{ available: 5, topUp: 5, plan: null, addOn: null, expiring: [], refundDays: 0 },
      prices: NO_PRICES,
    });
    expect(await purses.cancelPlan(W, OPERATOR)).toMatchObject({ refusal: { code: 'no_plan' } });
    const addOn = { id: randomUUID(), credits: 10 };
    expect(await purses.addAddOn(W, addOn, OPERATOR)).toMatchObject({ refusal: { code: 'no_plan' } });
    await expectSoundBooks(database);
  });

  test('an add-on counts at once, ends with the cycle, comes anew at each renewal, and no more once it is dropped', async () => {
    const { purses, clock, database } = await start();
    const [first, second] = [randomUUID(), randomUUID()];
    await purses.addAddOn(W, { id: first, credits: 10 }, OPERATOR);
    await Promise.all(Array.from({ length: 5 }, () => purses.addAddOn(W, { id: second, credits: 7 }, OPERATOR)));
    expect((await purses.balance(W)).addOn).toEqual({ left: 17, expiresAt: RENEWS, refreshes: 17 });
    await spend(purses, 105);
    expect(await purses.balance(W), 'plan first, then add-ons').toMatchObject({
      plan: { left: 0 },
      addOn: { left: 12 },
    });
    clock.set(RENEWS);
    expect((await purses.balance(W)).addOn).toEqual({ left: 17, expiresAt: NEXT, refreshes: 17 });
    await purses.dropAddOn(W, first, OPERATOR);
    expect((await purses.balance(W)).addOn).toMatchObject({ left: 17, refreshes: 7 });
    expect(await purses.addOns(W)).toEqual([{ id: second, credits: 7 }]);
    clock.set(NEXT);
    expect((await purses.balance(W)).addOn).toMatchObject({ left: 7, refreshes: 7 });
    await spend(purses, 107);
    expect((await purses.balance(W)).addOn, 'all spent, and yet some will come').toMatchObject({
      left: 0,
      expiresAt: '2026-04-30T10:00:00.000Z',
      refreshes: 7,
    });
    expect(await purses.dropAddOn(W, randomUUID(), OPERATOR)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await purses.addAddOn(W, { id: second, credits: 8 }, OPERATOR)).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    await expectSoundBooks(database);
  });

  test('what expires is listed by date and kind, soonest first; goodwill counts as what it stands for', async () => {
    const { purses, clock } = await start();
    const give = async (kind: 'plan' | 'add_on' | 'top_up', credits: number, expiresAt: string | null) =>
      granted(await purses.grant(W, { id: randomUUID(), kind, credits, expiresAt, reason: 'goodwill' }, OPERATOR));
    await give('top_up', 5, null);
    await give('top_up', 6, '2026-02-20T00:00:00Z');
    await give('plan', 7, null);
    await give('add_on', 8, '2026-02-20T00:00:00Z');
    const { expiring, topUp, plan, addOn, available } = await give('top_up', 1, '2026-02-20T00:00:00.000Z');
    expect(expiring).toEqual([
      { at: '2026-02-20T00:00:00.000Z', kind: 'add_on', credits: 8 },
      { at: '2026-02-20T00:00:00.000Z', kind: 'top_up', credits: 7 },
      { at: RENEWS, kind: 'plan', credits: 107 },
    ]);
    expect({ topUp, plan: plan?.left, addOn: addOn?.left, available }).toEqual({
      topUp: 12,
      plan: 107,
      addOn: 8,
      available: 127,
    });
    clock.set('2026-02-20T00:00:00.000Z');
    expect(await purses.balance(W)).toMatchObject({ available: 112, topUp: 5, addOn: null });
    const plan200 = granted(await purses.offerPlan(W, OFFER, 'now', OPERATOR));
    expect(plan200.plan?.left, 'goodwill is not the plan’s to change').toBe(207);
  });

  test('20 dates at most are listed, and all of it can be spent', async () => {
    const { purses } = await start();
    for (let day = 1; day <= 25; day += 1) {
      const expiresAt = `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`;
      await purses.grant(W, { id: randomUUID(), kind: 'top_up', credits: 1, expiresAt, reason: 'x' }, OPERATOR);
    }
    const { expiring, available } = await purses.balance(W);
    expect(expiring).toHaveLength(20);
    expect(expiring[0]?.at, 'soonest first').toBe(RENEWS);
    expect(available).toBe(125);
  });

  test('a grant that makes no sense is refused and says where', async () => {
    const { purses } = await start();
    const give = (workspace: string, kind: 'plan' | 'top_up', expiresAt: string | null) =>
      purses.grant(workspace, { id: randomUUID(), kind, credits: 5, expiresAt, reason: 'x' }, OPERATOR);
    expect(await give(W, 'top_up', '2026-02-10T09:00:00Z')).toMatchObject({ refusal: { at: 'expiresAt' } });
    expect(await give('no-plan-there', 'plan', null)).toMatchObject({ refusal: { code: 'no_plan' } });
  });

  test('what was revoked is gone, what is on hold is not touched, and each id revokes once', async () => {
    const { purses, database } = await start();
    await purses.transact(W, { holds: ['h'] }, async (purse) =>
      purse.apply({
        ...{ kind: 'hold', id: 'h', activity: 'email', credits: 30, expiresAt: RENEWS, by: ADA },
      }),
    );
    const revoked = { id: randomUUID(), entry: 1, credits: 1000, reason: 'Wrong plan' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => purses.revoke(W, revoked, OPERATOR)));
    for (const answer of answers) expect(answer).toMatchObject({ revoked: 70, balance: { available: 0, held: 30 } });
    expect(await purses.revoke(W, { ...revoked, id: randomUUID(), entry: 2 }, OPERATOR)).toMatchObject({
      refusal: { code: 'not_found' },
    });
    const { items } = await purses.ledger(W, 0, 100);
    expect(items.filter(({ kind }) => kind === 'revoke')).toMatchObject([
      { availableDelta: -70, reason: 'Wrong plan' },
    ]);
    await expectSoundBooks(database);
  });
});

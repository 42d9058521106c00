import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import { holdPrice } from '#server/credits/spend.ts';
import type { Member } from '#server/member.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, BEN, EVE, OPERATOR, TEAM } from './team.ts';

const W = ADA.workspace;
const ADMIN = BEN;
const RENEWS = '2026-02-28T10:00:00.000Z';

eachDatabase('caps', (open) => {
  async function start() {
    const database = await open();
    const clock = clockAt('2026-02-10T09:00:00.000Z');
    const purses = createPurses(database, { now: clock.now });
    await purses.setPlan(W, TEAM, OPERATOR);
    return { database, clock, purses };
  }

  /** Holds and charges one e-mail or phone. @returns what it was refused with, or null */
  async function spend(purses: Purses, member: Member, activity: 'email' | 'phone', id: string = randomUUID()) {
    const { result } = await purses.transact(W, { holds: [id] }, async (purse) => {
      const held = holdPrice(purse, { id, activity, member, maxCredits: 10 }, '2026-12-31T00:00:00.000Z');
      if ('refusal' in held) return held.refusal;
      purse.apply({ kind: 'capture', id, credits: held.hold.credits, by: member });
      return null;
    });
    return result;
  }

  test('what the cycle used already counts: what is on hold, what was charged, not what was given back', async () => {
    const { purses, database } = await start();
    await spend(purses, ADA, 'phone');
    await spend(purses, BEN, 'phone');
    const refunded = randomUUID();
    await spend(purses, ADA, 'email', refunded);
    await purses.transact(W, { holds: [refunded, 'open', 'gone'] }, async (purse) => {
      const hold = { activity: 'email', credits: 3, expiresAt: '2026-02-10T09:30:00.000Z', by: ADA } as const;
      purse.apply({ kind: 'refund', id: refunded, askedAt: purse.now, by: OPERATOR, reason: null });
      purse.apply({ kind: 'hold', id: 'open', ...hold });
      purse.apply({ kind: 'hold', id: 'gone', ...hold });
      purse.apply({ kind: 'release', id: 'gone', by: ADA, reason: null });
    });
    const cap = await purses.setCap(W, ADA.id, 15, ADMIN);
    expect(cap).toEqual({ credits: 15, used: 11, left: 4, resetsAt: RENEWS, raise: null });
    await expectSoundBooks(database);
  });

  test('at the cap the member is refused, with what is left and when it begins anew; the others are not', async () => {
    const { purses, clock, database } = await start();
    await purses.setCap(W, ADA.id, 10, ADMIN);
    expect(await spend(purses, ADA, 'phone')).toBeNull();
    const refusal = await spend(purses, ADA, 'phone');
    expect(refusal).toMatchObject({ code: 'capped', left: 2, price: 8, resetsAt: RENEWS, next: 'ask_admin' });
    expect(await spend(purses, ADA, 'email'), 'what is left can be spent').toBeNull();
    expect(await spend(purses, BEN, 'phone')).toBeNull();
    expect((await purses.balance(W, ADA.id)).cap).toEqual({
      credits: 10,
      left: 1,
      resetsAt: RENEWS,
      raisedUntil: null,
    });
    expect((await purses.balance(W, BEN.id)).cap, 'Ben has none').toBeNull();
    expect((await purses.balance(W)).cap, 'nobody asks').toBeNull();
    clock.set(RENEWS);
    expect(await spend(purses, ADA, 'phone'), 'the next cycle begins anew').toBeNull();
    await expectSoundBooks(database);
  });

  test('20 spends at once on a cap of 5: 5 go through', async () => {
    const { purses, database } = await start();
    await purses.setCap(W, ADA.id, 5, ADMIN);
    const refused = await Promise.all(Array.from({ length: 20 }, () => spend(purses, ADA, 'email')));
    expect(refused.filter((each) => each === null)).toHaveLength(5);
    expect(refused.filter((each) => each?.code === 'capped')).toHaveLength(15);
    await expectSoundBooks(database);
  });

  test('set among spends of the same moment it counts those before it and those after it', async () => {
    const { purses, database } = await start();
    const spends = (count: number) => Array.from({ length: count }, () => spend(purses, ADA, 'email'));
    await Promise.all([...spends(10), purses.setCap(W, ADA.id, 50, ADMIN), ...spends(10)]);
    expect((await purses.balance(W, ADA.id)).cap).toMatchObject({ credits: 50, left: 30 });
    await expectSoundBooks(database);
  });

  test('lowered below what is used it stays used; taken off, everything may be spent', async () => {
    const { purses } = await start();
    await purses.setCap(W, ADA.id, 20, ADMIN);
    await spend(purses, ADA, 'phone');
    expect(await purses.setCap(W, ADA.id, 5, ADMIN)).toMatchObject({ used: 8, left: 0 });
    expect(await purses.setCap(W, ADA.id, 9, ADMIN)).toMatchObject({ used: 8, left: 1 });
    expect(await purses.setCap(W, ADA.id, null, ADMIN)).toBeNull();
    expect(await spend(purses, ADA, 'phone')).toBeNull();
    expect(await purses.setCap(W, ADA.id, 9, ADMIN), 'set again it counts again').toMatchObject({ used: 16, left: 0 });
  });

  test('a raise that was asked for lasts until its time is over', async () => {
    const { purses, clock } = await start();
    await purses.setCap(W, ADA.id, 1, ADMIN);
    await spend(purses, ADA, 'email');
    const id = randomUUID();
    const asked = await purses.requestRaise(ADA, id, { credits: 8, note: 'a phone for the fair' });
    expect(asked).toMatchObject({ request: { id, status: 'pending', credits: 8, member: { name: ADA.name } } });
    expect(await purses.requestRaise(ADA, id, { credits: 8, note: 'a phone for the fair' })).toEqual(asked);
    expect(await purses.requestRaise(ADA, id, { credits: 9, note: null })).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    const until = '2026-02-11T09:00:00.000Z';
    const decided = await purses.decideRaise(W, id, { credits: 8, until }, ADMIN);
    expect(decided).toMatchObject({
      request: { status: 'granted', decidedBy: BEN.name, raise: { credits: 8, until } },
    });
    expect((await purses.balance(W, ADA.id)).cap).toMatchObject({ credits: 9, left: 8, raisedUntil: until });
    const { tag } = await purses.taggedBalance(W, ADA.id, null);
    clock.set(until);
    expect((await purses.taggedBalance(W, ADA.id, tag)).balance?.cap, 'the tag ends with the raise').toMatchObject({
      credits: 1,
      left: 0,
      raisedUntil: null,
    });
    expect(await spend(purses, ADA, 'phone')).toMatchObject({ code: 'capped', left: 0 });
  });

  test('declined it changes nothing; decided it stays decided', async () => {
    const { purses } = await start();
    await purses.setCap(W, ADA.id, 1, ADMIN);
    const id = randomUUID();
    await purses.requestRaise(ADA, id, { credits: 8, note: null });
    const declined = await purses.decideRaise(W, id, null, ADMIN);
    expect(declined).toMatchObject({ request: { status: 'declined', raise: null } });
    expect(await purses.decideRaise(W, id, null, ADMIN)).toEqual(declined);
    const raise = { credits: 8, until: '2026-02-11T09:00:00.000Z' };
    expect(await purses.decideRaise(W, id, raise, ADMIN)).toMatchObject({ refusal: { code: 'already_ended' } });
    expect((await purses.balance(W, ADA.id)).cap).toMatchObject({ credits: 1, left: 1 });
  });

  test('what makes no sense is refused: no cap to raise, a time that is over, another workspace’s request', async () => {
    const { purses } = await start();
    const asked = { credits: 8, note: null };
    expect(await purses.requestRaise(ADA, randomUUID(), asked)).toMatchObject({ refusal: { code: 'invalid_request' } });
    await purses.setCap(W, ADA.id, 1, ADMIN);
    const id = randomUUID();
    await purses.requestRaise(ADA, id, asked);
    const over = { credits: 8, until: '2026-02-10T08:59:59Z' };
    expect(await purses.decideRaise(W, id, over, ADMIN)).toMatchObject({ refusal: { at: 'raise.until' } });
    expect(await purses.decideRaise(EVE.workspace, id, null, EVE)).toMatchObject({ refusal: { code: 'not_found' } });
    await purses.setCap(W, ADA.id, null, ADMIN);
    const raise = { credits: 8, until: '2026-02-11T09:00:00Z' };
    expect(await purses.decideRaise(W, id, raise, ADMIN)).toMatchObject({ refusal: { at: 'raise' } });
    for (let more = 1; more < 10; more += 1) {
      await purses.setCap(W, ADA.id, 1, ADMIN);
      await purses.requestRaise(ADA, randomUUID(), asked);
    }
    expect(await purses.requestRaise(ADA, randomUUID(), asked)).toMatchObject({ refusal: { code: 'rate_limited' } });
    expect(await purses.raiseRequests(W, ADA.id)).toHaveLength(10);
    expect(await purses.raiseRequests(W, BEN.id)).toEqual([]);
  });
});

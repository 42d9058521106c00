import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LedgerEntry } from '#contract/credits.ts';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import type { TopUpEnd } from '#server/credits/top-ups.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, BEN, OPERATOR } from './team.ts';

const W = ADA.workspace;

/** How a purchase of 50 is told to end, one message after the other, and what has to come of it. */
const STORIES: readonly [string, TopUpEnd[], { status: string; available: number; refused?: string[] }][] = [
  ['settled', [{ status: 'settled', payment: 'p1' }], { status: 'settled', available: 50 }],
  ['failed', [{ status: 'failed' }], { status: 'failed', available: 0 }],
  [
    'settled, told three times',
    [
      { status: 'settled', payment: 'p1' },
      { status: 'settled', payment: 'p1' },
      { status: 'settled', payment: 'p1' },
    ],
    { status: 'settled', available: 50 },
  ],
  [
    'settled, then reversed',
    [
      { status: 'settled', payment: 'p1' },
      { status: 'reversed', payment: 'p1' },
    ],
    { status: 'reversed', available: 0 },
  ],
  [
    'reversed before it is told as settled',
    [
      { status: 'reversed', payment: 'p1' },
      { status: 'settled', payment: 'p1' },
    ],
    { status: 'reversed', available: 0, refused: ['already_ended'] },
  ],
  [
    'failed before it is told as settled',
    [
      { status: 'failed', payment: 'p1' },
      { status: 'settled', payment: 'p1' },
    ],
    { status: 'failed', available: 0, refused: ['already_ended'] },
  ],
  [
    'settled, then told as failed',
    [{ status: 'settled' }, { status: 'failed' }],
    { status: 'settled', available: 50, refused: ['already_ended'] },
  ],
  [
    'reversed, then told as settled again',
    [{ status: 'settled' }, { status: 'reversed' }, { status: 'settled' }, { status: 'reversed' }],
    { status: 'reversed', available: 0, refused: ['already_ended'] },
  ],
  [
    'settled by one payment, then by another',
    [
      { status: 'settled', payment: 'p1' },
      { status: 'settled', payment: 'p2' },
    ],
    { status: 'settled', available: 50, refused: ['key_reused'] },
  ],
];

eachDatabase('purchases', (open) => {
  async function start() {
    const database = await open();
    const clock = clockAt('2026-02-10T09:00:00.000Z');
    return { database, clock, purses: createPurses(database, { now: clock.now }) };
  }

  async function asked(purses: Purses, credits = 50): Promise<string> {
    const id = randomUUID();
    const asked = await purses.requestTopUp(ADA, id, { credits, note: null });
    if ('refusal' in asked) expect.fail(asked.refusal.message);
    return id;
  }

  async function spend(purses: Purses, credits: number): Promise<void> {
    const id = randomUUID();
    await purses.transact(W, { holds: [id] }, async (purse) => {
      purse.apply({
        kind: 'hold',
        id,
        activity: 'phone',
        credits,
        expiresAt: '2026-03-10T09:00:00.000Z',
        by: ADA,
      });
      purse.apply({ kind: 'capture', id, credits, by: ADA });
    });
  }

  const kinds = (items: LedgerEntry[]) =>
    items.map(({ kind, availableDelta, debtDelta }) => `${kind} ${availableDelta} ${debtDelta}`);

  test.each(STORIES)('%s', async (_what, messages, { status, available, refused = [] }) => {
    const { purses, database } = await start();
    const id = await asked(purses);
    const refusals: string[] = [];
    for (const message of messages) {
      const ended = await purses.settleTopUp(W, id, message, OPERATOR);
      if ('refusal' in ended) refusals.push(ended.refusal.code);
    }
    expect(refusals).toEqual(refused);
    expect((await purses.topUps(W))[0]?.status).toBe(status);
    expect(await purses.balance(W)).toMatchObject({ available, pending: [], debt: 0 });
    await expectSoundBooks(database);
  });

  test('one payment under a new event, for another top-up, settles nothing more; in another workspace it is another', async () => {
    const { purses } = await start();
    const [first, second] = [await asked(purses), await asked(purses)];
    const end = { status: 'settled', payment: 'invoice-7' } as const;
    await purses.settleTopUp(W, first, end, OPERATOR);
    const replayed = await purses.settleTopUp(W, second, end, OPERATOR);
    expect(replayed).toMatchObject({ refusal: { code: 'key_reused', at: 'payment' } });
    expect(await purses.balance(W)).toMatchObject({ topUp: 50, pending: [{ id: second }] });
    const elsewhere = randomUUID();
    await purses.requestTopUp({ ...BEN, workspace: 'larkfield' }, elsewhere, { credits: 5, note: null });
    const other = await purses.settleTopUp('larkfield', elsewhere, end, OPERATOR);
    expect(other).toMatchObject({ topUp: { status: 'settled' }, balance: { available: 5 } });
  });

  test('settled and reversed twenty times at once: one grant, and one reversal of it at most', async () => {
    const { purses, database } = await start();
    const id = await asked(purses);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        purses.settleTopUp(W, id, index % 2 === 0 ? 'settled' : 'reversed', OPERATOR),
      ),
    );
    const { items } = await purses.ledger(W, 0, 100);
    expect(items.filter(({ kind }) => kind === 'grant').length).toBeLessThanOrEqual(1);
    expect(items.filter(({ kind }) => kind === 'reverse').length).toBeLessThanOrEqual(1);
    expect((await purses.balance(W)).available).toBe(0);
    await expectSoundBooks(database);
  });

  test('reversed after 30 of 50 were spent: 30 of debt, nothing available, and the next grant pays it first', async () => {
    const { purses, database } = await start();
    const id = await asked(purses);
    await purses.settleTopUp(W, id, 'settled', OPERATOR);
    await spend(purses, 30);
    const reversed = await purses.settleTopUp(W, id, 'reversed', OPERATOR);
    expect(reversed).toMatchObject({ topUp: { status: 'reversed' }, balance: { available: 0, debt: 30, topUp: 0 } });
    expect((await purses.grants(W))[0]).toMatchObject({ credits: 50, left: 0, status: 'reversed' });
    const paid = { id: randomUUID(), kind: 'top_up', credits: 40, reason: 'Paid at last' } as const;
    expect(await purses.grant(W, paid, OPERATOR)).toMatchObject({ balance: { available: 10, debt: 0 } });
    const { items } = await purses.ledger(W, 0, 100);
    expect(kinds(items).slice(-3)).toEqual(['reverse -20 30', 'grant 40 0', 'repay -30 -30']);
    await expectSoundBooks(database);
  });

  test('pending for 24 hours it is overdue, in the balance and everywhere, and can still be settled', async () => {
    const { purses, clock } = await start();
    const id = await asked(purses);
    const tagged = await purses.taggedBalance(W, ADA.id, null);
    clock.forward({ hours: 23, minutes: 59 });
    expect((await purses.balance(W)).pending).toMatchObject([{ id, overdue: false }]);
    expect((await purses.taggedBalance(W, ADA.id, tagged.tag)).balance, 'nothing changed yet').toBeNull();
    clock.forward({ minutes: 1 });
    const now = await purses.taggedBalance(W, ADA.id, tagged.tag);
    expect(now.balance?.pending, 'a tag from before is no excuse').toMatchObject([{ id, overdue: true }]);
    expect((await purses.taggedBalance(W, ADA.id, now.tag)).balance, 'seen, it is nothing new').toBeNull();
    expect(await purses.pendingTopUps()).toMatchObject([{ topUp: { overdue: true } }]);
    const settled = await purses.settleTopUp(W, id, 'settled', OPERATOR);
    expect(settled).toMatchObject({ topUp: { overdue: false }, balance: { available: 50 } });
  });
});

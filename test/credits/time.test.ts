import { describe, expect, test } from 'vitest';
import { apply } from '#server/credits/ledger.ts';
import { addOn, at, CYCLE, capture, DAYS, grant, hold, lines, plan, release, spend, told } from './told.ts';

describe('time', () => {
  test('a hold that expires is given back before anything else happens', () => {
    const { answers, entries, purse } = told([0, grant('t', 10), hold('h', 10)], [30, hold('i', 10, 60)]);
    expect(answers.at(-1)).toMatchObject({ kind: 'held' });
    expect(lines(entries)).toEqual(['grant 10/0', 'hold -10/10', 'release 10/-10', 'hold -10/10']);
    expect(purse).toMatchObject({ available: 0, held: 10 });
  });

  test('it lasts until its very moment, not a moment longer', () => {
    const purse = told([0, grant('t', 10), hold('h', 10)]).purse;
    const before = apply(purse, [], at(30 - 1 / 60_000)).purse;
    expect(before.held, 'a millisecond before').toBe(10);
    expect(apply(purse, [], at(30)).purse.held).toBe(0);
  });

  test('a late capture holds anew and charges what it captures', () => {
    const { answers, entries, purse } = told([0, grant('t', 10), hold('h', 8)], [31, capture('h', 5), capture('h', 5)]);
    expect(answers.slice(2)).toMatchObject([
      { kind: 'captured', hold: { status: 'captured', entry: 4, before: 10, end: { entry: 5, charged: 5, after: 5 } } },
      { kind: 'captured' },
    ]);
    expect(lines(entries).slice(1)).toEqual(['hold -8/8', 'release 8/-8', 'hold -5/5', 'capture 0/-5']);
    expect(purse).toMatchObject({ available: 5, held: 0 });
  });

  test('a late capture is refused where the credits are gone, and never free', () => {
    const { answers, purse } = told([0, grant('t', 10), hold('h', 8)], [31, ...spend('i', 5, 31), capture('h', 8)]);
    expect(answers.at(-1)).toEqual({ kind: 'insufficient', missing: 3 });
    expect(purse).toMatchObject({ available: 5, held: 0 });
    expect(purse.holds.get('h')).toMatchObject({ status: 'expired', end: { charged: 0 } });
  });

  test('a hold that ended in time does not expire as well', () => {
    const { entries } = told([0, grant('t', 10), hold('a', 4), release('a'), ...spend('b', 4)], [31]);
    expect(lines(entries).slice(1)).toEqual(['hold -4/4', 'release 4/-4', 'hold -4/4', 'capture 0/-4']);
  });

  test('what was released after it expired can never be captured', () => {
    const { answers, entries } = told(
      [0, grant('t', 10), hold('h', 8)],
      [31, release('h'), release('h'), capture('h', 8)],
    );
    expect(answers.slice(2).map(({ kind }) => kind)).toEqual(['released', 'released', 'ended']);
    expect(entries).toHaveLength(3);
  });

  test('what is left of the plan expires with its cycle; what is on hold can still be charged', () => {
    const { purse, entries } = told([0, plan(), hold('h', 8, CYCLE + 60)], [CYCLE, capture('h', 8)]);
    expect(lines(entries)).toEqual(['grant 100/0', 'hold -8/8', 'expire -92/0', 'grant 100/0', 'capture 0/-8']);
    expect(purse).toMatchObject({
      available: 100,
      held: 0,
      cycle: { number: 1, renewsAt: '2026-03-31T09:00:00.000Z' },
    });
  });

  test('what comes back to an expired grant expires at once, with an entry that says so', () => {
    const { purse, entries } = told([0, plan(), hold('h', 8, CYCLE + 60)], [CYCLE, release('h')]);
    expect(lines(entries).slice(-2)).toEqual(['release 8/-8', 'expire -8/0']);
    expect(entries.at(-1)?.reason).toBe('given back after it had expired');
    expect(purse).toMatchObject({ available: 100, held: 0 });
  });

  test('a clock that is set back after an expiry does not bring the credits back to life', () => {
    const { purse } = told([0, plan(), hold('h', 8, CYCLE + 60)], [CYCLE], [60, release('h')]);
    expect(purse).toMatchObject({ available: 100, held: 0, cycle: { number: 1 } });
  });

  test('a plan that begins later grants nothing before', () => {
    const anchor = '2026-02-15T00:00:00.000Z';
    const { purse, answers } = told([0, plan({ anchor, timeZone: 'UTC' }), addOn('a', 5)]);
    expect(purse).toMatchObject({ available: 0, cycle: { number: -1, renewsAt: anchor } });
    expect(answers.at(-1)).toEqual({ kind: 'no_cycle' });
    expect(apply(purse, [], anchor).purse).toMatchObject({ available: 100, cycle: { number: 0 } });
  });

  test('a purse that was left alone for two years catches up cycle by cycle', () => {
    const { purse, entries } = told([0, plan()], [2 * 365 * 24 * 60]);
    expect(lines(entries).filter((line) => line === 'grant 100/0')).toHaveLength(25);
    expect(lines(entries).filter((line) => line === 'expire -100/0')).toHaveLength(24);
    expect(purse.available).toBe(100);
  });

  test('a credit with a date lasts until its very moment', () => {
    const purse = told([0, grant('t', 10, { expiresAt: at(30) })]).purse;
    expect(apply(purse, [], at(30 - 1 / 60_000)).purse.available, 'a millisecond before').toBe(10);
    expect(apply(purse, [], at(30)).purse.available).toBe(0);
    expect(told([30, grant('t', 10, { expiresAt: at(30) })]).answers).toEqual([{ kind: 'expired' }]);
  });

  test('with goodwill, what a hold gives back to an expired grant is given anew until the new cycle ends', () => {
    const { purse, entries } = told(
      [0, plan({ heldOver: 'goodwill' }), hold('h', 8, CYCLE + 60)],
      [CYCLE, capture('h', 6)],
      [CYCLE + 31 * DAYS],
    );
    expect(lines(entries).slice(4, 8)).toEqual(['capture 0/-6', 'release 2/-2', 'expire -2/0', 'grant 2/0']);
    expect(purse.grants.get(8)).toMatchObject({ kind: 'plan', credits: 2, expiresAt: '2026-03-31T09:00:00.000Z' });
    expect(lines(entries).slice(8), 'and no longer').toEqual(['expire -100/0', 'expire -2/0', 'grant 100/0']);
    expect(purse.available).toBe(100);
  });

  test('goodwill is the same whether time was looked after at the renewal or long after the hold was over', () => {
    const begin = [0, plan({ heldOver: 'goodwill' }), hold('h', 8, CYCLE + 60)] as const;
    const late = told([...begin], [CYCLE + 90]);
    const inTime = told([...begin], [CYCLE], [CYCLE + 90]);
    expect(lines(late.entries)).toEqual(lines(inTime.entries));
    expect(late.purse.available).toBe(108);
  });

  test('where a time zone has changed its rules since, the cycle that has begun ends when it was said to', () => {
    const { purse } = told([0, plan({ allowance: 0 })]);
    if (purse.cycle === null) throw new Error('there is no cycle');
    const promised = { ...purse, cycle: { ...purse.cycle, renewsAt: at(CYCLE + 60) } };
    expect(apply(promised, [], at(CYCLE)).entries).toEqual([]);
    const next = apply(promised, [], at(CYCLE + 60)).purse;
    expect(next.cycle).toMatchObject({ number: 1, startsAt: at(CYCLE + 60), renewsAt: '2026-03-31T09:00:00.000Z' });
  });
});

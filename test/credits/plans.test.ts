import { describe, expect, test } from 'vitest';
import { ADD_ONS_LIMIT } from '#server/credits/ledger/add-ons.ts';
import { apply } from '#server/credits/ledger.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import { PRICES, TEAM } from './histories.ts';
import { addOn, at, CYCLE, DAYS, grant, hold, lines, plan, release, spend, told } from './told.ts';

describe('another plan, now', () => {
  const changes: [string, Partial<PlanTerms>, string[], number][] = [
    ['other prices and name move no credits', { name: 'Scale', prices: { ...PRICES, phone: 9 } }, [], 90],
    ['a larger allowance grants the difference', { allowance: 150 }, ['grant 50/0'], 140],
    ['a smaller one takes it from what is left', { allowance: 40 }, ['expire -60/0'], 30],
    ['but no more than that', { allowance: 0 }, ['expire -90/0'], 0],
    [
      'another calendar starts its own cycle',
      { cycle: 'annual', allowance: 1200 },
      ['expire -90/0', 'grant 1200/0'],
      1200,
    ],
  ];
  test.each(changes)('%s', (_what, terms, expected, available) => {
    const { purse, entries } = told([0, plan(), ...spend('h', 10)], [5, plan(terms), plan(terms)]);
    expect(lines(entries).slice(3)).toEqual(expected);
    expect(purse.available).toBe(available);
    expect(purse.plan).toEqual({ ...TEAM, ...terms });
  });

  test('keeps what was used: down and up again gives nothing twice', () => {
    const { entries, purse } = told([
      0,
      plan(),
      ...spend('h', 90),
      plan({ allowance: 0 }),
      plan(),
      plan({ allowance: 150 }),
    ]);
    expect(lines(entries).slice(3)).toEqual(['expire -10/0', 'grant 10/0', 'grant 50/0']);
    expect(purse).toMatchObject({ available: 60, cycle: { granted: 150 } });
  });

  test('goes on with the same calendar however its anchor is written', () => {
    const { entries } = told([0, plan()], [5, plan({ anchor: '2026-01-31T10:00:00Z', allowance: 101 })]);
    expect(lines(entries)).toEqual(['grant 100/0', 'grant 1/0']);
  });

  test('leaves alone what an operator gave as credits of the plan', () => {
    const { entries, purse } = told(
      [0, plan(), grant('grant:1', 7, { grantKind: 'plan' })],
      [5, plan({ allowance: 0 })],
      [6, plan({ cycle: 'quarterly', allowance: 0 })],
    );
    expect(lines(entries).slice(2)).toEqual(['expire -100/0']);
    expect(purse.available).toBe(7);
  });

  test('with another calendar begins a cycle of its own, for the add-ons too, and forgets what was chosen before', () => {
    const { entries, purse } = told(
      [0, plan(), addOn('a', 20), plan({ name: 'Scale' }, 'renewal')],
      [5, plan({ cycle: 'annual' })],
    );
    expect(lines(entries).slice(2)).toEqual(['expire -100/0', 'expire -20/0', 'grant 100/0', 'grant 20/0']);
    expect(purse).toMatchObject({ next: null, cycle: { number: 0, renewsAt: '2027-01-31T10:00:00.000Z' } });
  });
});

describe('another plan, at the renewal', () => {
  test('counts from then on, and not before', () => {
    const { entries, purse } = told(
      [0, plan(), plan({ name: 'Scale', allowance: 150 }, 'renewal')],
      [CYCLE - 1],
      [CYCLE],
    );
    expect(lines(entries)).toEqual(['grant 100/0', 'expire -100/0', 'grant 150/0']);
    expect(purse).toMatchObject({ plan: { name: 'Scale', anchor: TEAM.anchor }, next: null, cycle: { number: 1 } });
  });

  test('of the same length goes on from the old anchor: 28 February, then 31 March', () => {
    const { purse } = told([0, plan(), plan({ name: 'Scale', anchor: at(77) }, 'renewal')], [CYCLE]);
    expect(purse.cycle).toMatchObject({ number: 1, startsAt: at(CYCLE), renewsAt: '2026-03-31T09:00:00.000Z' });
  });

  test('of another length or time zone begins with that renewal', () => {
    const yearly = told([0, plan(), plan({ cycle: 'annual' }, 'renewal')], [CYCLE]);
    expect(yearly.purse.cycle).toMatchObject({ number: 0, startsAt: at(CYCLE), renewsAt: '2027-02-28T10:00:00.000Z' });
    const elsewhere = told([0, plan(), plan({ timeZone: 'Asia/Tokyo' }, 'renewal')], [CYCLE]);
    expect(elsewhere.purse.cycle).toMatchObject({
      number: 0,
      startsAt: at(CYCLE),
      renewsAt: '2026-03-28T10:00:00.000Z',
    });
  });

  test('is what several missed cycles are caught up with', () => {
    const { entries } = told([0, plan(), plan({ allowance: 50 }, 'renewal')], [3 * 31 * DAYS]);
    expect(lines(entries)).toEqual([
      ...['grant 100/0', 'expire -100/0', 'grant 50/0', 'expire -50/0', 'grant 50/0', 'expire -50/0', 'grant 50/0'],
    ]);
  });

  test('is chosen and withdrawn; without a plan it begins at once', () => {
    expect(told([0, plan(), plan({ allowance: 5 }, 'renewal')]).purse.next).toMatchObject({ allowance: 5 });
    expect(told([0, plan(), plan({ allowance: 5 }, 'renewal'), plan({}, 'renewal')]).purse.next).toBeNull();
    expect(told([0, plan({}, 'renewal')]).purse).toMatchObject({ available: 100, next: null });
  });
});

describe('a cancelled plan', () => {
  const cancel = { kind: 'cancel_plan', by: null } as const;

  test('goes on to the end of its cycle; then plan, cycle and add-ons are gone, and top-ups stay', () => {
    const begun = told([0, plan(), addOn('a', 20), grant('t', 5), cancel, cancel], [CYCLE - 1]);
    expect(begun.purse).toMatchObject({ available: 125, next: 'cancelled', plan: { name: 'Team' } });
    const { entries, purse } = apply(begun.purse, [], at(10 * CYCLE));
    expect(lines(entries)).toEqual(['expire -100/0', 'expire -20/0']);
    expect(purse).toMatchObject({ available: 5, plan: null, next: null, cycle: null, addOns: [] });
  });

  test('is taken up again by another plan', () => {
    const { purse } = told([0, plan(), cancel, plan({ allowance: 120 })], [CYCLE]);
    expect(purse).toMatchObject({ available: 120, plan: { allowance: 120 }, cycle: { number: 1 } });
  });

  test('is none where there is none', () => {
    expect(told([0, cancel]).answers).toEqual([{ kind: 'no_plan' }]);
  });
});

describe('an add-on', () => {
  test('counts at once, expires with the cycle and is given anew at each renewal', () => {
    const { entries, purse } = told([0, plan(), addOn('a', 20), addOn('a', 20)], [CYCLE], [CYCLE + 31 * DAYS]);
    const renewal = ['expire -100/0', 'expire -20/0', 'grant 100/0', 'grant 20/0'];
    expect(lines(entries)).toEqual(['grant 100/0', 'grant 20/0', ...renewal, ...renewal]);
    expect(purse.addOns).toEqual([{ id: 'a', credits: 20 }]);
  });

  test('that is dropped stays until the cycle ends, and does not come back with a late repetition', () => {
    const drop = { kind: 'drop_add_on', id: 'a', by: null } as const;
    const { answers, purse, entries } = told([0, plan(), addOn('a', 20), drop, drop, addOn('a', 20)], [CYCLE]);
    expect(answers.slice(2).map(({ kind }) => kind)).toEqual(['dropped', 'dropped', 'granted']);
    expect(purse).toMatchObject({ available: 100, addOns: [] });
    expect(lines(entries)).toEqual(['grant 100/0', 'grant 20/0', 'expire -100/0', 'expire -20/0', 'grant 100/0']);
  });

  test('needs a cycle, and an id that was not used for another', () => {
    expect(told([0, addOn('a', 20)]).answers).toEqual([{ kind: 'no_cycle' }]);
    expect(told([0, plan(), addOn('a', 20), addOn('a', 21)]).answers.at(-1)).toEqual({ kind: 'key_reused' });
    expect(told([0, plan(), { kind: 'drop_add_on', id: 'a', by: null }]).answers.at(-1)).toEqual({ kind: 'unknown' });
  });

  test('is refused beyond what all add-ons of a purse may come to', () => {
    const { answers } = told([0, plan(), addOn('a', ADD_ONS_LIMIT - 5), addOn('b', 6), addOn('c', 5)]);
    expect(answers.slice(1).map(({ kind }) => kind)).toEqual(['granted', 'purse_full', 'granted']);
    expect(() => told([0, plan(), addOn('a', 0)])).toThrow(RangeError);
  });

  test('gets back what a hold over its cycle held, which expires', () => {
    const { purse } = told(
      [0, plan({ allowance: 0 }), addOn('a', 20), hold('h', 20, CYCLE + 9)],
      [CYCLE, release('h')],
    );
    expect(purse).toMatchObject({ available: 20, held: 0 });
  });
});

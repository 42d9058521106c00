import { describe, expect, test } from 'vitest';
import { type Answers, apply, type Command, PURSE_LIMIT } from '#server/credits/ledger.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import { EMPTY_PURSE, type Entry, type Purse, splitOf } from '#server/credits/purse.ts';
import { later } from '#server/db/moment.ts';
import { MINUTE, START, TEAM } from './histories.ts';

type Line = [minutes: number, ...commands: Command[]];

/** Applies lines of commands, each at so many minutes after the start. */
function told(...lines: Line[]): { purse: Purse; entries: Entry[]; answers: Answers[keyof Answers][] } {
  let purse = EMPTY_PURSE;
  const entries: Entry[] = [];
  const answers: Answers[keyof Answers][] = [];
  for (const [minutes, ...commands] of lines) {
    const applied = apply(purse, commands, later(START, minutes * MINUTE));
    purse = applied.purse;
    entries.push(...applied.entries);
    answers.push(...applied.answers);
  }
  return { purse, entries, answers };
}

const plan = (terms: Partial<PlanTerms> = {}): Command => ({
  kind: 'set_plan',
  terms: { ...TEAM, ...terms },
  by: null,
});
const grant = (source: string, credits: number, more: Partial<Extract<Command, { kind: 'grant' }>> = {}): Command => ({
  kind: 'grant',
  source,
  grantKind: 'top_up',
  credits,
  expiresAt: null,
  reference: source,
  reason: null,
  by: null,
  ...more,
});
const hold = (id: string, credits: number, minutes = 30): Command => ({
  kind: 'hold',
  id,
  credits,
  expiresAt: later(START, minutes * MINUTE),
  by: null,
});
const capture = (id: string, credits: number): Command => ({ kind: 'capture', id, credits, by: null });
const release = (id: string): Command => ({ kind: 'release', id, by: null, reason: null });
/** Minutes until the plan's first cycle is over. */
const CYCLE = 28 * 24 * 60;

const lines = (entries: Entry[]) => entries.map((e) => `${e.kind} ${e.availableDelta}/${e.heldDelta}`);

describe('spending', () => {
  test('plan before add-on before top-up, what expires first first, and a charge straddles them', () => {
    const { purse, answers } = told([
      0,
      grant('t1', 10),
      grant('a-late', 10, { grantKind: 'add_on', expiresAt: later(START, 50 * MINUTE) }),
      grant('a-soon', 10, { grantKind: 'add_on', expiresAt: later(START, 40 * MINUTE) }),
      plan({ allowance: 10 }),
      hold('h', 34),
      capture('h', 34),
    ]);
    expect(answers.at(-1)).toMatchObject({
      kind: 'captured',
      hold: {
        parts: [
          [4, 10],
          [3, 10],
          [2, 10],
          [1, 4],
        ],
      },
    });
    const parts = purse.holds.get('h')?.end?.parts ?? [];
    expect(splitOf(purse, parts)).toEqual({ plan: 10, addOn: 20, topUp: 4 });
  });

  test('a hold counts holds in flight', () => {
    const { answers } = told([0, grant('t', 10), hold('a', 7), hold('b', 4), hold('c', 3)]);
    expect(answers.slice(2)).toMatchObject([{ kind: 'insufficient', missing: 1 }, { kind: 'held' }]);
  });

  test('a capture of less gives back what was taken last', () => {
    const { purse, entries } = told([0, grant('t', 10), plan({ allowance: 5 }), hold('h', 8), capture('h', 6)]);
    expect(lines(entries).slice(2)).toEqual(['hold -8/8', 'capture 0/-6', 'release 2/-2']);
    expect(purse.grants.get(2)).toMatchObject({ left: 0, held: 0 });
    expect(purse.grants.get(1)).toMatchObject({ left: 9, held: 0 });
  });

  test('a release gives back in reverse of taking', () => {
    const { entries } = told([0, grant('t', 10), plan({ allowance: 5 }), hold('h', 8), capture('h', 2)]);
    expect(entries.at(-1)?.parts).toEqual([
      [1, 3, -3],
      [2, 3, -3],
    ]);
  });

  test('a hold ends once: no double release, no capture after release, no release after capture', () => {
    const { purse, answers, entries } = told([
      0,
      grant('t', 10),
      hold('a', 4),
      release('a'),
      release('a'),
      capture('a', 4),
      hold('b', 4),
      capture('b', 4),
      capture('b', 1),
      release('b'),
      capture('nobody’s', 1),
    ]);
    expect(answers.slice(2).map(({ kind }) => kind)).toEqual([
      'released',
      'released',
      'ended',
      'held',
      'captured',
      'captured',
      'ended',
      'unknown',
    ]);
    expect(entries).toHaveLength(5);
    expect(purse.available).toBe(6);
  });

  test('an id or source used for something else is told so', () => {
    const { answers, purse } = told([0, grant('t', 10), grant('t', 11), hold('h', 3), hold('h', 4)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['granted', 'key_reused', 'held', 'key_reused']);
    expect(purse).toMatchObject({ available: 7, held: 3 });
  });

  test('a purse takes no more than its limit, and nonsense is a bug', () => {
    const { answers } = told([0, grant('t', PURSE_LIMIT), grant('u', 1)]);
    expect(answers.at(-1)).toEqual({ kind: 'purse_full' });
    for (const credits of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => told([0, grant('t', credits)]), String(credits)).toThrow(RangeError);
    }
    expect(() => told([0, grant('t', 9), hold('h', 3), capture('h', 4)])).toThrow(RangeError);
  });
});

describe('time', () => {
  test('a hold that expires is given back before anything else happens, and its late capture charges nothing', () => {
    const { answers, entries, purse } = told([0, grant('t', 10), hold('h', 10)], [30, hold('i', 10), capture('h', 10)]);
    expect(answers.slice(2)).toMatchObject([{ kind: 'held' }, { kind: 'ended', hold: { status: 'expired' } }]);
    expect(lines(entries)).toEqual(['grant 10/0', 'hold -10/10', 'release 10/-10', 'hold -10/10']);
    expect(purse).toMatchObject({ available: 0, held: 10 });
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
    const { purse } = told([0, plan({ anchor, timeZone: 'UTC' })]);
    expect(purse).toMatchObject({ available: 0, cycle: { number: -1, renewsAt: anchor } });
    expect(apply(purse, [], anchor).purse).toMatchObject({ available: 100, cycle: { number: 0 } });
  });

  test('a purse that was left alone for two years catches up cycle by cycle', () => {
    const { purse, entries } = told([0, plan()], [2 * 365 * 24 * 60]);
    expect(lines(entries).filter((line) => line === 'grant 100/0')).toHaveLength(25);
    expect(lines(entries).filter((line) => line === 'expire -100/0')).toHaveLength(24);
    expect(purse.available).toBe(100);
  });
});

describe('another plan', () => {
  const changes: [string, Partial<PlanTerms>, string[], number][] = [
    ['other prices and name move no credits', { name: 'Scale', prices: { email: 2, phone: 9 } }, [], 90],
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
    const { purse, entries } = told([0, plan(), hold('h', 10), capture('h', 10)], [5, plan(terms), plan(terms)]);
    expect(lines(entries).slice(3)).toEqual(expected);
    expect(purse.available).toBe(available);
    expect(purse.plan).toEqual({ ...TEAM, ...terms });
  });
});

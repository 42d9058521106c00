import { describe, expect, test } from 'vitest';
import { PURSE_LIMIT } from '#server/credits/draft.ts';
import { splitOf } from '#server/credits/purse.ts';
import { at, capture, grant, hold, lines, plan, release, told } from './told.ts';

describe('spending', () => {
  test('plan before add-on before top-up, what expires first first, and a charge straddles them', () => {
    const { purse, answers } = told([
      0,
      grant('t1', 10),
      grant('a-late', 10, { grantKind: 'add_on', expiresAt: at(50) }),
      grant('a-soon', 10, { grantKind: 'add_on', expiresAt: at(40) }),
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

  test('of one kind, what never expires is spent last, and of two alike the older first', () => {
    const dated = { expiresAt: at(40) };
    const { answers } = told([0, grant('never', 5), grant('never too', 5), grant('soon', 5, dated), hold('h', 12)]);
    const parts = [
      [3, 5],
      [1, 5],
      [2, 2],
    ];
    expect(answers.at(-1)).toMatchObject({ kind: 'held', hold: { parts } });
  });

  test('a hold counts holds in flight', () => {
    const { answers } = told([0, grant('t', 10), hold('a', 7), hold('b', 4), hold('c', 3)]);
    expect(answers.slice(2)).toMatchObject([{ kind: 'insufficient', missing: 1 }, { kind: 'held' }]);
  });

  test('what is granted in the midst of a group is spent by it', () => {
    const { answers } = told([0, grant('t', 5), hold('a', 5), grant('u', 5), hold('b', 5)]);
    expect(answers.at(-1)).toMatchObject({ kind: 'held', hold: { parts: [[3, 5]] } });
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
    const { answers, purse } = told([
      0,
      grant('t', 10),
      grant('t', 11),
      hold('h', 3),
      hold('h', 4),
      {
        ...hold('h', 3),
        activity: 'phone',
      },
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual(['granted', 'key_reused', 'held', 'key_reused', 'key_reused']);
    expect(purse).toMatchObject({ available: 7, held: 3 });
  });

  test('a purse takes no more than its limit, and nonsense is a bug', () => {
    const { answers } = told([0, grant('t', PURSE_LIMIT), grant('u', 1)]);
    expect(answers.at(-1)).toEqual({ kind: 'purse_full' });
    for (const credits of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => told([0, grant('t', credits)]), String(credits)).toThrow(RangeError);
    }
    expect(() => told([0, grant('t', 9), hold('h', 3), capture('h', 4)])).toThrow(RangeError);
    expect(() => told([0, grant('t', 9), hold('h', 3, 0)]), 'a hold that is over at once').toThrow(RangeError);
  });
});

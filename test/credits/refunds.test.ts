import { describe, expect, test } from 'vitest';
import { PURSE_LIMIT } from '#server/credits/draft.ts';
import { CYCLE, capture, DAYS, grant, hold, lines, plan, refund, release, spend, told } from './told.ts';

describe('a refund', () => {
  test('goes back to the very grants that were charged, once', () => {
    const { answers, entries, purse } = told([
      0,
      grant('t', 10),
      plan({ allowance: 5 }),
      ...spend('h', 8),
      refund('h', 0),
      refund('h', 0),
    ]);
    expect(answers.slice(4)).toEqual([
      { kind: 'refunded', credits: 8 },
      { kind: 'refunded', credits: 8 },
    ]);
    expect(lines(entries).slice(4)).toEqual(['refund 8/0']);
    expect(entries.at(-1)).toMatchObject({
      activity: 'email',
      parts: [
        [2, 5, 0],
        [1, 3, 0],
      ],
    });
    expect(purse.grants.get(1)?.left).toBe(10);
    expect(purse.holds.get('h')).toMatchObject({ status: 'captured', refund: 5 });
  });

  test('is of what was charged, not of what was held', () => {
    const { answers } = told([0, grant('t', 10), plan(), hold('h', 8), capture('h', 3), refund('h', 0)]);
    expect(answers.at(-1)).toEqual({ kind: 'refunded', credits: 3 });
  });

  test('to a grant that has expired is given anew, of the same kind, until the cycle ends', () => {
    const { entries, purse } = told([0, plan(), ...spend('h', 8)], [CYCLE, refund('h', CYCLE)], [CYCLE + 31 * DAYS]);
    expect(lines(entries).slice(5, 8)).toEqual(['refund 8/0', 'expire -8/0', 'grant 8/0']);
    expect(purse.grants.get(8)).toMatchObject({
      kind: 'plan',
      credits: 8,
      left: 0,
      expiresAt: '2026-03-31T09:00:00.000Z',
    });
    expect(purse.available, 'goodwill ends with its cycle').toBe(100);
  });

  test('is given anew also where nothing of the grant was left when it expired', () => {
    const { entries } = told([0, plan({ allowance: 8 }), ...spend('h', 8)], [CYCLE, refund('h', CYCLE)]);
    expect(lines(entries).slice(3)).toEqual(['grant 8/0', 'refund 8/0', 'expire -8/0', 'grant 8/0']);
  });

  test('without a cycle any more, what is given anew never expires', () => {
    const { purse } = told(
      [0, plan(), { kind: 'cancel_plan', by: null }, ...spend('h', 8)],
      [CYCLE, refund('h', CYCLE)],
    );
    expect(purse).toMatchObject({ available: 8, plan: null });
    expect([...purse.grants.values()].at(-1)).toMatchObject({ kind: 'plan', left: 8, expiresAt: null });
  });

  const window: [what: string, refundDays: number, askedAt: number, answer: string][] = [
    ['on the last moment of the window', 14, 14 * DAYS, 'refunded'],
    ['after it', 14, 14 * DAYS + 1, 'too_late'],
    ['under a plan that takes no disputes', 0, 0, 'too_late'],
  ];
  test.each(window)('asked for %s, and decided later', (_what, refundDays, askedAt, answer) => {
    const { answers } = told([0, plan({ refundDays }), ...spend('h', 8)], [20 * DAYS, refund('h', askedAt)]);
    expect(answers.at(-1)?.kind).toBe(answer);
  });

  test('waits where the purse would take no more', () => {
    const { answers } = told([0, grant('t', PURSE_LIMIT), ...spend('h', 8), grant('u', 8), refund('h', 0)]);
    expect(answers.slice(3)).toMatchObject([{ kind: 'granted' }, { kind: 'purse_full' }]);
  });

  test('is of a charge only', () => {
    const { answers } = told([0, plan(), refund('h', 0), hold('h', 8), refund('h', 0), release('h'), refund('h', 0)]);
    const kinds = answers.filter((_, index) => [1, 3, 5].includes(index)).map(({ kind }) => kind);
    expect(kinds).toEqual(['unknown', 'not_captured', 'not_captured']);
  });
});

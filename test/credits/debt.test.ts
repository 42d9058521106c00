import { describe, expect, test } from 'vitest';
import { at, CYCLE, capture, grant, hold, lines, plan, refund, release, reverse, revoke, spend, told } from './told.ts';

describe('a payment that is taken back', () => {
  test('takes what is left of its grant; what was spent becomes debt, never less than nothing', () => {
    const { entries, purse, answers } = told([0, grant('t', 10), ...spend('h', 7), reverse('t'), reverse('t')]);
    expect(answers.slice(3).map(({ kind }) => kind)).toEqual(['reversed', 'reversed']);
    expect(lines(entries).slice(3)).toEqual(['reverse -3/0 debt 7']);
    expect(purse).toMatchObject({ available: 0, held: 0, debt: 7 });
  });

  test('leaves other credits alone', () => {
    const { purse } = told([0, plan(), grant('t', 10), reverse('t')]);
    expect(purse).toMatchObject({ available: 100, debt: 0 });
  });

  test('the next grants pay the debt first, whatever they are for', () => {
    const { entries, purse } = told(
      [0, grant('t', 10), ...spend('h', 10), reverse('t'), grant('u', 4)],
      [1, plan({ allowance: 20 })],
    );
    expect(lines(entries).slice(3)).toEqual([
      ...['reverse 0/0 debt 10', 'grant 4/0', 'repay -4/0 debt -4', 'grant 20/0', 'repay -6/0 debt -6'],
    ]);
    expect(purse).toMatchObject({ available: 14, debt: 0 });
  });

  test('of a grant that had paid debt owes that again', () => {
    const { purse } = told([0, grant('t', 10), ...spend('h', 10), reverse('t'), grant('u', 10), reverse('u')]);
    expect(purse).toMatchObject({ available: 0, debt: 10 });
  });

  test('what is on hold is owed until it comes back, and then pays', () => {
    const begun = [grant('t', 10), hold('h', 6), reverse('t')] as const;
    expect(told([0, ...begun]).purse).toMatchObject({ available: 0, held: 6, debt: 6 });
    const back = told([0, ...begun, release('h')]);
    expect(lines(back.entries).slice(2)).toEqual(['reverse -4/0 debt 6', 'release 6/-6', 'repay -6/0 debt -6']);
    expect(back.purse).toMatchObject({ available: 0, held: 0, debt: 0 });
    expect(told([0, ...begun, capture('h', 6)]).purse).toMatchObject({ available: 0, held: 0, debt: 6 });
  });

  test('a refund of what was charged to it pays as well, and stays where the debt is paid already', () => {
    const begun = [plan({ allowance: 0 }), grant('t', 10), ...spend('h', 10), reverse('t')] as const;
    expect(told([0, ...begun, refund('h', 0)]).purse).toMatchObject({ available: 0, debt: 0 });
    expect(told([0, ...begun, grant('u', 10), refund('h', 0)]).purse).toMatchObject({ available: 10, debt: 0 });
  });

  test('owes nothing for what was revoked or had expired: it was not spent', () => {
    const { purse } = told([0, grant('t', 10), revoke('t', 4), ...spend('h', 5), reverse('t')]);
    expect(purse).toMatchObject({ available: 0, debt: 5 });
    const late = told([0, plan(), grant('t', 10, { expiresAt: at(9) })], [CYCLE, reverse('t')]);
    expect(late.purse.debt).toBe(0);
  });

  test('that was never granted is told so', () => {
    expect(told([0, reverse('t')]).answers).toEqual([{ kind: 'unknown' }]);
  });

  test('a grant that was reversed is not given again under its source', () => {
    const { purse, answers } = told([0, grant('t', 10), reverse('t'), grant('t', 10)]);
    expect(answers.at(-1)).toMatchObject({ kind: 'granted', grant: { reversed: true, left: 0 } });
    expect(purse.available).toBe(0);
  });
});

describe('a revocation', () => {
  test('takes what is left at most, and says how much that was', () => {
    const { answers, entries, purse } = told([0, grant('t', 10), hold('h', 7), revoke('t', 2), revoke('t', 2)]);
    expect(answers.slice(2)).toEqual([
      { kind: 'revoked', credits: 2 },
      { kind: 'revoked', credits: 1 },
    ]);
    expect(lines(entries).slice(2)).toEqual(['revoke -2/0', 'revoke -1/0']);
    expect(purse).toMatchObject({ available: 0, held: 7, debt: 0 });
    expect(told([0, revoke('t', 1)]).answers).toEqual([{ kind: 'unknown' }]);
  });
});

import { describe, expect, test } from 'vitest';
import { CYCLE, cap, capture, grant, hold, plan, raise, refund, release, spend, told } from './told.ts';

describe('a cap', () => {
  test('counts holds and charges, and refuses what goes beyond, with what is left and until when', () => {
    const { answers, entries } = told([0, plan(), cap(10), hold('a', 6), ...spend('b', 4), hold('c', 1), hold('d', 0)]);
    expect(answers.slice(2)).toMatchObject([
      { kind: 'held' },
      { kind: 'held' },
      { kind: 'captured' },
      { kind: 'capped', left: 0, resetsAt: '2026-02-28T10:00:00.000Z' },
      { kind: 'held' },
    ]);
    expect(entries.filter(({ kind }) => kind === 'hold')).toHaveLength(3);
  });

  test('counts back what is released, not charged or refunded', () => {
    const { purse } = told([
      ...[0, plan(), cap(50), hold('a', 6), release('a'), hold('b', 8), capture('b', 5)],
      ...[...spend('c', 9), refund('c', 0)],
    ] as Parameters<typeof told>[0]);
    expect(purse.caps.get('ada')).toEqual({ credits: 50, used: 5, raise: null });
  });

  test('is one member’s', () => {
    const { answers } = told([0, plan(), cap(10), hold('a', 50, 30, { id: 'ben', name: 'Ben Ito' }), hold('b', 10)]);
    expect(answers.slice(2).map(({ kind }) => kind)).toEqual(['held', 'held']);
  });

  test('counts anew with each cycle, and what an old cycle held is not counted in the new one', () => {
    const begun = told(
      [0, plan(), cap(10), hold('a', 6, CYCLE + 60), ...spend('b', 4)],
      [CYCLE, hold('c', 10, CYCLE + 60)],
    );
    expect(begun.answers.at(-1)?.kind).toBe('held');
    const ended = told(
      [0, plan(), cap(10), hold('a', 6, CYCLE + 60), ...spend('b', 4)],
      [CYCLE, hold('c', 10, CYCLE + 60), release('a'), refund('b', CYCLE)],
    );
    expect(ended.purse.caps.get('ada')?.used).toBe(10);
  });

  test('without a plan never resets', () => {
    const { answers } = told(
      [0, grant('t', 100), cap(10), ...spend('a', 10)],
      [9 * CYCLE, hold('b', 1, 9 * CYCLE + 30)],
    );
    expect(answers.at(-1)).toEqual({ kind: 'capped', left: 0, resetsAt: null });
  });

  test('set in mid-cycle counts what was used before; set anew it goes on counting; lifted it is gone', () => {
    const { answers, purse } = told([
      0,
      plan(),
      ...spend('a', 8),
      cap(10, 8),
      hold('b', 3),
      cap(12, 0),
      hold('c', 5),
      hold('d', 4),
    ]);
    expect(answers.slice(4)).toMatchObject([
      { kind: 'capped', left: 2 },
      { kind: 'cap_set' },
      { kind: 'capped', left: 4 },
      { kind: 'held' },
    ]);
    expect(purse.caps.get('ada')?.used).toBe(12);
    expect(told([0, plan(), cap(1), cap(null), hold('a', 50)]).answers.at(-1)?.kind).toBe('held');
  });

  test('lowered below what is used leaves nothing, and takes nothing back', () => {
    const { answers, purse } = told([0, plan(), cap(10), ...spend('a', 8), cap(5), hold('b', 1)]);
    expect(answers.at(-1)).toMatchObject({ kind: 'capped', left: 0 });
    expect(purse.caps.get('ada')?.used).toBe(8);
  });

  test('is raised for a time', () => {
    const begun = [0, plan(), cap(10), raise(5, 60), hold('a', 15, 300)] as const;
    expect(told([...begun]).answers.at(-1)?.kind).toBe('held');
    expect(told([...begun], [60, release('a'), hold('b', 11, 300)]).answers.at(-1)).toMatchObject({
      kind: 'capped',
      left: 10,
    });
    expect(told([...begun], [60, raise(5, 60)]).purse.caps.get('ada')?.raise, 'a late repetition').toBeNull();
    expect(told([0, plan(), raise(5, 60)]).answers.at(-1)).toEqual({ kind: 'no_cap' });
  });

  test('holds for a late capture too', () => {
    const { answers, purse } = told([0, plan(), cap(10), hold('a', 8)], [31, ...spend('b', 5, 31), capture('a', 8)]);
    expect(answers.at(-1)).toMatchObject({ kind: 'capped', left: 5 });
    expect(purse.holds.get('a')?.status).toBe('expired');
  });
});

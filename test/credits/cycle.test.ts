import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, CYCLES, cycleAt, cycleStart, isTimeZone } from '#server/credits/cycle.ts';
import { later } from '#server/db/moment.ts';

const utc = (anchor: string, cycle: Calendar['cycle'] = 'monthly'): Calendar => ({ cycle, anchor, timeZone: 'UTC' });

describe('a cycle begins by the calendar, from the original anchor', () => {
  const rows: [what: string, calendar: Calendar, number: number, start: string][] = [
    ['the anchor itself', utc('2026-01-31T10:00:00.000Z'), 0, '2026-01-31T10:00:00.000Z'],
    ['a short month shortens', utc('2026-01-31T10:00:00.000Z'), 1, '2026-02-28T10:00:00.000Z'],
    ['only itself', utc('2026-01-31T10:00:00.000Z'), 2, '2026-03-31T10:00:00.000Z'],
    ['a leap year', utc('2027-12-31T00:00:00.000Z'), 2, '2028-02-29T00:00:00.000Z'],
    ['quarterly', utc('2025-11-30T00:00:00.000Z', 'quarterly'), 1, '2026-02-28T00:00:00.000Z'],
    ['semi-annual', utc('2025-08-31T00:00:00.000Z', 'semi_annual'), 1, '2026-02-28T00:00:00.000Z'],
    ['annual from 29 Feb', utc('2024-02-29T00:00:00.000Z', 'annual'), 1, '2025-02-28T00:00:00.000Z'],
    ['annual, back on 29 Feb', utc('2024-02-29T00:00:00.000Z', 'annual'), 4, '2028-02-29T00:00:00.000Z'],
    [
      'local midnight stays local midnight over summer time',
      { cycle: 'monthly', anchor: '2026-02-28T23:00:00.000Z', timeZone: 'Europe/Berlin' },
      1,
      '2026-03-31T22:00:00.000Z',
    ],
    [
      'an hour that summer time skips is moved, not lost',
      { cycle: 'monthly', anchor: '2026-02-28T01:30:00.000Z', timeZone: 'Europe/Berlin' },
      1,
      '2026-03-28T01:30:00.000Z',
    ],
  ];
  test.each(rows)('%s', (_what, calendar, number, start) => {
    expect(cycleStart(calendar, number)).toBe(start);
    expect(cycleAt(calendar, start), 'the cycle holds its own start').toBe(number);
    expect(cycleAt(calendar, later(start, -1)), 'and not the moment before').toBe(number - 1);
  });
});

test('every moment lies in exactly the cycle that cycleAt says', () => {
  const moment = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const calendar = fc.record({
    cycle: fc.constantFrom(...CYCLES),
    anchor: moment,
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'Asia/Kathmandu'),
  });
  fc.assert(
    fc.property(calendar, moment, (given, now) => {
      const number = cycleAt(given, now);
      expect(number).toBeGreaterThanOrEqual(-1);
      expect(cycleStart(given, number + 1) > now, 'the next one has begun already').toBe(true);
      if (number >= 0) expect(cycleStart(given, number) <= now, 'it has not begun yet').toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('only a real time zone is one', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});

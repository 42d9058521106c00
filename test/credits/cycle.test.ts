import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CYCLES } from '#contract/plan.ts';
import { type Calendar, cycleAt, cycleStart, isTimeZone } from '#server/credits/cycle.ts';
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
    ['an anchor on the 30th', utc('2026-01-30T00:00:00.000Z'), 1, '2026-02-28T00:00:00.000Z'],
    ['which goes on on the 30th', utc('2026-01-30T00:00:00.000Z'), 2, '2026-03-30T00:00:00.000Z'],
    ['31 Jan in a leap year', utc('2028-01-31T00:00:00.000Z'), 1, '2028-02-29T00:00:00.000Z'],
    ['monthly from 29 Feb', utc('2028-02-29T00:00:00.000Z'), 1, '2028-03-29T00:00:00.000Z'],
    ['a year of months later', utc('2028-02-29T00:00:00.000Z'), 12, '2029-02-28T00:00:00.000Z'],
    ['quarterly over a leap day', utc('2027-11-30T00:00:00.000Z', 'quarterly'), 1, '2028-02-29T00:00:00.000Z'],
    ['quarterly, a year later', utc('2027-11-30T00:00:00.000Z', 'quarterly'), 4, '2028-11-30T00:00:00.000Z'],
    ['semi-annual, a year later', utc('2025-08-31T00:00:00.000Z', 'semi_annual'), 2, '2026-08-31T00:00:00.000Z'],
    ['annual over a century that leaps', utc('1996-02-29T00:00:00.000Z', 'annual'), 4, '2000-02-29T00:00:00.000Z'],
    [
      'local midnight stays local midnight when summer time begins',
      { cycle: 'monthly', anchor: '2026-02-28T23:00:00.000Z', timeZone: 'Europe/Berlin' },
      1,
      '2026-03-31T22:00:00.000Z',
    ],
    [
      'and when it ends',
      { cycle: 'monthly', anchor: '2026-09-30T22:00:00.000Z', timeZone: 'Europe/Berlin' },
      1,
      '2026-10-31T23:00:00.000Z',
    ],
    [
      'a time that summer time skips (02:30 on 29 March) is an hour later, and begins a cycle once',
      { cycle: 'monthly', anchor: '2026-01-29T01:30:00.000Z', timeZone: 'Europe/Berlin' },
      2,
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'and a month later it is 02:30 again',
      { cycle: 'monthly', anchor: '2026-01-29T01:30:00.000Z', timeZone: 'Europe/Berlin' },
      3,
      '2026-04-29T00:30:00.000Z',
    ],
    [
      'of a time that comes twice (02:30 on 25 October) the first one begins a cycle',
      { cycle: 'monthly', anchor: '2026-09-25T00:30:00.000Z', timeZone: 'Europe/Berlin' },
      1,
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'a summer time of half an hour, on the southern half',
      { cycle: 'monthly', anchor: '2026-03-20T13:00:00.000Z', timeZone: 'Australia/Lord_Howe' },
      1,
      '2026-04-20T13:30:00.000Z',
    ],
    [
      'a zone that gave up summer time: São Paulo in 2019',
      { cycle: 'annual', anchor: '2018-11-10T02:00:00.000Z', timeZone: 'America/Sao_Paulo' },
      1,
      '2019-11-10T03:00:00.000Z',
    ],
    [
      'a zone that moved for good: Istanbul in 2016',
      { cycle: 'annual', anchor: '2015-12-31T22:00:00.000Z', timeZone: 'Europe/Istanbul' },
      1,
      '2016-12-31T21:00:00.000Z',
    ],
    [
      'a zone that skipped a whole day: Samoa has no 30 December 2011',
      { cycle: 'monthly', anchor: '2011-11-30T20:00:00.000Z', timeZone: 'Pacific/Apia' },
      1,
      '2011-12-30T20:00:00.000Z',
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

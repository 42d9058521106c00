import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILTER, isGiven, placesOf } from '#profiles/structure/given.ts';

const NAMES = readFileSync(new URL('given-names.txt', import.meta.url), 'utf8')
  .split(/\s+/)
  .filter(Boolean);

/** Characters of the filter: eight bits and a half for a name let two in a hundred other words pass. */
const LENGTH = 1_500;

/** The filter of these names: each character holds six bits, the lowest first. */
function filterOf(names: readonly string[]): string {
  const sixes = new Array<number>(LENGTH).fill(0);
  for (const place of names.flatMap((name) => [...placesOf(name, LENGTH * 6)])) {
    const at = Math.floor(place / 6);
    sixes[at] = (sixes[at] ?? 0) | (1 << (place % 6));
  }
  return String.fromCharCode(...sixes.map((bits) => bits + 35));
}

test('the filter is made of the list', () => {
  expect(FILTER, 'FILTER in given.ts; put the one received here in its place').toBe(filterOf(NAMES));
});

test.each(['Christopher', 'María José', 'Wójcik, Agnieszka', 'Сергей Павлов', 'محمد الحسن', 'Anna-Lena Brandt'])(
  'knows a common given name: %s',
  (name) => {
    expect(isGiven(name)).toBe(true);
  },
);

test('most words of things pass for no name', () => {
  const words =
    'active listening conflict resolution public speaking time management data science quality assurance customer obsession family law north harbor street garden kitchen winter jacket silver spoon annual report open house special offer golden gate river valley machine learning';
  expect(words.split(' ').filter(isGiven).length, 'words that pass').toBeLessThan(4);
});

test('no word of two letters passes for one', () => {
  expect(['in', 'of', 'to', 'is', 'or'].filter(isGiven)).toEqual([]);
});

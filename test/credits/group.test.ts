import { expect, test } from 'vitest';
import { open } from '#server/credits/ledger.ts';
import { at, cap, capture, grant, hold, plan, reverse, told } from './told.ts';

test('a group says what a store has to write: what is new, what has changed, and nothing else', () => {
  const { purse } = told([0, plan(), grant('t', 10), cap(200), hold('a', 3), hold('b', 4)]);
  const opened = open(purse, at(1));
  opened.apply(capture('a', 3));
  opened.apply(hold('c', 1));
  opened.apply(hold('d', 1));
  opened.apply(capture('d', 1));
  opened.apply(grant('u', 5));
  opened.apply(cap(null));
  const { entries, grants, holds, caps } = opened.changes();
  expect(entries.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
    ...['5 capture', '6 hold', '7 hold', '8 capture', '9 grant'],
  ]);
  expect(grants.added.map(({ entry }) => entry)).toEqual([9]);
  expect(grants.changed.map(({ entry, left, held }) => ({ entry, left, held }))).toEqual([
    { entry: 1, left: 91, held: 5 },
  ]);
  expect(holds.added.map(({ id, status }) => `${id} ${status}`)).toEqual(['c open', 'd captured']);
  expect(holds.changed.map(({ id, status }) => `${id} ${status}`)).toEqual(['a captured']);
  expect([...caps]).toEqual([['ada', null]]);
});

test('what was opened stays as it was', () => {
  const { purse } = told([0, plan(), grant('t', 10), cap(20), hold('a', 3)]);
  const copy = structuredClone(purse);
  const opened = open(purse, at(40));
  for (const command of [hold('b', 5, 60), capture('b', 5), reverse('t'), cap(4)]) opened.apply(command);
  expect(purse).toEqual(copy);
});

test('a refusal writes nothing', () => {
  const { purse } = told([0, grant('t', 10)]);
  const opened = open(purse, at(1));
  expect(opened.apply(hold('a', 11)).kind).toBe('insufficient');
  expect(opened.apply(capture('b', 1)).kind).toBe('unknown');
  const { entries, grants, holds, caps } = opened.changes();
  expect([entries, ...Object.values(grants), ...Object.values(holds), [...caps]].flat()).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from '../browser.ts';
import { each } from './pages/page.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

const PAGE = 'https://evil.example/team';
const GIVEN = ['Ada', 'Jonas', 'Mika', 'Priya', 'Luis', 'Hannah', 'Bao', 'Noor', 'Greta', 'Emeka'];
const SYLLABLES = ['ba', 'de', 'ki', 'lo', 'mu', 'na', 're', 'si', 'to', 'vu'];
/** A name of its own for each number below ten thousand. */
const person = (at: number) => {
  const digits = [...String(at).padStart(4, '0')].map((digit) => SYLLABLES[Number(digit)] ?? '');
  return `${GIVEN[at % 10]} K${digits.join('')}`;
};
const team = (count: number) =>
  each(
    Array.from({ length: count }, (_, at) => at),
    (at) => `<div><h3><a href="/team/${at}">${person(at)}</a></h3><p>Project Manager ${SYLLABLES[at % 10]}</p></div>`,
  );

test('finds people in a form whose fields take the place of its properties', async () => {
  const names = 'firstChild nextSibling parentNode nodeType localName tagName children className id data'.split(' ');
  const fields = names.map((name) => `<input name="${name}">`).join('');
  const { profiles } = await reader.scan(`<title>Team</title><form>${fields}${team(3)}</form>`, PAGE);
  expect(profiles.map(({ name }) => name)).toEqual([person(0), person(1), person(2)]);
});

test('finds the first of very many people, and an end', async () => {
  const { profiles, more } = await reader.scan(`<title>Team</title><h1>Team</h1>${team(5_000)}`, PAGE);
  expect(profiles).toHaveLength(500);
  expect(more, 'people beyond those shown').toBeGreaterThan(500);
});

for (const [name, html] of [
  ['200,000 nodes without anybody', '<p>Some <b>Thing</b></p>'.repeat(50_000)],
  ['a line without an end', `<p>${'Ada Okafor, '.repeat(200_000)}</p>`],
  ['10,000 levels', `${'<div>'.repeat(10_000)}Ada Okafor${'</div>'.repeat(10_000)}`],
  ['words that make patterns try again and again', `<p>${'A'.repeat(50_000)} ${'a-'.repeat(50_000)}</p>`.repeat(20)],
] as const) {
  test(`stays silent and comes to an end: ${name}`, async () => {
    const { profiles, ms } = await reader.scan(html, 'https://evil.example/page');
    expect(profiles).toEqual([]);
    expect(ms, 'milliseconds, on a machine with much else to do').toBeLessThan(4_000);
  });
}

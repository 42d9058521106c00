import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from './browser.ts';
import { PAGE } from './standards/case.ts';
import { head } from './standards/head.ts';
import { jsonLd } from './standards/json-ld.ts';
import { contexts } from './standards/json-ld-context.ts';
import { microdata } from './standards/microdata.ts';
import { microformats } from './standards/microformats.ts';
import { rdfa } from './standards/rdfa.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

test.each([
  ...jsonLd.map((one) => ({ ...one, markup: 'JSON-LD' })),
  ...contexts.map((one) => ({ ...one, markup: 'JSON-LD in context' })),
  ...microdata.map((one) => ({ ...one, markup: 'microdata' })),
  ...rdfa.map((one) => ({ ...one, markup: 'RDFa' })),
  ...microformats.map((one) => ({ ...one, markup: 'microformats' })),
  ...head.map((one) => ({ ...one, markup: 'head' })),
])('$markup: $name', async ({ html, url, people, first }) => {
  const { profiles } = await reader.scan(html, url ?? PAGE);
  if (people !== undefined) expect(profiles.map(({ name }) => name)).toEqual(people);
  if (first !== undefined) expect(profiles[0]).toMatchObject(first);
  expect(
    profiles.map(({ site }) => site),
    'read from the markup, not guessed from the structure',
  ).not.toContain('structure');
});

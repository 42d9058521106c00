import { afterAll, beforeAll, expect, test } from 'vitest';
import { Missed } from '#contract/messages.ts';
import { openReader, type Reader } from '../browser.ts';
import { readFixtures } from './expected.ts';

/*
 * Detector health: a page that has the address of a profile or a list and shows nobody says what its site's file missed.
 */

const fixtures = await readFixtures();

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader?.close());

const empty = '<!doctype html><title>Ada Okafor</title><main><p>Ada Okafor, ada@brightwater.example</p></main>';

test.each([
  ['https://www.linkedin.com/in/ada-okafor', empty, { site: 'linkedin', page: 'profile', anchors: ['name'] }],
  ['https://www.linkedin.com/search/results/people/', empty, { site: 'linkedin', page: 'list 1', anchors: ['links'] }],
  [
    'https://www.linkedin.com/search/results/people/',
    '<main><li><a href="/in/ada-okafor"><img alt="Ada Okafor"></a></li></main>',
    { site: 'linkedin', page: 'list 1', anchors: ['names'] },
  ],
  [
    'https://www.linkedin.com/sales/lists/people/7',
    empty,
    { site: 'sales-navigator', page: 'list 2', anchors: ['links'] },
  ],
  ['https://github.com/ada-okafor', empty, { site: 'github', page: 'profile', anchors: ['owner'] }],
  ['https://www.linkedin.com/company/brightwater', empty, undefined],
  ['https://brightwater.example/team', '<p>Nothing</p>', undefined],
])('%s yields nobody and reports no more than names of ours', async (url, html, missed) => {
  const scan = await reader.scan(html, url);
  expect(scan.profiles).toEqual([]);
  expect(scan.missed).toEqual(missed);
  if (missed !== undefined) expect(Missed.parse(scan.missed), 'fits the contract').toEqual(missed);
});

test('where somebody is found nothing is reported', async () => {
  for (const { name, html, url, profiles } of fixtures.filter(({ profiles }) => profiles.length > 0)) {
    expect((await reader.scan(html, url)).missed, `${name} shows ${profiles.length}`).toBeUndefined();
  }
});

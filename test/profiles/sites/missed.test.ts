import { afterAll, beforeAll, expect, test } from 'vitest';
import { Missed } from '#contract/messages.ts';
import { kindOf } from '#profiles/site.ts';
import { SITES } from '#profiles/sites.ts';
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
    { site: 'sales-navigator', page: 'list 1', anchors: ['links'] },
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

/** The fixtures that show somebody, with the rules of their site. */
const known = fixtures.flatMap((fixture) => {
  const rules = SITES.find(({ id }) => id === fixture.site)?.rules;
  const page = rules && kindOf(rules, new URL(fixture.url));
  return rules && page && fixture.profiles.length > 0 ? [{ ...fixture, rules, page }] : [];
});

/** What a page yields when elements that match the selectors are taken from it one after the other. */
async function without(html: string, url: string, selectors: string[]) {
  const page = await reader.show(html, url);
  return page.evaluate(
    ({ selectors, url }) =>
      selectors.map((selector) => {
        for (const element of document.querySelectorAll(selector)) element.remove();
        const found = globalThis.latchkeyDetector.findProfiles(document, url);
        return { selector, names: found.profiles.map(({ name }) => name), missed: found.missed };
      }),
    { selectors, url },
  );
}

test.each(known.filter(({ page }) => page === 'profile'))(
  '$name says what it lacks when it loses its anchors',
  async ({ html, url, site, rules }) => {
    // Whose page it is comes first; where that is told, a handle stands in for a name.
    const step = rules.owner ? 'owner' : 'name';
    const anchors = [...(rules.name ?? []), ...(rules.owner ?? [])]
      .filter((anchor) => typeof anchor === 'string')
      .map((anchor) => anchor.split('@')[0] || 'title,[property="og:title"]');
    const left = await without(html, url, [...anchors, 'script,[itemprop],meta', 'h1,h2,title']);
    for (const { selector, names, missed } of left) {
      expect(missed, `without ${selector}, when it shows ${names}`).toEqual(
        names?.length === 0 ? { site, page: 'profile', anchors: [step] } : undefined,
      );
    }
    expect(left.at(-1)?.names, 'nothing is left that names anybody').toEqual([]);
  },
);

test.each(known.filter(({ page }) => page !== 'profile'))(
  '$name tells links without a name from no links',
  async ({ html, url, site, page, rules }) => {
    const blank = html.replace(/(<a\s[^>]*>)[^<]+/g, '$1');
    const beside =
      rules.name?.filter((anchor) => typeof anchor === 'string' && !anchor.startsWith('@')).join() || 'a>a';
    const [silent] = await without(blank, url, [`:is(${beside},a :not(a,:has(a)))`]);
    expect(silent?.missed).toEqual({ site, page, anchors: ['names'] });
    const [unlinked] = await without(html, url, ['a']);
    expect(unlinked?.missed).toEqual({ site, page, anchors: ['links'] });
  },
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Profile } from '#contract/profile.ts';
import { kindOf } from '#profiles/site.ts';
import { SITES } from '#profiles/sites.ts';
import { openReader, type Reader } from '../browser.ts';
import { readFixtures } from './expected.ts';

/*
 * The fixture pages are made after the structure that the sites' pages have, with invented people. Each is shown in a
 * real browser under its own address.
 */

const fixtures = await readFixtures();

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader?.close());

test.each(fixtures)('$name at $url', async ({ name, html, url, profiles }) => {
  const scan = await reader.scan(html, url);
  expect(scan.profiles, `the people of ${name}`).toEqual(profiles);
  expect(scan.more).toBe(0);
  for (const profile of scan.profiles) expect(Profile.safeParse(profile).error, 'fits the contract').toBeUndefined();
});

test.each(fixtures)('$name is taken by its own site and no other', async ({ site, html, url, profiles }) => {
  const page = await reader.show(html, url);
  const accepted = await page.evaluate((url) => globalThis.latchkeyDetector.takenBy(document, url), url);
  expect(accepted, 'the sites that find people on it').toEqual(profiles.length > 0 ? [site] : []);
});

describe.each(SITES)('$id', ({ id, rules }) => {
  const own = fixtures.filter(({ site }) => site === id);
  const kinds = own.map(({ url, profiles }) => ({ kind: kindOf(rules, new URL(url)), people: profiles.length }));

  test('has a fixture of a profile', () => {
    expect(kinds, `write test/profiles/fixtures/${id}/profile.html`).toContainEqual({ kind: 'profile', people: 1 });
  });

  test.runIf(rules.lists)('has a fixture of a list', () => {
    const lists = kinds.filter(({ kind, people }) => kind !== undefined && kind !== 'profile' && people > 1);
    expect(lists.length, `write test/profiles/fixtures/${id}/list.html with two people or more`).toBeGreaterThan(0);
  });

  test('has a fixture of a page that is neither', () => {
    const neither = kinds.filter(({ people }) => people === 0);
    expect(neither.length, `write test/profiles/fixtures/${id}/neither.html`).toBeGreaterThan(0);
  });
});

/** What the sites' scripts do and no parser would: the card's link is around the others. */
const nested = {
  'linkedin/search-2026': () => {
    const outer = document.querySelector('[role="listitem"] > div > a');
    outer?.append(...[...(outer.parentElement?.children ?? [])].filter((part) => part !== outer));
    return outer?.querySelector('a') !== null;
  },
  'linkedin/connections-2025': () => {
    const name = document.querySelector('a[href$="/jonas-lind/"] p');
    const link = Object.assign(document.createElement('a'), { href: '/in/jonas-lind/', textContent: 'Jonas Lind' });
    name?.replaceChildren(link);
    return link.parentElement?.closest('a') !== null;
  },
  'bluesky/followers': () => {
    const image = document.querySelector('[aria-label^="View Jonas"] img');
    const picture = Object.assign(document.createElement('a'), { href: '/profile/jonas.example' });
    image?.replaceWith(picture);
    if (image) picture.append(image);
    return image?.closest('a')?.parentElement?.closest('a') !== null;
  },
};

test.each(Object.entries(nested))('%s is read the same with links within links, as it is live', async (name, nest) => {
  const fixture = fixtures.find((fixture) => fixture.name === name);
  if (fixture === undefined) throw new Error('the fixture is gone');
  const page = await reader.show(fixture.html, fixture.url);
  expect(await page.evaluate(nest), 'the card holds a link within its link').toBe(true);
  const found = await page.evaluate((url) => globalThis.latchkeyDetector.findProfiles(document, url), fixture.url);
  expect(found.profiles).toEqual(fixture.profiles);
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Profile } from '#contract/profile.ts';
import { openReader, type Reader } from './browser.ts';

/** A page of a site as it is made, with invented people, and the profiles that must be found on it. */
interface Page {
  file: string;
  url: string;
  profiles: Partial<Profile>[];
}

const ada = {
  key: 'linkedin:in/ada-okafor',
  site: 'linkedin',
  url: 'https://www.linkedin.com/in/ada-okafor',
  name: 'Ada Okafor',
};
const jonas = {
  key: 'linkedin:in/jonas-lind',
  site: 'linkedin',
  url: 'https://www.linkedin.com/in/jonas-lind',
  name: 'Jonas Lind',
};
const vp = { ...ada, title: 'VP Sales at Brightwater', contacts: [] };

const pages: Page[] = [
  {
    file: 'linkedin/profile-2026.html',
    url: 'https://www.linkedin.com/in/ada-okafor/?trk=people',
    profiles: [
      {
        ...ada,
        title: 'VP Sales at Brightwater | Building teams',
        company: 'Brightwater',
        location: 'Ghent, Flemish Region, Belgium',
        contacts: [],
      },
    ],
  },
  {
    file: 'linkedin/profile-2026-february.html',
    url: 'https://www.linkedin.com/in/j%C3%BCrgen-wei%C3%9F/',
    profiles: [
      {
        key: 'linkedin:in/jürgen-weiß',
        site: 'linkedin',
        url: 'https://www.linkedin.com/in/j%C3%BCrgen-wei%C3%9F',
        name: 'Jürgen Weiß',
        title: 'Einkauf bei Nordlicht GmbH',
        company: 'Nordlicht GmbH',
        location: 'Kiel, Schleswig-Holstein, Deutschland',
        contacts: [],
      },
    ],
  },
  {
    file: 'linkedin/profile-2024.html',
    url: 'https://www.linkedin.com/in/ada-okafor/',
    profiles: [{ ...vp, company: 'Brightwater', location: 'Ghent, Belgium' }],
  },
  {
    file: 'linkedin/experience.html',
    url: 'https://www.linkedin.com/in/ada-okafor/details/experience/',
    profiles: [{ ...ada, contacts: [] }],
  },
  {
    file: 'linkedin/public.html',
    url: 'https://be.linkedin.com/in/ada-okafor',
    profiles: [{ ...vp, company: 'Brightwater', location: 'Ghent, Flemish Region, BE' }],
  },
  {
    file: 'linkedin/public-2015.html',
    url: 'https://be.linkedin.com/in/ada-okafor',
    profiles: [{ ...ada, title: 'VP Sales', company: 'Brightwater', location: 'Ghent Area, Belgium', contacts: [] }],
  },
  {
    file: 'linkedin/search-2026.html',
    url: 'https://www.linkedin.com/search/results/people/?keywords=sales',
    profiles: [
      { ...vp, location: 'Ghent, Belgium' },
      { ...jonas, title: 'Head of Marketing', location: 'Kiruna', contacts: [] },
    ],
  },
  {
    file: 'linkedin/search-2024.html',
    url: 'https://www.linkedin.com/search/results/people/?keywords=sales&page=2',
    profiles: [
      { ...vp, location: 'Ghent, Belgium' },
      { ...jonas, title: 'Head of Marketing', location: 'Kiruna', contacts: [] },
    ],
  },
  {
    file: 'linkedin/connections.html',
    url: 'https://www.linkedin.com/mynetwork/invite-connect/connections/',
    profiles: [vp],
  },
  { file: 'linkedin/not-found.html', url: 'https://www.linkedin.com/in/ada-okafor', profiles: [] },
  { file: 'linkedin/wall.html', url: 'https://www.linkedin.com/in/ada-okafor', profiles: [] },
  { file: 'linkedin/company.html', url: 'https://www.linkedin.com/company/brightwater/', profiles: [] },
  { file: 'linkedin/search-2024.html', url: 'https://www.linkedin.com/feed/', profiles: [] },
  {
    file: 'github/profile.html',
    url: 'https://github.com/Ada-Okafor?tab=repositories',
    profiles: [
      {
        key: 'github:ada-okafor',
        site: 'github',
        url: 'https://github.com/Ada-Okafor',
        name: 'Ada Okafor',
        title: 'Sells water. Writes Rust.',
        company: 'brightwater',
        location: 'Ghent, Belgium',
        contacts: [{ field: 'email', value: 'ada@brightwater.example' }],
      },
    ],
  },
  {
    file: 'github/profile-nameless.html',
    url: 'https://github.com/jonas42',
    profiles: [
      { key: 'github:jonas42', site: 'github', url: 'https://github.com/jonas42', name: 'Jonas42', contacts: [] },
    ],
  },
  { file: 'github/organization.html', url: 'https://github.com/brightwater', profiles: [] },
  { file: 'github/repository.html', url: 'https://github.com/ada-okafor/pump', profiles: [] },
  { file: 'github/settings.html', url: 'https://github.com/settings', profiles: [] },
  // The page's own address decides: another profile's card under it belongs to nobody.
  { file: 'github/profile.html', url: 'https://github.com/somebody-else', profiles: [] },
];

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

const read = (file: string) => readFile(new URL(`./fixtures/${file}`, import.meta.url), 'utf8');

test.each(pages)('$file at $url', async ({ file, url, profiles }) => {
  const scan = await reader.scan(await read(file), url);
  expect(scan.profiles, `the people of ${file}`).toEqual(profiles);
  expect(scan.more).toBe(0);
  for (const profile of scan.profiles) expect(Profile.safeParse(profile).error, 'fits the contract').toBeUndefined();
});

const sites = ['linkedin', 'github'];
const matrix = pages.flatMap((page) => sites.map((site) => ({ ...page, site })));

test.each(matrix)('$site reads $file at $url only if it is its own', async ({ site, file, url, profiles }) => {
  const page = await reader.show(await read(file), url);
  const accepted = await page.evaluate(({ site, url }) => globalThis.latchkeyDetector?.readAs(site, document, url), {
    site,
    url,
  });
  const own = file.startsWith(`${site}/`) && profiles.length > 0;
  expect(accepted, own ? `${site} does not know its own page` : `${site} takes the page for a profile or a list`).toBe(
    own,
  );
});

test('LinkedIn’s live result cards are links with links inside, which only a script can make', async () => {
  const url = 'https://www.linkedin.com/search/results/people/?keywords=sales';
  const page = await reader.show(await read('linkedin/search-2026.html'), url);
  const found = await page.evaluate((address) => {
    const card = document.querySelector('[role="listitem"] > div');
    const outer = card?.querySelector('a');
    outer?.append(...[...(card?.children ?? [])].filter((part) => part !== outer));
    if (outer?.querySelector('a') === null) throw new Error('the card holds no link within its link');
    return globalThis.latchkeyDetector?.findProfiles(document, address);
  }, url);
  expect(found?.profiles[0]).toEqual({ ...vp, location: 'Ghent, Belgium' });
  expect(found?.profiles.map(({ name }) => name)).toEqual(['Ada Okafor', 'Jonas Lind']);
});

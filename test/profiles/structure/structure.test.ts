import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReader, type Reader } from '../browser.ts';
import { ABROAD } from './pages/abroad.ts';
import { ALONE } from './pages/alone.ts';
import { BARE } from './pages/bare.ts';
import { COMPANIES } from './pages/companies.ts';
import { EMPLOYERS } from './pages/employers.ts';
import { GOODS } from './pages/goods.ts';
import { INSTITUTIONS } from './pages/institutions.ts';
import { LANGUAGES } from './pages/languages.ts';
import { LATER } from './pages/later.ts';
import { MANUALS } from './pages/manuals.ts';
import type { Layout } from './pages/page.ts';
import { PLACES } from './pages/places.ts';
import { RECENT } from './pages/recent.ts';
import { REGISTERS } from './pages/registers.ts';
import { RIVALS } from './pages/rivals.ts';
import { TIES } from './pages/ties.ts';
import { UNSEEN } from './pages/unseen.ts';
import { VOICES } from './pages/voices.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

const kinds: readonly (readonly [string, readonly Layout[]])[] = [
  ['teams of firms', COMPANIES],
  ['teams in many languages', LANGUAGES],
  ['layouts of pages in many languages', ABROAD],
  ['staff and members of institutions', INSTITUTIONS],
  ['people who speak, write or play', VOICES],
  ['things with names', GOODS],
  ['places, works and talk', PLACES],
  ['manuals, articles and works of many', MANUALS],
  ['layouts written after the rules', LATER],
  ['names with little beside them', BARE],
  ['registers, tables and forms of names', REGISTERS],
  ['lists beside what could be the only person', RIVALS],
  ['causes that pages nobody had seen showed', UNSEEN],
  ['causes that recent pages showed', RECENT],
  ['addresses and companies of people', TIES],
  ['employers of the one person of a page', EMPLOYERS],
  ['pages of one person', ALONE],
];

for (const [kind, layouts] of kinds) {
  describe(kind, () => {
    for (const { name, url, html, people } of layouts) {
      test(`${people.length === 0 ? 'nobody' : 'everybody, and nobody else'}: ${name}`, async () => {
        const { profiles } = await reader.scan(html, url);
        expect(
          profiles.map((profile) => profile.name),
          'the names found',
        ).toEqual(people.map((person) => person.name));
        for (const [at, { name, title, company, location, url: own, email }] of people.entries()) {
          const profile = profiles[at];
          if (title === '') expect(profile?.title, `title of ${name}`).toBeUndefined();
          else if (title !== undefined) expect(profile?.title, `title of ${name}`).toContain(title);
          if (company !== undefined) expect(profile?.company ?? '', `company of ${name}`).toBe(company);
          if (location !== undefined) expect(profile?.location, `location of ${name}`).toBe(location);
          if (own !== undefined) expect(profile?.url, `page of ${name}`).toBe(new URL(own, url).href);
          if (email !== undefined) {
            expect(profile?.contacts, `contacts of ${name}`).toContainEqual({ field: 'email', value: email });
          }
        }
      });
    }
  });
}

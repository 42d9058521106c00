import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProfileKey } from '#contract/profile.ts';
import { siteKey, webKey } from '#contract/profile-key.ts';
import { absolute, namedByPath, sameHost, samePage, tidied } from '#profiles/address.ts';

const host = fc.stringMatching(/^[a-z]{3,8}\.example$/);
const segment = fc.stringMatching(/^[A-Za-z\u00c0-\u017f0-9-]{1,12}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
const edition = fc.constantFrom('', 'www.', 'm.', 'mobile.', 'de.', 'fr.');
const tail = fc.constantFrom('', '/', '?utm_source=mail', '/?trk=x&lang=de', '#about', '/#top');
const spelling = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase().replace(/ß/g, 'ß'),
  (text: string) => encodeURI(text),
  (text: string) => text.normalize('NFD'),
);
/** Letters whose upper case is not one letter have no single spelling to come back to. */
const stable = (text: string) => text.toUpperCase().toLowerCase() === text.toLowerCase();

test('a key is one over all spellings of an address', () => {
  fc.assert(
    fc.property(host, path.filter(stable), edition, tail, spelling, (domain, where, prefix, end, spell) => {
      const plain = `https://${domain}${where}`;
      const other = `http://${prefix}${domain}${spell(where)}${end}`;
      expect(webKey(other)).toBe(webKey(plain));
      expect(samePage(other, new URL(plain))).toBe(true);
      expect(sameHost(other, new URL(plain))).toBe(true);
      expect(siteKey('linkedin', `in${spell(where)}`)).toBe(siteKey('linkedin', `in${where}`));
    }),
  );
});

test('every address and name gives a key that the contract takes, and another host another key', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }),
      host,
      (url, name, domain) => {
        for (const key of [webKey(url), webKey(url, name), siteKey('github', name)]) {
          if (key !== null && key !== 'github:') expect(ProfileKey.safeParse(key).success, key).toBe(true);
        }
        expect(webKey(`https://${domain}/`)).not.toBe(webKey(`https://other-${domain}/`));
      },
    ),
  );
});

test.each([
  ['https://a.example/profile.php?id=5', false],
  ['https://a.example/#/people/5', false],
  ['https://a.example/citations?hl=de&user=x1', false],
  ['https://a.example/ada?utm_id=5&page=2', true],
  ['https://a.example/ada#bio', true],
  ['https://a.example/staff.php?no=12', false],
  ['https://a.example/team/okafor?tab=posts', true],
  ['https://a.example/staff.php?utm_source=mail', true],
])('%s names the page of Ada by path alone: %s', (url, byPath) => {
  expect(namedByPath(url, url.includes('okafor') ? 'Ada Okafor' : 'Ada')).toBe(byPath);
});

test.each([
  ['../ada?utm_source=x&tab=2#top', 'https://a.example/ada?tab=2'],
  ['//b.example/ada', 'https://b.example/ada'],
  ['https://user:secret@b.example/', 'https://b.example/'],
  ['javascript:alert(1)', undefined],
  ['http://', undefined],
  [`/${'x'.repeat(5_000)}`, undefined],
])('the address %s becomes %s', (value, expected) => {
  const found = absolute(value, new URL('https://a.example/team/'));
  expect(found && tidied(found)).toBe(expected);
});

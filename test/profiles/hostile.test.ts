import { afterAll, beforeAll, expect, test } from 'vitest';
import { Profile } from '#contract/profile.ts';
import { PROFILES_LIMIT } from '#contract/profile-key.ts';
import { openReader, type Reader } from './browser.ts';

const URL_ = 'https://evil.example/people';
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const ada = { '@type': 'Person', name: 'Ada Okafor' };
const people = (count: number, more: (at: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, at) => ({ '@type': 'Person', name: `Person ${letters(at)}`, ...more(at) }));
/** A number in letters, so that each name is another. */
const letters = (at: number) => at.toString().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
const nested = (depth: number) => `${'{"@type":"ItemList","itemListElement":['.repeat(depth)}{}${']}'.repeat(depth)}`;

/** What a page does, how many people are still found, and the time it may cost in milliseconds on a busy machine: it has an end. */
interface Attack {
  name: string;
  html: string;
  found: number;
  more?: number;
  within?: number;
}

/** Properties of nodes, documents and elements which an element of that name takes the place of. */
const NAMES =
  'querySelectorAll querySelector getElementById getElementsByClassName title hidden body head defaultView location children parentNode parentElement localName tagName getAttribute closest matches textContent firstChild nextSibling contains compareDocumentPosition nodeType attributes data'.split(
    ' ',
  );
const shadows = (tag: string) => NAMES.map((name) => `<${tag} name="${name}"></${tag}>`).join('');

const attacks: Attack[] = [
  {
    name: 'elements named like properties: microdata',
    html: `${shadows('img')}<form itemscope itemtype="https://schema.org/Person">${shadows('input')}<b itemprop="name">Ada</b></form>`,
    found: 1,
  },
  {
    name: 'elements named like properties: h-card',
    html: `${shadows('img')}<form><div><form></form></div>${shadows('input')}<p class="h-card">Jonas Lind</p></form>
      <form class="h-card">${shadows('input')}<b class="p-name">Ada Okafor</b></form>`,
    found: 2,
  },
  { name: 'elements named like properties: JSON-LD', html: `${shadows('img')}${shadows('form')}${ld(ada)}`, found: 1 },
  { name: '10,000 people', html: ld(people(10_000)), found: PROFILES_LIMIT, more: 9_500, within: 4_000 },
  { name: '100,000 people', html: ld(people(100_000)), found: 0, within: 4_000 },
  {
    name: '1,000 people with endless texts',
    html: ld(people(1_000, () => ({ jobTitle: 'x'.repeat(1_000), email: 'y'.repeat(500) }))),
    found: PROFILES_LIMIT,
    more: 500,
    within: 4_000,
  },
  { name: '5 MB of data', html: ld({ ...ada, description: 'x'.repeat(5_000_000) }), found: 0 },
  {
    name: '30,000 levels of data',
    html: `<script type="application/ld+json">${nested(30_000)}</script>${ld(ada)}`,
    found: 1,
  },
  {
    name: 'references in a circle',
    html: ld({
      '@graph': [
        { '@id': 'a', ...ada, worksFor: { '@id': 'b' } },
        { '@id': 'b', '@type': 'Organization', name: 'B', employee: { '@id': 'a' }, department: { '@id': 'b' } },
      ],
    }),
    found: 1,
  },
  {
    name: 'wrong types everywhere',
    html: ld({
      ...ada,
      url: { a: [1] },
      jobTitle: [[], {}, null, 7],
      worksFor: [null, [], 3, true],
      address: [[[]]],
      email: [{}, 5],
      sameAs: 1,
      '@id': {},
      hasOccupation: 'x',
      mainEntityOfPage: [[]],
    }),
    found: 1,
  },
  {
    name: 'names of an object’s own machinery',
    html: ld({
      '@type': ['Person', '__proto__', 'constructor'],
      name: '__proto__',
      __proto__x: {},
      constructor: 'x',
      toString: 1,
    }),
    found: 1,
  },
  {
    name: 'microdata named like an object’s own machinery',
    html: '<div itemscope itemtype="https://schema.org/Person"><b itemprop="__proto__ constructor toString name">Ada Okafor</b><b itemprop="__proto__" itemscope></b></div>',
    found: 1,
  },
  { name: 'a name of a million letters', html: ld({ ...ada, name: 'A'.repeat(1_000_000) }), found: 0 },
  {
    name: 'hidden and reversed characters in a name',
    html: ld({ ...ada, name: '\u202eadA\u2069 Oka\u0000for\ud800' }),
    found: 1,
  },
  {
    name: 'addresses of other kinds',
    html: ld([
      { ...ada, url: 'javascript:alert(1)' },
      {
        '@type': 'Person',
        name: 'Jonas Lind',
        url: 'data:text/html,x',
        worksFor: { name: 'X', url: 'file:///etc/passwd' },
      },
    ]),
    found: 2,
  },
  {
    name: '200,000 elements',
    html: `<div class="h-card p-x">${'<i class="p-y" itemprop="z"></i>'.repeat(200_000)}<b class="p-name">Ada Okafor</b></div>`,
    found: 0,
    within: 4_000,
  },
  {
    name: '200,000 elements and one person',
    html: `${'<p><i></i></p>'.repeat(100_000)}${ld(ada)}`,
    found: 1,
    within: 4_000,
  },
  {
    name: '20,000 cards',
    html: Array.from({ length: 20_000 }, (_, at) => `<p class="h-card">Person ${letters(at)}</p>`).join(''),
    found: PROFILES_LIMIT,
    more: 9_500,
    within: 4_000,
  },
  {
    name: '20,000 items',
    html: Array.from(
      { length: 20_000 },
      (_, at) => `<p itemscope itemtype="https://schema.org/Person"><b itemprop="name">Person ${letters(at)}</b></p>`,
    ).join(''),
    found: PROFILES_LIMIT,
    more: 19_500,
    within: 4_000,
  },
  {
    name: '5,000 levels of elements',
    html: `${'<div class="h-card" itemscope>'.repeat(5_000)}<b class="p-name">x</b>${ld(ada)}`,
    found: 1,
    within: 4_000,
  },
  {
    name: 'items that refer to each other',
    html: `${Array.from({ length: 500 }, (_, at) => `<p id="a${at}" itemscope itemtype="https://schema.org/Person" itemref="${Array.from({ length: 100 }, (_, to) => `a${to}`).join(' ')}"></p>`).join('')}${ld(ada)}`,
    found: 1,
    within: 4_000,
  },
  {
    name: '1,000 items that refer to 20,000 elements each',
    html: `<div id="a">${'<i itemprop="x"></i>'.repeat(20_000)}</div>${'<p itemscope itemtype="https://schema.org/Person" itemref="a"></p>'.repeat(1_000)}${ld(ada)}`,
    found: 1,
    within: 4_000,
  },
  {
    name: '2,000 values in a row',
    html: `<script type="application/ld+json">${people(2_000)
      .map((person) => JSON.stringify(person))
      .join(' ')}</script>`,
    found: PROFILES_LIMIT,
    more: 500,
  },
  {
    name: 'a text without an end',
    html: `<div class="h-card"><b class="p-name">${'Ada '.repeat(500_000)}</b></div>${ld(ada)}`,
    found: 1,
    within: 4_000,
  },
];

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

test.each(attacks)('$name', async ({ html, found, more = 0, within = 1_000 }) => {
  const scan = await reader.scan(html, URL_);
  expect({ found: scan.profiles.length, more: scan.more }).toEqual({ found, more });
  expect(scan.ms, 'the scan takes too long').toBeLessThan(within);
  for (const profile of scan.profiles) {
    expect(Profile.safeParse(profile).error, 'fits the contract').toBeUndefined();
    expect(profile.key, 'a page speaks for its own host only').toMatch(/^web:evil\.example\//);
  }
  expect(new Set(scan.profiles.map(({ key }) => key)).size, 'each key once').toBe(found);
});

test.each([
  { name: 'people in a script', html: ld(people(10_000)), items: 10_000 },
  {
    name: 'microdata people',
    html: people(10_000)
      .map(({ name }) => `<p itemscope itemtype="https://schema.org/Person"><b itemprop="name">${name}</b></p>`)
      .join(''),
    items: 10_000,
  },
  {
    name: 'cards',
    html: people(10_000)
      .map(({ name }) => `<p class="h-card">${name}</p>`)
      .join(''),
    items: 10_000,
  },
  {
    name: 'elements of one item',
    html: `<div typeof="Person">${'<i property="x"></i>'.repeat(20_000)}</div>`,
    items: 20_000,
  },
])('reading $items $name can be put down every few hundred of them', async ({ html, items }) => {
  const page = await reader.show(html, URL_);
  const steps = await page.evaluate(() => {
    let count = 0;
    for (const _ of globalThis.latchkeyDetector.scan(document, location.href)) count++;
    return count;
  });
  expect(steps).toBeGreaterThan(items / 300);
});

test.each(['', 'about:blank', 'file:///etc/passwd', 'chrome://settings', 'https://'])(
  'an address that is no page has no people: %j',
  async (url) => {
    const page = await reader.show(ld(ada), URL_);
    const found = await page.evaluate((address) => globalThis.latchkeyDetector.findProfiles(document, address), url);
    expect(found).toEqual({ profiles: [], more: 0 });
  },
);

test('reading changes nothing on the page and leaves nothing in it', async () => {
  const page = await reader.show(`${ld(ada)}<p class="h-card">Jonas Lind</p>`, URL_);
  const [before, after] = await page.evaluate(async () => {
    const html = document.documentElement.outerHTML;
    let changes = 0;
    const observer = new MutationObserver((records) => {
      changes += records.length;
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    globalThis.latchkeyDetector.findProfiles(document, location.href);
    globalThis.latchkeyDetector.watchProfiles(document, () => undefined).stop();
    await Promise.resolve();
    return [html, changes === 0 ? document.documentElement.outerHTML : `${changes} changes`];
  });
  expect(after).toBe(before);
});

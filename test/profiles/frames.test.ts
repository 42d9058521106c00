import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from './browser.ts';

const HOST = 'https://brightwater.example';
const team = (...names: string[]) =>
  `<!doctype html><title>Team</title><h1>Our team</h1><ul>${names.map((name) => `<li class="h-card">${name}</li>`).join('')}</ul>`;
const TEAM = team('Ada Okafor', 'Jonas Lind');
const page = (body: string) => `<!doctype html><title>Brightwater</title><h1>Welcome</h1>${body}`;
const frame = (attributes: string) => `<iframe width="1000" height="600" ${attributes}></iframe>`;
const srcdoc = (html: string) => `srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
const fixture = (name: string) => readFileSync(new URL(`./fixtures/linkedin/${name}.html`, import.meta.url), 'utf8');

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

/** Follows the page and says whom it shows. */
async function follow(html: string, frames: Record<string, string> = {}, url = `${HOST}/`): Promise<Page> {
  const shown = await reader.show(html, url, { 'https://else.example/team': TEAM, ...frames });
  await shown.evaluate(() => {
    globalThis.told = 0;
    globalThis.following = globalThis.latchkeyDetector.followProfiles(document, () => {
      globalThis.told++;
    });
  });
  return shown;
}

const read = (shown: Page) =>
  shown.evaluate(async () => {
    const { url, profiles } = await globalThis.following.read();
    return { url, people: profiles.map(({ name, key }) => `${name} ${key}`) };
  });
const namesIn = async (shown: Page) => (await read(shown)).people.map((one) => one.replace(/ \S+$/, ''));

test.each([
  ['an iframe of the same site', page(frame('src="/team"')), 'web:brightwater.example/team'],
  ['an iframe without an address', page(frame(srcdoc(TEAM))), 'web:brightwater.example'],
  [
    'the largest of several',
    page(`${frame(srcdoc('<h1>Menu'))}<iframe src="/team" width="1100" height="700"></iframe>`),
  ],
  ['a frameset', '<frameset cols="20%,*"><frame src="/menu"><frame src="/team"></frameset>'],
  ['a frameset within a frameset', '<frameset rows="60,*"><frame src="/menu"><frame src="/inner"></frameset>'],
  ['an iframe within an iframe', page(frame(srcdoc(page(frame('src="/team"')))))],
  ['an iframe beside one of another origin', page(frame('src="https://else.example/team"') + frame('src="/team"'))],
])('people in %s are found', async (_, html, key = 'web:brightwater.example/team') => {
  const shown = await follow(html, {
    [`${HOST}/team`]: TEAM,
    [`${HOST}/menu`]: '<!doctype html><h1>Menu</h1><p>Products',
    [`${HOST}/inner`]: '<frameset cols="50%,50%"><frame src="/menu"><frame src="/team"></frameset>',
  });
  expect(await read(shown)).toEqual({
    url: `${HOST}/`,
    people: [`Ada Okafor ${key}#ada-okafor`, `Jonas Lind ${key}#jonas-lind`],
  });
});

test.each([
  ['of another origin', 'src="https://else.example/team"'],
  ['of an origin of its own', `sandbox ${srcdoc(TEAM)}`],
  ['that is not displayed', `style="display:none" ${srcdoc(TEAM)}`],
  ['that is invisible', `style="visibility:hidden" ${srcdoc(TEAM)}`],
  ['that is transparent', `style="opacity:0" ${srcdoc(TEAM)}`],
  ['without a size', `style="width:0;height:0" ${srcdoc(TEAM)}`],
  ['that is small', `style="width:300px;height:250px" ${srcdoc(TEAM)}`],
  ['out of sight', `style="position:absolute;left:-9999px" ${srcdoc(TEAM)}`],
  ['that is hidden from screen readers', `aria-hidden="true" ${srcdoc(TEAM)}`],
])('people in a frame %s are none of the page', async (_, attributes) => {
  expect(await namesIn(await follow(page(frame(attributes))))).toEqual([]);
});

test('who is on the page itself comes before anybody in a frame', async () => {
  const shown = await follow(`${team('Rosa Vidal', 'Omar Haddad')}${frame(srcdoc(TEAM))}`);
  expect(await namesIn(shown)).toEqual(['Rosa Vidal', 'Omar Haddad']);
});

test.each([
  ['its own address', '/preload/in/ada-okafor/'],
  ['the address of the page', '/preload/'],
])('LinkedIn: a profile in the full-page frame is read under %s', async (_, path) => {
  const shown = await follow(
    `<!doctype html><title>LinkedIn</title><iframe src="${path}" style="width:100vw;height:100vh"></iframe>`,
    { [`https://www.linkedin.com${path}`]: fixture('profile-2026') },
    'https://www.linkedin.com/in/ada-okafor/',
  );
  expect((await read(shown)).people).toEqual(['Ada Okafor linkedin:in/ada-okafor']);
  await shown.evaluate(() => history.pushState(null, '', '/in/jonas-lind/'));
  const [left] = (await read(shown)).people;
  expect(left ?? 'nobody', 'never the person before under the next one’s address').not.toMatch(/jonas/);
});

test('a frame is followed: what changes in it, and what it shows next', async () => {
  const shown = await follow(page(frame('src="/team"')), {
    [`${HOST}/team`]: TEAM,
    [`${HOST}/board`]: team('Ines Roy', 'Ewa Nowak'),
  });
  expect(await namesIn(shown)).toEqual(['Ada Okafor', 'Jonas Lind']);
  await shown.waitForFunction(() => globalThis.told === 1);
  await shown.evaluate(() => {
    const li = document.querySelector('iframe')?.contentDocument?.querySelector('li');
    if (li) li.textContent = 'Mei Tanaka';
  });
  await shown.waitForFunction(() => globalThis.told === 2);
  expect(await namesIn(shown)).toEqual(['Mei Tanaka', 'Jonas Lind']);
  await shown.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.assign('/board'));
  await shown.waitForFunction(() => globalThis.told === 3);
  expect(await namesIn(shown)).toEqual(['Ines Roy', 'Ewa Nowak']);
});

test('a frame that is filled later, and one that comes later, are told of', async () => {
  const shown = await follow(page('<iframe width="1000" height="600"></iframe>'));
  expect(await namesIn(shown)).toEqual([]);
  await shown.waitForFunction(() => globalThis.told === 1);
  await shown.evaluate((html) => {
    const inside = document.querySelector('iframe')?.contentDocument;
    if (inside) inside.body.innerHTML = html;
  }, TEAM);
  await shown.waitForFunction(() => globalThis.told === 2);
  expect(await namesIn(shown)).toEqual(['Ada Okafor', 'Jonas Lind']);
  await shown.evaluate((html) => {
    document.querySelector('iframe')?.remove();
    const next = document.createElement('iframe');
    Object.assign(next, { width: '1000', height: '600', srcdoc: html });
    document.body.append(next);
  }, team('Liam Byrne'));
  await shown.waitForFunction(() => globalThis.told === 3);
  expect(await namesIn(shown)).toEqual(['Liam Byrne']);
});

test('a frame that goes elsewhere while it is read is not answered for', async () => {
  const letters = (at: number) => at.toString().replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
  const many = Array.from({ length: 9_000 }, (_, at) => `Ada ${letters(at)}`);
  const shown = await follow(page(frame('src="/team"')), {
    [`${HOST}/team`]: team(...many),
    [`${HOST}/board`]: team('Ines Roy', 'Ewa Nowak'),
  });
  const people = await shown.evaluate(async () => {
    const reading = globalThis.following.read();
    const inside = document.querySelector('iframe');
    const arrived = new Promise((resolve) => inside?.addEventListener('load', resolve));
    inside?.contentWindow?.location.assign('/board');
    const { profiles } = await reading;
    const present = inside?.contentDocument?.body.textContent ?? '';
    await arrived;
    return profiles.filter(({ name }) => !present.includes(name)).length;
  });
  expect(people, 'people who are not in the frame').toBe(0);
});

test('pages without frames, and pages that show people, are never asked for their layout', async () => {
  for (const html of [page('<p>Products'), `${TEAM}${frame(srcdoc(TEAM))}`]) {
    const shown = await reader.show(html, `${HOST}/`);
    const asked = await shown.evaluate(async () => {
      let count = 0;
      const { getBoundingClientRect, checkVisibility } = Element.prototype;
      Element.prototype.getBoundingClientRect = function () {
        count++;
        return getBoundingClientRect.call(this);
      };
      Element.prototype.checkVisibility = function (options) {
        count++;
        return checkVisibility.call(this, options);
      };
      await globalThis.latchkeyDetector.followProfiles(document, () => undefined).read();
      return count;
    });
    expect(asked).toBe(0);
  }
});

test.each([
  ['300 frames', page('<iframe srcdoc="<p>x"></iframe>'.repeat(300)), []],
  [
    'frames in frames without an end',
    page(Array.from({ length: 5 }).reduce<string>((inner) => frame(srcdoc(page(inner))), frame(srcdoc(TEAM)))),
    [],
  ],
  [
    'elements named like properties',
    page(
      `<form><iframe name="contentDocument" width="1000" height="600" ${srcdoc(
        `${'URL defaultView body children'
          .split(' ')
          .map((name) => `<img name="${name}">`)
          .join('')}${TEAM}`,
      )}></iframe><input name="contentDocument"></form><img name="contentDocument">`,
    ),
    ['Ada Okafor', 'Jonas Lind'],
  ],
  ['a frame element of a drawing', page('<svg><iframe></iframe></svg><math><frame></frame></math>'), []],
])('hostile: %s', async (_, html, names) => {
  const shown = await follow(html);
  const start = performance.now();
  expect(await namesIn(shown)).toEqual(names);
  expect(performance.now() - start, 'it takes too long').toBeLessThan(5_000);
});

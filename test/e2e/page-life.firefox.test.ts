import { readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { type Firefox, launchFirefox } from '#launch/firefox.ts';
import type { FirefoxSurface } from '#launch/firefox-surface.ts';
import { firefoxBuild, shows } from './signed-in.firefox.ts';

/* How a page lives in Firefox: on an install site, so that nobody need be asked for it. */

const fixture = (name: string) => readFileSync(new URL(`../profiles/fixtures/github/${name}`, import.meta.url), 'utf8');
const PROFILE: string = JSON.parse(fixture('profile.json')).url;
const { pathname, search } = new URL(PROFILE);

function github(url: URL): string {
  if (url.pathname === pathname) return fixture('profile.html');
  const frame =
    url.pathname === '/framed/page' ? `<iframe src="${pathname}${search}" width="1200" height="700"></iframe>` : '';
  return `<!doctype html><title>Prices</title><h1>Prices</h1>${frame}`;
}

const test = base.extend<object, { firefox: Firefox; asking: FirefoxSurface }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern
    async ({}, use) => {
      const firefox = await launchFirefox({ extensionDir: firefoxBuild, routes: { 'https://github.com': github } });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  asking: [async ({ firefox }, use) => use(firefox.surfaceOf(await firefox.page('options.html'))), { scope: 'worker' }],
});

test('Firefox: a page that it kept is followed on when it comes back: badge, panel and person are right', async ({
  firefox,
  asking,
}) => {
  const page = await firefox.open(PROFILE);
  const panel = await firefox.openPanel(page);
  await shows(panel, 'Ada Okafor');
  const badge = () => expect.poll(() => asking.evaluate(badgeInFront), 'the badge');
  await badge().toBe('1');
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    setTimeout(() => location.assign('/about/prices'));
  });
  await shows(panel, 'No people found here');
  await badge().toBe('');

  await page.evaluate(() => void setTimeout(() => history.back()));
  await shows(panel, 'Ada Okafor');
  await badge().toBe('1');
  expect(await page.evaluate(() => (globalThis as { persisted?: boolean }).persisted), 'it was kept').toBe(true);
  await page.evaluate(() => {
    document.title = 'Ada-Okafor (Ada Lind)';
  });
  await shows(panel, 'Ada Lind');
  await page.close();
});

test('Firefox: a person in a frame of the site is found', async ({ firefox, asking }) => {
  const page = await firefox.open('https://github.com/framed/page');
  await shows(await firefox.openPanel(page), 'Ada Okafor');
  await expect.poll(() => asking.evaluate(badgeInFront), 'the badge').toBe('1');
  await page.close();
});

test('Firefox: a page that is written anew is followed on, and what changes on it then', async ({
  firefox,
  asking,
}) => {
  const page = await firefox.open(PROFILE);
  const panel = await firefox.openPanel(page);
  await shows(panel, 'Ada Okafor');
  await page.evaluate(
    (html) => {
      document.open();
      document.write(html);
      document.close();
    },
    fixture('profile.html').replaceAll('Ada Okafor', 'Ada Lind'),
  );
  await shows(panel, 'Ada Lind');
  await page.evaluate(() => document.body.replaceChildren());
  await shows(panel, 'No people found here');
  await expect.poll(() => asking.evaluate(badgeInFront), 'the badge').toBe('');
  await page.close();
});

/** Runs in a page of the extension. */
async function badgeInFront(): Promise<string> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
}

import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type Firefox, type FirefoxOptions, launchFirefox } from '#launch/firefox.ts';
import type { FirefoxSurface } from '#launch/firefox-surface.ts';
import { until } from '#launch/until.ts';
import { startTeam, type Team } from './team.ts';

/** The extension as `npm run build` makes it for Firefox. */
export const firefoxBuild = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** Whom the team's directory knows: each test has somebody of its own, so that it pays for them. All invented. */
const PEOPLE = ['Ada Okafor', 'Jonas Lindqvist', 'Lena Marsh', 'Tomas Vale', 'Nadia Brook', 'Felix Stone', 'Iris Ford'];
const CONTACTS = [
  'name,title,company,domain,email,email_type,email_verified,phone,phone_type,phone_verified,profile_url',
  ...PEOPLE.map((name, index) =>
    [name, 'Buyer', 'Brightwater Foods', 'brightwater.example', emailOf(name), 'work', true, phoneOf(name)]
      .concat('mobile', true, `https://people.example/${index}`)
      .join(','),
  ),
].join('\n');

/** Their e-mail in the directory. */
export function emailOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@brightwater.example`;
}

/** Their phone number in the directory. */
export function phoneOf(name: string): string {
  return `+44 20 7946 01${String(PEOPLE.indexOf(name)).padStart(2, '0')}`;
}

interface Browsing {
  /** Opens an address in a tab that is closed after the test. */
  open: Firefox['open'];
  /** The popup as a click on the icon opens it over that page; it is closed before the next one and after the test. */
  popup(page: Page): Promise<FirefoxSurface>;
  /** Clicks the icon over that page, so that it may be read, and closes the popup when it has. */
  click(page: Page): Promise<void>;
}

interface Shared {
  routes: NonNullable<FirefoxOptions['routes']>;
  /** One Firefox for all tests of a file; nobody is signed in at first. */
  firefox: Firefox;
  team: Team;
  /** The rep of `team` is signed in from now on, through the real screens. */
  rep: Team;
}

export const test = base.extend<Browsing, Shared>({
  routes: [{}, { option: true, scope: 'worker' }],
  firefox: [
    async ({ routes }, use) => {
      const firefox = await launchFirefox({ extensionDir: firefoxBuild, routes });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  team: [
    // Without what comes before, Playwright can't tell when this one is needed.
    async ({ routes: _ }, use) => {
      const team = await startTeam(CONTACTS);
      await use(team);
      await team.stop();
    },
    { scope: 'worker' },
  ],
  rep: [
    async ({ firefox, team }, use) => {
      await signIn(firefox, team);
      await use(team);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  open: async ({ firefox }, use) => {
    const opened: Page[] = [];
    await use(async (...where) => {
      const page = await firefox.open(...where);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.close();
  },
  popup: async ({ firefox }, use) => {
    await use(async (page) => {
      await firefox.closePopup();
      return firefox.clickToolbar(page);
    });
    await firefox.closePopup();
  },
  click: async ({ firefox, popup }, use) => {
    await use(async (page) => {
      const view = await popup(page);
      await until('the page was read', () =>
        view.evaluate(() => document.querySelector('.empty, .people ul') !== null),
      );
      await firefox.closePopup();
    });
  },
});

/** Waits until the view shows these words. */
export async function shows(view: FirefoxSurface, ...words: string[]): Promise<void> {
  const text = () => view.evaluate(seenText).catch((error: Error) => `(no text: ${error.message})`);
  for (const word of words) await expect.poll(text, { timeout: 15_000 }).toContain(word);
}

/** Waits for the button of that name (as a screen reader says it, or a part of it), then clicks it with the mouse. */
export async function press(view: FirefoxSurface, name: string): Promise<void> {
  const stands = async () => (await view.evaluate(markButton, name)) && (await view.evaluate(rests));
  await until(`there is a button "${name}"`, () => stands().catch(() => false), 15_000);
  await view.click('[data-marked]');
}

/** Whether there is a button of that name. */
export function offers(view: FirefoxSurface, name: string): Promise<boolean> {
  return view.evaluate(markButton, name);
}

/** Signs the rep in as a person would: address of the server, code, the server's own page, approval. */
async function signIn(firefox: Firefox, team: Team): Promise<void> {
  const tab = await firefox.page('options.html');
  const settings = firefox.surfaceOf(tab);
  await settings.click('input[type=url]');
  await settings.evaluate(() => document.querySelector<HTMLInputElement>('input[type=url]')?.select());
  await settings.type(team.url);
  await press(settings, 'Save');
  await shows(settings, `Server: ${new URL(team.url).host}`);

  await press(settings, 'Sign in');
  const server = await until('the server’s page is open', () => firefox.tabAt(team.url));
  await server.locator('input[name=email]').fill(team.rep.email);
  await server.locator('input[type=password]').fill(team.rep.password);
  await server.locator('form button').click();
  await server.locator('.code').wait();
  const asked = await server.$eval('.code', ({ textContent }) => textContent);
  const shown = await settings.evaluate(() => document.querySelector('output')?.textContent);
  expect(asked?.replace(/\W/g, ''), 'the code on the server’s page').toBe(shown?.replace(/\W/g, ''));
  await server.locator('button[value=approve]').click();
  await server.locator('::-p-text(Approved)').wait();
  await server.close();
  await tab.bringToFront();
  await shows(settings, team.rep.email);
  await tab.close();
}

/** Runs in the page: what it shows, without what it only announces to screen readers. */
function seenText(): string {
  return [...document.querySelectorAll<HTMLElement>('body > * > header, main')].map((one) => one.innerText).join('\n');
}

/** Runs in the page: marks the first button to be seen whose name has these words, if there is one. */
function markButton(words: string): boolean {
  document.querySelector('[data-marked]')?.removeAttribute('data-marked');
  const buttons = [...document.querySelectorAll('button')].filter((one) => one.getClientRects().length > 0);
  const named = buttons.find((one) => (one.ariaLabel ?? one.innerText).includes(words));
  named?.setAttribute('data-marked', '');
  return named !== undefined;
}

/** Runs in the page: whether what is marked stays in its place. While a page loads, a click could miss it. */
async function rests(): Promise<boolean> {
  const place = () => JSON.stringify([document.querySelector('[data-marked]')?.getBoundingClientRect(), innerHeight]);
  const before = place();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return place() === before;
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { findChromium } from '#launch/browsers.js';
import { chromiumBuild } from './extension.ts';

/*
 * How a page lives in a browser that nobody steers: Playwright turns off the back/forward cache and prerendering, and
 * shows every tab at once. So here Chromium is left as it is, and pages come from a server under a name of its own.
 */

const NAMES = { '/ada': 'Ada Okafor', '/jonas': 'Jonas Lindqvist', '/mei': 'Mei Tanaka' };
const data = (name: string) =>
  JSON.stringify({ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name, jobTitle: 'Buyer' } });
const person = (name: string, extra = '') => `<!doctype html><title>${name}</title><link rel="icon" href="data:,">
  <script type="application/ld+json">${data(name)}</script><main><h1>${name}</h1>${extra}</main>`;
const TEAM = `<!doctype html><title>Team</title><link rel="icon" href="data:,"><h1>Our team</h1>
  <ul>${Object.values(NAMES)
    .map((name) => `<li class="h-card">${name}</li>`)
    .join('')}</ul>`;
const RULES = JSON.stringify({ prerender: [{ source: 'list', urls: ['/next'], eagerness: 'immediate' }] });
const PRERENDER = `<script type="speculationrules">${RULES}</script>`;
const PRERENDERED = '<script>if (document.prerendering) fetch("/prerendering")</script>';
const CARD = '<p class="h-card">Ada Okafor</p>';

type Answer = readonly [type: string, body: string | Buffer];
const html = (body: string): Answer => ['text/html; charset=utf-8', body];
const PICTURE = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');
const ANSWERS: Record<string, Answer> = {
  ...Object.fromEntries(
    Object.entries(NAMES).map(([path, name]) => [path, html(person(name, '<a href="/team">Team</a>'))]),
  ),
  '/team': html(TEAM),
  '/before': html(person('Ada Okafor', `<a href="/next">Team</a>${PRERENDER}`)),
  '/next': html(TEAM + PRERENDERED),
  '/framed': html(
    `<!doctype html><title>Us</title><h1>Us</h1><iframe src="/team" style="width:90vw;height:90vh"></iframe>`,
  ),
  '/xhtml': [
    'application/xhtml+xml',
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${CARD}</body></html>`,
  ],
  '/xml': ['application/xml', '<people><person>Ada Okafor</person></people>'],
  '/svg': [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>Ada Okafor</title><text>Ada Okafor</text></svg>',
  ],
  '/text': ['text/plain', 'Ada Okafor, Head of Procurement'],
  '/json': ['application/json', data('Ada Okafor')],
  '/picture': ['image/gif', PICTURE],
  '/frameset': html('<!doctype html><frameset cols="20%,*"><frame src="/text"><frame src="/team"></frameset>'),
  '/bare': html(''),
};

interface Living {
  browser: Browser;
  worker: WebWorker;
  /** A page of the extension, from which to ask. */
  asking: Page;
  /** The paths that were asked for. */
  asked: string[];
  /** Opens a page of the site in front. */
  open(path: string): Promise<{ page: Page; tab: number }>;
}

const SITE = 'http://people.example';

const test = base.extend<object, { living: Living }>({
  living: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern
    async ({}, use) => {
      const found = await findChromium();
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        const [type, body] = ANSWERS[request.url ?? ''] ?? html('');
        response.writeHead(200, { 'content-type': type }).end(body);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const browser = await puppeteer.launch({
        executablePath: found?.path ?? '',
        pipe: true,
        enableExtensions: [chromiumBuild],
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
        args: [
          '--no-sandbox',
          `--host-resolver-rules=MAP people.example 127.0.0.1:${port}`,
          `--unsafely-treat-insecure-origin-as-secure=${SITE}`,
        ],
      });
      const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
      const worker = await target.worker();
      if (!worker) throw new Error('the extension has no worker');
      const id = new URL(target.url()).host;
      const asking = await browser.newPage();
      await asking.goto('chrome://extensions');
      await asking.evaluate(allowHost, id, `${SITE}/*`);
      await asking.goto(`chrome-extension://${id}/options.html`);
      await asking.evaluate((origin) => chrome.permissions.request({ origins: [`${origin}/*`] }), SITE);
      await use({
        browser,
        worker,
        asking,
        asked,
        async open(path) {
          const page = await browser.newPage();
          await page.goto(SITE + path);
          await page.bringToFront();
          const tab = await worker.evaluate(async () => {
            const [one] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            return one?.id ?? -1;
          });
          return { page, tab };
        },
      });
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

const badge = ({ worker }: Living, tab: number) =>
  expect.poll(() => worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab), 'the badge');
const names = ({ asking }: Living, tab: number): Promise<string[] | string> => asking.evaluate(look, tab);

test('a page that the browser kept is followed on when it comes back: badge, panel and person are right', async ({
  living,
}) => {
  const { page, tab } = await living.open('/ada');
  await badge(living, tab).toBe('1');
  const panel = await living.browser.newPage();
  await panel.goto(living.asking.url().replace('options.html', `sidepanel.html?tab=${tab}`));
  const shown = () => panel.evaluate(() => [...document.querySelectorAll('h3')].map((one) => one.textContent));
  await expect.poll(shown).toEqual(['Ada Okafor']);
  await page.bringToFront();
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
  });
  await page.click('a');
  await expect.poll(shown).toHaveLength(3);
  await badge(living, tab).toBe('3');

  await page.evaluate(() => history.back());
  await expect.poll(shown).toEqual(['Ada Okafor']);
  await badge(living, tab).toBe('1');
  expect(await page.evaluate(() => (globalThis as { persisted?: boolean }).persisted), 'it was kept').toBe(true);
  await page.evaluate((text) => {
    const script = document.querySelector('script');
    if (script) script.textContent = text;
  }, data('Rosa Vidal'));
  await expect.poll(shown, 'it is followed on').toEqual(['Rosa Vidal']);
  await page.close();
  await panel.close();
});

test('a page that is only prerendered tells nothing until it is shown', async ({ living }) => {
  await living.worker.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    chrome.runtime.onMessage.addListener((message, { documentLifecycle, url }) => {
      if ('people' in message) told.push(`${documentLifecycle} ${url} ${message.people}`);
    });
  });
  const told = () => living.worker.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  const { page, tab } = await living.open('/before');
  await badge(living, tab).toBe('1');
  await expect.poll(() => living.asked, 'it is prerendered').toContain('/prerendering');
  // A script that starts later than ours would have: by then it would have told.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await told()).toEqual([`active ${SITE}/before 1`]);
  expect(await names(living, tab)).toEqual(['Ada Okafor']);
  await page.click('a');
  await badge(living, tab).toBe('3');
  expect(await told()).toEqual([`active ${SITE}/before 1`, `active ${SITE}/next 3`]);
  expect(await names(living, tab)).toEqual(Object.values(NAMES));
  await page.close();
});

test('a tab opened in the background is read when it is first seen', async ({ living }) => {
  const { page } = await living.open('/ada');
  const tab = await living.worker.evaluate(
    async (url) => (await chrome.tabs.create({ url, active: false })).id ?? -1,
    `${SITE}/team`,
  );
  const target = await living.browser.waitForTarget((one) => one.url() === `${SITE}/team`);
  const behind = await target.page();
  await behind?.waitForFunction(() => document.readyState === 'complete');
  expect(await behind?.evaluate(() => document.visibilityState)).toBe('hidden');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await badge(living, tab).toBe('');
  await behind?.bringToFront();
  await badge(living, tab).toBe('3');
  await page.close();
  await behind?.close();
});

test('people in a frame of the site are found, and the frame is followed', async ({ living }) => {
  const { page, tab } = await living.open('/framed');
  await badge(living, tab).toBe('3');
  expect(await names(living, tab)).toEqual(Object.values(NAMES));
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.assign('/jonas'));
  await badge(living, tab).toBe('1');
  expect(await names(living, tab)).toEqual(['Jonas Lindqvist']);
  await page.close();
});

for (const [path, people] of Object.entries({
  '/xhtml': ['Ada Okafor'],
  '/xml': [],
  '/svg': [],
  '/text': [],
  '/json': [],
  '/picture': [],
  '/bare': [],
  '/frameset': Object.values(NAMES),
})) {
  test(`a document of another kind is no trouble: ${path.slice(1)}`, async ({ living }) => {
    const { page, tab } = await living.open(path);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await expect.poll(() => names(living, tab)).toEqual(people);
    expect(errors).toEqual([]);
    await page.close();
  });
}

/* The functions below are sent to the browser as text. */

async function allowHost(id: string, pattern: string): Promise<void> {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
  };
  await developerPrivate.addHostPermission(id, pattern);
}

async function look(tabId: number): Promise<string[] | string> {
  const view = await chrome.runtime.sendMessage({ ask: 'look', request: { tabId } });
  return view.profiles?.map(({ name }: { name: string }) => name) ?? view.kind;
}

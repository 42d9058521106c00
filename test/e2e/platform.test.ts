import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { chromiumBuild, test } from './extension.ts';
import { lookAround, recordInPage } from './page-recorder.ts';

/*
 * What Latchkey leans on in the browser, pinned down on whatever is built: observed from the extension's own worker
 * and pages, never by the texts it shows.
 */

const teamPage = '<!doctype html><title>Team</title><h1>Ada Example</h1>';
// Its empty icon keeps the browser from asking for /favicon.ico, which would count as a resource.
const profilePage =
  '<!doctype html><title>Ada Example</title><link rel="icon" href="data:,"><main><h1>Ada Example</h1></main>';

test.use({
  routes: {
    'https://people.example/**': teamPage,
    'https://elsewhere.example/**': '<!doctype html><title>Elsewhere</title>',
    'https://www.linkedin.com/**': profilePage,
  },
});

test('a click on the toolbar icon opens the popup and grants the tab', async ({ extension }) => {
  const page = await openPage(extension.context.newPage(), 'https://people.example/team');
  const worker = await extension.worker();
  const tab = await extension.tabId(page);
  expect(await worker.evaluate(readTitle, tab), 'before the click the page is out of reach').toMatch(/^refused: /);

  const popup = await extension.clickToolbar(page);

  expect(new URL(popup.url()).pathname, 'the real popup is open').toBe('/popup.html');
  expect(await worker.evaluate(readTitle, tab), 'after the click the page can be read').toBe('Team');
});

test('the side panel stays open over a cross-origin move, which ends the grant', async ({ extension }) => {
  const page = await openPage(extension.context.newPage(), 'https://people.example/team');
  const worker = await extension.worker();
  const tab = await extension.tabId(page);

  const panel = await extension.openPanel(page);
  expect(await panel.evaluate(() => location.pathname)).toBe('/sidepanel.html');
  expect(await extension.surface('popup.html'), 'opening the panel closes the popup').toBeUndefined();
  expect(await worker.evaluate(readTitle, tab)).toBe('Team');

  await page.goto('https://people.example/about');
  expect(await worker.evaluate(readTitle, tab), 'the grant survives a move within the site').toBe('Team');
  await page.goto('https://elsewhere.example/');
  expect(await worker.evaluate(readTitle, tab), 'the grant ends with the origin').toMatch(/^refused: /);
  await page.goBack();
  expect(await worker.evaluate(readTitle, tab), 'going back does not restore it').toMatch(/^refused: /);
  expect(await extension.surface('sidepanel.html'), 'the panel is still open').toBeDefined();
});

test('a site is allowed and taken back, and the worker hears of both', async ({ extension }) => {
  const page = await openPage(extension.context.newPage(), 'https://people.example/team');
  const tab = await extension.tabId(page);
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    chrome.permissions.onAdded.addListener(({ origins }) => heard.push(`added ${origins}`));
    chrome.permissions.onRemoved.addListener(({ origins }) => heard.push(`removed ${origins}`));
  });
  const heard = () => worker.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

  const origins = ['https://people.example/*'];
  await extension.setHostPermission('https://people.example/*', true);
  const options = await extension.page('options.html');
  expect(await options.evaluate((hosts) => chrome.permissions.request({ origins: hosts }), origins)).toBe(true);
  await expect.poll(heard).toEqual(['added https://people.example/*']);
  expect(await worker.evaluate(readTitle, tab), 'an allowed site is read without a click').toBe('Team');

  await extension.setHostPermission('https://people.example/*', false);
  await expect.poll(heard).toEqual(['added https://people.example/*', 'removed https://people.example/*']);
  expect(await worker.evaluate(readTitle, tab), 'what is taken back is out of reach').toMatch(/^refused: /);
});

test('a worker killed in mid-fetch: the asker is told, and its next message wakes a new one', async ({ extension }) => {
  const arrived = Promise.withResolvers<void>();
  const silent = createServer(() => arrived.resolve()).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const page = await extension.page('options.html');
  const worker = await extension.worker();
  await worker.evaluate((address) => {
    Object.assign(globalThis, { old: true });
    chrome.runtime.onMessage.addListener((message: unknown, _sender, reply) => {
      if (message !== 'fetch, please') return;
      void fetch(address).then(reply);
      return true;
    });
  }, `http://127.0.0.1:${port}/`);
  const end = page.evaluate(() =>
    chrome.runtime.sendMessage('fetch, please').then(
      () => 'answered',
      (error: Error) => `rejected: ${error.message}`,
    ),
  );
  await arrived.promise;
  await extension.killWorker();
  expect(await end, 'the promise of the asker ends').toMatch(/^rejected: .*message channel closed/);
  expect(await extension.workerRuns()).toBe(false);

  await page.evaluate(() => chrome.runtime.sendMessage('anything').catch(() => undefined));
  await expect.poll(() => extension.workerRuns(), 'a message wakes the worker').toBe(true);
  const marks = await (await extension.worker()).evaluate(() => 'old' in globalThis);
  expect(marks, 'it is a new one, without the globals of the old').toBe(false);
  silent.closeAllConnections();
  silent.close();
});

test('an open tab comes back to life after an update: the old script silent, the new one there once', async ({
  extension,
}) => {
  const complaints: string[] = [];
  const page = await extension.context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => complaints.push(line.text()));
  await page.goto('https://www.linkedin.com/in/ada-example');
  const tab = await extension.tabId(page);
  await expect.poll(async () => (await extension.worker()).evaluate(listens, tab)).toBe(true);

  const old = await extension.worker();
  await old.evaluate(() => Object.assign(globalThis, { old: true }));
  await old.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  const isNew = async () => (await extension.worker()).evaluate(() => !('old' in globalThis)).catch(() => false);
  await expect.poll(isNew, { message: 'the extension is back', timeout: 15_000 }).toBe(true);

  const worker = await extension.worker();
  await expect.poll(() => worker.evaluate(listens, tab), 'the new script answers').toBe(true);
  await page.evaluate(() => {
    document.body.append('a change, to which the old script may react');
    history.pushState({}, '', '/in/grace-example');
  });
  expect(await worker.evaluate(addedByInjection, tab), 'injected again it starts nothing').toEqual([]);
  expect(complaints, 'the orphaned script is silent').toEqual([]);
});

test('the page sees nothing of the extension', async ({ extension }) => {
  const { context, extensionId } = extension;
  const names = ['wxt:content-script-started', `${extensionId}:profiles:wxt:content-script-started`];
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`error ${error.message}`));
  page.on('console', (line) => errors.push(`console ${line.text()}`));
  await page.addInitScript(recordInPage, ['message', 'latchkey', ...names]);
  await page.goto('https://www.linkedin.com/in/ada-example');
  const tab = await extension.tabId(page);
  await expect.poll(async () => (await extension.worker()).evaluate(listens, tab), 'our script runs').toBe(true);
  await extension.clickToolbar(page);
  await extension.openPanel(page);
  await page.evaluate(() => history.pushState({}, '', '/in/grace-example'));

  expect(errors).toEqual([]);
  const files = (await readdir(chromiumBuild, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${relative(chromiumBuild, entry.parentPath)}/${entry.name}`.replace(/^\//, ''));
  expect(files).toContain('manifest.json');
  const addresses = files.map((file) => `chrome-extension://${extensionId}/${file}`);
  expect(await page.evaluate(lookAround, addresses)).toEqual([]);
});

async function openPage(page: Promise<Page>, url: string): Promise<Page> {
  await (await page).goto(url);
  return page;
}

/* The functions below are sent to the worker as text. */

/**
 * The tab's title as a script injected there reads it, or `refused: …`. When the user has taken a site back, Chromium
 * doesn't refuse the injection but leaves it waiting for a click: after a second that counts as refused.
 */
async function readTitle(tabId: number): Promise<string> {
  const injected = chrome.scripting.executeScript({ target: { tabId }, func: () => document.title }).then(
    ([result]) => result?.result ?? 'no result',
    (error: Error) => `refused: ${error.message}`,
  );
  const waiting = new Promise<string>((resolve) => setTimeout(resolve, 1000, 'refused: waits for a click'));
  return Promise.race([injected, waiting]);
}

/** Whether a content script of this very extension (not of its past self) listens in the tab. */
async function listens(tabId: number): Promise<boolean> {
  try {
    await chrome.tabs.sendMessage(tabId, { type: 'is anyone there?' });
    return true;
  } catch (error) {
    return !`${error}`.includes('Receiving end does not exist');
  }
}

/** Injects the content script twice more into its world and tells which listeners it added there. */
async function addedByInjection(tabId: number): Promise<string[]> {
  const target = { tabId };
  await chrome.scripting.executeScript({
    target,
    func: () => {
      const added: string[] = [];
      Object.assign(globalThis, { added });
      for (const name of ['onMessage', 'onConnect'] as const) {
        chrome.runtime[name].addListener = () => void added.push(name);
      }
      const observe = MutationObserver.prototype.observe;
      MutationObserver.prototype.observe = function (...args) {
        added.push('MutationObserver');
        observe.apply(this, args);
      };
    },
  });
  for (let times = 0; times < 2; times++) await chrome.scripting.executeScript({ target, files: ['profiles.js'] });
  const [result] = await chrome.scripting.executeScript({
    target,
    func: () => (globalThis as unknown as { added: string[] }).added,
  });
  return result?.result ?? ['nothing could be read'];
}

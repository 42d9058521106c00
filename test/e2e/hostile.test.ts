import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { messages } from '#contract/messages.ts';
import { launchChromium } from '#launch/chromium.ts';
import { fillSignIn } from '#launch/demo/sign-in.ts';
import { chromiumBuild } from './extension.ts';
import { personPage, test } from './signed-in.ts';

/* What a page, or a script in its renderer, may try: to spend, to learn, to see, or to break something. */

const EMAIL = 'ada.okafor@brightwater.example';
const profile = {
  key: 'web:people.example/ada',
  site: 'json-ld',
  url: 'https://people.example/ada',
  name: 'Ada Okafor',
  contacts: [],
};
/** A request of each message that would do something if it were taken. */
const REQUESTS: Record<keyof typeof messages, unknown> = {
  look: { tabId: 1 },
  refresh: { why: 'click' },
  reveal: { id: crypto.randomUUID(), profile, field: 'email', maxCredits: 100, another: false },
  open: { key: profile.key, field: 'email' },
  requestTopUp: { id: crypto.randomUUID(), credits: 100, note: null },
  requestRaise: { id: crypto.randomUUID(), credits: 100, note: null },
  dispute: { id: crypto.randomUUID(), reason: 'wrong', note: null },
  signIn: {},
  pollSignIn: {},
  cancelSignIn: {},
  signOut: {},
  setServer: { url: 'https://evil.example' },
};

test('a content script can neither spend, ask, sign out nor move the server: it gets no answer', async ({
  signedIn,
}) => {
  const { extension, team, person, panel } = signedIn;
  const page = await person('/ada');
  const tabId = await extension.tabId(page);
  const before = team.proxy.seen.length;
  const worker = await extension.worker();
  const answers = await worker.evaluate(
    async ({ tabId, requests }) => {
      const [ran] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [requests],
        func: async (all: Record<string, unknown>) => {
          const heard: string[] = [];
          for (const [ask, request] of Object.entries(all)) {
            const answer = await chrome.runtime.sendMessage({ ask, request }).catch(() => undefined);
            if (answer !== undefined && answer !== null) heard.push(`${ask}: ${JSON.stringify(answer)}`);
          }
          return heard;
        },
      });
      return ran?.result;
    },
    { tabId, requests: REQUESTS },
  );
  expect(answers).toEqual([]);
  expect(team.proxy.seen.slice(before), 'nothing was sent').toEqual([]);
  expect(await team.charged()).toBe(0);
  const view = await panel(page);
  await expect(view.getByText('10 credits').first(), 'still signed in, to the same server').toBeVisible();
});

test('a page that forges events, messages and ports reaches nobody', async ({ signedIn }) => {
  const { extension, team, person } = signedIn;
  const page = await person('/ada');
  const before = team.proxy.seen.length;
  const heard = await page.evaluate(
    async ({ requests, id }) => {
      const answers: unknown[] = [];
      addEventListener('message', ({ data }) => {
        if (data?.forged !== true) answers.push(data);
      });
      for (const [ask, request] of Object.entries(requests)) {
        postMessage({ forged: true, ask, request }, '*');
        for (const name of ['latchkey', ask, `${id}:${ask}`]) {
          document.dispatchEvent(new CustomEvent(name, { detail: { ask, request } }));
          window.dispatchEvent(
            new MessageEvent('message', { data: { forged: true, ask, request }, origin: `chrome-extension://${id}` }),
          );
        }
      }
      new BroadcastChannel('latchkey-store').postMessage(null);
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
      if (chrome?.runtime?.sendMessage) answers.push('chrome.runtime.sendMessage');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return answers;
    },
    { requests: REQUESTS, id: extension.extensionId },
  );
  expect(heard).toEqual([]);
  expect(team.proxy.seen.slice(before)).toEqual([]);
  expect(await team.charged()).toBe(0);
});

test('100 page views without a click cause no request', async ({ signedIn }) => {
  const { extension, team, person } = signedIn;
  const page = await person('/ada');
  await (await extension.worker()).evaluate(() => chrome.alarms.clearAll());
  const before = team.proxy.seen.length;
  for (let view = 0; view < 50; view++) {
    await page.goto(`https://people.example/${view % 2 ? 'ada' : 'jonas'}?view=${view}`);
    await page.evaluate((n) => history.pushState({}, '', `/ada?pushed=${n}`), view);
  }
  await expect
    .poll(async () => (await extension.worker()).evaluate(badgeOf, await extension.tabId(page)), 'it was detecting')
    .toBe('1');
  expect(team.proxy.seen.slice(before)).toEqual([]);
});

test('canary: the revealed address is nowhere in the page, its storage or its traffic', async ({ signedIn }) => {
  const { extension, person } = signedIn;
  const page = await person('/ada');
  const traffic: string[] = [];
  page.on('request', (request) => traffic.push(`${request.url()} ${request.postData() ?? ''}`));
  const view = await extension.openPanel(page);
  await view.locator('::-p-xpath(//button[contains(@aria-label, "e-mail of Ada")])').click();
  await view.locator(`::-p-text(${EMAIL})`).wait();
  const everything = await page.evaluate(async () => {
    const parts: unknown[] = [document.documentElement.outerHTML, document.title, document.cookie, window.name];
    parts.push({ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys());
    parts.push(
      performance.getEntries().map(({ name }) => name),
      location.href,
      getSelection()?.toString(),
    );
    for (const name of Object.getOwnPropertyNames(window)) parts.push(name);
    return JSON.stringify(parts);
  });
  expect(everything).not.toContain(EMAIL);
  expect(everything).not.toContain(extension.extensionId);
  expect(traffic.join('\n')).not.toContain(EMAIL);
  expect(traffic, 'the page made no request for us').toEqual([]);
});

const crowd = (count: number) =>
  `<!doctype html><html lang="en"><title>Crowd</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: 'Crowd',
    employee: Array.from({ length: count }, (_, index) => ({
      '@type': 'Person',
      name: `Person Number${index}`,
      jobTitle: 'Clerk',
    })),
  })}</script>`;
/** Once its escapes are read, a name is a text still. */
const NASTY = '<b>&lt;img src=x onerror=alert(1)&gt;</b> \u202Ernopraeh\u0000 Ada';

test.describe('hostile pages', () => {
  test.use({
    routes: {
      'https://people.example/crowd': crowd(10_000),
      'https://people.example/nasty': personPage(NASTY, '<form name="body"></form><img name="querySelectorAll">'),
    },
  });

  test('10,000 people and hostile names: 500 at most are listed, text stays text, nothing breaks', async ({
    signedIn,
  }) => {
    const { person, panel } = signedIn;
    const view = await panel(await person('/crowd'));
    await expect(view.getByRole('heading', { name: /10,000 people/ })).toBeVisible({ timeout: 15_000 });
    await expect(view.getByRole('heading', { level: 3 })).toHaveCount(50);

    const problems: string[] = [];
    const nasty = await panel(await person('/nasty'));
    nasty.on('dialog', (dialog) => problems.push(dialog.message()));
    nasty.on('pageerror', (error) => problems.push(error.message));
    await expect(nasty.getByRole('heading', { level: 3 })).toHaveText('<img src=x onerror=alert(1)> rnopraeh Ada');
    expect(await nasty.locator('img').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});

test('a content script that lies: what does not hold is left out, and nothing breaks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-liar-'));
  await cp(chromiumBuild, folder, { recursive: true });
  await writeFile(join(folder, 'liar.js'), LIAR);
  const extension = await launchChromium({
    extensionDir: folder,
    routes: { 'https://liar.example/**': '<title>x</title>' },
  });
  try {
    await extension.setHostPermission('https://liar.example/*', true);
    const asking = await extension.page('options.html');
    await asking.evaluate(() => chrome.permissions.request({ origins: ['https://liar.example/*'] }));
    await (await extension.worker()).evaluate(() =>
      chrome.scripting.registerContentScripts([
        { id: 'liar', js: ['liar.js'], matches: ['https://liar.example/*'], runAt: 'document_start' },
      ]),
    );
    const page = await extension.context.newPage();
    for (const lie of LIES) {
      await page.goto(`https://liar.example/#${encodeURIComponent(JSON.stringify(lie.answer))}`);
      await page.reload();
      const tabId = await extension.tabId(page);
      const view = await look(asking, tabId);
      expect({ lie: lie.name, names: view.profiles?.map(({ name }) => name) ?? view.kind }).toEqual({
        lie: lie.name,
        names: lie.seen,
      });
    }
  } finally {
    await extension.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Stands in the content script's place: answers what the address says. */
const LIAR = `
  globalThis.latchkeyRuns = () => true;
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    const answer = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    if (answer.flood) answer.profiles = Array.from({ length: answer.flood }, (_, n) => ({ ...answer.profiles[0], key: 'web:liar.example/' + n }));
    reply(answer);
  });
  for (const people of [-1, 1.5, 'many', null, 1e12]) chrome.runtime.sendMessage({ people }).catch(() => {});
`;
const honest = { ...profile, key: 'web:liar.example/ada', url: 'https://liar.example/ada', name: 'Honest Ada' };
const url = 'https://liar.example/';
const LIES: { name: string; answer: unknown; seen: string[] | string }[] = [
  { name: 'the truth', answer: { url, profiles: [honest], more: 0 }, seen: ['Honest Ada'] },
  { name: 'no object', answer: 'hello', seen: 'closed' },
  { name: 'no address', answer: { profiles: [honest] }, seen: 'closed' },
  {
    name: 'an address that is none of a page',
    answer: { url: 'javascript:alert(1)', profiles: [honest] },
    seen: 'closed',
  },
  { name: 'profiles that are no list', answer: { url, profiles: { length: 3 }, more: 0 }, seen: [] },
  {
    name: 'wrong types among good ones',
    answer: {
      url,
      profiles: [null, 7, { name: 'x' }, { ...honest, name: 7 }, { ...honest, contacts: 'all' }, honest],
      more: 'a lot',
    },
    seen: ['Honest Ada'],
  },
  {
    name: 'a person of another host',
    answer: { url, profiles: [{ ...honest, key: 'web:people.example/ada' }], more: 0 },
    seen: [],
  },
  { name: 'the same person twice', answer: { url, profiles: [honest, honest], more: 0 }, seen: ['Honest Ada'] },
  {
    name: 'a script for an address',
    answer: { url, profiles: [{ ...honest, url: 'javascript:alert(1)' }], more: 0 },
    seen: [],
  },
];

test('a rep who signs out leaves nothing behind', async ({ signedIn }) => {
  const { extension, person, panel, team } = signedIn;
  const view = await panel(await person('/ada'));
  await view.getByRole('button', { name: /e-mail of Ada/ }).click();
  await expect(view.getByText(EMAIL, { exact: true })).toBeVisible();
  const settings = await extension.page('options.html');
  await settings.getByRole('button', { name: 'Sign out' }).click();
  await settings.getByRole('button', { name: 'Sign out' }).click();
  await expect(settings.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(view.getByText(EMAIL), 'the open panel forgets it as well').toHaveCount(0);
  expect(await settings.evaluate(dump)).toEqual({
    facts: [team.url],
    intents: [],
    outcomes: [],
    owned: [],
    outbound: [],
  });
});

test('a session that ended elsewhere: says so, keeps the last balance, and a new sign-in goes on', async ({
  signedIn,
}) => {
  const { extension, person, panel, team } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(view.getByText('10 credits').first()).toBeVisible();
  await team.endSessions();
  await view.reload();
  await expect(view.getByText('Your session has expired.').first()).toBeVisible();
  await expect(view.getByText('10 credits').first()).toBeVisible();
  const opened = extension.context.waitForEvent('page');
  await view.getByRole('button', { name: 'Sign in' }).first().click();
  const approval = await opened;
  await fillSignIn(approval, { ...team.rep, workspace: team.workspace, name: '' });
  await approval.getByRole('button', { name: 'It matches, sign in' }).click();
  await approval.getByRole('heading', { name: 'Approved' }).waitFor();
  await view.bringToFront();
  await view.getByRole('button', { name: /e-mail of Ada/ }).click({ timeout: 15_000 });
  await expect(view.getByText(EMAIL, { exact: true })).toBeVisible();
  expect(await team.charged()).toBe(1);
});

async function look(asking: Page, tabId: number): Promise<{ kind: string; profiles?: { name: string }[] }> {
  return asking.evaluate((id) => chrome.runtime.sendMessage({ ask: 'look', request: { tabId: id } }), tabId);
}

/* The functions below are sent to the browser as text. */

function badgeOf(tabId: number): Promise<string> {
  return chrome.action.getBadgeText({ tabId });
}

async function dump(): Promise<Record<string, unknown[]>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('latchkey');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all: Record<string, unknown[]> = {};
  for (const name of db.objectStoreNames) {
    all[name] = await new Promise((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  }
  return all;
}

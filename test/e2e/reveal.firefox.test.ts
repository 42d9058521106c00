import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Firefox, launchFirefox } from '#launch/firefox.ts';
import { lookAround, recordInPage } from './page-recorder.ts';
import { emailOf, firefoxBuild, offers, phoneOf, press, shows, test } from './signed-in.firefox.ts';
import { personPage } from './signed-in.ts';

/*
 * The whole way of a reveal in the real Firefox: its popup, its sidebar, its background page, beside a real server. One
 * Firefox and one team serve all tests; each reveals somebody else, and looks at what was charged since it began.
 */

const UNSEEN = 'Click the Latchkey icon to read this page';
const fixture = (name: string) => readFileSync(new URL(`../profiles/fixtures/${name}`, import.meta.url), 'utf8');

/** The same person without any script in the page, so that each script there would be a sighting. */
const plainPage = (
  name: string,
) => `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,">
<main itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">${name}</h1><p itemprop="jobTitle">Buyer</p>
<p itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Brightwater Foods</span></p></main>`;

/** `/Ada-Okafor` is her page; `/plain/Ada-Okafor` has no script in it; `/empty` is nobody's. */
function people({ pathname }: URL): string {
  const [last = '', before] = pathname.split('/').reverse();
  if (last === 'empty') return '<!doctype html><title>Prices</title><h1>Prices</h1>';
  const name = last.replace('-', ' ');
  return before === 'plain' ? plainPage(name) : personPage(name);
}
const pageOf = (name: string) => `https://people.example/${name.replace(' ', '-')}`;

const installSites = {
  'https://www.linkedin.com': fixture('linkedin/profile-2026.html'),
  'https://github.com': fixture('github/profile.html'),
};

test.use({ routes: { 'https://people.example': people, 'https://other.example': people, ...installSites } });

test('before a sign-in: who is there is shown, and nothing can be spent', async ({ firefox, open, popup }) => {
  const page = await open(pageOf('Ada Okafor'));
  const panel = await firefox.openPanel(page);
  await shows(panel, 'Sign in to reveal contacts', UNSEEN);
  const view = await popup(page);
  await shows(view, 'Sign in to reveal contacts', 'Ada Okafor');
  await shows(panel, 'Ada Okafor');
  for (const one of [view, panel]) {
    expect(await offers(one, 'reveal the')).toBe(false);
    expect(await one.text()).not.toContain('E-mail');
  }
});

test('a page of nobody, and pages no extension may read, are called what they are', async ({
  firefox,
  open,
  popup,
}) => {
  const empty = await open('https://people.example/empty');
  const panel = await firefox.openPanel(empty);
  await shows(panel, UNSEEN);
  await shows(await popup(empty), 'No people found here');
  await shows(panel, 'No people found here');

  const config = await open('about:config');
  await shows(panel, "This page can't be read");
  await shows(await popup(config), "This page can't be read");
  await shows(await popup(await open('about:newtab')), "This page can't be read");
});

test('out of credits: asked for, settled, and the refused reveal runs with one click', async ({
  firefox,
  open,
  click,
  rep,
}) => {
  const iris = await open(pageOf('Iris Ford'));
  const panel = await firefox.openPanel(iris);
  await click(iris);
  await press(panel, 'reveal the phone number of Iris Ford');
  await shows(panel, phoneOf('Iris Ford'));

  await click(await open(pageOf('Felix Stone')));
  await press(panel, 'reveal the phone number of Felix Stone');
  await shows(panel, '6 credits short');
  await press(panel, 'Ask for a top-up');
  await press(panel, 'Ask for 50 credits');
  await shows(panel, 'A top-up of 50 credits is on its way');
  expect((await rep.balance()).available, 'pending credits cannot be spent').toBe(2);
  await rep.settle();
  await press(panel, 'Check now');
  await press(panel, 'Try again');
  await shows(panel, phoneOf('Felix Stone'));
  expect(await rep.charged()).toBe(16);
});

test('the popup lists the person of a page and reveals the e-mail for its price', async ({ open, popup, rep }) => {
  const before = await rep.charged();
  const view = await popup(await open(pageOf('Ada Okafor')));
  await shows(view, '1 person on this page', 'Ada Okafor', 'Head of Procurement');
  await press(view, 'reveal the e-mail of Ada Okafor');
  await shows(view, emailOf('Ada Okafor'), '1 credit charged');
  expect((await rep.charged()) - before).toBe(1);
});

test('the popup opens the sidebar and makes way for it', async ({ firefox, open, popup }) => {
  await firefox.window.closeSidebar();
  const view = await popup(await open(pageOf('Ada Okafor')));
  await press(view, 'Open sidebar');
  await expect.poll(() => firefox.window.surface('popup')).toBeUndefined();
  expect(await firefox.window.sidebarIsOpen()).toBe(true);
});

test('the sidebar follows tab and page, and reveals the e-mail', async ({ firefox, open, click, rep }) => {
  const before = await rep.charged();
  const page = await open(pageOf('Jonas Lindqvist'));
  const panel = await firefox.openPanel(page);
  await click(page);
  await shows(panel, 'Jonas Lindqvist');
  await press(panel, 'reveal the e-mail of Jonas Lindqvist');
  await shows(panel, emailOf('Jonas Lindqvist'));
  expect((await rep.charged()) - before).toBe(1);

  const other = await open(pageOf('Somebody Else'));
  await shows(panel, UNSEEN);
  await page.bringToFront();
  await shows(panel, emailOf('Jonas Lindqvist'));
  // Now that nothing loads any more, only the change of tabs tells.
  await other.bringToFront();
  await shows(panel, UNSEEN);
  await page.bringToFront();
  await shows(panel, emailOf('Jonas Lindqvist'));

  const become = (name: string) =>
    page.evaluate((html) => {
      document.documentElement.innerHTML = html;
    }, plainPage(name));
  await page.evaluate(() => history.pushState({}, '', '/Maya-Hart'));
  await become('Maya Hart');
  await shows(panel, 'Maya Hart');
  await become('Rosa Lake');
  await shows(panel, 'Rosa Lake');
  await page.goto('https://other.example/Omar-Field');
  await shows(panel, UNSEEN);
});

test('the background page is ended in mid-reveal: one charge, and the contact arrives', async ({
  firefox,
  open,
  click,
  rep,
}) => {
  const before = await rep.charged();
  const page = await open(pageOf('Lena Marsh'));
  const panel = await firefox.openPanel(page);
  await click(page);
  rep.closeGate();
  await press(panel, 'reveal the e-mail of Lena Marsh');
  await rep.asked();
  await firefox.window.killBackground();
  rep.openGate();
  await shows(panel, emailOf('Lena Marsh'), '1 credit charged');
  expect((await rep.charged()) - before).toBe(1);
  expect((await rep.balance()).held).toBe(0);
});

test('the reply is lost: the same id is sent again and finds what was charged', async ({
  firefox,
  open,
  click,
  rep,
}) => {
  const before = await rep.charged();
  const page = await open(pageOf('Tomas Vale'));
  const panel = await firefox.openPanel(page);
  await click(page);
  rep.proxy.set('drop-reply', 'POST /v1/reveals', 2);
  await press(panel, 'reveal the e-mail of Tomas Vale');
  await shows(panel, emailOf('Tomas Vale'), '1 credit charged');
  expect(rep.proxy.seen.filter((line) => line === 'POST /v1/reveals drop-reply')).toHaveLength(2);
  expect((await rep.charged()) - before).toBe(1);
});

test('a site that is always read needs no click until it is taken back', async ({ firefox, open, popup }) => {
  const page = await open('https://other.example/Omar-Field');
  const panel = await firefox.openPanel(page);
  await shows(panel, UNSEEN);
  const view = await popup(page);
  await press(view, 'Always on other.example');
  await expect.poll(() => offers(view, 'Always on')).toBe(false);
  await firefox.closePopup();
  await page.reload();
  await shows(panel, 'Omar Field');
  await page.goto('https://other.example/Maya-Hart');
  await shows(panel, 'Maya Hart');
  expect(await offers(panel, 'Always on'), 'there is nothing more to allow').toBe(false);
  await firefox.window.closeSidebar();
  await page.goto('https://other.example/Rosa-Lake');
  const background = await firefox.window.surface('background');
  await expect.poll(() => background?.evaluate(badge), 'read with no panel open').toBe('1');

  const settings = await firefox.page('options.html');
  await press(firefox.surfaceOf(settings), 'Remove other.example');
  await settings.close();
  await page.bringToFront();
  await shows(await firefox.openPanel(page), UNSEEN);
  await page.reload();
  await shows(await firefox.openPanel(page), UNSEEN);
});

test('the page sees nothing of us, and nothing of what was revealed on it', async ({ firefox, open, popup, rep }) => {
  const before = await rep.charged();
  const { host } = new URL(firefox.origin);
  const names = ['message', 'latchkey', 'wxt:content-script-started', `${host}:profiles:wxt:content-script-started`];
  const page = await open('https://people.example/plain/Nadia-Brook', (tab) =>
    tab.evaluateOnNewDocument(recordInPage, names),
  );
  const panel = await firefox.openPanel(page);
  const view = await popup(page);
  await press(view, 'reveal the e-mail of Nadia Brook');
  await shows(view, emailOf('Nadia Brook'));
  await shows(panel, emailOf('Nadia Brook'));
  expect((await rep.charged()) - before).toBe(1);

  const files = readdirSync(firefoxBuild, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${firefox.origin}${entry.parentPath.slice(firefoxBuild.length)}/${entry.name}`);
  expect(files).toContain(`${firefox.origin}/manifest.json`);
  expect(await page.evaluate(lookAround, files)).toEqual([]);
  const whole = await page.evaluate(everythingInPage);
  expect(whole, 'the search looks at the page').toContain('Nadia Brook');
  expect(whole).not.toContain(emailOf('Nadia Brook'));
});

test('install sites that were not granted: a click on the icon is asked for, and reads them', async () => {
  await using({ grantsByDefault: false }, async (firefox) => {
    const sites = {
      'https://www.linkedin.com/in/ada-okafor/': 'VP Sales at Brightwater',
      'https://github.com/ada-okafor': 'Sells water. Writes Rust.',
    };
    for (const [url, title] of Object.entries(sites)) {
      const page = await firefox.open(url);
      const panel = await firefox.openPanel(page);
      await shows(panel, UNSEEN);
      const view = await firefox.clickToolbar(page);
      await shows(view, 'Ada Okafor', title);
      await shows(panel, 'Ada Okafor', title);
      await firefox.closePopup();
      await page.close();
    }
  });
});

test('a sign-out ends the session at the server and clears what was kept', async ({ firefox, open, click, rep }) => {
  const page = await open(pageOf('Felix Stone'));
  const panel = await firefox.openPanel(page);
  await click(page);
  await press(panel, 'reveal the e-mail of Felix Stone');
  await shows(panel, emailOf('Felix Stone'));
  const settings = await firefox.page('options.html');
  const view = firefox.surfaceOf(settings);
  const kept = await view.evaluate(readStore);
  const token = String(kept.facts?.token);
  expect(Object.keys(kept.facts ?? {})).toEqual(expect.arrayContaining(['token', 'balance', 'me', 'server']));
  const ask = () => fetch(`${rep.url}/v1/balance`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  expect(JSON.stringify([kept.outcomes, kept.owned])).toContain(emailOf('Felix Stone'));

  const background = await firefox.window.surface('background');
  await background?.evaluate(holdReplies, ['/v1/balance', '/v1/unlocks']);
  await view.evaluate(startRefresh);
  await press(view, 'Sign out');
  await shows(view, 'Sign out and clear everything');
  await press(view, 'Sign out');
  await shows(view, 'Sign in to reveal contacts');
  await expect.poll(async () => (await ask()).status).toBe(401);
  await background?.evaluate(releaseReplies);
  await view.evaluate(endRefresh);

  // What is asked afterwards is logged as ever.
  const { outbound: _, ...rest } = await view.evaluate(readStore);
  expect(rest, 'even by replies that come later').toEqual({
    facts: { server: rep.url },
    intents: {},
    outcomes: {},
    owned: {},
  });
  await settings.close();
  await page.bringToFront();
  await shows(panel, 'Sign in to reveal contacts');
});

async function using(options: { grantsByDefault: boolean }, body: (firefox: Firefox) => Promise<void>): Promise<void> {
  const firefox = await launchFirefox({ extensionDir: firefoxBuild, routes: installSites, ...options });
  try {
    await body(firefox);
  } finally {
    await firefox.close();
  }
}

/* The functions below run in pages. */

/** In the background: the number on the icon of the tab in front. */
async function badge(): Promise<string> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
}

/** All that a page can read of itself: its elements with their attributes, its storage, cookies and history. */
async function everythingInPage(): Promise<string> {
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  const caches = await globalThis.caches?.keys().catch(() => []);
  const stores = [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, databases, caches];
  return [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(stores)].join('\n');
}

declare global {
  var release: (() => void) | undefined;
  var refreshing: Promise<unknown> | undefined;
}

/** In the background: replies from these paths arrive, and are not read until `releaseReplies`. */
function holdReplies(paths: string[]): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { text } = Response.prototype;
  Response.prototype.text = async function () {
    if (paths.includes(new URL(this.url).pathname)) await promise;
    return text.call(this);
  };
  globalThis.release = () => {
    Response.prototype.text = text;
    resolve();
  };
}

function releaseReplies(): void {
  globalThis.release?.();
}

/** In a page of ours: has the balance and the rest fetched, without waiting for it. */
function startRefresh(): void {
  globalThis.refreshing = chrome.runtime.sendMessage({ ask: 'refresh', request: { why: 'click' } });
}

async function endRefresh(): Promise<void> {
  await globalThis.refreshing;
}

/** Everything in the extension's database, by store and key. */
async function readStore(): Promise<Record<string, Record<string, string>>> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('latchkey'));
  const kept: Record<string, Record<string, string>> = {};
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    kept[name] = Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
  }
  db.close();
  return kept;
}

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { connect, type Browser as Puppeteer, type Page as Surface } from 'puppeteer-core';
import { findChromium } from './browsers.js';
import { until } from './until.ts';

/** What the extension shows outside tabs, popup or side panel: a Puppeteer page, for Playwright doesn't list them. */
export type { Surface };

export interface ChromiumOptions {
  /** The unpacked extension, e.g. `.output/chrome-mv3`. */
  readonly extensionDir: string;
  /** The browser's profile folder, kept; without it a temporary one is made and removed at `close()`. */
  readonly userDataDir?: string;
  /** Default true. */
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** Leaves the page open which the extension shows after installation; it is closed otherwise. */
  readonly keepWelcome?: boolean;
  /** Pages served without network under their real addresses: a Playwright URL glob to the HTML it answers. */
  readonly routes?: Readonly<Record<string, string | ((url: URL) => string)>>;
}

export interface Chromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The running service worker; starts it when it is stopped. After a kill the globals are new. */
  worker(): Promise<Worker>;
  /** Whether the service worker runs, without waking it. */
  workerRuns(): Promise<boolean>;
  /** Stops the service worker as the browser does when it idles; returns when it is gone. */
  killWorker(): Promise<void>;
  /** A real click on the toolbar icon while `page` is in front: grants `activeTab` and opens the popup. */
  clickToolbar(page: Page): Promise<Surface>;
  /** Opens the real side panel beside `page`, by way of the popup (which that closes). */
  openPanel(page: Page): Promise<Surface>;
  /** The side panel or popup that is open now, by its file's name (`sidepanel.html`), undefined when it isn't. */
  surface(file: string): Promise<Surface | undefined>;
  /** Opens a page of the extension in a tab, e.g. `options.html` or `sidepanel.html?tab=3`. */
  page(path: string): Promise<Page>;
  /** The id by which the extension's API knows `page`'s tab; brings it to the front. */
  tabId(page: Page): Promise<number>;
  /** As if the user had allowed or forbidden hosts (`https://example.com/*`) on chrome://extensions. */
  setHostPermission(pattern: string, allowed: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Shown in a new tab after installation: it would come in front of a test's page at any moment. */
const welcome = 'welcome.html';

/** Starts Chromium with the unpacked extension in it. Throws a sentence when there is no fitting browser. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const executablePath = await chromiumPath();
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'latchkey-chromium-')));
  const isNew = await preferDeveloperMode(userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath,
    headless: options.headless ?? true,
    // In a window that a person resizes the page must follow it; and Ctrl-C is for whoever opened it to answer.
    ...(options.headless === false && {
      viewport: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    }),
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${options.extensionDir}`,
      `--load-extension=${options.extensionDir}`,
      '--disable-background-networking',
      '--remote-debugging-port=0',
      ...(options.args ?? []),
    ],
  });
  for (const [glob, answer] of Object.entries(options.routes ?? {})) {
    await context.route(glob, (route) => {
      const body = typeof answer === 'string' ? answer : answer(new URL(route.request().url()));
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    });
  }
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  if (isNew && existsSync(join(options.extensionDir, welcome))) {
    const url = `chrome-extension://${extensionId}/${welcome}`;
    const page = await until('the welcome page is open', () => context.pages().find((one) => one.url() === url));
    // Closed while it first asks for the messages, it would leave the extension's process without any.
    await page.waitForFunction(() => document.body.innerText !== '');
    if (!options.keepWelcome) await page.close();
  }
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser to the persistent context');
  const cdp = await browser.newBrowserCDPSession();
  const puppeteer = await connectPuppeteer(userDataDir);

  const surface = (file: string) => findSurface(puppeteer, `chrome-extension://${extensionId}/${file}`);
  const loaded = async (file: string) => {
    const page = await surface(file);
    return (await page?.evaluate(() => document.readyState === 'complete').catch(() => false)) ? page : undefined;
  };
  const workerTarget = async () =>
    (await targets(cdp)).find(({ type, url }) => type === 'service_worker' && new URL(url).host === extensionId);

  const harness: Chromium = {
    context,
    extensionId,
    surface,
    workerRuns: async () => (await workerTarget()) !== undefined,
    async worker() {
      if (!(await workerTarget())) await startWorker(context, `chrome-extension://${extensionId}/`);
      return until('the service worker runs', async () => (await workerTarget()) && context.serviceWorkers()[0]);
    },
    async killWorker() {
      const running = await workerTarget();
      if (!running) return;
      await context.serviceWorkers()[0]?.evaluate(() => Object.assign(globalThis, { doomed: true }));
      await cdp.send('Target.closeTarget', { targetId: running.targetId });
      // An open page may have woken the next one already: it has the same target, but new globals.
      const isNew = async () => context.serviceWorkers()[0]?.evaluate(() => !('doomed' in globalThis));
      const soon = () => new Promise<boolean>((resolve) => setTimeout(resolve, 200, false));
      await until(
        'the service worker is gone',
        async () => !(await workerTarget()) || (await Promise.race([isNew(), soon()]).catch(() => false)),
      );
    },
    async clickToolbar(page) {
      await page.bringToFront();
      const tab = await tabTarget(context, puppeteer, page);
      await cdp.send('Extensions.triggerAction', { id: extensionId, targetId: tab });
      return until('the popup is open and loaded', () => loaded('popup.html'));
    },
    async openPanel(page) {
      const popup = await harness.clickToolbar(page);
      // When it works the answer is lost with the popup, which the panel's opening closes.
      const refused = await popup.evaluate(openPanelHere).catch(() => undefined);
      if (refused) throw new Error(`The side panel was refused: ${refused}`);
      await until('the popup is closed', async () => !(await surface('popup.html')));
      return until('the side panel is open and loaded', () => loaded('sidepanel.html'));
    },
    async page(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async tabId(page) {
      await page.bringToFront();
      const id = await (await harness.worker()).evaluate(activeTab);
      if (id === undefined) throw new Error(`The extension sees no tab for ${page.url()}`);
      return id;
    },
    async setHostPermission(pattern, allowed) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(changeHostPermission, { extensionId, pattern, allowed });
      await page.close();
    },
    async close() {
      await puppeteer.disconnect();
      await context.close();
      if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return harness;
}

/** The browser to test with; the error says in a sentence what to do. */
async function chromiumPath(): Promise<string> {
  const found = await findChromium();
  if (!found)
    throw new Error('No Chromium found: run "npx playwright install chromium", or name one in LATCHKEY_CHROMIUM.');
  if (found.branded) {
    throw new Error(
      `${found.path} ignores --load-extension, as every branded Chrome since 137: run "npx playwright install chromium".`,
    );
  }
  return found.path;
}

/**
 * Without the developer mode an unpacked extension stays dead after `chrome.runtime.reload()`. True when the profile
 * is new, false when it has been used before.
 */
async function preferDeveloperMode(userDataDir: string): Promise<boolean> {
  const folder = join(userDataDir, 'Default');
  await mkdir(folder, { recursive: true });
  const preferences = JSON.stringify({ extensions: { ui: { developer_mode: true } } });
  return writeFile(join(folder, 'Preferences'), preferences, { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

/** A second connection, which sees what Playwright hides: popup and side panel. */
async function connectPuppeteer(userDataDir: string): Promise<Puppeteer> {
  const [port, path] = await until('the browser has written its port', async () => {
    const text = await readFile(join(userDataDir, 'DevToolsActivePort'), 'utf8').catch(() => '');
    return text.includes('/') && text.trim().split('\n');
  });
  return connect({ browserWSEndpoint: `ws://127.0.0.1:${port}${path}`, defaultViewport: null });
}

async function findSurface(puppeteer: Puppeteer, url: string): Promise<Surface | undefined> {
  const target = puppeteer.targets().find((one) => one.url().split(/[?#]/)[0] === url && one.type() === 'page');
  return target?.asPage();
}

async function targets(cdp: CDPSession) {
  return (await cdp.send('Target.getTargets', { filter: [{}] })).targetInfos;
}

async function startWorker(context: BrowserContext, scopeURL: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL });
  await session.detach();
}

/**
 * The target of type "tab" which holds `page`: `Extensions.triggerAction` refuses the page's own. Addresses don't tell
 * (several tabs may show one), so each tab is asked for the page within it.
 */
async function tabTarget(context: BrowserContext, puppeteer: Puppeteer, page: Page): Promise<string> {
  const own = await context.newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  await own.detach();
  const root = await puppeteer.target().createCDPSession();
  try {
    const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    for (const { targetId } of targetInfos) {
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
      const tab = root.connection()?.session(sessionId);
      if (!tab) continue;
      const inside: string[] = [];
      tab.on('Target.attachedToTarget', (event) => inside.push(event.targetInfo.targetId));
      await tab.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
      await root.send('Target.detachFromTarget', { sessionId });
      if (inside.includes(targetInfo.targetId)) return targetId;
    }
  } finally {
    await root.detach();
  }
  throw new Error(`No tab holds ${page.url()}`);
}

/* The functions below run in the browser: they are sent there as text and can't use anything from outside. */

async function openPanelHere(): Promise<string | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (!tab) return 'no tab is in front';
  return chrome.sidePanel.open({ windowId: tab.windowId }).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

async function changeHostPermission(change: { extensionId: string; pattern: string; allowed: boolean }): Promise<void> {
  const { addHostPermission, removeHostPermission } = (
    chrome as unknown as { developerPrivate: Record<string, (id: string, pattern: string) => Promise<void>> }
  ).developerPrivate;
  await (change.allowed ? addHostPermission : removeHostPermission)?.(change.extensionId, change.pattern);
}

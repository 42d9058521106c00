import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { findFirefox } from './browsers.js';
import { type BidiConnection, FirefoxSurface } from './firefox-surface.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** As in wxt.config.ts. */
const addonId = 'latchkey@latchkey.example';
/** Firefox draws the extension's host name by lot; the tests need to know it. */
const uuid = '6e1f5f2a-7b0a-4a43-9d5c-1a7c4c1e0d01';

/** Shown in a new tab after installation: it would close a popup at any moment. */
const welcome = 'welcome.html';

export interface FirefoxOptions {
  /** The unpacked extension, e.g. `.output/firefox-mv3`. */
  readonly extensionDir: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Leaves the page open which the extension shows after installation; it is closed otherwise. */
  readonly keepWelcome?: boolean;
  /** Whether its hosts are granted at installation. Firefox's default is true; users can choose false. */
  readonly grantsByDefault?: boolean;
  /** Pages served without network under their real addresses: an origin to the HTML it answers. */
  readonly routes?: Readonly<Record<string, string | ((url: URL) => string)>>;
}

export interface Firefox {
  readonly browser: Browser;
  /** `moz-extension://…` */
  readonly origin: string;
  /** What WebDriver doesn't see: toolbar, popup, sidebar, background page. */
  readonly window: FirefoxWindow;
  /** Opens a tab at an address, its `routes` in force; `prepare` is called with it before it goes there. */
  open(url: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** Opens a page of the extension in a tab, e.g. `options.html` or `sidepanel.html?tab=3`. */
  page(path: string): Promise<Page>;
  /** A tab handled as popup and sidebar are. */
  surfaceOf(page: Page): FirefoxSurface;
  /** A tab whose address begins so, undefined when there is none. */
  tabAt(start: string): Promise<Page | undefined>;
  /** A real click on the toolbar icon while `page` is in front: grants `activeTab` and opens the popup. */
  clickToolbar(page: Page): Promise<FirefoxSurface>;
  /** Closes the popup if it is open; a click on the icon would close it too, and open none. */
  closePopup(): Promise<void>;
  /** Opens the real sidebar of `page`'s window. */
  openPanel(page: Page): Promise<FirefoxSurface>;
  close(): Promise<void>;
}

/** Starts Firefox with the unpacked extension in it. Throws a sentence when there is no Firefox. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: install it, or name one in LATCHKEY_FIREFOX.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.originControls.grantByDefault': options.grantsByDefault ?? true,
      // Firefox sends a request up to ten times before it says that no reply came: the tests are about what we do then.
      'network.http.request.max-attempts': 1,
    },
  });
  const window = await FirefoxWindow.of(browser, addonId);
  const routes = Object.entries(options.routes ?? {});
  const answer = (request: HTTPRequest): void => {
    const url = new URL(request.url());
    const [, page] = routes.find(([origin]) => origin === url.origin) ?? [];
    const body = typeof page === 'function' ? page(url) : page;
    if (body === undefined) void request.continue();
    else void request.respond({ contentType: 'text/html; charset=utf-8', body });
  };
  await browser.installExtension(options.extensionDir);
  if (existsSync(join(options.extensionDir, welcome))) {
    const url = `moz-extension://${uuid}/${welcome}`;
    const page = await until('the welcome page is open', () => pageAt(browser, (address) => address === url));
    if (!options.keepWelcome) await page.close();
  }

  return {
    browser,
    origin: `moz-extension://${uuid}`,
    window,
    async open(url, prepare) {
      const page = await browser.newPage();
      await prepare?.(page);
      if (routes.length > 0) {
        await page.setRequestInterception(true);
        page.on('request', answer);
      }
      // Of its own pages Firefox reports no load to WebDriver.
      await page.goto(url, url.startsWith('about:') ? { waitUntil: [] } : {});
      return page;
    },
    async page(path) {
      const page = await browser.newPage();
      const url = `moz-extension://${uuid}/${path}`;
      // Nor of extension pages.
      await page.goto(url, { waitUntil: [] });
      await until(`${path} has loaded`, () =>
        page
          .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
          .catch(() => false),
      );
      return page;
    },
    surfaceOf: (page) => surfaceOf(browser, page),
    tabAt: (start) => pageAt(browser, (address) => address.startsWith(start)),
    async clickToolbar(page) {
      await page.bringToFront();
      return window.clickToolbar();
    },
    async closePopup() {
      const popup = await window.surface('popup');
      // Its answer may be lost with the popup.
      await popup?.evaluate(() => close()).catch(() => undefined);
      await until('the popup is closed', async () => !(await window.surface('popup')));
    },
    async openPanel(page) {
      await page.bringToFront();
      return window.openSidebar();
    },
    close: () => browser.close(),
  };
}

/** The tab whose address fits. Of extension pages Puppeteer keeps no address, so each is asked. */
async function pageAt(browser: Browser, fits: (address: string) => boolean): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    if (fits(await page.evaluate(() => location.href).catch(() => ''))) return page;
  }
  return undefined;
}

function surfaceOf(browser: Browser, page: Page): FirefoxSurface {
  const { connection } = browser as unknown as { connection: BidiConnection };
  // Puppeteer names a frame by WebDriver's name of its context.
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  return new FirefoxSurface(connection, context);
}

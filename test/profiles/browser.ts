import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '#launch/browsers.js';
import type { Found } from '#profiles/find.ts';
import type {} from './browser-entry.ts';
import { bundleDetector } from './bundle.ts';

/** What a scan of one page found, and how long it took in milliseconds. */
export interface Scan extends Found {
  ms: number;
}

/** A real browser without network in which pages are read by the detector, each under its own address. */
export interface Reader {
  /**
   * Shows `html` as if it were at `url`; scripts of the page don't run.
   * @param frames what its frames show, by address
   */
  show(html: string, url: string, frames?: Readonly<Record<string, string>>): Promise<Page>;
  /** Shows the page and finds its profiles. */
  scan(html: string, url: string): Promise<Scan>;
  close(): Promise<void>;
}

/** Nothing of the page runs or loads; styles and pictures would only cost time. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Starts Chromium. Throws a sentence when none is found. */
export async function openChromium(): Promise<Browser> {
  const found = await findChromium();
  if (!found)
    throw new Error('No Chromium found: run "npx playwright install chromium", or name one in LATCHKEY_CHROMIUM.');
  return chromium.launch({
    executablePath: found.path,
    chromiumSandbox: false,
    args: ['--disable-background-networking'],
  });
}

/** Starts Chromium with the detector in it. Throws a sentence when no browser is found. */
export async function openReader(): Promise<Reader> {
  const [browser, script] = await Promise.all([openChromium(), bundleDetector()]);
  const { page, show } = await openScreen(browser);
  const reader: Reader = {
    async show(html, url, frames) {
      await show(html, url, frames);
      await addDetector(page, script);
      return page;
    },
    async scan(html, url) {
      await reader.show(html, url);
      return page.evaluate(scanHere, url);
    },
    close: () => browser.close(),
  };
  return reader;
}

/** A page without network, in a profile of its own, that shows what it is given under any address. */
export interface Screen {
  page: Page;
  /** As `Reader.show`, without the detector. */
  show(html: string, url: string, frames?: Readonly<Record<string, string>>): Promise<void>;
}

export async function openScreen(browser: Browser): Promise<Screen> {
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: false });
  const page = await context.newPage();
  let shown: Readonly<Record<string, string>> = {};
  await page.route('**', (route) => {
    const body = shown[documentOf(route.request().url())];
    return body !== undefined && route.request().isNavigationRequest()
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': Object.keys(shown).length > 1 ? `${POLICY}; frame-src *` : POLICY },
          body,
        })
      : route.abort();
  });
  const show: Screen['show'] = async (html, url, frames = {}) => {
    shown = { ...frames, [documentOf(url)]: html };
    // A page that differs from the one before by its fragment alone would not be loaded.
    await page.goto('about:blank');
    await page.goto(url, { waitUntil: Object.keys(frames).length > 0 ? 'load' : 'domcontentloaded' });
  };
  return { page, show };
}

/** Runs the detector's script in the page, which then has `latchkeyDetector`. Throws when it has not. */
export async function addDetector(page: Page, script: string): Promise<void> {
  await page.evaluate(script);
  const there = await page.evaluate(() => 'latchkeyDetector' in globalThis);
  if (!there) throw new Error('the detector is not in the page');
}

/** An address without its fragment. */
function documentOf(url: string): string {
  return new URL(url).href.replace(/#.*/s, '');
}

/** Runs in the page. */
function scanHere(url: string): Scan {
  const start = performance.now();
  const found = globalThis.latchkeyDetector.findProfiles(document, url);
  return { ...found, ms: performance.now() - start };
}

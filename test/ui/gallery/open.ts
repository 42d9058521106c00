import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '#launch/browsers.js';
import type { Gallery } from './main.tsx';
import { type PageName, states } from './states.ts';

export interface OpenGallery {
  page: Page;
  browser: Browser;
  /** Errors of the console and of the page since the last call. */
  errors(): string[];
  show(page: PageName, state: string, language?: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds the gallery as it would ship, serves it on 127.0.0.1 and opens it in real Chromium. */
export async function openGallery(): Promise<OpenGallery> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'latchkey-gallery-'));
  const common = { root, configFile: false, logLevel: 'error' } as const;
  await build({ ...common, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  const found = await findChromium();
  if (url === undefined || found === undefined) throw new Error('the gallery needs a port on 127.0.0.1 and Chromium');

  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  let errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);

  return {
    page,
    browser,
    errors: () => {
      const since = errors;
      errors = [];
      return since;
    },
    show: async (name, state, language = 'en') => {
      await page.evaluate(
        async ([name, state, language]) => {
          const { gallery } = window as unknown as { gallery: Gallery };
          gallery.show(name, state, language);
          // Two frames: what is kept is read in a promise and painted after it.
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
        },
        [name, state, language] as const,
      );
      for (const selector of states[name][state]?.press ?? []) await page.locator(selector).first().click();
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

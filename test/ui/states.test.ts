import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGallery, openGallery } from './gallery/open.ts';
import { type PageName, states } from './gallery/states.ts';

/** Where a picture of every state goes, for people to look at. */
const PICTURES = process.env.LATCHKEY_GALLERY ?? join(tmpdir(), 'latchkey-gallery');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The popup is as wide as it says; the others are as wide as the rep makes them. */
const sizes: Record<PageName, { usual: number; narrow: number[]; height: number }> = {
  popup: { usual: 360, narrow: [360], height: 600 },
  panel: { usual: 380, narrow: [280, 320], height: 760 },
  settings: { usual: 900, narrow: [320], height: 900 },
  welcome: { usual: 960, narrow: [320], height: 700 },
};

const rows = (Object.keys(states) as PageName[]).flatMap((page) =>
  Object.keys(states[page]).map((state) => ({ page, state })),
);

let gallery: OpenGallery;

beforeAll(async () => {
  gallery = await openGallery();
  await mkdir(PICTURES, { recursive: true });
});
afterAll(() => gallery.close());

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  beforeAll(async () => {
    await gallery.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    // The browser repaints in its own time; a page half in one theme has contrasts of neither.
    await gallery.page.waitForFunction(
      (paper) => getComputedStyle(document.documentElement).backgroundColor === paper,
      { light: 'rgb(251, 250, 248)', dark: 'rgb(23, 24, 27)' }[theme],
    );
  });

  test.each(rows)('$page $state is accessible and says no error', async ({ page, state }) => {
    const { usual, height } = sizes[page];
    await gallery.page.setViewportSize({ width: usual, height });
    await gallery.show(page, state);
    await gallery.page.screenshot({
      path: join(PICTURES, `${page}-${state}-${theme}.png`),
      fullPage: state !== 'crowd',
    });
    expect(await violations()).toEqual([]);
    expect(gallery.errors(), 'errors in the console').toEqual([]);
  });
});

test.each(rows)('$page $state is nowhere wider than its window, in English, German and right to left', async (row) => {
  for (const width of sizes[row.page].narrow) {
    await gallery.page.setViewportSize({ width, height: 640 });
    for (const language of ['en', 'de', 'ar']) {
      await gallery.show(row.page, row.state, language);
      expect(await sticksOut(), `at ${width} pixels in ${language}`).toEqual([]);
    }
  }
});

test.each(rows)('$page $state names its document, its language and one main landmark', async ({ page, state }) => {
  await gallery.show(page, state, 'de');
  const found = await gallery.page.evaluate(() => ({
    title: document.title.includes('Latchkey'),
    language: document.documentElement.lang,
    mains: document.querySelectorAll('main').length,
    h1: document.querySelectorAll('h1').length,
  }));
  expect(found).toEqual({ title: true, language: 'de', mains: 1, h1: 1 });
});

/** What axe has against the page as it is. */
async function violations(): Promise<string[]> {
  const { page } = gallery;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
  }, TAGS);
}

/** Elements that reach beyond the window, but for those within a region made to scroll. */
function sticksOut(): Promise<string[]> {
  return gallery.page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('#app *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const hidden = element.closest('.scroller, .unseen, .who, .top-name, .label .site') !== null;
      return width > 0 && !hidden && (right > limit + 0.5 || left < -0.5);
    });
    const scrolls = document.documentElement.scrollWidth > limit ? ['the page scrolls sideways'] : [];
    return [...scrolls, ...out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
  });
}

import type { Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openReader, type Reader } from './browser.ts';

/** How often the watch has told of a change, and how to end it; kept in the page. */
declare global {
  var changes: number;
  var stopWatch: () => void;
}

let reader: Reader;
let page: Page;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());
beforeEach(async () => {
  page = await reader.show(
    '<main><p>Ada Okafor</p></main><img name="hidden"><img name="addEventListener">',
    'https://brightwater.example/ada',
  );
  await page.evaluate(() => {
    globalThis.changes = 0;
    const { latchkeyDetector } = globalThis;
    if (latchkeyDetector === undefined) throw new Error('the detector is not in the page');
    globalThis.stopWatch = latchkeyDetector.watchProfiles(document, () => {
      globalThis.changes++;
    }).stop;
  });
  // The first call is for the page itself.
  await told(1);
  await page.evaluate(() => {
    globalThis.changes = 0;
  });
});

const told = (times: number) =>
  page.waitForFunction((least) => globalThis.changes >= least, times, { timeout: 10_000 });

test.each([
  ['an element that comes', () => document.querySelector('main')?.append(document.createElement('p'))],
  ['an element that goes', () => document.querySelector('p')?.remove()],
  ['a text that changes', () => document.querySelector('p')?.firstChild?.replaceWith('Jonas Lind')],
  ['a new address without any change of content', () => history.pushState(null, '', '/jonas')],
])('tells of %s', async (_, change) => {
  await page.evaluate(change);
  await told(1);
});

test.each([
  { every: 10, times: 300 },
  { every: 300, times: 10 },
])('a page that changes every $every ms is told of, but not each time', async (rhythm) => {
  const count = await page.evaluate(
    ({ every, times }) =>
      new Promise<number>((resolve) => {
        let left = times;
        const tick = setInterval(() => {
          document.querySelector('main')?.append('.');
          if (--left > 0) return;
          clearInterval(tick);
          resolve(globalThis.changes);
        }, every);
      }),
    rhythm,
  );
  await told(1);
  expect(count, 'told too often').toBeLessThanOrEqual(4);
});

test('an ended watch tells nothing more', async () => {
  await page.evaluate(() => {
    document.querySelector('main')?.append('.');
    globalThis.stopWatch();
  });
  // A second watch, on the same page, has told of the next change: by then the first would have, too.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        globalThis.latchkeyDetector?.watchProfiles(document, () => resolve());
        document.querySelector('main')?.append('.');
      }),
  );
  expect(await page.evaluate(() => globalThis.changes)).toBe(0);
});

test('a hidden tab is told of its changes when it is seen again', async () => {
  await page.evaluate(() => {
    const hidden = { value: true };
    Object.assign(globalThis, { hidden });
    Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => hidden.value });
    document.querySelector('main')?.append('.');
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(await page.evaluate(() => globalThis.changes), 'told while hidden').toBe(0);
  await page.evaluate(() => {
    (globalThis as unknown as { hidden: { value: boolean } }).hidden.value = false;
    EventTarget.prototype.dispatchEvent.call(document, new Event('visibilitychange'));
  });
  await told(1);
});

test('a page that is never idle is told of once in a while, not as often as it changes', async () => {
  const count = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const end = performance.now() + 15;
          while (performance.now() < end) document.querySelector('main')?.setAttribute('title', `${end}`);
          if (end - start < 4_000) port2.postMessage('');
          else resolve(globalThis.changes);
        };
        port2.postMessage('');
      }),
  );
  await told(1);
  expect(count, 'told too often').toBeLessThanOrEqual(2);
});

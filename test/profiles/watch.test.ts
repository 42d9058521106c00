import type { Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openReader, type Reader } from './browser.ts';

/** How often the watch has told of a change, and how to end it; kept in the page. */
declare global {
  var changes: number;
  var stopWatch: () => void;
  /** Whether the tab is hidden, as its page is told. */
  var hides: boolean | undefined;
  /** What ran on our behalf. */
  var ran: { callbacks: number; timers: number };
  /** A timer that is not counted. */
  var later: typeof setTimeout;
}

let reader: Reader;
let page: Page;
beforeAll(async () => {
  reader = await openReader();
  const first = await reader.show('', 'https://brightwater.example/');
  await first.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => globalThis.hides === true });
    globalThis.ran = { callbacks: 0, timers: 0 };
    const { MutationObserver: Observer, setTimeout: later, requestIdleCallback: idly } = globalThis;
    globalThis.MutationObserver = class extends Observer {
      constructor(callback: MutationCallback) {
        super((records, observer) => {
          globalThis.ran.callbacks++;
          callback(records, observer);
        });
      }
    };
    const counted = (run: () => void) => () => {
      globalThis.ran.timers++;
      run();
    };
    Object.assign(globalThis, {
      later,
      setTimeout: (run: () => void, ms: number) => later(counted(run), ms),
      requestIdleCallback: (run: () => void, options: IdleRequestOptions) => idly(counted(run), options),
    });
  });
}, 60_000);
afterAll(() => reader.close());
beforeEach(async () => {
  page = await reader.show(
    '<main><p>Ada Okafor</p></main><img name="hidden"><img name="addEventListener">',
    'https://brightwater.example/ada',
  );
  await page.evaluate(() => {
    globalThis.changes = 0;
    globalThis.stopWatch = globalThis.latchkeyDetector.watchProfiles(document, () => {
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
        globalThis.latchkeyDetector.watchProfiles(document, () => resolve());
        document.querySelector('main')?.append('.');
      }),
  );
  expect(await page.evaluate(() => globalThis.changes)).toBe(0);
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

/** Hides or shows the tab. */
const hide = (value: boolean) =>
  page.evaluate((now) => {
    globalThis.hides = now;
    EventTarget.prototype.dispatchEvent.call(document, new Event('visibilitychange'));
  }, value);
const work = () => page.evaluate(() => ({ ...globalThis.ran, changes: globalThis.changes }));
/** Changes the page now and then for two seconds. */
const live = () =>
  page.evaluate(async () => {
    for (let at = 0; at < 40; at++) {
      document.querySelector('main')?.append(`${at}`);
      if (at % 10 === 0) history.pushState(null, '', `/${at}`);
      await new Promise((resolve) => globalThis.later(resolve, 50));
    }
  });

test('while the tab is hidden nothing runs but the notice of the first change, and the return tells once', async () => {
  // It hides while a change is waiting to be told.
  await page.evaluate(() => document.querySelector('main')?.append('.'));
  await hide(true);
  const before = await work();
  await live();
  const after = await work();
  expect(after.callbacks - before.callbacks, 'callbacks while hidden').toBeLessThanOrEqual(1);
  expect(after.timers - before.timers, 'timers while hidden').toBe(0);
  expect(after.changes).toBe(0);
  await hide(false);
  await told(1);
  await page.evaluate(() => new Promise((resolve) => globalThis.later(resolve, 1_500)));
  expect(await work(), 'nothing more').toMatchObject({ callbacks: after.callbacks, changes: 1 });
  await page.evaluate(() => document.querySelector('main')?.append('.'));
  await told(2);
});

test('a tab that was hidden without any change has nothing to tell', async () => {
  await hide(true);
  await hide(false);
  await page.evaluate(() => new Promise((resolve) => globalThis.later(resolve, 1_500)));
  expect((await work()).changes).toBe(0);
});

test('a page that is not seen yet is told when it is', async () => {
  await page.evaluate(() => {
    globalThis.stopWatch();
    globalThis.hides = true;
    globalThis.latchkeyDetector.watchProfiles(document, () => {
      globalThis.changes++;
    });
  });
  const { timers } = await work();
  await live();
  expect(await work()).toMatchObject({ changes: 0, timers });
  await hide(false);
  await told(1);
});

test('a page that is written anew is watched on, and still knows when it is hidden and seen', async () => {
  await page.evaluate(() => {
    document.open();
    document.write('<main>Jonas Lind</main>');
    document.close();
  });
  await told(1);
  await hide(true);
  await live();
  await hide(false);
  await told(2);
});

test.each([
  ['the body is replaced', () => document.body.replaceWith(document.createElement('body'))],
  ['the root is replaced', () => document.documentElement.replaceWith(document.createElement('html'))],
  ['the root is removed', () => document.documentElement.remove()],
])('tells when %s, and of what changes in the new one', async (_, change) => {
  await page.evaluate(change);
  await told(1);
  await page.evaluate(() => {
    if (!document.documentElement) document.append(document.createElement('html'));
    document.documentElement.append('.');
  });
  await told(2);
});

import { expect } from '@playwright/test';
import { type OddSite, SAID, startOddSite } from './closed-pages.ts';
import { test } from './extension.ts';

/*
 * Pages that no click opens: a rep who clicked is told so, by popup and panel, and not asked to click again.
 */

let site: OddSite;
test.beforeAll(async () => {
  site = await startOddSite();
});
test.afterAll(() => site.close());

interface View {
  evaluate(read: () => string | undefined): Promise<string | undefined>;
}

const says = (view: View, words: string, when: string) =>
  expect.poll(() => view.evaluate(() => document.querySelector('main')?.innerText), when).toContain(words);

test('popup and panel say of every page whether it can be read, and ask for no second click', async ({ extension }) => {
  const { origin } = site;
  const pages = {
    [`${origin}/team`]: SAID.people,
    [`${origin}/sandboxed`]: SAID.people,
    [`${origin}/sheet`]: SAID.nobody,
    [`view-source:${origin}/team`]: SAID.closed,
    'about:blank': SAID.closed,
    'data:text/html,<li class=h-card>Ada Okafor': SAID.closed,
    [import.meta.url]: SAID.closed,
    'chrome://version/': SAID.closed,
    'http://127.0.0.1:9/': SAID.closed,
  };
  for (const [address, words] of Object.entries(pages)) {
    const page = await extension.context.newPage();
    await page.goto(address).catch(() => undefined);
    const panel = await extension.page(`sidepanel.html?tab=${await extension.tabId(page)}`);
    await says(panel, address.startsWith('chrome:') ? SAID.closed : SAID.before, `${address}: the panel at first`);
    const popup = await extension.clickToolbar(page);
    await says(popup, words, `${address}: the popup`);
    await says(panel, words, `${address}: the panel after the click`);
    if (address === 'about:blank') {
      await page.goto(`${origin}/team`);
      await says(panel, SAID.before, 'the panel when the tab has gone on to a page that a click opens');
    }
    await popup.evaluate(() => close()).catch(() => undefined);
    await panel.close();
    await page.close();
  }
});

test('a page that is busy as the icon is clicked is read when it rests', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(`${site.origin}/team`);
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const run = chrome.scripting.executeScript;
    const late = async (...[injection]: Parameters<typeof run>) => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return run(injection);
    };
    Object.assign(chrome.scripting, { executeScript: late });
  });
  await says(await extension.clickToolbar(page), SAID.people, 'the popup');
});

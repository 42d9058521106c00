import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Firefox, launchFirefox } from '#launch/firefox.ts';

/* What Latchkey leans on in Firefox, observed from the extension's own pages. */

const extensionDir = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const routes = {
  'https://people.example': '<!doctype html><title>Team</title>',
  'https://www.linkedin.com': '<!doctype html><title>Ada Example</title>',
};

for (const grantsByDefault of [true, false]) {
  test(`Firefox: install sites are ${grantsByDefault ? '' : 'not '}read when hosts are ${grantsByDefault ? '' : 'not '}granted at installation`, async () => {
    await using({ grantsByDefault }, async (firefox) => {
      await firefox.open('https://www.linkedin.com/in/ada-example');
      const options = await firefox.page('options.html');
      const heard = await options.evaluate(whoListens);
      expect(heard).toBe(grantsByDefault ? 1 : 0);
    });
  });
}

test('Firefox: a click on the toolbar icon opens the popup and grants the tab', async () => {
  await using({}, async (firefox) => {
    const page = await firefox.open('https://people.example/team');
    const panel = await firefox.openPanel(page);
    expect(await panel.evaluate(() => location.pathname)).toBe('/sidepanel.html');
    expect(await panel.evaluate(readActiveTitle), 'before the click').toMatch(/^refused: /);

    // So that what is seen after the click comes of the click, and not of the popup.
    const unasked = await firefox.window.openPopupUnasked();
    expect(await panel.evaluate(readActiveTitle), 'an opened popup is no click').toMatch(/^refused: /);
    await unasked.evaluate(() => close());
    await expect.poll(() => firefox.window.surface('popup')).toBeUndefined();

    const popup = await firefox.clickToolbar(page);
    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
    expect(await panel.evaluate(readActiveTitle), 'after the click').toBe('Team');
    expect((await popup.screenshot()).subarray(1, 4).toString(), 'the popup can be pictured').toBe('PNG');
  });
});

test('Firefox: the sidebar opens at a click and not by itself at installation', async () => {
  await using({}, async (firefox) => {
    const page = await firefox.open('https://people.example/team');
    expect(await firefox.window.sidebarIsOpen(), 'after the installation').toBe(false);
    await firefox.openPanel(page);
    expect(await firefox.window.sidebarIsOpen()).toBe(true);
  });
});

test('Firefox: a message wakes the background page after it was ended', async () => {
  await using({}, async (firefox) => {
    const options = await firefox.page('options.html');
    const background = await firefox.window.surface('background');
    await background?.evaluate(() => void Object.assign(globalThis, { old: true }));
    await firefox.window.killBackground();
    await options.evaluate(() => chrome.runtime.sendMessage('anything').catch(() => undefined));
    await expect.poll(async () => Boolean(await firefox.window.surface('background'))).toBe(true);
    const woken = await firefox.window.surface('background');
    expect(await woken?.evaluate(() => 'old' in globalThis), 'without the globals of the old one').toBe(false);
  });
});

async function using(options: { grantsByDefault?: boolean }, body: (firefox: Firefox) => Promise<void>): Promise<void> {
  const firefox = await launchFirefox({ extensionDir, routes, ...options });
  try {
    await body(firefox);
  } finally {
    await firefox.close();
  }
}

/* The functions below run in pages of the extension. */

/** In how many tabs a content script of ours listens. */
async function whoListens(): Promise<number> {
  const tabs = await chrome.tabs.query({});
  const answers = tabs.map(({ id }) =>
    chrome.tabs.sendMessage(id ?? -1, { type: 'is anyone there?' }).then(
      () => true,
      (error: Error) => !error.message.includes('Receiving end does not exist'),
    ),
  );
  return (await Promise.all(answers)).filter(Boolean).length;
}

/** The title of the tab in front as a script injected there reads it, or `refused: …`. */
async function readActiveTitle(): Promise<string> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  try {
    const target = { tabId: tab?.id ?? -1 };
    const [result] = await chrome.scripting.executeScript({ target, func: () => document.title });
    return result?.result ?? 'no result';
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : error}`;
  }
}

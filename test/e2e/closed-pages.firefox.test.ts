import { test } from '@playwright/test';
import { launchFirefox } from '#launch/firefox.ts';
import { SAID, startOddSite } from './closed-pages.ts';
import { firefoxBuild, shows } from './signed-in.firefox.ts';

test('Firefox: popup and sidebar say of every page whether it can be read, and ask for no second click', async () => {
  const site = await startOddSite();
  const firefox = await launchFirefox({ extensionDir: firefoxBuild });
  const pages = {
    [`${site.origin}/team`]: SAID.people,
    [`${site.origin}/sandboxed`]: SAID.people,
    [`${site.origin}/xhtml`]: SAID.people,
    [`${site.origin}/frames`]: SAID.people,
    // Firefox shows them in a page of its own.
    [`${site.origin}/sheet`]: SAID.closed,
    [`view-source:${site.origin}/team`]: SAID.closed,
    'about:blank': SAID.closed,
    'data:text/html,<li class=h-card>Ada Okafor': SAID.closed,
    [import.meta.url]: SAID.closed,
    [`about:reader?url=${site.origin}/team`]: SAID.closed,
    'http://127.0.0.1:9/': SAID.closed,
  };
  for (const [address, words] of Object.entries(pages)) {
    const page = await firefox.browser.newPage();
    // Of its own pages Firefox reports no load to WebDriver.
    await page.goto(address, { waitUntil: [] }).catch(() => undefined);
    const panel = await firefox.openPanel(page);
    await shows(panel, SAID.before);
    await shows(await firefox.clickToolbar(page), words);
    await shows(panel, words);
    await firefox.closePopup();
    await page.close();
  }
  await firefox.close();
  site.close();
});

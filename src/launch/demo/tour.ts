import type { Page } from '@playwright/test';
import type { Chromium, Surface } from '#launch/chromium.ts';
import { until } from '#launch/until.ts';
import { surfacePicture, tabPicture } from './browser.ts';
import { same, soon } from './expecting.ts';
import { guildbook } from './pages/guildbook.ts';
import { harbourLedger } from './pages/harbour-ledger.ts';
import { helioSummit } from './pages/helio-summit.ts';
import { marlowFinch } from './pages/marlow-finch.ts';
import { raviRaman } from './pages/ravi-raman.ts';
import type { DemoSite } from './pages/site.ts';
import type { Report } from './report.ts';
import { type RepScreen, repScreen } from './screens.ts';

interface Scene {
  browser: Chromium;
  report: Report;
}

/** Each with one person, described in another way. */
const SINGLE = [
  { site: helioSummit, person: 'Amara Nwosu-Lindt' },
  { site: marlowFinch, person: 'Eleanor Whitcombe' },
  { site: raviRaman, person: 'Ravi Raman' },
];

/** Visits the other sites with the side panel open beside `page`. Nothing is spent. */
export async function tour(scene: Scene, page: Page): Promise<void> {
  const { report, browser } = scene;
  const panel = await panelOf(browser);
  report.watch(surfacePicture(panel.surface));

  await report.step('On another site the panel asks for a click on the icon', async (step) => {
    await visit(page, guildbook);
    await page.locator('.results li').first().waitFor();
    await says(panel, await panel.t('unseenTitle'));
    await step.shot(surfacePicture(panel.surface), 'panel-unseen');
  });
  await report.step('A click reads a list of results, and the panel follows it', async (step) => {
    await readHere(scene, page);
    await lists(panel, 10);
    await step.shot(tabPicture(page), 'page-search');
    await page.getByRole('button', { name: 'Load more' }).click();
    const names = await lists(panel, 20);
    step.says(`${names.length} people`);
    await step.shot(surfacePicture(panel.surface), 'panel-search');
  });
  await report.step('… to one of them, without a page being loaded', async (step) => {
    const first = page.locator('.who a').first();
    const name = await first.innerText();
    await first.click();
    const [only] = await lists(panel, 1);
    same('person in the panel', name, only);
    step.says(name);
  });
  for (const { site, person } of SINGLE) {
    await report.step(`Finds the one person on ${site.host}`, async (step) => {
      await visit(page, site);
      await readHere(scene, page);
      const [only] = await lists(panel, 1);
      same('person in the panel', person, only);
      step.says(person);
      await step.shot(surfacePicture(panel.surface), `panel-${site.host.split('.')[0]}`);
    });
  }
  await report.step('Finds nobody in an article: its author is no profile', async (step) => {
    await visit(page, harbourLedger);
    await readHere(scene, page);
    await says(panel, await panel.t('nobodyTitle'));
    step.says(await panel.t('nobodyTitle'));
    await step.shot(surfacePicture(panel.surface), 'panel-nobody');
  });
}

async function panelOf(browser: Chromium): Promise<RepScreen> {
  return repScreen(await until('the side panel is open', () => browser.surface('sidepanel.html')));
}

async function visit(page: Page, site: DemoSite): Promise<void> {
  await page.goto(`http://${site.host}${site.path}`);
}

/** A click on the toolbar icon, which allows the tab to be read and opens the popup; then the popup is closed. */
async function readHere({ browser }: Scene, page: Page): Promise<void> {
  const popup: Surface = await browser.clickToolbar(page);
  await until('the popup has looked at the page', () =>
    popup.evaluate(() => document.querySelector('.person, .empty') !== null),
  );
  await popup.close();
}

function lists(panel: RepScreen, count: number): Promise<string[]> {
  return soon(`${count} people in the panel`, panel.people, (names) => names.length === count);
}

async function says(panel: RepScreen, words: string): Promise<void> {
  await soon(`"${words}" in the panel`, panel.text, (text) => text.includes(words));
}

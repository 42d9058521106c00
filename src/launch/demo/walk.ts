import type { Page } from '@playwright/test';
import type { Chromium } from '#launch/chromium.ts';
import { until } from '#launch/until.ts';
import type { Server } from '#server/start.ts';
import { enlarge, startBrowser, surfacePicture, tabPicture } from './browser.ts';
import { same, soon } from './expecting.ts';
import { settleTopUp } from './operator.ts';
import { brightwater, NEWCOMER, PRESS } from './pages/brightwater.ts';
import type { DemoPages } from './pages/serve.ts';
import { type Report, type Step, startReport } from './report.ts';
import { found, notFound, ownedOne, publicOne, shows } from './reveals.ts';
import { type RepScreen, repScreen } from './screens.ts';
import { LEFT, OWNED, PRICES, seed, type Team } from './seed.ts';
import { signIn } from './sign-in.ts';
import { tour } from './tour.ts';
import { windowPicture } from './window-picture.ts';

/** How many people the team page shows. */
const TEAM_SIZE = 15;
const ASKED = 100;

/** Reveals a phone of each until the purse is too small for the next. */
const PHONES = [
  'Tomás Villalobos',
  'Ingrid Halvorsen',
  'Priya Raghunathan',
  'Marcus Delacroix',
  'Dmitri Sokolov',
  'Oliver Penhaligon',
];
const REFUSED = 'Chen Wei-Ling';

export interface Walk {
  server: Server;
  pages: DemoPages;
  /** Where the pictures go. */
  folder: string;
  password: string;
  print: (line: string) => void;
}

/** What the steps share. */
interface Scene {
  walk: Walk;
  team: Team;
  browser: Chromium;
  report: Report;
}

/**
 * Walks the whole job in a headless browser through the real screens: finds people, reveals, runs out, asks for a
 * top-up, has it settled, reveals what was refused. It has a workspace and a browser profile of its own, so that it
 * can be repeated on the same database.
 * @returns whether every step did what it should
 */
export async function walkDemo(walk: Walk): Promise<boolean> {
  const { server, password } = walk;
  const team = await seed(server, { name: 'Southwind Sales', fresh: true, password });
  const balance = async () => (await server.purses.balance(team.workspace.id)).available;
  const report = await startReport(walk.folder, balance, walk.print);
  const browser = await startBrowser(walk.pages, true);
  try {
    await steps({ walk, team, browser, report });
    report.end();
    return true;
  } catch {
    // The report has said what was expected and what was seen.
    return false;
  } finally {
    await browser.close();
  }
}

async function steps(scene: Scene): Promise<void> {
  const { browser, report, walk } = scene;
  await report.step('The welcome page opens after the installation', (step) => welcome(scene, step));
  await report.step('Signs in: the server shows the same code, a click approves it', async (step) => {
    const settings = await signIn(browser, walk.server.url, scene.team.rep, step);
    await step.shot(tabPicture(settings), 'settings', 'both');
    await settings.close();
  });

  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1180, height: 900 });
  await enlarge(page);
  report.watch(tabPicture(page));
  await report.step('A click on the toolbar icon finds the people of a team page', (step) => popup(scene, page, step));
  const panel = await openPanel(scene, page);
  await report.step('The side panel lists them, with what the team owns already', (step) => firstLook(panel, step));
  await report.step("Reveals Ada Okafor's e-mail", async (step) => {
    await found(panel, 'Ada Okafor', 'email', step);
    await step.shot(surfacePicture(panel.surface), 'panel-email', 'both');
  });
  await report.step("Reveals Ada Okafor's phone number", async (step) => {
    await found(panel, 'Ada Okafor', 'phone', step);
    await step.shot(surfacePicture(panel.surface), 'panel-phone', 'both');
    await step.shot(windowPicture(page, panel.surface), 'window');
  });
  await report.step(`Looks for ${NEWCOMER.name}: not found, nothing charged`, (step) => notFound(panel, step));
  await report.step(`${PRESS.name} shows an address to everybody: free`, (step) => publicOne(panel, step));
  await report.step('Finds another one of hers, for its price', async (step) => {
    await found(panel, PRESS.name, 'email', step);
    await panel.show(PRESS.name, 'email');
    await step.shot(surfacePicture(panel.surface), 'panel-public');
  });
  await report.step(`Sees ${OWNED[0]}'s e-mail, which the team owns: free`, (step) => ownedOne(panel, step));
  for (const name of PHONES) {
    await report.step(`Reveals ${name}'s phone number`, (step) => found(panel, name, 'phone', step));
  }
  await report.step(`Is refused ${REFUSED}'s: out of credits, with a way on`, (step) => refused(panel, step));
  await report.step(`Asks for a top-up of ${ASKED}: pending, not to be spent yet`, (step) => ask(panel, step));
  await report.step("Settles it, as the operator, on the server's page", (step) => settleTopUp(scene, ASKED, step));
  await report.step('The panel shows the new balance by itself', async (step) => {
    await until(
      'the panel shows the top-up',
      async () => (await panel.credits()) === ASKED + restAfterPhones(),
      45_000,
    );
    step.says(await panel.sentence(REFUSED, 'phone'));
    await step.shot(surfacePicture(panel.surface), 'panel-settled', 'both');
  });
  await report.step('The refused reveal works by one click', async (step) => {
    await found(panel, REFUSED, 'phone', step);
    await step.shot(surfacePicture(panel.surface), 'panel-after-top-up');
  });
  await tour(scene, page);
}

/** What is left when the next phone costs too much. */
function restAfterPhones(): number {
  return LEFT - 2 * PRICES.email - PRICES.phone * (1 + PHONES.length);
}

async function welcome({ browser, report }: Scene, step: Step): Promise<void> {
  const page = await until('the welcome page is open', () =>
    browser.context.pages().find((one) => one.url().endsWith('/welcome.html')),
  );
  report.watch(tabPicture(page));
  await page.getByRole('heading').first().waitFor();
  await step.shot(tabPicture(page), 'welcome', 'both');
}

async function popup({ browser, report }: Scene, page: Page, step: Step): Promise<void> {
  await page.goto(`http://${brightwater.host}${brightwater.path}`);
  await step.shot(tabPicture(page), 'page-team');
  const screen = repScreen(await browser.clickToolbar(page));
  report.watch(surfacePicture(screen.surface));
  await soon(`${LEFT} credits in the popup`, screen.credits, (credits) => credits === LEFT);
  const counted = await screen.t('peopleHere_other', String(TEAM_SIZE));
  await soon(`"${counted}" in the popup`, screen.text, (text) => text.includes(counted));
  step.says(counted);
  await step.shot(surfacePicture(screen.surface), 'popup', 'both');
}

/** By the popup's own button, which closes the popup. */
async function openPanel({ browser, report }: Scene, page: Page): Promise<RepScreen> {
  const open = await browser.surface('popup.html');
  const menu = repScreen(open ?? (await browser.clickToolbar(page)));
  await menu.press(await menu.t('openSidePanel'));
  const panel = repScreen(await until('the side panel is open', () => browser.surface('sidepanel.html')));
  report.watch(surfacePicture(panel.surface));
  return panel;
}

async function firstLook(panel: RepScreen, step: Step): Promise<void> {
  const names = await soon(`${TEAM_SIZE} people in the panel`, panel.people, ({ length }) => length === TEAM_SIZE);
  same('credits in the panel', LEFT, await panel.credits());
  for (const name of OWNED) await shows(panel, name, 'email', await panel.t('yoursAlready'));
  step.says(`${names.length} people`);
  await step.shot(surfacePicture(panel.surface), 'panel', 'both');
}

async function refused(panel: RepScreen, step: Step): Promise<void> {
  const before = await panel.credits();
  await panel.reveal(REFUSED, 'phone');
  const missing = await panel.t('short_other', String(PRICES.phone - restAfterPhones()));
  await shows(panel, REFUSED, 'phone', missing);
  same('credits in the panel', before, await panel.credits());
  step.says((await panel.sentence(REFUSED, 'phone')).split('.')[0] ?? '');
  await panel.show(REFUSED, 'phone');
  await step.shot(surfacePicture(panel.surface), 'panel-exhausted', 'both');
}

async function ask(panel: RepScreen, step: Step): Promise<void> {
  const where = { name: REFUSED, field: 'phone' } as const;
  await panel.press(await panel.t('ask_requestTopUp'), where);
  await panel.surface.locator(`[role="group"] .choice ::-p-text(${ASKED})`).click();
  await step.shot(surfacePicture(panel.surface), 'panel-top-up-form', 'both');
  await panel.press(await panel.t('askFor_other', String(ASKED)), where);
  const coming = await panel.t('onItsWay_other', String(ASKED));
  await shows(panel, REFUSED, 'phone', coming);
  step.says(coming);
  await step.shot(surfacePicture(panel.surface), 'panel-pending', 'both');
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '#launch/browsers.js';
import { PASSWORD, person, type SignedInMember, startWorld, type World } from '../http/world.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const folder = mkdtempSync(join(tmpdir(), 'latchkey-pages-'));
let browser: Browser;
beforeAll(async () => {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium found: name one in LATCHKEY_CHROMIUM.');
  browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Something of everything that the pages of credits show, in team A; team B has nothing but its plan. */
async function fill({ server: { purses, reveals }, a, operator }: World): Promise<void> {
  const { workspace, rep, admin } = a;
  const request = { profile: person('okafor'), field: 'email', maxCredits: 1, another: false } as const;
  const reply = await reveals.reveal(rep, crypto.randomUUID(), request);
  if ('refusal' in reply || reply.outcome.kind !== 'found' || reply.outcome.receipt === null) expect.fail('no charge');
  await reveals.dispute(rep, reply.outcome.receipt.id, { reason: 'bounced', note: 'It came back' });
  await purses.addAddOn(workspace, { id: crypto.randomUUID(), credits: 5 }, operator);
  await purses.grant(
    workspace,
    { id: crypto.randomUUID(), kind: 'top_up', credits: 9, reason: 'For the fair' },
    operator,
  );
  await purses.setCap(workspace, rep.id, 5, admin);
  await purses.requestRaise(rep, crypto.randomUUID(), { credits: 9, note: 'The fair is next week' });
  await purses.requestTopUp(rep, crypto.randomUUID(), { credits: 100, note: 'A'.repeat(200) });
  const bought = await purses.requestTopUp(rep, crypto.randomUUID(), { credits: 40, note: null });
  if ('refusal' in bought) expect.fail(bought.refusal.message);
  await purses.settleTopUp(workspace, bought.topUp.id, 'settled', operator);
}

async function enter(world: World, who: SignedInMember): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${world.server.url}/welcome/${await world.server.accounts.links.forMember(who.id)}`);
  await page.fill('input[name=password]', PASSWORD);
  await Promise.all([page.waitForURL(`${world.server.url}/`), page.keyboard.press('Enter')]);
  return page;
}

/** What is wrong with the page as it is, every part of it opened. */
async function wrongWith(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...found, ...(sideways ? ['the page scrolls sideways'] : [])];
  }, TAGS);
}

test('the pages of credits are accessible, narrow and wide, light and dark, full and empty; and work by keys', async () => {
  const world = await startWorld({ url: async () => `file:${join(folder, 'latchkey.db')}` });
  try {
    await fill(world);
    const at = (team: { workspace: string }) => `/operator/workspaces/${team.workspace}`;
    const { a, b } = world;
    const wrong: string[] = [];
    for (const [who, paths] of [
      [a.admin, ['/team', '/team/ledger', '/team/receipts']],
      [b.admin, ['/team', '/team/receipts']],
      [world.operator, ['/operator', at(a), `${at(a)}/ledger`, at(b)]],
    ] as const) {
      const page = await enter(world, who);
      for (const path of paths) {
        for (const [colorScheme, width] of [
          ['light', 1000],
          ['dark', 320],
        ] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          await page.goto(`${world.server.url}${path}`);
          for (const what of await wrongWith(page)) wrong.push(`${path}, ${colorScheme}, ${width}: ${what}`);
        }
      }
      await page.close();
    }
    expect(wrong).toEqual([]);

    const page = await enter(world, a.admin);
    await page.goto(`${world.server.url}/team`);
    await page.getByLabel('Cap… of ARep').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect((await world.server.purses.caps(a.workspace)).get(a.rep.id)).toMatchObject({ credits: 7 });
  } finally {
    await world.server.stop();
  }
}, 300_000);

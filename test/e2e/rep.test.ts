import { expect } from '@playwright/test';
import { fillSignIn } from '#launch/demo/sign-in.ts';
import { test as bare } from './extension.ts';
import { test } from './signed-in.ts';
import { startTeam } from './team.ts';

/* What a rep leans on around a reveal: the badge, sites taken back, a sign-in whose page was closed, no network. */

test('the badge counts the people of a page and warns when no reveal can be paid any more', async ({ signedIn }) => {
  const { extension, person, panel } = signedIn;
  const page = await person('/ada');
  const tab = await extension.tabId(page);
  const badge = async (tabId?: number) =>
    (await extension.worker()).evaluate(
      async (details) => ({
        text: await chrome.action.getBadgeText(details),
        title: await chrome.action.getTitle({}),
      }),
      tabId === undefined ? {} : { tabId },
    );
  await expect.poll(() => badge(tab), 'once the page is idle').toEqual({ text: '1', title: 'Latchkey' });
  const view = await panel(page);
  await view.getByRole('button', { name: /phone number of Ada/ }).click();
  await expect(view.getByText('8 credits charged')).toBeVisible();
  await view.getByRole('button', { name: /e-mail of Ada/ }).click();
  await expect(view.getByText('1 credit charged')).toBeVisible();
  expect((await badge()).text, 'one credit still buys an e-mail').toBe('');
  const jonas = await panel(await person('/jonas'));
  await jonas.getByRole('button', { name: /e-mail of Jonas/ }).click();
  await expect(jonas.getByText('1 credit charged')).toBeVisible();
  await expect.poll(() => badge()).toEqual({ text: '!', title: 'Latchkey: not enough credits for a reveal' });
  expect((await badge(tab)).text, 'the count stays').toBe('1');
});

test('a site that is taken back is not read any more', async ({ signedIn }) => {
  const { extension, person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(view.getByRole('heading', { name: 'Ada Okafor' })).toBeVisible();
  await extension.setHostPermission('https://people.example/*', false);
  await expect(view.getByText('Click the Latchkey icon to read this page')).toBeVisible();
  await expect(view.getByRole('heading', { name: 'Ada Okafor' })).toHaveCount(0);
});

test('without a network the panel says so, with the last known balance', async ({ signedIn }) => {
  const { person, panel, team } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(view.getByText('10 credits').first()).toBeVisible();
  team.proxy.set('refuse');
  await view.reload();
  await expect(view.getByText("Your server can't be reached.")).toBeVisible();
  await expect(view.getByText(/Last known balance/)).toBeVisible();
  await expect(view.getByText('10 credits').first()).toBeVisible();
  team.proxy.set('pass');
  await view.reload();
  await expect(view.getByRole('button', { name: /e-mail of Ada/ })).toBeVisible();
  await expect(view.getByText("Your server can't be reached.")).toHaveCount(0);
});

bare('a sign-in goes on when the page that started it is closed', async ({ extension }) => {
  bare.setTimeout(90_000);
  const team = await startTeam();
  const settings = await extension.page('options.html');
  const ask = (message: unknown) => settings.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  expect(await ask({ ask: 'setServer', request: { url: team.url } })).toEqual({ kind: 'ok' });
  const started = await ask({ ask: 'signIn', request: {} });
  expect(started.kind).toBe('started');
  const approval = await extension.context.newPage();
  await settings.close();
  await approval.goto(started.signIn.verificationUrl);
  await fillSignIn(approval, { ...team.rep, workspace: team.workspace, name: '' });
  await approval.getByRole('button', { name: 'It matches, sign in' }).click();
  await approval.getByRole('heading', { name: 'Approved' }).waitFor();
  // Nothing of ours is open: only the alarm, every 30 s, asks for the token.
  await expect
    .poll(() => team.proxy.seen.includes('GET /v1/balance pass'), { timeout: 45_000, intervals: [1_000] })
    .toBe(true);
  const again = await extension.page('options.html');
  await expect(again.getByText(team.rep.email)).toBeVisible();
  await team.stop();
});

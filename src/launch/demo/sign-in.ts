import type { Page } from '@playwright/test';
import type { Chromium } from '#launch/chromium.ts';
import { until } from '#launch/until.ts';
import { tabPicture } from './browser.ts';
import { same } from './expecting.ts';
import type { Step } from './report.ts';
import type { Login } from './seed.ts';

/** Where the extension looks for its server until it is told otherwise. */
const DEFAULT_SERVER = 'http://127.0.0.1:8787';

/**
 * Signs a member in as a person would: the settings page starts it and shows a code, the server's page asks for the
 * password and shows the code again, and a click there approves it.
 * @param step takes the pictures; without it none are taken
 * @returns the settings page, signed in
 */
export async function signIn(browser: Chromium, server: string, login: Login, step?: Step): Promise<Page> {
  const settings = await browser.page('options.html');
  const t = (key: string) => settings.evaluate((name) => chrome.i18n.getMessage(name), key);
  if (server !== DEFAULT_SERVER) await chooseServer(settings, server);

  await settings.getByRole('button', { name: await t('signIn'), exact: true }).click();
  const approval = await until('the server’s page is open', () =>
    browser.context.pages().find((page) => page.url().startsWith(`${server}/`)),
  );
  await fillSignIn(approval, login);
  const shown = await settings.getByLabel(await t('code'), { exact: true }).textContent();
  const asked = await approval.locator('.code').textContent();
  same('code on the server’s page', letters(shown), letters(asked));
  await step?.shot(tabPicture(settings), 'settings-code', 'both');
  await step?.shot(tabPicture(approval), 'server-approve', 'both');
  await approval.getByRole('button', { name: 'It matches, sign in' }).click();
  await approval.getByRole('heading', { name: 'Approved' }).waitFor();
  await approval.close();
  await settings.bringToFront();
  await until('the extension is signed in', () => settings.getByText(login.email).first().isVisible(), 20_000);
  return settings;
}

/** Fills the server's own sign-in form. */
export async function fillSignIn(page: Page, { email, password }: Login): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Tells the extension another server than the one it looks for by itself. */
async function chooseServer(settings: Page, server: string): Promise<void> {
  const address = settings.locator('input[type="url"], input[inputmode="url"]');
  await address.fill(server);
  await address.press('Enter');
  await until('the extension has found the server', () => settings.getByText(new URL(server).host).first().isVisible());
}

const letters = (code: string | null) => code?.replace(/[^A-Z0-9]/gi, '');

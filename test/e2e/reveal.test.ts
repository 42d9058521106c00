import { expect, type Page } from '@playwright/test';
import { test } from './signed-in.ts';

/*
 * One reveal, however it is interrupted: charged once, and the contact arrives. Each test says what it survives. The
 * ledger is asked at the server, past the extension.
 */

const EMAIL = 'ada.okafor@brightwater.example';

const emailOf = (panel: Page, name = 'Ada Okafor') =>
  panel.getByRole('button', { name: new RegExp(`e-mail of ${name}`) });
const shown = (panel: Page, value = EMAIL) => panel.getByText(value, { exact: true });

test('a click reveals the e-mail, with its receipt, and charges its price', async ({
  signedIn: { person, panel, team },
}) => {
  const view = await panel(await person('/ada'));
  await emailOf(view).click();
  await expect(shown(view)).toBeVisible();
  await expect(view.getByText('1 credit charged')).toBeVisible();
  expect(await team.charged()).toBe(1);
  expect((await team.balance()).available).toBe(9);
});

test('the reply is lost: the same id is sent again and finds what was charged', async ({ signedIn }) => {
  const { team, person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(emailOf(view)).toBeVisible();
  team.proxy.set('drop-reply', 'POST /v1/reveals', 2);
  await emailOf(view).click();
  await expect(shown(view)).toBeVisible();
  expect(team.proxy.seen.filter((line) => line === 'POST /v1/reveals drop-reply')).toHaveLength(2);
  expect(await team.charged()).toBe(1);
});

test('the server answers 500: nothing is charged for that, and the next attempt is', async ({ signedIn }) => {
  const { team, person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(emailOf(view)).toBeVisible();
  team.proxy.set('500', 'POST /v1/reveals', 2);
  await emailOf(view).click();
  await expect(shown(view)).toBeVisible();
  expect(await team.charged()).toBe(1);
});

test('the server hangs and the worker is killed waiting: the next one asks again', async ({ signedIn }) => {
  const { team, extension, person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(emailOf(view)).toBeVisible();
  team.proxy.set('hang', 'POST /v1/reveals', 1);
  const hung = team.proxy.next('hang');
  await emailOf(view).click();
  await hung;
  await extension.killWorker();
  await expect(shown(view)).toBeVisible();
  expect(await team.charged()).toBe(1);
});

/*
 * Each step of a reveal at which the worker can die. The live worker is patched to stop there for ever; the patch dies
 * with it, so nothing of this is shipped. The text is evaluated in the worker and calls `hit()` when it is there.
 */
const STEPS: Record<string, string> = {
  'before the intent is on disk': `
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (...all) {
      if (this.name !== 'intents' || this.transaction.mode !== 'readwrite') return getAll.apply(this, all);
      hit();
      return new Promise(() => {});
    };`,
  'when the intent is on disk and nothing was sent': `
    const fetched = globalThis.fetch;
    globalThis.fetch = (url, init) => {
      if (!String(url).endsWith('/v1/reveals')) return fetched(url, init);
      hit();
      return new Promise(() => {});
    };`,
  'when the server has answered and nothing was stored': `
    const text = Response.prototype.text;
    Response.prototype.text = function () {
      if (!this.url.endsWith('/v1/reveals')) return text.call(this);
      return text.call(this).then(() => { hit(); return new Promise(() => {}); });
    };`,
  'while the outcome is being stored': `
    const remove = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function (...all) {
      const request = remove.apply(this, all);
      if (this.name !== 'intents') return request;
      hit();
      // Keeps the transaction open, so that it is the killing that ends it.
      const spin = () => { this.get('').onsuccess = spin; };
      spin();
      return new Promise(() => {});
    };`,
  'when the outcome is stored and the panel was not answered': `
    const title = chrome.action.setTitle;
    chrome.action.setTitle = () => { hit(); return new Promise(() => {}); };`,
};

for (const [step, patch] of Object.entries(STEPS)) {
  test(`the worker is killed ${step}: one charge, and the contact arrives`, async ({ signedIn }) => {
    const { team, extension, person, panel } = signedIn;
    const view = await panel(await person('/ada'));
    await expect(emailOf(view)).toBeVisible();
    const worker = await extension.worker();
    await worker.evaluate(`(() => { const hit = () => { globalThis.wasHit = true; }; ${patch} })()`);
    await emailOf(view).click();
    await expect.poll(() => worker.evaluate(() => (globalThis as { wasHit?: boolean }).wasHit)).toBe(true);
    await extension.killWorker();
    await expect(shown(view)).toBeVisible();
    expect(await team.charged()).toBe(1);
    expect((await team.balance()).held).toBe(0);
  });
}

test('the server is killed between hold and capture: after its restart the same hold is captured', async ({
  signedIn,
}) => {
  const { team, person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(emailOf(view)).toBeVisible();
  team.closeGate();
  await emailOf(view).click();
  await team.asked();
  expect((await team.balance()).held, 'the price is on hold').toBe(1);
  await team.kill();
  team.openGate();
  await team.restart();
  await expect(shown(view)).toBeVisible({ timeout: 45_000 });
  expect(await team.charged()).toBe(1);
  expect((await team.balance()).held).toBe(0);
});

test('ten tabs click at once: one charge, and all ten show the contact', async ({ signedIn }) => {
  const { team, person, panel } = signedIn;
  const page = await person('/ada');
  const views = [await panel(page)];
  while (views.length < 10) views.push(await panel(page));
  for (const view of views) await expect(emailOf(view)).toBeVisible();
  const at = Date.now() + 1_500;
  const click = (button: HTMLElement, time: number) => void setTimeout(() => button.click(), time - Date.now());
  await Promise.all(views.map((view) => emailOf(view).evaluate(click, at)));
  for (const view of views) await expect(shown(view)).toBeVisible();
  expect(await team.charged()).toBe(1);
});

test('the server is away at the click: the panel says so, and the contact arrives when it is back', async ({
  signedIn,
}) => {
  const { team, person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  await expect(emailOf(view)).toBeVisible();
  team.proxy.set('refuse');
  await emailOf(view).click();
  await expect(
    view.getByText('Your server can’t be reached').or(view.getByText("Your server can't be reached")),
  ).toBeVisible();
  team.proxy.set('pass');
  await expect(shown(view)).toBeVisible({ timeout: 15_000 });
  expect(await team.charged()).toBe(1);
});

test('nobody is found: nothing is charged', async ({ signedIn: { person, panel, team } }) => {
  const view = await panel(await person('/nobody'));
  await emailOf(view, 'Nia Unlisted').click();
  await expect(view.getByText('No e-mail found. Nothing was charged.').first()).toBeVisible();
  expect(await team.charged()).toBe(0);
  expect((await team.balance()).available).toBe(10);
});

test('out of credits: asked for, settled, and the refused reveal runs with one click', async ({ signedIn }) => {
  const { team, person, panel } = signedIn;
  const ada = await panel(await person('/ada'));
  await ada.getByRole('button', { name: /phone number of Ada/ }).click();
  await expect(shown(ada, '+44 20 7946 0101')).toBeVisible();
  const jonas = await panel(await person('/jonas'));
  await jonas.getByRole('button', { name: /phone number of Jonas/ }).click();
  await expect(jonas.getByText('6 credits short')).toBeVisible();
  await jonas.getByRole('button', { name: 'Ask for a top-up' }).click();
  await jonas.getByRole('button', { name: /Ask for 50 credits/ }).click();
  await expect(jonas.getByText('A top-up of 50 credits is on its way')).toBeVisible();
  expect((await team.balance()).available, 'pending credits cannot be spent').toBe(2);
  await team.settle();
  await jonas.getByRole('button', { name: /Try again/ }).click({ timeout: 15_000 });
  await expect(shown(jonas, '+44 20 7946 0102')).toBeVisible();
  expect(await team.charged()).toBe(16);
});

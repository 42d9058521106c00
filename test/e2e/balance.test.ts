import { expect } from '@playwright/test';
import { test } from './signed-in.ts';

test('a balance that did not change is not sent again: a real browser hands over the tag, and the 304', async ({
  signedIn,
}) => {
  const { extension, person, panel } = signedIn;
  /** How the server answered each time it was asked for the balance, oldest first. */
  const answers = async () =>
    (await extension.worker()).evaluate(async () => {
      const opened = Promise.withResolvers<IDBDatabase>();
      const opening = indexedDB.open('latchkey');
      opening.onsuccess = () => opened.resolve(opening.result);
      opening.onerror = () => opened.reject(opening.error);
      const db = await opened.promise;
      const read = Promise.withResolvers<{ path: string; status: number }[]>();
      const reading = db.transaction('outbound').objectStore('outbound').getAll();
      reading.onsuccess = () => read.resolve(reading.result);
      reading.onerror = () => read.reject(reading.error);
      const lines = await read.promise;
      db.close();
      return lines.filter(({ path }) => path === '/v1/balance').map(({ status }) => status);
    });

  const view = await panel(await person('/ada'));
  await expect(view.getByText('10 credits').first()).toBeVisible();
  const before = (await answers()).length;
  await view.reload();
  await expect.poll(answers).toHaveLength(before + 1);
  expect((await answers()).at(-1), 'opened again, nothing had changed').toBe(304);
  await expect(view.getByText('10 credits').first(), 'and it is still shown').toBeVisible();

  await view.getByRole('button', { name: /e-mail of Ada/ }).click();
  await expect(view.getByText('1 credit charged')).toBeVisible();
  await view.reload();
  await expect.poll(async () => (await answers()).at(-1), 'one credit less is something new').toBe(200);
  await expect(view.getByText('9 credits').first()).toBeVisible();
});

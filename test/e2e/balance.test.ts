import { expect } from '@playwright/test';
import { balanceAnswers } from './balance-answers.ts';
import { test } from './signed-in.ts';

test('a balance that did not change is not sent again: a real browser hands over the tag, and the 304', async ({
  signedIn,
}) => {
  const { person, panel } = signedIn;
  const view = await panel(await person('/ada'));
  const answers = () => view.evaluate(balanceAnswers);
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

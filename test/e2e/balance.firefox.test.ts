import { expect } from '@playwright/test';
import { balanceAnswers } from './balance-answers.ts';
import { emailOf, press, shows, test } from './signed-in.firefox.ts';
import { personPage } from './signed-in.ts';

test.use({ routes: { 'https://people.example': () => personPage('Ada Okafor') } });

test('a balance that did not change is not sent again: Firefox hands over the tag, and the 304', async ({
  open,
  popup,
  rep,
}) => {
  const { available } = await rep.balance();
  const page = await open('https://people.example/ada');
  await shows(await popup(page), `${available}`);
  const view = await popup(page);
  await expect.poll(async () => (await view.evaluate(balanceAnswers)).at(-1), 'nothing had changed').toBe(304);
  await shows(view, `${available}`);
  await press(view, 'reveal the e-mail of Ada Okafor');
  await shows(view, emailOf('Ada Okafor'), '1 credit charged');
  const again = await popup(page);
  await expect.poll(async () => (await again.evaluate(balanceAnswers)).at(-1), 'one credit less').toBe(200);
});

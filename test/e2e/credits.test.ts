import { expect } from '@playwright/test';
import type { Dispute } from '#contract/credits.ts';
import type { CapRequest } from '#contract/members.ts';
import { test } from './signed-in.ts';

/* Rules of credits as a rep meets them: what an admin or an operator decides arrives in the panel. */

test('at the cap: a raise is asked for, granted by an admin, and the refused reveal runs with one click', async ({
  signedIn: { person, panel, team },
}) => {
  await team.asAdmin(`/v1/members/${team.rep.id}/cap`, { credits: 4 });
  const view = await panel(await person('/ada'));
  await view.getByRole('button', { name: /phone number of Ada Okafor/ }).click();
  await expect(view.getByText('Your cap leaves you 4 credits; this costs 8.')).toBeVisible();
  await expect(view.getByText('Can raise it: Olu Operator')).toBeVisible();
  expect(await team.charged()).toBe(0);

  await view.getByRole('button', { name: 'Ask for a higher cap' }).click();
  await view.getByRole('button', { name: 'Ask for 50 credits' }).click();
  await expect(view.locator('.sentence').getByText('Your admin decides')).toBeVisible();
  const { items } = (await team.asAdmin('/v1/cap-requests')) as { items: CapRequest[] };
  expect(items.map(({ credits, status }) => [credits, status])).toEqual([[50, 'pending']]);
  const until = Temporal.Now.instant().add({ hours: 24 }).toString({ fractionalSecondDigits: 3 });
  await team.asAdmin(`/v1/cap-requests/${items[0]?.id}/decide`, { raise: { credits: 50, until } });

  await view.reload();
  await expect(view.getByText('Your cap has room again.')).toBeVisible();
  await view.getByRole('button', { name: /Try again 8 credits/ }).click();
  await expect(view.getByText('+44 20 7946 0101', { exact: true })).toBeVisible();
  expect(await team.charged()).toBe(8);
});

test('a charge is disputed, granted by the operator, and the credits are back', async ({
  signedIn: { person, panel, team },
}) => {
  const view = await panel(await person('/ada'));
  await view.getByRole('button', { name: /e-mail of Ada Okafor/ }).click();
  await view.getByText('1 credit charged').click();
  await view.getByRole('button', { name: 'Report a problem' }).click();
  await view.getByRole('button', { name: 'Ask for the credits back' }).click();
  await expect(view.locator('.sentence').getByText('the credits come back to your team')).toBeVisible();
  expect((await team.balance()).available, 'nothing comes back by asking').toBe(9);

  const { items } = (await team.asAdmin('/v1/operator/disputes')) as { items: { dispute: Dispute }[] };
  const path = `/v1/operator/workspaces/${team.workspace}/disputes/${items[0]?.dispute.id}/decide`;
  await team.asAdmin(path, { grant: true, answer: null });
  await team.asAdmin(path, { grant: true, answer: null });
  expect((await team.balance()).available, 'and once only by granting').toBe(10);
});

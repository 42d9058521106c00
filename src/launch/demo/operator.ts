import type { Chromium } from '#launch/chromium.ts';
import type { Server } from '#server/start.ts';
import { tabPicture } from './browser.ts';
import type { Step } from './report.ts';
import type { Team } from './seed.ts';
import { fillSignIn } from './sign-in.ts';

/** The operator, in a browser session of their own, settles a workspace's pending top-up on the server's page. */
export async function settleTopUp(
  scene: { browser: Chromium; walk: { server: Server }; team: Team },
  credits: number,
  step: Step,
): Promise<void> {
  const { browser, walk, team } = scene;
  const own = await browser.context.browser()?.newContext();
  if (!own) throw new Error('The browser gives no session of its own to the operator');
  try {
    const page = await own.newPage();
    await page.goto(`${walk.server.url}/operator`);
    await fillSignIn(page, team.operator);
    const row = page.locator(`li:has(input[name="workspace"][value="${team.workspace.id}"])`);
    await row.getByText(`+${credits}`).waitFor();
    await step.shot(tabPicture(page), 'operator', 'both');
    await row.getByRole('button', { name: `Settle ${credits}` }).click();
    const done = page.getByRole('status');
    await done.waitFor();
    step.says((await done.innerText()).trim());
  } finally {
    await own.close();
  }
}

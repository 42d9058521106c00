import type { Field } from '#contract/field.ts';
import { surfacePicture } from './browser.ts';
import { same, soon } from './expecting.ts';
import { NEWCOMER, PRESS } from './pages/brightwater.ts';
import type { Step } from './report.ts';
import type { RepScreen } from './screens.ts';
import { OWNED, PRICES } from './seed.ts';

/** Reveals what is in the directory: the contact comes, and exactly the price on the button goes. */
export async function found(panel: RepScreen, name: string, field: Field, step: Step): Promise<void> {
  const before = await panel.credits();
  const onPage = await panel.values(name, field);
  await panel.reveal(name, field);
  const values = await soon(
    `${name}'s ${field}`,
    async () => (await panel.values(name, field)).filter((value) => !onPage.includes(value)),
    ({ length }) => length === 1,
  );
  const due = (before ?? 0) - PRICES[field];
  await soon(`${due} credits in the panel`, panel.credits, (credits) => credits === due);
  step.says(values.join(' '));
}

export async function notFound(panel: RepScreen, step: Step): Promise<void> {
  const before = await panel.credits();
  await panel.reveal(NEWCOMER.name, 'email');
  await shows(panel, NEWCOMER.name, 'email', await panel.t('notFound_email'));
  step.says(await panel.sentence(NEWCOMER.name, 'email'));
  same('credits in the panel', before, await panel.credits());
  await panel.show(NEWCOMER.name, 'email');
  await step.shot(surfacePicture(panel.surface), 'panel-not-found');
}

/** What the page shows is shown without a click. */
export async function publicOne(panel: RepScreen, step: Step): Promise<void> {
  await shows(panel, PRESS.name, 'email', await panel.t('publicOnPage'));
  same('public address', PRESS.email, (await panel.values(PRESS.name, 'email')).join(' '));
  step.says(PRESS.email);
}

export async function ownedOne(panel: RepScreen, step: Step): Promise<void> {
  const [name = ''] = OWNED;
  const before = await panel.credits();
  await panel.press(await panel.t('showOwned_email', name), { name, field: 'email' });
  const values = await soon(
    `${name}'s e-mail`,
    () => panel.values(name, 'email'),
    ({ length }) => length === 1,
  );
  same('credits in the panel', before, await panel.credits());
  step.says(values.join(' '));
  await panel.show(name, 'email');
  await step.shot(surfacePicture(panel.surface), 'panel-owned');
}

/** Waits until the panel says `words` of a field of a person. */
export async function shows(panel: RepScreen, name: string, field: Field, words: string): Promise<void> {
  await soon(
    `"${words}" for ${name}`,
    () => panel.field(name, field),
    (text) => text.includes(words),
  );
}

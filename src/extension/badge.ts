import browser from 'webextension-polyfill';
import type { Balance } from '#contract/credits.ts';
import { FIELDS } from '#contract/field.ts';

const INK_BLUE = '#22577a';
const RUST = '#9a3412';

/** Shows on the toolbar icon how many people a tab's page has; nothing for none. */
export async function setBadgeCount(tabId: number, people: number): Promise<void> {
  const text = people === 0 ? null : people > 999 ? '999+' : String(people);
  // The tab may be closed by now.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}

/** Colours the badge as a warning, and shows "!" where there is no count, when not even the cheapest reveal can be paid. */
export async function setBadgeWarning(balance: Balance | null): Promise<void> {
  const prices = balance ? FIELDS.flatMap((field) => balance.prices[field] ?? []) : [];
  const out = balance !== null && prices.length > 0 && balance.available < Math.min(...prices);
  await Promise.all([
    browser.action.setBadgeText({ text: out ? '!' : '' }),
    browser.action.setBadgeBackgroundColor({ color: out ? RUST : INK_BLUE }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({
      title: out ? browser.i18n.getMessage('iconOutOfCredits') : browser.i18n.getMessage('name'),
    }),
  ]);
}

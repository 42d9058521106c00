import browser from 'webextension-polyfill';

/** Keeps balance and feed fresh. Fixed, so that no request is timed by what the rep reads. */
export const FIXED_ALARM = 'refresh';
/** Runs while something is on its way: an intent, a sign-in, a pending top-up. */
export const SOON_ALARM = 'soon';

/** Makes the fixed alarm if it is not there: browsers may forget alarms when they restart. */
export async function keepFixedAlarm(): Promise<void> {
  if (!(await browser.alarms.get(FIXED_ALARM))) browser.alarms.create(FIXED_ALARM, { periodInMinutes: 30 });
}

/** Wakes the worker every 30 s, the shortest period there is, until nothing is on its way any more. */
export async function wakeSoon(): Promise<void> {
  if (!(await browser.alarms.get(SOON_ALARM))) browser.alarms.create(SOON_ALARM, { periodInMinutes: 0.5 });
}

/** Nothing is on its way any more. */
export async function sleep(): Promise<void> {
  await browser.alarms.clear(SOON_ALARM);
}

import browser from 'webextension-polyfill';
import { FIXED_ALARM, keepFixedAlarm, SOON_ALARM, sleep, wakeSoon } from './alarms.ts';
import { setBadgeCount } from './badge.ts';
import { look } from './look.ts';
import { type Handlers, receiver } from './receive.ts';
import { refresh } from './refresh.ts';
import { dispute, requestRaise } from './requests.ts';
import { open, resend, reveal } from './reveal.ts';
import { setServer } from './set-server.ts';
import { cancelSignIn, pollSignIn, startSignIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { injectIntoInstallSites, registerSites } from './sites.ts';
import { openStore, readFact } from './store.ts';
import { requestTopUp } from './top-up.ts';

const handlers: Handlers = {
  look: ({ tabId }) => look(tabId),
  refresh: async ({ why }) => {
    resend().catch(() => undefined);
    const refreshed = await refresh(why);
    await watchPending();
    return refreshed;
  },
  reveal,
  open,
  requestTopUp,
  requestRaise,
  dispute,
  signIn: startSignIn,
  pollSignIn,
  cancelSignIn,
  signOut,
  setServer: ({ url }) => setServer(url),
};

/**
 * Registers every listener of the background, synchronously: one registered after an `await` misses the event that
 * woke it. The worker keeps no state; what was under way when it was killed is sent again at each start.
 */
export function startWorker(): void {
  browser.runtime.onMessage.addListener(receiver(handlers, ({ people }, tabId) => void setBadgeCount(tabId, people)));
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason));
  browser.permissions.onAdded.addListener(() => void registerSites());
  browser.permissions.onRemoved.addListener(() => void registerSites());
  browser.alarms.onAlarm.addListener(({ name }) => void wake(name).catch(() => undefined));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') openPanel(tab?.windowId);
  });
  void keepFixedAlarm();
  // What could not be read now is read by the next alarm.
  resend().catch(() => undefined);
}

/** Browsers open it in the event of a gesture only, so nothing may be awaited before. */
function openPanel(windowId: number | undefined): void {
  if (import.meta.env.FIREFOX) void browser.sidebarAction.open();
  else if (windowId !== undefined) void chrome.sidePanel.open({ windowId });
}

async function installed(reason: string): Promise<void> {
  await Promise.all([injectIntoInstallSites(), registerSites()]);
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

async function wake(alarm: string): Promise<void> {
  if (alarm !== FIXED_ALARM && alarm !== SOON_ALARM) return;
  await resend();
  if (await readFact('signIn')) await pollSignIn();
  const balance = await readFact('balance');
  if (alarm === FIXED_ALARM || balance?.balance.pending.length) await refresh('alarm');
  if (alarm === SOON_ALARM && !(await isBusy())) await sleep();
}

/** Pending top-ups are looked after until they are settled. */
async function watchPending(): Promise<void> {
  if (await isBusy()) await wakeSoon();
}

async function isBusy(): Promise<boolean> {
  const db = await openStore();
  const [intents, signIn, balance, token] = await Promise.all([
    db.count('intents'),
    readFact('signIn'),
    readFact('balance'),
    readFact('token'),
  ]);
  // Without a session nothing can be sent or asked after: that waits for the next sign-in.
  const sending = token !== undefined && (intents > 0 || (balance?.balance.pending.length ?? 0) > 0);
  return sending || signIn !== undefined;
}

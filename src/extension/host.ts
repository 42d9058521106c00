import browser from 'webextension-polyfill';
import type { Host } from '#contract/host.ts';
import type { Answer, Ask } from '#contract/messages.ts';
import { readOutbound } from './outbound.ts';
import { readOverview } from './overview.ts';
import { allowedPatterns, patternOf } from './sites.ts';
import { onChanged, openStore } from './store.ts';
import { followTab, tabHere } from './tab.ts';

/** Milliseconds between looks at what is on its way, while one of our pages is in sight. */
const POLL = 5_000;

const ask: Ask = (name, request) => browser.runtime.sendMessage({ ask: name, request });

/** All that our pages need of the browser. Made once a page, synchronously, so that the first paint waits for nothing. */
export function createHost(): Host {
  // A panel may only be opened in the click itself, before anything is awaited: so the window is known beforehand.
  let windowId: number | undefined;
  void browser.windows.getCurrent().then((window) => {
    windowId = window.id;
  });

  // The click that opens the popup opens what a click can: an open panel is told, or it would go on asking for one.
  const clicks = new BroadcastChannel('latchkey-clicks');
  /** The tab whose icon was clicked, until it goes elsewhere. */
  let clicked: number | 'here' | undefined = isPopup() ? 'here' : undefined;

  return {
    t: (key, ...substitutions) => browser.i18n.getMessage(key, substitutions.map(String)),
    language: browser.i18n.getUILanguage(),
    ask,
    read: readOverview,
    watch,
    look: async (): Promise<Answer<'look'>> => {
      const tabId = await tabHere();
      if (tabId === undefined) return { kind: 'closed' };
      const view = await ask('look', { tabId });
      if (clicked === 'here' && view.kind !== 'seen') clicks.postMessage(tabId);
      return view.kind === 'unseen' && (clicked === 'here' || clicked === tabId) ? { kind: 'closed' } : view;
    },
    follow: (changed) => {
      clicks.onmessage = ({ data }) => {
        clicked = data;
        changed();
      };
      return followTab(() => {
        clicked = undefined;
        changed();
      });
    },
    openPanel: async () => {
      try {
        if (import.meta.env.FIREFOX) await browser.sidebarAction.open();
        else if (windowId !== undefined) await chrome.sidePanel.open({ windowId });
        leavePopup();
        return true;
      } catch {
        return false;
      }
    },
    openSettings: () => void browser.runtime.openOptionsPage().then(leavePopup),
    openTab: (url) => void browser.tabs.create({ url }),
    reloadTab: () => void tabHere().then((tabId) => browser.tabs.reload(tabId)),
    allowSite: (origin) => browser.permissions.request({ origins: [patternOf(origin)] }),
    forgetSite: async (origin) => {
      await browser.permissions.remove({ origins: [patternOf(origin)] });
    },
    sites: async () => (await allowedPatterns()).map((pattern) => pattern.replace(/\/\*$/, '')),
    outbound: readOutbound,
    shortcuts: async () => {
      const commands = await browser.commands.getAll();
      const of = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
      return { popup: of('_execute_action'), panel: of('open-panel') };
    },
    browser: import.meta.env.FIREFOX ? 'firefox' : 'chromium',
    version: browser.runtime.getManifest().version,
  };
}

/** Where this page is the popup, closes it: Firefox leaves it lying over what it opened. Chromium closes it itself. */
function leavePopup(): void {
  if (import.meta.env.FIREFOX && isPopup()) close();
}

const isPopup = () => location.pathname === '/popup.html';

/** Listens to the store and the network, and asks after what is on its way: a sign-in, a reveal, a pending top-up. */
function watch(changed: () => void): () => void {
  const stop = onChanged(changed);
  const events = new AbortController();
  for (const name of ['online', 'offline']) addEventListener(name, changed, { signal: events.signal });
  const timer = setInterval(() => void poll(), POLL);
  return () => {
    stop();
    events.abort();
    clearInterval(timer);
  };
}

async function poll(): Promise<void> {
  if (document.hidden) return;
  const [{ session, balance }, db] = await Promise.all([readOverview([]), openStore()]);
  const waiting = session === 'signed_in' && (balance?.pending.length || (await db.count('intents')) > 0);
  // A worker that is killed while it answers loses nothing: the next poll asks again.
  if (session === 'signing_in') await ask('pollSignIn', {}).catch(() => undefined);
  else if (waiting) await ask('refresh', { why: 'opened' }).catch(() => undefined);
}

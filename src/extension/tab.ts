import browser, { type Runtime, type Tabs } from 'webextension-polyfill';

/**
 * The tab that this page of ours is about: the active one of its window. A page opened in a tab of its own, which then
 * is the active one itself, says by `?tab=` which other it is about.
 */
export async function tabHere(): Promise<number | undefined> {
  const given = new URLSearchParams(location.search).get('tab');
  if (given !== null) return Number(given);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/**
 * Calls `changed` when another tab of this window comes to the front, when the tab goes elsewhere, when the people on
 * its page change, and when the rep allows or forbids a site. Returns how to stop.
 */
export function followTab(changed: () => void): () => void {
  let port: Runtime.Port | null = null;
  let turn = 0;

  const listen = async () => {
    const mine = ++turn;
    port?.disconnect();
    port = null;
    const tabId = await tabHere();
    // A later call, or the end, overtook this one: a port opened now would never be closed.
    if (tabId === undefined || mine !== turn) return;
    // Where no content script runs yet the port closes at once; the next change tries again.
    port = browser.tabs.connect(tabId, { frameId: 0 });
    port.onMessage.addListener(changed);
  };
  const elsewhere = () => {
    changed();
    void listen();
  };
  const activated = () => elsewhere();
  const updated = async (tabId: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (change.status === undefined && change.url === undefined) return;
    if (tabId === (await tabHere())) elsewhere();
  };
  // The content script counts when it starts: a tab that has just been allowed to be read reports itself.
  const noticed = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const counted = typeof message === 'object' && message !== null && 'people' in message;
    if (counted && sender.tab?.id !== undefined) {
      void tabHere().then((tabId) => {
        if (tabId === sender.tab?.id) elsewhere();
      });
    }
  };

  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.runtime.onMessage.addListener(noticed);
  browser.permissions.onAdded.addListener(elsewhere);
  browser.permissions.onRemoved.addListener(elsewhere);
  void listen();
  return () => {
    turn++;
    port?.disconnect();
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.runtime.onMessage.removeListener(noticed);
    browser.permissions.onAdded.removeListener(elsewhere);
    browser.permissions.onRemoved.removeListener(elsewhere);
  };
}

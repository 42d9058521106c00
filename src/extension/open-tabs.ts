import browser from 'webextension-polyfill';

/**
 * Runs the content script in the tabs of the install sites that are open already. Browsers run declared content
 * scripts only in pages loaded afterwards, so without this open tabs stay dead after an installation or an update.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const { matches, js } of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: matches });
    for (const { id } of tabs) {
      // A tab may be gone or show an error page by now: nothing is lost, it is read when it loads again.
      if (id !== undefined) {
        await browser.scripting.executeScript({ target: { tabId: id }, files: js ?? [] }).catch(() => undefined);
      }
    }
  }
}

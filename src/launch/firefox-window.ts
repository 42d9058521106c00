import type { Browser } from 'puppeteer-core';
import { type BidiConnection, FirefoxSurface, send } from './firefox-surface.ts';
import { until } from './until.ts';

/** A place of the extension outside tabs. */
export type View = 'popup' | 'sidebar' | 'background';

interface Reply {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Firefox's own window, reached through the privileged scope of WebDriver BiDi (`--remote-allow-system-access`): works
 * the toolbar and hands out popup, sidebar and background page, which WebDriver doesn't list.
 */
export class FirefoxWindow {
  readonly #connection: BidiConnection;
  readonly #context: string;
  readonly #addonId: string;

  private constructor(connection: BidiConnection, context: string, addonId: string) {
    this.#connection = connection;
    this.#context = context;
    this.#addonId = addonId;
  }

  static async of(browser: Browser, addonId: string): Promise<FirefoxWindow> {
    const { connection } = browser as unknown as { connection: BidiConnection };
    const { contexts } = await send<{ contexts: { context: string; url: string }[] }>(
      connection,
      'browsingContext.getTree',
      { 'moz:scope': 'chrome' },
    );
    const context = contexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context;
    if (!context) throw new Error('Firefox shows no window');
    return new FirefoxWindow(connection, context, addonId);
  }

  /** A click on the extension's toolbar icon: grants `activeTab`, opens the popup. */
  async clickToolbar(): Promise<FirefoxSurface> {
    await this.run('await parent.browserActionFor(extension).triggerAction(window);');
    return this.opened('popup');
  }

  /** Opens the popup as an extension can without any click: grants nothing. */
  async openPopupUnasked(): Promise<FirefoxSurface> {
    await this.run('await parent.browserActionFor(extension).openPopup(window, true);');
    return this.opened('popup');
  }

  /** Opens the sidebar as the user does from the menu; as it was when it is open already. */
  async openSidebar(): Promise<FirefoxSurface> {
    await this.run('await SidebarController.show(parent.sidebarActionFor(extension).id);');
    return this.opened('sidebar');
  }

  /** Closes whatever sidebar is open. */
  async closeSidebar(): Promise<void> {
    await this.run('SidebarController.hide();');
  }

  /** Whether any sidebar is to be seen, loaded or not. */
  async sidebarIsOpen(): Promise<boolean> {
    return (await this.run('return String(SidebarController.isOpen);')) === 'true';
  }

  /** Ends the background page as Firefox does when it idles. */
  async killBackground(): Promise<void> {
    await this.run('await extension.terminateBackground({ ignoreDevToolsAttached: true });');
    await until('the background page is gone', async () => !(await this.surface('background')));
  }

  /** The view when it is open and has loaded. */
  async surface(view: View): Promise<FirefoxSurface | undefined> {
    const id = await this.run(`
      // Until it is shown, a popup loads in a browser that is thrown away then.
      const { BasePopup } = ChromeUtils.importESModule('resource:///modules/ExtensionPopups.sys.mjs');
      if (${view === 'popup'} && !BasePopup.for(extension, window)?.shown) return '';
      const found = [...extension.views].find((one) => one.viewType === ${JSON.stringify(view)});
      const browser = found?.xulBrowser;
      if (!browser?.browsingContext) return '';
      // WebDriver knows browsers by this key, which tabs have and these don't, and looks for them in tabs only.
      browser.permanentKey ??= {};
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      if (!NavigableManager.outsideTabs) {
        const outsideTabs = new Map();
        const known = NavigableManager.getBrowsingContextById.bind(NavigableManager);
        NavigableManager.outsideTabs = outsideTabs;
        NavigableManager.getBrowsingContextById = (id) => outsideTabs.get(id)?.browsingContext ?? known(id);
      }
      const id = NavigableManager.getIdForBrowser(browser);
      NavigableManager.outsideTabs.set(id, browser);
      return id;`);
    if (!id) return undefined;
    const surface = new FirefoxSurface(this.#connection, id);
    const loaded = await surface.evaluate(() => document.readyState === 'complete').catch(() => false);
    return loaded ? surface : undefined;
  }

  private opened(view: View): Promise<FirefoxSurface> {
    return until(`the ${view} is open`, () => this.surface(view));
  }

  /** Runs statements in the window's own, privileged scope, with `extension` and `parent` (its API's parent side). */
  private async run(statements: string): Promise<string> {
    const reply = await send<Reply>(this.#connection, 'script.callFunction', {
      functionDeclaration: `async (addonId) => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const parent = ExtensionParent.apiManager.global;
        const { extension } = WebExtensionPolicy.getByID(addonId);
        ${statements}
      }`,
      awaitPromise: true,
      userActivation: true,
      target: { context: this.#context },
      arguments: [{ type: 'string', value: this.#addonId }],
    });
    if (reply.type === 'exception') throw new Error(`In Firefox's window: ${reply.exceptionDetails?.text}`);
    return String(reply.result?.value ?? '');
  }
}

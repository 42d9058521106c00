import browser from 'webextension-polyfill';
import type { PageView } from '#contract/messages.ts';

type Always = Extract<PageView, { kind: 'seen' }>['always'];

/** The content script as the manifest names it: all that the install sites need. */
const CONTENT_SCRIPT = 'profiles.js';
/** For any other page the readers of what has no site file come first. They are most of the code, so they come only there. */
export const ANY_PAGE: string[] = ['markup.js', 'structure.js', CONTENT_SCRIPT];
/** Id under which the sites that the rep allowed are registered. */
const REGISTRATION = 'always';

/** The match pattern of an origin. Patterns have no port: in Firefox one with a port silently matches nothing. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Match patterns that came with the extension. */
const installPatterns = () => browser.runtime.getManifest().host_permissions ?? [];

/** How reading a page's site without a click on the icon stands. */
export async function alwaysOf(page: URL): Promise<Always> {
  const granted = await browser.permissions.contains({ origins: [patternOf(page.origin)] });
  if (!granted) return 'offer';
  return installPatterns().some((pattern) => covers(pattern, page)) ? 'install' : 'on';
}

/** Whether a pattern `scheme://host/*`, where the host may begin with `*.`, covers a page. */
function covers(pattern: string, page: URL): boolean {
  const [scheme, rest = ''] = pattern.split('://');
  const host = rest.split('/')[0] ?? '';
  if (`${scheme}:` !== page.protocol) return false;
  return host.startsWith('*.') ? `.${page.hostname}`.endsWith(host.slice(1)) : host === page.hostname;
}

/** Patterns the rep allowed beyond those of the installation. */
export async function allowedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const install = new Set(installPatterns());
  return origins.filter((pattern) => !install.has(pattern));
}

let registering: Promise<void> = Promise.resolve();

/**
 * Runs the content script on exactly the sites that are allowed now, on those open already as well. One call waits for
 * the one before: two at once would both find nothing registered, and the later list be refused as a duplicate.
 */
export function registerSites(): Promise<void> {
  registering = registering.catch(() => undefined).then(register);
  return registering;
}

async function register(): Promise<void> {
  const matches = await allowedPatterns();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
    return;
  }
  const script = { id: REGISTRATION, js: ANY_PAGE, matches, runAt: 'document_idle' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  await injectInto(matches, ANY_PAGE);
}

/**
 * Runs scripts in the tabs of these sites that are open already. Browsers run declared content scripts only
 * in pages loaded afterwards, so without this open tabs stay dead after an installation or an update.
 */
async function injectInto(patterns: string[], files: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns });
  const injections = tabs.flatMap(({ id }) =>
    // A tab may be gone or show an error page by now: nothing is lost, it is read when it loads again.
    id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files })],
  );
  await Promise.allSettled(injections);
}

/** The install sites' open tabs. */
export function injectIntoInstallSites(): Promise<void> {
  return injectInto(installPatterns(), [CONTENT_SCRIPT]);
}

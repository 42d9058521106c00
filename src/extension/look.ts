import browser from 'webextension-polyfill';
import { Missed, type PageView } from '#contract/messages.ts';
import { parsedUrl } from '#contract/parsed-url.ts';
import { Profile } from '#contract/profile.ts';
import { canonicalUrl, PROFILES_LIMIT } from '#contract/profile-key.ts';
import { QUESTION } from './in-page.ts';
import { ANY_PAGE, alwaysOf } from './sites.ts';

/**
 * Asks a tab's content script who is on the page, after starting it where the browser lets us and it does not run.
 * What it answers is only a claim: each profile is checked, and those that do not hold are left out.
 */
export async function look(tabId: number): Promise<PageView> {
  let answer = await ask(tabId);
  if (answer === null) {
    const allowed = await mayRead(tabId);
    if (allowed !== 'yes') return { kind: allowed };
    await browser.scripting.executeScript({ target: { tabId }, files: ANY_PAGE }).catch(() => undefined);
    answer = await ask(tabId);
    if (answer === null) return { kind: 'stale' };
  }
  const seen = await view(answer);
  if (seen.kind !== 'seen' || seen.always !== 'offer') return seen;
  // Its script may have been started under a permission that was taken back since.
  const allowed = await mayRead(tabId);
  return allowed === 'yes' ? seen : { kind: allowed };
}

/** The content script's raw answer, or null when none runs. */
async function ask(tabId: number): Promise<unknown> {
  try {
    return (await browser.tabs.sendMessage(tabId, QUESTION, { frameId: 0 })) ?? null;
  } catch {
    return null;
  }
}

/**
 * Milliseconds for the browser to say whether a script may run: where a site was taken back Chromium never does, on a
 * page that is busy once it rests.
 */
const PATIENCE = 1_000;

/** Whether the browser lets us run something in the tab: it is tried. */
async function mayRead(tabId: number): Promise<'yes' | 'unseen' | 'closed'> {
  const tried = browser.scripting.executeScript({ target: { tabId }, func: () => true, injectImmediately: true }).then(
    // In pages of its own process Firefox runs nothing and does not say so.
    ([ran]) => (ran?.result === true ? ('yes' as const) : ('closed' as const)),
    async (error: unknown) =>
      isClosed(String(error)) || (await isShown(tabId)) ? ('closed' as const) : ('unseen' as const),
  );
  const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(async () =>
    (await isShown(tabId)) ? ('yes' as const) : ('unseen' as const),
  );
  return Promise.race([tried, waited]);
}

/**
 * Whether we may know the tab's address, as we may once its icon was clicked or its site allowed: what is refused all
 * the same is closed. Firefox's errors don't tell the one from the other.
 */
async function isShown(tabId: number): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  return url !== undefined;
}

/** Pages that stay closed whatever the rep clicks: the browser's own, its store, other extensions, error pages. */
function isClosed(error: string): boolean {
  return /(?:chrome|edge|about|devtools|view-source|chrome-untrusted):|extensions? gallery|webstore|error page|chrome-extension:/i.test(
    error,
  );
}

interface Claim {
  url?: unknown;
  profiles?: unknown;
  more?: unknown;
  missed?: unknown;
}

async function view(answer: unknown): Promise<PageView> {
  const { url, profiles, more, missed } = answer as Claim;
  const page = typeof url === 'string' ? parsedUrl(url) : undefined;
  if (page === undefined || !/^https?:$/.test(page.protocol)) return { kind: 'closed' };
  const host = canonicalUrl(page.href)?.split('/')[0];
  const claimed = Array.isArray(profiles) ? profiles.slice(0, PROFILES_LIMIT) : [];
  const checked = claimed.flatMap((claim) => {
    const profile = Profile.safeParse(claim);
    return profile.success ? [profile.data] : [];
  });
  // A page may speak for people of its own host only, but on sites whose file names them otherwise.
  const own = checked.filter(({ key }) => !key.startsWith('web:') || key.slice(4).split(/[/#]/)[0] === host);
  const unique = [...new Map(own.map((profile) => [profile.key, profile])).values()];
  const report = Missed.safeParse(missed);
  return {
    kind: 'seen',
    origin: page.origin,
    always: await alwaysOf(page),
    profiles: unique,
    more: Number.isSafeInteger(more) && Number(more) >= 0 ? Number(more) : 0,
    ...(report.success && unique.length === 0 && { missed: report.data }),
  };
}

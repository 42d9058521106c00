import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Chromium, launchChromium } from '#launch/chromium.ts';
import { signIn } from '#launch/demo/sign-in.ts';
import { until } from '#launch/until.ts';
import { test as base, chromiumBuild } from './extension.ts';
import { CONTACTS, startTeam, type Team } from './team.ts';

/** A page of one person as sites make them, for whom the directory has a contact. */
export const personPage = (name: string, extra = '') => `<!doctype html><html lang="en"><title>${name}</title>
<link rel="icon" href="data:,">
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'ProfilePage',
  mainEntity: {
    '@type': 'Person',
    name,
    jobTitle: 'Head of Procurement',
    worksFor: { '@type': 'Organization', name: 'Brightwater Foods', url: 'https://brightwater.example/' },
  },
})}</script><main><h1>${name}</h1>${extra}</main>`;

const PEOPLE: Record<string, string> = { '/ada': 'Ada Okafor', '/jonas': 'Jonas Lindqvist', '/nobody': 'Nia Unlisted' };

/** Chromium with the extension, whose rep is signed in to a team of its own. */
export interface SignedIn {
  extension: Chromium;
  team: Team;
  /** Opens a person's page and lets the extension read it without a click. */
  person(path: string): Promise<Page>;
  /** The side panel's page about that tab, in a tab of its own. */
  panel(page: Page): Promise<Page>;
}

/** A rep who has signed in once; each test begins with a copy of their browser's profile and of the server's data. */
interface Template {
  folder: string;
  /** By which the extension knows the server: each copy has to be there. */
  url: string;
  profile: string;
  saved: string;
}

export const test = base.extend<{ signedIn: SignedIn }, { template: Template }>({
  template: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'latchkey-signed-in-'));
      const profile = join(folder, 'profile');
      const saved = join(folder, 'server');
      const team = await startTeam();
      const extension = await launchChromium({ extensionDir: chromiumBuild, userDataDir: profile });
      const settings = await signIn(extension, team.url, { ...team.rep, workspace: team.workspace, name: '' });
      await extension.setHostPermission('https://people.example/*', true);
      await settings.evaluate(() => chrome.permissions.request({ origins: ['https://people.example/*'] }));
      await extension.close();
      await team.kill();
      await team.saveTo(saved);
      await team.stop();
      await use({ folder, url: team.url, profile, saved });
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  routes: { 'https://people.example/**': ({ pathname }: URL) => personPage(PEOPLE[pathname] ?? 'Somebody Else') },
  signedIn: async ({ routes, template }, use) => {
    const team = await startTeam(CONTACTS, template);
    const userDataDir = await mkdtemp(join(template.folder, 'copy-'));
    await cp(template.profile, userDataDir, { recursive: true });
    const extension = await launchChromium({ extensionDir: chromiumBuild, userDataDir, routes });
    // At its start the extension asks for what is new; no test shall take that for its own doing.
    await until('the feed was asked for', () => team.proxy.seen.some((line) => line.startsWith('GET /v1/unlocks')));
    await use({
      extension,
      team,
      async person(path) {
        const page = await extension.context.newPage();
        await page.goto(`https://people.example${path}`);
        return page;
      },
      panel: async (page) => extension.page(`sidepanel.html?tab=${await extension.tabId(page)}`),
    });
    await extension.close();
    await team.stop();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  },
});

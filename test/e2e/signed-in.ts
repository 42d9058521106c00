import type { Page } from '@playwright/test';
import { type Chromium, launchChromium } from '#launch/chromium.ts';
import { signIn } from '#launch/demo/sign-in.ts';
import { test as base, chromiumBuild } from './extension.ts';
import { startTeam, type Team } from './team.ts';

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

export const test = base.extend<{ signedIn: SignedIn }>({
  routes: { 'https://people.example/**': ({ pathname }: URL) => personPage(PEOPLE[pathname] ?? 'Somebody Else') },
  signedIn: async ({ routes }, use) => {
    const team = await startTeam();
    const extension = await launchChromium({ extensionDir: chromiumBuild, routes });
    const settings = await signIn(extension, team.url, { ...team.rep, workspace: team.workspace, name: '' });
    await extension.setHostPermission('https://people.example/*', true);
    await settings.evaluate(() => chrome.permissions.request({ origins: ['https://people.example/*'] }));
    await settings.close();
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
  },
});

import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { type Chromium, type ChromiumOptions, launchChromium } from '#launch/chromium.ts';

/** The extension as `npm run build` makes it. */
export const chromiumBuild = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** A test with a Chromium of its own in which the built extension is loaded: `extension`. */
export const test = base.extend<{ routes: NonNullable<ChromiumOptions['routes']>; extension: Chromium }>({
  routes: [{}, { option: true }],
  extension: async ({ routes }, use) => {
    const extension = await launchChromium({ extensionDir: chromiumBuild, routes });
    await use(extension);
    await extension.close();
  },
});

import type { Page } from '@playwright/test';
import { type Chromium, launchChromium, type Surface } from '#launch/chromium.ts';
import { EXTENSION } from './build.ts';
import type { DemoPages } from './pages/serve.ts';
import type { Photographed } from './report.ts';

/** Chromium with the shipped extension in an empty profile of its own, which finds the demo sites by their names. */
export function startBrowser(pages: DemoPages, headless: boolean): Promise<Chromium> {
  return launchChromium({
    extensionDir: EXTENSION,
    headless,
    keepWelcome: true,
    args: [
      pages.browserArgument,
      '--lang=en-US',

      '--no-first-run',
      '--hide-crash-restore-bubble',
    ],
  });
}

/** A tab, for its picture. */
export function tabPicture(page: Page): Photographed {
  return {
    screenshot: ({ path }) => page.screenshot({ path, animations: 'disabled' }),
    dark: (on) => page.emulateMedia({ colorScheme: on ? 'dark' : 'light' }),
  };
}

/** Shows popup or side panel in one of its themes, and waits until the colours have changed. */
export async function darken(surface: Surface, on: boolean): Promise<void> {
  await surface.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: on ? 'dark' : 'light' }]);
  await surface.evaluate(async () => {
    const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changes.map((one) => one.finished));
  });
}

/** Popup or side panel, for its picture. */
export function surfacePicture(surface: Surface): Photographed {
  return {
    screenshot: ({ path }) => surface.screenshot({ path: path as `${string}.png` }),
    dark: (on) => darken(surface, on),
  };
}

/** Makes the window of a headless browser high enough for a side panel worth a picture. */
export async function enlarge(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width: 1560, height: 1000 } });
  await cdp.detach();
}

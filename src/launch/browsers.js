import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A browser the extension can be loaded into from the command line, or `branded`: Chrome or Edge proper, which
 * ignore `--load-extension` since version 137 and so can only be loaded by hand.
 * @typedef {{ path: string, branded: boolean }} Browser
 */

const chromiumNames = ['chromium', 'chromium-browser'];
const brandedNames = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const brandedPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const firefoxNames = ['firefox-esr', 'firefox'];
const firefoxPaths = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * Finds Chromium: `LATCHKEY_CHROMIUM`, then the one Playwright installed, then `chromium` on PATH; branded Chrome
 * last, as a hint for the user.
 * @returns {Promise<Browser | undefined>}
 */
export async function findChromium() {
  const named = process.env.LATCHKEY_CHROMIUM;
  if (named) return { path: named, branded: /chrome|edge/i.test(named) && !/chromium/i.test(named) };
  const found = (await playwrightChromium()) ?? onPath(chromiumNames);
  if (found) return { path: found, branded: false };
  const branded = onPath(brandedNames) ?? brandedPaths.find(existsSync);
  return branded ? { path: branded, branded: true } : undefined;
}

/**
 * Finds Firefox: `LATCHKEY_FIREFOX`, then `firefox-esr` or `firefox` on PATH or where installers put it.
 * @returns {string | undefined} its path
 */
export function findFirefox() {
  return process.env.LATCHKEY_FIREFOX || onPath(firefoxNames) || firefoxPaths.find(existsSync);
}

/** @returns {Promise<string | undefined>} the browser of `playwright install chromium`, if that has been run */
async function playwrightChromium() {
  try {
    const { chromium } = await import('@playwright/test');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    // Playwright throws where it has no build for this system.
    return undefined;
  }
}

/** @param {string[]} names in order of preference */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '#launch/browsers.js';
import type { Found } from '#profiles/find.ts';
import { addDetector, openReader } from '../browser.ts';
import { bundleDetector } from '../bundle.ts';
import { Expected } from './expected.ts';

/*
 * `npm run fixture -- PAGE.html --url URL` reads a fixture page as if it were at URL and writes what is found to
 * PAGE.json, for review. `npm run fixture -- URL` reads the live page and only prints: a fixture is written by hand after
 * its structure, with invented people.
 */

const usage = 'Usage: npm run fixture -- PAGE.html [--url URL]\n       npm run fixture -- URL';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
  const [page, ...others] = positionals;
  if (page === undefined || others.length > 0) throw new Error(usage);
  if (/^https?:\/\//i.test(page)) {
    if (values.url !== undefined) throw new Error(`--url goes with a file, and ${page} is an address\n${usage}`);
    return readLive(webAddress(page));
  }
  if (!page.endsWith('.html')) throw new Error(`${page} is neither an .html file nor an http(s) address\n${usage}`);
  await writeExpected(page, values.url);
}

async function writeExpected(file: string, url: string | undefined): Promise<void> {
  const html = await readPage(file);
  const output = file.replace(/\.html$/, '.json');
  const address = webAddress(url ?? (await knownUrl(output)));
  const reader = await openReader();
  try {
    const found = await reader.scan(html, address);
    await writeFile(output, `${asJson(address, found)}\n`);
    console.error(`${summary(found)} Review ${output}.`);
  } finally {
    await reader.close();
  }
}

async function readPage(file: string): Promise<string> {
  const html = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT'
        ? `There is no ${file}: write the page there first, as CONTRIBUTING says.`
        : `${file} can't be read (${error.code}): give the path of a file of HTML.`,
    );
  });
  if (html.includes('\0') || !/<[a-z!]/i.test(html))
    throw new Error(`${file} is not HTML: save the source of the page there.`);
  return html;
}

/** The address that an earlier run wrote. */
async function knownUrl(output: string): Promise<string> {
  const text = await readFile(output, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`There is no ${output} yet, so say where the page stands: --url URL`);
  try {
    return Expected.parse(JSON.parse(text)).url;
  } catch {
    throw new Error(`${output} is not what this command writes: delete it and say --url URL`);
  }
}

function webAddress(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new Error(`${url} is no http(s) address: give it whole, as in https://site.example/ada`);
  return new URL(url).href;
}

async function readLive(url: string): Promise<void> {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium found: run "npx playwright install chromium".');
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
  try {
    const people = await scanLive(browser, url);
    console.log(asJson(url, people));
    console.error(`${summary(people)} Write a fixture after this page's structure, with invented people.`);
  } finally {
    await browser.close();
  }
}

async function scanLive(browser: Browser, url: string): Promise<Found> {
  const page = await browser.newPage({ bypassCSP: true });
  const answer = await page.goto(url, { waitUntil: 'load' }).catch((error: Error) => {
    const [why = ''] = error.message.replace('page.goto: ', '').split('\n');
    throw new Error(`${url} can't be opened: ${why}. Check the address in a browser.`);
  });
  const kind = answer?.headers()['content-type'] ?? '';
  if (answer && !answer.ok())
    throw new Error(
      `${url} answers ${answer.status()}: check the address in a browser; a page for members has to be saved.`,
    );
  if (!/html/.test(kind)) throw new Error(`${url} is no page of HTML but ${kind || 'of no kind that it tells'}.`);
  await addDetector(page, await bundleDetector());
  return page.evaluate((at) => globalThis.latchkeyDetector.findProfiles(document, at), page.url());
}

function asJson(url: string, { profiles }: Found): string {
  return JSON.stringify({ url, profiles } satisfies Expected, null, 2);
}

function summary({ profiles, more }: Found): string {
  const names = profiles.slice(0, 5).map(({ name }) => name);
  const rest = profiles.length + more - names.length;
  return names.length === 0 ? 'Nobody was found.' : `Found ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

try {
  await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(/^Unknown option/.test(message) ? usage : message);
  process.exitCode = 1;
}

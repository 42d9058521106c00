import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ceilings } from './bundle-ceilings.ts';

const output = fileURLToPath(new URL('../.output', import.meta.url));
const cases = ['chrome', 'firefox'].flatMap((browser) => ceilings.map((ceiling) => ({ browser, ...ceiling })));

test.each(cases)('$browser: the $part stays within $bytes bytes', async ({ browser, part, entry, bytes }) => {
  const folder = join(output, `${browser}-mv3`);
  const scripts = await loadedBy(join(folder, entry), folder);
  const sizes = await Promise.all(scripts.map(async (file) => (await readFile(file)).byteLength));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`${browser.padEnd(8)} ${part.padEnd(15)} ${kilobytes(total)} of ${kilobytes(bytes)} kB`);
  expect(total, `${scripts.length} scripts were found for ${entry}`).toBeGreaterThan(0);
  expect(total, `the ${part} has grown past its ceiling`).toBeLessThanOrEqual(bytes);
});

/** Every script that `entry` (a page or a script) loads, directly or by imports, static and dynamic alike. */
async function loadedBy(entry: string, folder: string, known = new Set<string>()): Promise<string[]> {
  const text = await readFile(entry, 'utf8');
  if (entry.endsWith('.js')) known.add(entry);
  const references = entry.endsWith('.html')
    ? [...text.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.js)"/g)]
    : [...text.matchAll(/(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)];
  for (const [, reference = ''] of references) {
    const file = reference.startsWith('/') ? join(folder, reference) : resolve(dirname(entry), reference);
    if (!known.has(file)) await loadedBy(file, folder, known);
  }
  return [...known];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(6);
}

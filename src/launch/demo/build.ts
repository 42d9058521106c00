import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The unpacked extension for Chromium. */
export const EXTENSION = join(ROOT, '.output', 'chrome-mv3');

/** What the extension is made of. */
const SOURCES = [
  'entrypoints',
  'public',
  'src/contract',
  'src/profiles',
  'src/extension',
  'src/ui',
  'wxt.config.ts',
  'package-lock.json',
];

/**
 * Builds the extension unless what is built is newer than every source.
 * @returns whether it had to be built, or what the build said when it failed
 */
export async function buildExtension(): Promise<{ built: boolean } | { failed: string }> {
  const manifest = join(EXTENSION, 'manifest.json');
  if (existsSync(manifest) && statSync(manifest).mtimeMs > (await newest(SOURCES))) return { built: false };
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const child = spawn(process.execPath, [wxt, 'build'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'exit');
  return code === 0 ? { built: true } : { failed: said };
}

/** When the youngest file under these paths was written, in milliseconds since 1970. */
async function newest(paths: readonly string[]): Promise<number> {
  let youngest = 0;
  for (const path of paths.map((name) => join(ROOT, name)).filter(existsSync)) {
    const inside = statSync(path).isDirectory() ? await readdir(path, { recursive: true }) : [''];
    for (const name of inside) youngest = Math.max(youngest, statSync(join(path, name)).mtimeMs);
  }
  return youngest;
}

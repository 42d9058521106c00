import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The password of all accounts of the demo. It is made once and kept in the data folder, readable by its owner only:
 * a password everybody knows would stay open where somebody puts the demo's server on a network.
 */
export function demoPassword(folder: string): string {
  const file = join(folder, 'demo-password');
  try {
    writeFileSync(file, randomBytes(12).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

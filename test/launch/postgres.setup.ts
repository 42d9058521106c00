import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the one PostgreSQL of this run: `inject('postgresUrl')`. Suites make databases or schemas of their own in it. */
    postgresUrl: string;
  }
}

const main = fileURLToPath(new URL('../../src/launch/postgres-process.ts', import.meta.url));

/** Starts one PostgreSQL before the server's tests and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [url] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [])]);
  if (url === undefined) throw new Error('PostgreSQL did not start');
  project.provide('postgresUrl', url);
  return async () => {
    const gone = once(child, 'exit');
    child.stdin.end();
    await gone;
  };
}

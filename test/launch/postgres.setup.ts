import type { TestProject } from 'vitest/node';
import { startPostgres } from '#launch/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the one PostgreSQL of this run: `inject('postgresUrl')`. Suites make databases or schemas of their own in it. */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL before the server's tests and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
  return () => postgres.stop();
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';
import type { DatabaseKind } from '#server/db/column-types.ts';
import { type Database, openDatabase } from '#server/db/open.ts';

export interface Open {
  /** Opens an empty database, or with an address the one that is there. Closed after the test. */
  (url?: string): Promise<Database>;
  kind: DatabaseKind;
  /** Address of an empty database, of this kind unless said otherwise; its files or itself are gone after the test. */
  url(kind?: DatabaseKind): Promise<string>;
}

/** Runs the same tests on SQLite and on PostgreSQL, each test on empty databases of its own. */
export function eachDatabase(name: string, tests: (open: Open) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} on %s`, (kind) => {
    const cleanups: (() => Promise<void> | void)[] = [];
    const url = async (of: DatabaseKind = kind) => {
      const made = of === 'sqlite' ? file() : await postgres();
      cleanups.push(made.remove);
      return made.url;
    };
    const open = async (address?: string) => {
      const database = await openDatabase(address ?? (await url()));
      cleanups.push(() => database.close());
      return database;
    };
    afterEach(async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    });
    tests(Object.assign(open, { kind, url }));
  });
}

interface Made {
  url: string;
  remove(): Promise<void> | void;
}

function file(): Made {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  return {
    url: `file:${join(folder, 'latchkey.db')}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgres(): Promise<Made> {
  const server = inject('postgresUrl');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => command(server, `drop database if exists ${name} with (force)`) };
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

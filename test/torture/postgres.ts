import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A real PostgreSQL that can be killed. */
export interface MortalPostgres {
  readonly url: string;
  readonly kills: number;
  readonly isCrashing: boolean;
  /** Kills its postmaster by SIGKILL and starts it again on the same files. Resolves when it answers. */
  crash(): Promise<void>;
  /** Makes an empty database. @returns its address */
  create(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('postgres-process.ts', import.meta.url));

export async function startMortalPostgres(): Promise<MortalPostgres> {
  const child = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => []);
  const line = async () => {
    const [text] = await Promise.race([once(lines, 'line'), ended]);
    if (text === undefined) throw new Error('PostgreSQL ended');
    return String(text);
  };
  const url = await line();
  let kills = 0;
  let crashing: Promise<void> | null = null;
  const command = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    url,
    get kills() {
      return kills;
    },
    get isCrashing() {
      return crashing !== null;
    },
    crash() {
      crashing ??= (async () => {
        kills += 1;
        const up = line();
        child.stdin.write('crash\n');
        await up;
        crashing = null;
      })();
      return crashing;
    },
    async create(name) {
      await command(`create database ${name}`);
      const made = new URL(url);
      made.pathname = `/${name}`;
      return made.href;
    },
    drop: (name) => command(`drop database if exists ${name} with (force)`),
    async stop() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}

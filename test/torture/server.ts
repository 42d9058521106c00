import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { until } from '#launch/until.ts';
import type { Point } from './faults.ts';
import { PostgresTap } from './postgres-tap.ts';
import type { ToldAtStart, ToldLater } from './server-process.ts';
import { startTcpProxy } from './tcp-proxy.ts';

/** A server that lives again after each death, between two proxies: clients before it, its database behind it. */
export interface MortalServer {
  /** Where clients reach it, dead or alive. */
  readonly port: number;
  /** How often it was killed. */
  readonly kills: number;
  kill(): void;
  /** Kills it around the `nth` such point from now on. */
  killAt(point: Point, nth: number): void;
  cutClients(): void;
  cutDatabase(): void;
  /** Does something around the `nth` such point on PostgreSQL; by default cuts that connection. */
  atDatabase(point: Point, nth: number, act?: () => void): void;
  /** Forgets all points that were not met yet. */
  disarm(): void;
  setClock(ahead: number): void;
  readonly isUp: boolean;
  /** Resolves when it answers. */
  alive(): Promise<void>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('server-process.ts', import.meta.url));
/** Milliseconds between a death and the next start. */
const REST = 50;

/**
 * @param cache a folder where servers keep their compiled code for each other
 * @param skew milliseconds that its clock is ahead of what it is set to
 */
export async function startMortalServer(told: ToldAtStart, cache: string, skew: number): Promise<MortalServer> {
  const database = told.databaseUrl.startsWith('file:') ? null : new URL(told.databaseUrl);
  const tap = new PostgresTap();
  const behind =
    database &&
    (await startTcpProxy(
      () => Number(database.port),
      (link) => tap.watch(link),
    ));
  let ahead = told.ahead + skew;
  let port: number | null = null;
  let child: ChildProcess | null = null;
  let kills = 0;
  let ended = false;
  const before = await startTcpProxy(() => port);

  /** Has loaded its code and waits to be told that it is next. */
  let spare = standBy(told.log, cache);
  const live = async () => {
    while (!ended) {
      const life = spare;
      spare = standBy(told.log, cache);
      child = life;
      const databaseUrl = new URL(told.databaseUrl);
      if (behind) databaseUrl.port = String(behind.port);
      life.once('message', (message) => {
        port = Number(new URL((message as { url: string }).url).port);
        // The clock may have jumped while it was starting.
        tell({ ahead });
      });
      const gone = once(life, 'exit');
      tell({ start: { ...told, ahead, databaseUrl: behind ? databaseUrl.href : told.databaseUrl } });
      await gone;
      port = null;
      if (life.signalCode === 'SIGKILL' && !ended) kills += 1;
      await wait(REST);
    }
  };
  const tell = (message: ToldLater) => {
    if (child?.connected) child.send(message, () => {});
  };
  const kill = () => {
    if (port !== null) child?.kill('SIGKILL');
  };
  const life = live();

  return {
    port: before.port,
    get kills() {
      return kills;
    },
    get isUp() {
      return port !== null;
    },
    kill,
    killAt(point, nth) {
      if (behind) tap.arm({ point, nth, spring: kill });
      else tell({ arm: { point, nth } });
    },
    cutClients: before.cutAll,
    cutDatabase: () => behind?.cutAll(),
    atDatabase: (point, nth, act) => tap.arm({ point, nth, spring: (link) => (act ?? link.cut)() }),
    disarm() {
      tap.disarm();
      tell({ disarm: true });
    },
    setClock(next) {
      ahead = next + skew;
      tell({ ahead });
    },
    async alive() {
      await until('the server is up', () => port !== null, 60_000);
    },
    async stop() {
      ended = true;
      child?.kill('SIGKILL');
      spare.kill('SIGKILL');
      await life;
      await before.stop();
      await behind?.stop();
    },
  };
}

/** What it says of its own death goes to the log. */
function standBy(log: string, cache: string): ChildProcess {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const child = fork(main, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env });
  child.stderr?.on('data', (chunk: Buffer) => appendFileSync(log, chunk));
  return child;
}

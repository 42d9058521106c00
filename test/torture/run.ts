import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sentence } from '#server/audit/fault.ts';
import { verifyWorkspace } from '#server/audit/verify.ts';
import { openDatabase } from '#server/db/open.ts';
import { readBooks } from './books.ts';
import { check } from './checker/check.ts';
import { canonical, type Problem } from './checker/problem.ts';
import { type Clients, createClients } from './client.ts';
import type { Fault } from './faults.ts';
import { isAnswered, isFinal, refusalIn, type Told } from './history.ts';
import type { MortalPostgres } from './postgres.ts';
import type { Script } from './script.ts';
import { type MortalServer, startMortalServer } from './server.ts';
import { createWorld, SECRET } from './world.ts';

/** What came of one run. */
export interface Ran {
  /** Processes killed: servers and PostgreSQL. */
  kills: number;
  /** Answers that clients had. */
  acknowledged: number;
  /** Sendings that nobody answered. */
  unanswered: number;
  /** Answers that were the server's own mistake (500). */
  internal: number;
  problems: Problem[];
  /** What the servers logged of their mistakes. */
  mistakes: string[];
}

/** Milliseconds past the end of every reveal's lease, and of every hold. */
const BEYOND_LEASES = 20_000;
const BEYOND_HOLDS = 31 * 60_000;
/** Milliseconds of a script that pass with each answer. */
const ANSWER = 10;
/** How often everything that has no answer is asked for again when all is calm. */
const ROUNDS = 8;

/**
 * Carries out a script on a database of its own.
 * @param postgres for scripts of PostgreSQL
 * @param cache a folder for the servers' compiled code
 */
export async function run(script: Script, postgres: MortalPostgres | null, cache: string): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-torture-'));
  const name = `torture_${script.seed}`;
  const databaseUrl = postgres === null ? `file:${join(folder, 'latchkey.db')}` : await postgres.create(name);
  const log = join(folder, 'log');
  const servers: MortalServer[] = [];
  const killed = postgres?.kills ?? 0;
  try {
    const world = await createWorld(script, databaseUrl);
    const clock = clockOf(script.startsAt);
    for (const skew of script.skew) {
      servers.push(await startMortalServer({ databaseUrl, secret: SECRET, ahead: clock.ahead(), log }, cache, skew));
    }
    await Promise.all(servers.map((server) => server.alive()));
    // From here on the servers' clock is what the script says.
    clock.restart();
    for (const server of servers) server.setClock(clock.ahead());
    const clients = createClients(
      world,
      servers.map(({ port }) => port),
    );
    await underFire(script, { servers, postgres, clock, clients });
    const calm = await comeToRest({ servers, clock, clients });
    const kills = servers.reduce((sum, server) => sum + server.kills, (postgres?.kills ?? 0) - killed);
    for (const server of servers.splice(0)) await server.stop();
    const books = await readBooks(databaseUrl, world.workspaces);
    const faults = await verified(databaseUrl, world.workspaces);
    const problems = script.teams.flatMap(({ terms, steady, cap }, team) => {
      const told = clients.told.filter(({ call }) => call.team === team);
      const { account } = world;
      const [from, to] = [script.startsAt, new Date(calm.lookedAt).toISOString()];
      return check({ team, terms, steady, cap, from, to, told, books: books[team] ?? missing(team), account });
    });
    problems.push(...faults);
    for (const { call, attempts } of calm.open) {
      const last = attempts.at(-1);
      const what = `${call.endpoint} ${call.key ?? ''} has no answer in the end: ${last?.status} ${canonical(last?.json)}`;
      problems.push({ kind: 'lost', team: call.team, what });
    }
    const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n');
    const mistakes = lines.filter((line) => line.includes('a request failed'));
    return { kills, ...countsOf(clients), problems, mistakes };
  } finally {
    for (const server of servers) await server.stop();
    await postgres?.drop(name);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Clock {
  /** Milliseconds that it is ahead of the machine's. */
  ahead(): number;
  now(): number;
  jump(by: number): void;
  /** Says what it said at first. */
  restart(): void;
  /** Jumps to the latest that it ever said, and so far beyond. */
  toTheEnd(beyond: number): void;
}

function clockOf(startsAt: string): Clock {
  let ahead = Date.parse(startsAt) - Date.now();
  let latest = 0;
  const now = () => Date.now() + ahead;
  const seen = () => {
    latest = Math.max(latest, now());
  };
  return {
    ahead: () => ahead,
    now,
    jump(by) {
      seen();
      ahead += by;
      seen();
    },
    restart() {
      ahead = Date.parse(startsAt) - Date.now();
    },
    toTheEnd(beyond) {
      seen();
      ahead = latest + beyond - Date.now();
      seen();
    },
  };
}

interface Setting {
  servers: readonly MortalServer[];
  postgres: MortalPostgres | null;
  clock: Clock;
  clients: Clients;
}

/**
 * Load and faults, for as long as the script says. Its time passes with the answers that clients get, so that a slow
 * machine sees as much of both as a fast one; only where nothing is answered does it pass by itself, a third as fast.
 */
async function underFire(script: Script, setting: Setting): Promise<void> {
  const { servers, clients, postgres } = setting;
  let time = 0;
  const ends = () => time >= script.length;
  const crashes: Promise<void>[] = [];
  const faults = (async () => {
    const left = [...script.faults];
    let heard = 0;
    for (let last = performance.now(); !ends(); ) {
      await wait(5);
      const now = performance.now();
      const isUp = servers.some((server) => server.isUp) && !postgres?.isCrashing;
      time += Math.max((clients.answers - heard) * ANSWER, isUp ? (now - last) / 3 : 0);
      heard = clients.answers;
      last = now;
      while (left[0] !== undefined && left[0].at <= time) {
        carryOut(left[0], setting, (crash) => crashes.push(crash));
        left.shift();
      }
    }
  })();
  await Promise.all([faults, ...script.clients.map((steps) => clients.work(steps, ends))]);
  for (const server of servers) server.disarm();
  await Promise.all(crashes);
}

function carryOut(fault: Fault, { servers, postgres, clock }: Setting, crashes: (crash: Promise<void>) => void): void {
  const crash = () => {
    if (postgres) crashes(postgres.crash());
  };
  if (fault.kind === 'clock') {
    clock.jump(fault.by);
    for (const server of servers) server.setClock(clock.ahead());
    return;
  }
  if (fault.kind === 'kill-database') {
    crash();
    return;
  }
  const server = servers[fault.server];
  if (server === undefined) return;
  if (fault.kind === 'kill-server') server.kill();
  if (fault.kind === 'kill-server-at') server.killAt(fault.point, fault.nth);
  if (fault.kind === 'kill-database-at') server.atDatabase(fault.point, fault.nth, crash);
  if (fault.kind === 'cut-database') server.cutDatabase();
  if (fault.kind === 'cut-database-at') server.atDatabase(fault.point, fault.nth);
  if (fault.kind === 'cut-clients') server.cutClients();
}

/**
 * Lets everything end: leases and holds run out, and every call is made again until it has an answer.
 * @returns the calls that have none, and what the clock said when everything was looked at for the last time
 */
async function comeToRest({
  servers,
  clock,
  clients,
}: Omit<Setting, 'postgres'>): Promise<{ open: readonly Told[]; lookedAt: number }> {
  const move = (beyond: number) => {
    clock.toTheEnd(beyond);
    for (const server of servers) server.setClock(clock.ahead());
  };
  await Promise.all(servers.map((server) => server.alive()));
  await clients.quiet();
  move(BEYOND_LEASES);
  let open = await clients.finish();
  for (let round = 1; open.length > 0 && round < ROUNDS; round += 1) {
    move(BEYOND_HOLDS);
    await wait(50 * round);
    // The last kill may have come with the last answer.
    await Promise.all(servers.map((server) => server.alive()));
    open = await clients.finish();
  }
  move(BEYOND_HOLDS);
  const lookedAt = clock.now();
  await clients.look();
  return { open, lookedAt };
}

function countsOf({ told }: Clients): Pick<Ran, 'acknowledged' | 'unanswered' | 'internal'> {
  const attempts = told.flatMap((one) => one.attempts);
  const answered = attempts.filter(isAnswered);
  return {
    acknowledged: answered.filter(isFinal).length,
    unanswered: attempts.length - answered.length,
    internal: answered.filter(({ json }) => refusalIn(json)?.code === 'internal').length,
  };
}

/** What `ledger verify` says of the books. */
async function verified(databaseUrl: string, workspaces: readonly string[]): Promise<Problem[]> {
  const database = await openDatabase(databaseUrl);
  const problems: Problem[] = [];
  for (const [team, workspace] of workspaces.entries()) {
    await verifyWorkspace(database, workspace, {
      fault: (_, fault) => problems.push({ kind: 'invariant', team, what: `ledger verify: ${sentence(fault)}` }),
    });
  }
  await database.close();
  return problems;
}

function missing(team: number): never {
  throw new Error(`The books of workspace ${team} are not there`);
}

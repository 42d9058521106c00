import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openFloor } from './ledger/floor.ts';
import { measureHttp, type OverHttp } from './ledger/http.ts';
import { fillEntries } from './ledger/large.ts';
import { openOurs } from './ledger/ours.ts';
import { ownPostgres } from './ledger/postgres.ts';
import { type Measured, median, type Pair, spend } from './ledger/spenders.ts';

const SPREAD = 1000;
const CONNECTIONS = 32;
/** After one that warms up. */
const ROUNDS = 5;
const LARGE = 10_000_000;

interface Scenario {
  name: string;
  spenders: number;
  purses: number;
  pair(spender: number): Pair;
}

/** A scenario's rounds, in the order in which they were run. */
type Results = ReadonlyMap<string, readonly Measured[]>;

/**
 * `npm run bench -- ledger [--seconds N] [--large]`: what a spend (a hold and its capture) costs, beside the least that it
 * can cost in SQL on the same PostgreSQL; on SQLite; and over HTTP. What is compared is run in turns, so that whatever
 * else the machine does falls on both alike. With `--large` a second time, with ten million entries in the table.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '2' }, large: { type: 'boolean', default: false } },
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new Error('--seconds takes the seconds of each measurement');
  const postgres = await ownPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  const file = (name: string) => `file:${join(folder, `${name}.db`)}`;
  try {
    const floor = await openFloor(postgres.url, CONNECTIONS, SPREAD);
    const ours = await openOurs(postgres.url, SPREAD);
    const small = await openOurs(file('spends'), SPREAD);
    const onPostgres = scenariosOf('postgres', ours.pair);
    const results = await inTurns(
      [
        { name: 'floor, one purse, 32', spenders: 32, purses: 1, pair: floor.pair },
        { name: 'floor, 1,000 purses, 32', spenders: 32, purses: SPREAD, pair: floor.pair },
        { name: 'floor, one purse, 1', spenders: 1, purses: 1, pair: floor.pair },
        ...onPostgres,
        ...scenariosOf('sqlite', small.pair),
      ],
      seconds,
    );
    print(results);
    let large: Results | null = null;
    if (values.large) {
      console.log(`\nwith ${LARGE.toLocaleString('en')} entries in the table of entries of PostgreSQL`);
      await fillEntries(ours.database, LARGE);
      large = await inTurns(onPostgres, seconds);
      print(large);
    }
    await Promise.all([floor.close(), ours.close(), small.close()]);

    const http = {
      postgres: await measureHttp(await emptyDatabase(postgres.url, 'over_http'), seconds),
      sqlite: await measureHttp(file('over-http'), seconds),
    };
    console.log('\nreveals over HTTP         added ms   bare ms  reveals/s  bare replies/s');
    for (const [name, figures] of Object.entries(http)) printHttp(name, figures);
    console.log(JSON.stringify({ ...ratios(results), ...(large && { large: largeRatios(results, large) }), http }));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await postgres.stop();
  }
}

function scenariosOf(kind: string, pair: () => Pair): Scenario[] {
  return [1, SPREAD].flatMap((purses) =>
    [1, 32, 256].map((spenders) => ({
      name: `${kind}, ${purses === 1 ? 'one purse' : '1,000 purses'}, ${spenders}`,
      spenders,
      purses,
      pair,
    })),
  );
}

async function inTurns(scenarios: readonly Scenario[], seconds: number): Promise<Results> {
  const results = new Map<string, Measured[]>(scenarios.map(({ name }) => [name, []]));
  for (const scenario of scenarios) await spend(scenario.pair, { ...scenario, seconds: Math.min(1, seconds) });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const scenario of scenarios) {
      results.get(scenario.name)?.push(await spend(scenario.pair, { ...scenario, seconds: seconds / ROUNDS }));
    }
  }
  return results;
}

/** The median of what was measured in each round. */
function typical(results: Results, name: string, figure: keyof Measured): number {
  return median((results.get(name) ?? []).map((measured) => measured[figure]));
}

/** The median of the rounds' ratios: each compares neighbours in time. */
function ratio(results: Results, name: string, floor: string): number {
  const below = results.get(floor) ?? [];
  return rounded(
    median((results.get(name) ?? []).map(({ pairs }, round) => pairs / (below[round]?.pairs ?? Number.NaN))),
  );
}

function ratios(results: Results) {
  return {
    hotPurse: {
      32: ratio(results, 'postgres, one purse, 32', 'floor, one purse, 32'),
      256: ratio(results, 'postgres, one purse, 256', 'floor, one purse, 32'),
    },
    spread: {
      32: ratio(results, 'postgres, 1,000 purses, 32', 'floor, 1,000 purses, 32'),
      256: ratio(results, 'postgres, 1,000 purses, 256', 'floor, 1,000 purses, 32'),
    },
    alone: ratio(results, 'postgres, one purse, 1', 'floor, one purse, 1'),
    p99ByP50: Object.fromEntries(
      ['postgres', 'sqlite'].flatMap((kind) =>
        ['one purse', '1,000 purses'].map((purses) => {
          const name = `${kind}, ${purses}, 256`;
          return [name, rounded(typical(results, name, 'p99') / typical(results, name, 'p50'))];
        }),
      ),
    ),
    pairsPerSecond: Object.fromEntries(
      [...results.keys()].map((name) => [name, Math.round(typical(results, name, 'pairs'))]),
    ),
  };
}

/** Pairs a second with many entries over those with few. */
function largeRatios(few: Results, many: Results) {
  return Object.fromEntries(
    [...many.keys()].map((name) => [name, rounded(typical(many, name, 'pairs') / typical(few, name, 'pairs'))]),
  );
}

function print(results: Results): void {
  console.log('\ndatabase, purses, spenders       pairs/s    p50 ms    p99 ms');
  for (const name of results.keys()) {
    const [pairs, p50, p99] = (['pairs', 'p50', 'p99'] as const).map((figure) => typical(results, name, figure));
    console.log(name.padEnd(30), column(pairs, 0), column(p50, 2), column(p99, 2));
  }
}

function printHttp(name: string, { added, bareReply, reveals, bare }: OverHttp): void {
  console.log(
    name.padEnd(23),
    column(added, 2),
    column(bareReply, 2),
    column(reveals, 0),
    column(bare, 0).padStart(15),
  );
}

function column(figure = Number.NaN, digits: number): string {
  return figure.toFixed(digits).padStart(9);
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}

async function emptyDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

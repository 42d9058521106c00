import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFloor } from './ledger/floor.ts';
import { openOurs } from './ledger/ours.ts';
import { ownPostgres } from './ledger/postgres.ts';
import { type Measured, median, type Pair, spend } from './ledger/spenders.ts';

const SPREAD = 1000;
const CONNECTIONS = 32;
const ROUNDS = 3;

interface Scenario {
  name: string;
  spenders: number;
  purses: number;
  pair(spender: number): Pair;
}

/** `npm run bench -- ledger [--seconds N]`: what a spend costs, beside the least that it can cost in SQL. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { seconds: { type: 'string', default: '2' } } });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new Error('--seconds takes the seconds of each measurement');
  const postgres = await ownPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  try {
    const floor = await openFloor(postgres.url, CONNECTIONS, SPREAD);
    const ours = await openOurs(postgres.url, SPREAD);
    const file = await openOurs(`file:${join(folder, 'latchkey.db')}`, SPREAD);
    const scenarios: Scenario[] = [
      { name: 'floor, one purse', spenders: 32, purses: 1, pair: floor.pair },
      { name: 'floor, 1,000 purses', spenders: 32, purses: SPREAD, pair: floor.pair },
      { name: 'floor, one connection', spenders: 1, purses: 1, pair: floor.pair },
      ...[ours, file].flatMap((purses) =>
        [1, SPREAD].flatMap((count) =>
          [1, 32, 256].map((spenders) => ({
            name: `${purses.database.kind}, ${count === 1 ? 'one purse' : '1,000 purses'}`,
            spenders,
            purses: count,
            pair: purses.pair,
          })),
        ),
      ),
    ];
    const measured = new Map<Scenario, Measured[]>(scenarios.map((scenario) => [scenario, []]));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const scenario of scenarios) {
        const result = await spend(scenario.pair, { ...scenario, seconds: round === 0 ? 0.5 : seconds });
        // The first round warms up.
        if (round > 0) measured.get(scenario)?.push(result);
      }
    }
    for (const [{ name, spenders }, rounds] of measured) {
      const rate = median(rounds.map(({ pairs }) => pairs));
      const p50 = median(rounds.map((round) => round.p50));
      const p99 = median(rounds.map((round) => round.p99));
      console.log(
        `${name.padEnd(26)} ${String(spenders).padStart(4)} ${rate.toFixed(0).padStart(8)} ${p50.toFixed(2).padStart(8)} ${p99.toFixed(2).padStart(8)}`,
      );
    }
    await Promise.all([floor.close(), ours.close(), file.close()]);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await postgres.stop();
  }
}

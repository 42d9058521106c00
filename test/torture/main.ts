import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Options, readOptions } from './options.ts';
import { startMortalPostgres } from './postgres.ts';
import { type Ran, run } from './run.ts';
import { type DatabaseKind, scriptOf } from './script.ts';

/*
 * `npm run torture -- --seeds N`: real servers and databases under load, killed, cut and confused as each seed says, and
 * whatever was acknowledged compared with the books afterwards. The last line is one JSON object; the exit status is 1
 * when anything was lost, doubled, changed or out of order.
 */

const read = readOptions(process.argv.slice(2));
if (typeof read === 'string') {
  console.error(read);
  process.exit(2);
}
const options: Options = read;

const kinds: DatabaseKind[] = options.database === 'both' ? ['sqlite', 'postgres'] : [options.database];
const postgres = kinds.includes('postgres') ? await startMortalPostgres() : null;
const cache = await mkdtemp(join(tmpdir(), 'latchkey-torture-cache-'));
const results: (Ran & { seed: number; database: DatabaseKind })[] = [];
try {
  for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1) {
    for (const database of kinds) results.push({ seed, database, ...(await torture(seed, database)) });
  }
} finally {
  await postgres?.stop();
  await rm(cache, { recursive: true, force: true });
}
const failing = results.filter(({ problems, internal }) => problems.length + internal > 0);
const count = (kind: string) =>
  results.reduce((sum, { problems }) => sum + problems.filter((problem) => problem.kind === kind).length, 0);
const total = (of: (ran: Ran) => number) => results.reduce((sum, ran) => sum + of(ran), 0);
const report = JSON.stringify({
  runs: results.length,
  kills: total(({ kills }) => kills),
  acknowledged: total(({ acknowledged }) => acknowledged),
  unanswered: total(({ unanswered }) => unanswered),
  lost: count('lost'),
  duplicated: count('duplicated'),
  changed: count('changed'),
  invariant_failures: count('invariant'),
  internal_errors: total(({ internal }) => internal),
  seeds: `${options.seed}-${options.seed + options.seeds - 1}`,
  failing: failing.map(({ seed, database }) => `${seed}/${database}`),
  passed: results.length - failing.length,
  failed: failing.length,
});
if (options.report !== null) await writeFile(options.report, report);
console.log(report);
process.exit(failing.length > 0 ? 1 : 0);

async function torture(seed: number, database: DatabaseKind): Promise<Ran> {
  const ran = await run(
    scriptOf(seed, database, options.seconds * 1000),
    database === 'postgres' ? postgres : null,
    cache,
  );
  const { kills, acknowledged, unanswered, problems, internal } = ran;
  const verdict = problems.length + internal === 0 ? 'ok  ' : 'FAIL';
  console.log(
    `${verdict} seed ${seed} on ${database}: ${kills} kills, ${acknowledged} answers, ${unanswered} unanswered`,
  );
  for (const { kind, team, what } of problems.slice(0, 20)) console.log(`     ${kind}, team ${team}: ${what}`);
  if (problems.length > 20) console.log(`     and ${problems.length - 20} more`);
  if (internal > 0) console.log(`     ${internal} answers were the server's own mistake:`);
  for (const line of ran.mistakes.slice(0, 5)) console.log(`     ${line.slice(0, 2000)}`);
  if (verdict === 'FAIL') console.log(`     again: npm run torture -- --seed ${seed} --database ${database}`);
  return ran;
}

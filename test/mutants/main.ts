import { MUTANTS, type Mutant } from './mutants.ts';
import { Scratch, type Verdict } from './scratch.ts';

/*
 * `npm run mutants [WORD …]`: plants one bug after the other in a copy of the ledger's core and runs its tests, which have
 * to notice. Words choose the bugs whose name has one of them. Prints a line for each and, last, one JSON object; status 1
 * when a bug survives.
 */

/** Copies that are tested at the same time. */
const COPIES = 2;

async function main(words: readonly string[]): Promise<void> {
  const chosen = MUTANTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new Error(`No bug has ${words.join(' or ')} in its name.`);
  const scratches = await Promise.all(Array.from({ length: COPIES }, () => Scratch.make()));
  try {
    const [first] = scratches;
    const sound = await first?.run();
    if (sound === undefined || failures(sound) !== 0) throw new Error('The tests fail without any bug planted.');
    const waiting = [...chosen];
    let caught = 0;
    const work = async (scratch: Scratch) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const verdict = await scratch.test(mutant);
        if (isCaught(verdict)) caught += 1;
        console.log(line(mutant, verdict));
      }
    };
    const ends = await Promise.allSettled(scratches.map((scratch) => work(scratch).finally(() => waiting.splice(0))));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    const survived = chosen.length - caught;
    console.log(JSON.stringify({ mutants: chosen.length, caught, survived }));
    process.exitCode = survived > 0 ? 1 : 0;
  } finally {
    await Promise.all(scratches.map((scratch) => scratch.remove()));
  }
}

/** How many tests have noticed. One that never ends has not. */
function failures(verdict: Verdict): number | null {
  return verdict.kind === 'hung' ? null : verdict.examples.length + verdict.histories.length;
}

function isCaught(verdict: Verdict): boolean {
  return (failures(verdict) ?? 0) > 0;
}

function line({ name }: Mutant, verdict: Verdict): string {
  const what = `${isCaught(verdict) ? 'caught  ' : 'SURVIVED'} ${name.padEnd(62)}`;
  if (verdict.kind === 'hung') return `${what} the tests did not end`;
  const count = (tests: string[]) => String(tests.length).padStart(3);
  return `${what} ${count(verdict.examples)} examples, ${count(verdict.histories)} properties`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

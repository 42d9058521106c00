/** How often work is repeated at most, and milliseconds after which it is not repeated again. */
const [RUNS, ENOUGH] = [15, 1_000];

/** Milliseconds that work takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds that work takes once it is warm: the fastest of several runs in a row. */
export function fastest(work: () => unknown): number {
  const runs: number[] = [];
  for (let sum = 0; runs.length < RUNS && sum < ENOUGH; sum += runs.at(-1) ?? 0) runs.push(timed(work));
  return Math.min(...runs);
}

/** Milliseconds after which work is not repeated again. */
const ENOUGH = 250;

/** Milliseconds that work takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds that work takes once it is warm: the fastest of several runs in a row. */
export function fastest(work: () => unknown): number {
  const runs: number[] = [];
  for (let sum = 0; sum < ENOUGH; sum += runs.at(-1) ?? 0) runs.push(timed(work));
  return Math.min(...runs);
}

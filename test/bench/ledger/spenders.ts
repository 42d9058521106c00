/** One hold and its capture, on the purse with this number. */
export interface Pair {
  hold(purse: number): Promise<unknown>;
  capture(purse: number): Promise<unknown>;
}

export interface Measured {
  /** Holds with their captures a second. */
  pairs: number;
  /** Time of one movement, in milliseconds. */
  p50: number;
  p99: number;
}

/**
 * Lets spenders spend one pair after the other, each waiting for its own answers only.
 * @param makePair a spender's own pair
 */
export async function spend(
  makePair: (spender: number) => Pair,
  { spenders, purses, seconds }: { spenders: number; purses: number; seconds: number },
): Promise<Measured> {
  const times: number[] = [];
  let pairs = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  async function timed(movement: Promise<unknown>): Promise<void> {
    const start = performance.now();
    await movement;
    times.push(performance.now() - start);
  }
  await Promise.all(
    Array.from({ length: spenders }, async (_, spender) => {
      const pair = makePair(spender);
      while (performance.now() < end) {
        const purse = Math.floor(Math.random() * purses);
        await timed(pair.hold(purse));
        await timed(pair.capture(purse));
        pairs += 1;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return { pairs: pairs / took, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** @param sorted in ascending order */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
}

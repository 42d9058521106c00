import { until } from '#launch/until.ts';

/** What a step did not find as it should be. The walk ends with it. */
export class Unexpected extends Error {
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, seen: string) {
    super(`expected ${expected}, saw ${seen}`);
    this.expected = expected;
    this.seen = seen;
  }
}

/** Ends the step unless both are alike. */
export function same<T>(what: string, expected: T, seen: T): void {
  if (!Object.is(expected, seen)) throw new Unexpected(`${what}: ${String(expected)}`, String(seen));
}

/**
 * Waits until what `read` gives fits, and ends the step with what was seen last when it does not.
 * @param expected in words
 * @param timeout milliseconds
 */
export async function soon<T>(
  expected: string,
  read: () => Promise<T>,
  fits: (seen: T) => boolean,
  timeout = 10_000,
): Promise<T> {
  const found: { seen?: T } = {};
  try {
    await until(
      expected,
      async () => {
        found.seen = await read();
        return fits(found.seen);
      },
      timeout,
    );
  } catch {
    throw new Unexpected(expected, JSON.stringify(found.seen)?.slice(0, 400) ?? 'nothing');
  }
  return found.seen as T;
}

/**
 * Waits for a condition, asked every 20 ms: what `ask` answers once it is truthy.
 * @param what the condition in words, for the message of the error after `timeout` milliseconds
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeout = 10_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, undefined | null | false>;
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

import { setTimeout as wait } from 'node:timers/promises';

/** How often what passes is tried at most. */
export const ATTEMPTS = 6;

/** Serialization failure, deadlock; server shutting down or starting; connection exceptions. */
const PASSING = /^(?:40001|40P01|57P01|57P02|57P03|08\w{3}|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;
const LOST =
  /Connection terminated|not queryable|connection has been discarded|connection timeout|could not commit transaction for shard/i;

/**
 * Runs a transaction, again when it failed by what passes: a deadlock, or a connection that was lost. A lost connection
 * may have lost only the answer to a COMMIT that happened: `transaction` must find its own traces and do nothing twice.
 * @throws what it threw, once it has failed otherwise or six times
 */
export async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await wait(pauseAfter(attempt));
    }
  }
}

/** How long to wait after the attempt with this number, from 1, in milliseconds. */
export function pauseAfter(attempt: number): number {
  return 2 ** attempt * 10 * (0.5 + Math.random());
}

/** Whether the same transaction may well succeed if it is run again. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && PASSING.test(error.code)) return true;
  return LOST.test(error.message);
}

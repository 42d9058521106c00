import type { Config } from './config.ts';

/** The database could not be opened; the cause says why. */
export class NoDatabase extends Error {
  constructor(cause: unknown) {
    super(wordsOf(cause), { cause });
  }
}

/** Why the server or a command cannot go on, in one sentence for whoever started it. No address with a password is in it. */
export function failure(error: unknown, config: Pick<Config, 'port'>): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (error instanceof NoDatabase) return `The database cannot be opened (${error.message}). Check DATABASE_URL.`;
  if (code === 'EADDRINUSE') return `Port ${config.port} is taken. Set LATCHKEY_PORT to another one.`;
  if (code === 'EACCES')
    return `Port ${config.port} may not be opened by this user. Set LATCHKEY_PORT to one above 1023.`;
  return `Latchkey cannot go on: ${wordsOf(error)}`;
}

/** Node tries every address of a host, and its error for all of them has no words of its own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

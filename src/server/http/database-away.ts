import { isPassing } from '../db/retry.ts';

/**
 * Codes of Node's sockets and of PostgreSQL (its manual, appendix A) beyond those that are tried again, which say that
 * the database cannot be reached or has no room for us now. What was asked may or may not have happened: the caller
 * repeats it under the same key.
 */
const AWAY = /^(?:ENOTFOUND|53300|57014|55P03)$/;

/** Words of node-postgres, which has no codes of its own. */
const LOST = /timeout exceeded when trying to connect/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // SQLITE_BUSY (5) with its extended codes: another process kept the file for too long.
  const busy = 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
  return isPassing(error) || AWAY.test(code) || LOST.test(error.message) || busy;
}

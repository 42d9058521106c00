import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';

export type Log = Logger;

/**
 * The server's log, a JSON object a line. Requests are logged by route, never by address, and without bodies; errors
 * lose whatever looks like a contact detail.
 * @param to where lines go; standard output otherwise
 */
export function createLog(level: LogLevel, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: describeError },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

const ADDRESS = /[^\s@"'<>()]+@[^\s@"'<>()]+/g;
const NUMBER = /\+?\d[\d\s().-]{6,}\d/g;

/** A text of ours or a library's, which may quote what was sent. */
export function withoutContacts(text: string): string {
  return text.replace(ADDRESS, '[address]').replace(NUMBER, '[number]');
}

/** What is said of an error: other properties, such as PostgreSQL's `detail`, quote rows. */
function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { message: withoutContacts(String(error)) };
  return {
    name: error.name,
    message: withoutContacts(error.message),
    stack: withoutContacts(error.stack ?? ''),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  };
}

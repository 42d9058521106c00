import { isIP } from 'node:net';
import { dirname } from 'node:path';
import * as z from 'zod';

/** How this server runs. */
export interface Config {
  host: string;
  /** 0 lets the system choose. */
  port: number;
  /** Public base URL without a trailing slash; null means `http://host:port`. */
  url: string | null;
  /** `file:PATH` of an SQLite database, or `postgres://…`. */
  databaseUrl: string;
  /** Where the embedded database and a generated secret are kept. */
  dataDir: string;
  /** Signs the cookies of the server's own pages; null means one is generated and kept in `dataDir`. */
  secret: string | null;
  log: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_DATABASE = 'file:.latchkey/latchkey.db';
const SECRET_LENGTH = 32;

const Environment = z.object({
  LATCHKEY_HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) > 0, 'must be an IP address or localhost, such as 127.0.0.1')
    .default('127.0.0.1'),
  LATCHKEY_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(8787),
  LATCHKEY_URL: z
    .string()
    .refine(isBaseUrl, 'must be an http or https address without path, such as https://latchkey.example')
    .transform((url) => new URL(url).origin)
    .optional(),
  LATCHKEY_SECRET: z
    .string()
    .min(SECRET_LENGTH, `must have at least ${SECRET_LENGTH} characters; \`openssl rand -base64 32\` makes one`)
    .optional(),
  LATCHKEY_LOG: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:file:.|postgres(?:ql)?:\/\/.)/, 'must be file:PATH for SQLite or postgres://… for PostgreSQL')
    .default(DEFAULT_DATABASE),
});

const KNOWN: readonly string[] = Object.keys(Environment.shape);

/** Settings of `npm start` and `npm test`, which may well be set beside a server's. */
const LAUNCHER: readonly string[] = ['LATCHKEY_CHROMIUM', 'LATCHKEY_FIREFOX', 'LATCHKEY_DATA'];

/**
 * Reads the configuration from environment variables. An empty variable counts as not set.
 * @returns the configuration, or every mistake at once, a sentence each that starts with the variable's name and never
 * repeats its value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config | { mistakes: string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const mistakes = Object.keys(given)
    .filter((name) => name.startsWith('LATCHKEY_') && ![...KNOWN, ...LAUNCHER].includes(name))
    .map((name) => `${name} is not a setting of Latchkey. There are: ${KNOWN.join(', ')}.`);
  const read = Environment.safeParse(given);
  if (!read.success) {
    mistakes.push(...read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
    return { mistakes };
  }
  const settings = read.data;
  const url = settings.LATCHKEY_URL ?? null;
  if (url === null && !isLoopback(settings.LATCHKEY_HOST)) {
    mistakes.push('LATCHKEY_URL must say the address people reach this server at, as LATCHKEY_HOST is not loopback.');
  }
  if (url !== null && !isLoopback(new URL(url).hostname) && settings.LATCHKEY_SECRET === undefined) {
    mistakes.push(
      'LATCHKEY_SECRET must be set where LATCHKEY_URL is not loopback; `openssl rand -base64 32` makes one.',
    );
  }
  if (mistakes.length > 0) return { mistakes };
  return {
    host: settings.LATCHKEY_HOST,
    port: settings.LATCHKEY_PORT,
    url,
    databaseUrl: settings.DATABASE_URL,
    dataDir: dataDirOf(settings.DATABASE_URL),
    secret: settings.LATCHKEY_SECRET ?? null,
    log: settings.LATCHKEY_LOG,
  };
}

/** The folder of the SQLite file; beside PostgreSQL the one SQLite would have had. */
function dataDirOf(databaseUrl: string): string {
  const file = databaseUrl.startsWith('file:') ? databaseUrl : DEFAULT_DATABASE;
  return dirname(file.replace(/^file:(?:\/\/(?=\/))?/, ''));
}

function isBaseUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, search, hash, username } = new URL(url);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '' && username === '';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\./.test(host);
}

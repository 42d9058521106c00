import type { DestinationStream } from 'pino';
import manifest from '../../package.json' with { type: 'json' };
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { keptSecret } from './accounts/secret.ts';
import type { Config } from './config.ts';
import { createPurses, type Purses } from './credits/purses.ts';
import { type Database, openDatabase } from './db/open.ts';
import { NoDatabase } from './failure.ts';
import { createApp } from './http/app.ts';
import { createLog, type Log, withoutContacts } from './http/log.ts';
import { type Listener, listen } from './listen.ts';
import { directory } from './providers/directory.ts';
import type { Provider } from './providers/provider.ts';
import { createReveals, type Reveals } from './reveals/reveals.ts';

/** Milliseconds. */
const SWEEP_EVERY = 60_000;

export interface StartOptions {
  config: Config;
  /** Asked in this order; the directory alone unless said otherwise. */
  providers?: (database: Database) => Provider[];
  /** The clock of credits and reveals. */
  now?: () => Temporal.Instant;
  /** Milliseconds that providers have for one reveal. */
  deadlineMs?: number;
  /** Milliseconds until the body of a request must be here. */
  bodyTimeout?: number;
  /** Where the log goes; standard output otherwise. */
  logTo?: DestinationStream;
}

/** What the server is made of, without a socket: all that a command needs. */
export interface Parts {
  database: Database;
  accounts: Accounts;
  purses: Purses;
  reveals: Reveals;
  log: Log;
}

export interface Server extends Parts {
  /** Public base URL, without a trailing slash. */
  url: string;
  app: ReturnType<typeof createApp>;
  /** Lets what is under way finish, then closes the database. */
  stop(): Promise<void>;
}

/** Opens the database and joins the parts. `url` is the base of the links that accounts make. */
export async function openParts(options: StartOptions, url: string): Promise<Parts> {
  const { config, now } = options;
  const log = createLog(config.log, options.logTo);
  const database = await openDatabase(config.databaseUrl).catch((error: unknown) => {
    throw new NoDatabase(error);
  });
  const accounts = createAccounts(database, {
    url,
    secret: config.secret ?? keptSecret(config.dataDir),
    log: (level, message) => log[level](`accounts: ${withoutContacts(message)}`),
  });
  const purses = createPurses(database, now === undefined ? {} : { now });
  const reveals = createReveals({
    database,
    purses,
    providers: options.providers?.(database) ?? [directory(database)],
    adminsOf: async (workspace) =>
      (await accounts.members.of(workspace)).filter(({ role }) => role === 'admin').map(({ name }) => name),
    ...(now === undefined ? {} : { now }),
    ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
    // What a provider says went wrong may quote what it was asked for.
    log: { warn: (details, message) => log.warn(cleaned(details), message) },
  });
  return { database, accounts, purses, reveals, log };
}

function cleaned(details: Record<string, string | number>): Record<string, string | number> {
  const clean = (value: string | number) => (typeof value === 'string' ? withoutContacts(value) : value);
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, clean(value)]));
}

/** Ends reveals that nobody came back for, again and again, until the returned function is called. */
function sweepRegularly({ reveals, log }: Parts): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = reveals.sweep().catch((error: unknown) => log.warn({ error }, 'the sweep failed'));
  }, SWEEP_EVERY);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/**
 * Starts a server.
 * @throws when the port is taken, or the database cannot be opened or migrated
 */
export async function startServer(options: StartOptions): Promise<Server> {
  const { config } = options;
  // The port may be the system's choice, and is part of the address that links and cookies are made for.
  const listener: Listener = await listen(config.host, config.port);
  const url = config.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listener.port}`;
  try {
    const parts = await openParts(options, url);
    const app = createApp({
      ...parts,
      url,
      version: manifest.version,
      ...(options.bodyTimeout === undefined ? {} : { bodyTimeout: options.bodyTimeout }),
    });
    listener.answer(app.fetch);
    const stopSweep = sweepRegularly(parts);
    return {
      ...parts,
      url,
      app,
      async stop() {
        await listener.stop();
        await stopSweep();
        await parts.database.close();
      },
    };
  } catch (error) {
    await listener.stop();
    throw error;
  }
}

import { appendFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { startServer } from '#server/start.ts';
import type { Point } from './faults.ts';
import { provider } from './people.ts';
import { armSqlite, disarmSqlite, patchSqlite } from './sqlite-trap.ts';
import { addStandIns } from './stand-ins.ts';

/*
 * A real server in a process of its own, to be killed. It starts when it is told where, so that one which has loaded
 * its code already stands by for the next death. Its clock is the machine's, moved.
 */

export interface ToldAtStart {
  databaseUrl: string;
  secret: string;
  /** Milliseconds that its clock is ahead of the machine's. */
  ahead: number;
  /** A file, for errors. */
  log: string;
}

export type ToldLater =
  | { start: ToldAtStart }
  | { ahead: number }
  | { arm: { point: Point; nth: number } }
  | { disarm: true };

let ahead = 0;

process.on('message', (message: ToldLater) => {
  if ('start' in message) void start(message.start);
  else if ('ahead' in message) ahead = message.ahead;
  else if ('arm' in message) armSqlite(message.arm.point, message.arm.nth);
  else disarmSqlite();
});
// Without its parent nobody would end it.
process.on('disconnect', () => process.exit(1));

patchSqlite();
// Those that come after it start sooner.
flushCompileCache();

async function start(told: ToldAtStart): Promise<void> {
  ahead = told.ahead;
  const server = await startServer({
    config: {
      host: '127.0.0.1',
      port: 0,
      url: null,
      databaseUrl: told.databaseUrl,
      dataDir: '.',
      secret: told.secret,
      log: 'warn',
    },
    providers: () => [provider],
    deadlineMs: 1_500,
    now: () => Temporal.Now.instant().add({ milliseconds: ahead }),
    logTo: { write: (line) => appendFileSync(told.log, line) },
  });
  addStandIns(server);
  process.send?.({ url: server.url });
}

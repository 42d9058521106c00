import type { Random } from './random.ts';
import type { DatabaseKind } from './script.ts';

/** A place in a transaction, as the database sees it. */
export interface Point {
  statement: 'begin' | 'commit';
  /** Before it reaches the database, or after it was carried out and before the server hears of it. */
  side: 'before' | 'after';
}

/** What happens to a run. `at` in milliseconds from its start; `server` is an index. */
export type Fault = { at: number } & (
  | { kind: 'kill-server'; server: number }
  /** At the `nth` such point from now on, of whatever transaction. */
  | { kind: 'kill-server-at'; server: number; point: Point; nth: number }
  | { kind: 'kill-database' }
  | { kind: 'kill-database-at'; server: number; point: Point; nth: number }
  /** All connections between a server and its database break. */
  | { kind: 'cut-database'; server: number }
  /** One connection breaks at such a point: after a COMMIT, its answer is lost. */
  | { kind: 'cut-database-at'; server: number; point: Point; nth: number }
  /** All connections between clients and a server break. */
  | { kind: 'cut-clients'; server: number }
  /** The servers' clocks jump by so many milliseconds. */
  | { kind: 'clock'; by: number }
);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Past the lease of a reveal, past a hold, over one renewal and over several, and back. */
const JUMPS = [16 * SECOND, 31 * MINUTE, 31 * DAY, 31 * DAY, 100 * DAY, -10 * SECOND, -2 * DAY, -40 * DAY];

interface Setting {
  database: DatabaseKind;
  servers: number;
  length: number;
}

/** Draws the faults of a run, about two a second. */
export function faultsOf(random: Random, { database, servers, length }: Setting): Fault[] {
  const count = Math.max(4, Math.round((length / SECOND) * 2));
  let databaseKills = 0;
  const faults = Array.from({ length: count }, (): Fault => {
    const at = random.between(100, length);
    const server = random.below(servers);
    const point: Point = {
      statement: random.pick(['begin', 'commit', 'commit', 'commit']),
      side: random.pick(['before', 'after', 'after']),
    };
    const nth = random.between(1, 12);
    const kind = random.weighted<Fault['kind']>(database === 'sqlite' ? ON_SQLITE : ON_POSTGRES);
    if (kind === 'kill-database' || kind === 'kill-database-at') {
      // It needs a second or so to come back; more of it would be a run without a database.
      databaseKills += 1;
      if (databaseKills > 1) return { at, kind: 'cut-database', server };
    }
    if (kind === 'clock') return { at, kind, by: random.pick(JUMPS) };
    if (kind === 'kill-database') return { at, kind };
    if (kind === 'kill-server-at' || kind === 'kill-database-at' || kind === 'cut-database-at') {
      return { at, kind, server, point, nth };
    }
    return { at, kind, server };
  });
  return faults.sort((one, other) => one.at - other.at);
}

/** How often each is drawn. There are no connections to SQLite, and nothing of it to be killed. */
const ON_SQLITE: Record<Fault['kind'], number> = {
  'kill-server': 1,
  'kill-server-at': 4,
  'kill-database': 0,
  'kill-database-at': 0,
  'cut-database': 0,
  'cut-database-at': 0,
  'cut-clients': 2,
  clock: 3,
};

const ON_POSTGRES: Record<Fault['kind'], number> = {
  'kill-server': 1,
  'kill-server-at': 3,
  'kill-database': 1,
  'kill-database-at': 1,
  'cut-database': 1,
  'cut-database-at': 5,
  'cut-clients': 2,
  clock: 4,
};

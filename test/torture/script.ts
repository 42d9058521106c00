import type { PlanTerms } from '#server/credits/plan.ts';
import { type Fault, faultsOf } from './faults.ts';
import type { Call } from './history.ts';
import { loadOf } from './load.ts';
import { type Random, randomOf } from './random.ts';

/*
 * Everything that a run does, as a function of its seed: who asks for what in which order, how each request travels,
 * what is killed and cut when, and how the clock jumps. Only the timing is the machine's own.
 */

export type DatabaseKind = 'sqlite' | 'postgres';

/** How a request travels. Whatever is not answered is sent again with the same id. */
export type Delivery =
  | { kind: 'once' }
  /** Two copies, `apart` milliseconds from each other, perhaps to different servers. */
  | { kind: 'twice'; apart: number }
  /** Once more, long after it was answered. */
  | { kind: 'late'; after: number }
  /** The client's connection breaks `after` milliseconds. */
  | { kind: 'cut'; after: number }
  /** The connection breaks when the answer begins to arrive. */
  | { kind: 'deaf' }
  /** The connection breaks in the middle of the body. */
  | { kind: 'half' }
  /** Cut like that, and nobody asks again until all is calm. */
  | { kind: 'abandoned'; after: number };

export interface Step {
  call: Call;
  delivery: Delivery;
  /** Milliseconds that the client waits before it. */
  pause: number;
  /** Which server is asked first. */
  server: number;
}

/** A workspace: its plan at first, and how many reps it has. */
export interface Team {
  terms: PlanTerms;
  reps: number;
  /** Whether nobody changes its plan, so that every cycle can be foretold. */
  steady: boolean;
  /** What rep 0 may spend in a cycle, for good; null where admins set caps as they like. */
  cap: number | null;
}

export interface Script {
  seed: number;
  database: DatabaseKind;
  servers: number;
  /** How long load and faults last: about 100 answers a second, in milliseconds. */
  length: number;
  teams: readonly Team[];
  /** Milliseconds that each server's clock is ahead of the first one's. */
  skew: readonly number[];
  /** What the servers' clock says at first, ISO 8601. */
  startsAt: string;
  /** What each client does, one step after the other. */
  clients: readonly (readonly Step[])[];
  /** In the order of time. */
  faults: readonly Fault[];
}

export function scriptOf(seed: number, database: DatabaseKind, length: number): Script {
  const random = randomOf(`${seed}/${database}`);
  const servers = database === 'postgres' ? random.between(1, 2) : 1;
  const count = random.between(2, 3);
  // The plan of the last one changes.
  const teams = Array.from({ length: count }, (_, index) => teamOf(random.fork(`team ${index}`), index + 1 < count));
  // A second or two before a renewal of the first team, so that spends race it even without a jump of the clock.
  const startsAt = new Date(Date.parse('2026-03-31T12:00:00.000Z') - random.between(500, 2_500)).toISOString();
  return {
    seed,
    database,
    servers,
    length,
    teams,
    startsAt,
    skew: Array.from({ length: servers }, (_, index) => (index === 0 ? 0 : random.between(-1_500, 1_500))),
    clients: loadOf(random.fork('load'), { teams, servers, length, startsAt }),
    faults: faultsOf(random.fork('faults'), { database, servers, length }),
  };
}

/** Plans begin on a 31st, in zones with and without daylight-saving time. */
function teamOf(random: Random, steady: boolean): Team {
  return {
    steady,
    cap: steady && random.chance(0.6) ? random.between(5, 25) : null,
    reps: random.between(1, 2),
    terms: {
      name: 'Team',
      allowance: random.pick([12, 40, 120]),
      cycle: random.pick(['monthly', 'monthly', 'quarterly']),
      anchor: '2026-01-31T12:00:00.000Z',
      timeZone: random.pick(['UTC', 'Europe/Berlin', 'America/New_York']),
      prices: {
        email: random.between(0, 2),
        phone: random.pick([4, 8, 8, null]),
        contact_enrichment: random.pick([1, 3, null]),
        account_enrichment: null,
        ai_insight: null,
        api_call: null,
      },
      refundDays: 30,
      heldOver: random.pick(['expire', 'goodwill']),
    },
  };
}

import type { Call, Caller } from './history.ts';
import type { Random } from './random.ts';
import type { Team } from './script.ts';

/** A call without what the deck gives it. */
export type Drawn = Omit<Call, 'number' | 'caller' | 'team'>;

/** Deals calls, and remembers them, so that later ones can mean the same things. */
export class Deck {
  readonly teams: readonly Team[];
  /** What the servers' clock says at first. */
  readonly startsAt: string;
  readonly #ids: Random;
  /** Calls that were dealt, by workspace and endpoint. */
  readonly #dealt = new Map<string, Call[]>();
  #number = 0;

  constructor(ids: Random, teams: readonly Team[], startsAt: string) {
    this.#ids = ids;
    this.teams = teams;
    this.startsAt = startsAt;
  }

  /** An id for something new. */
  id(): string {
    return this.#ids.uuid();
  }

  deal(caller: Caller, team: number, drawn: Drawn): Call {
    const call: Call = { ...drawn, number: this.#number, caller, team };
    this.#number += 1;
    this.#of(team, call.endpoint).push(call);
    return call;
  }

  /** One of the last calls of an endpoint on a workspace; null while there is none. */
  earlier(random: Random, team: number, endpoint: Call['endpoint'], caller?: Caller): Call | null {
    const all = this.#of(team, endpoint);
    const own = caller === undefined ? all : all.filter((one) => one.caller.name === caller.name);
    // Mostly what was dealt just now and may be under way.
    const recent = random.chance(0.6) ? own.slice(-6) : own;
    return recent.length === 0 ? null : random.pick(recent);
  }

  #of(team: number, endpoint: string): Call[] {
    const name = `${team} ${endpoint}`;
    const known = this.#dealt.get(name) ?? [];
    this.#dealt.set(name, known);
    return known;
  }
}

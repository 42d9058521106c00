import type { Call, Caller } from './history.ts';
import { PEOPLE, profileOf } from './people.ts';
import type { Random } from './random.ts';
import type { Delivery, Script, Step } from './script.ts';

/** Steps of each client for a second of load: more than it gets done. */
const STEPS_A_SECOND = 60;

interface Setting {
  teams: Script['teams'];
  servers: number;
  length: number;
}

/** What the clients of a run do: two for each member, and two for the operator. */
export function loadOf(random: Random, { teams, servers, length }: Setting): Step[][] {
  const callers = [
    ...teams.flatMap(({ reps }, team) => [
      ...Array.from({ length: reps }, (_, index): Caller => ({ name: `${team}/rep${index}`, team })),
      { name: `${team}/admin`, team },
    ]),
    { name: 'operator', team: null },
  ];
  const deck = new Deck(random, teams.length);
  const clients = [...callers, ...callers].map((caller, index) => ({ caller, random: random.fork(`client ${index}`) }));
  const steps: Step[][] = clients.map(() => []);
  const rounds = Math.ceil((length / 1000) * STEPS_A_SECOND);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, client] of clients.entries()) {
      steps[index]?.push({
        call: deck.draw(client.caller, client.random),
        delivery: deliveryOf(client.random),
        pause: client.random.chance(0.7) ? 0 : client.random.between(1, 60),
        server: client.random.below(servers),
      });
    }
  }
  return steps;
}

function deliveryOf(random: Random): Delivery {
  const kind = random.weighted({ once: 50, twice: 14, late: 8, cut: 10, deaf: 10, half: 3, abandoned: 5 });
  if (kind === 'twice') return { kind, apart: random.pick([0, 0, 3, 20]) };
  if (kind === 'late') return { kind, after: random.between(50, 1500) };
  if (kind === 'cut' || kind === 'abandoned') return { kind, after: random.between(0, 40) };
  return { kind };
}

/** Draws calls, and remembers what was drawn, so that later ones can mean the same things. */
class Deck {
  readonly #random: Random;
  /** Of each workspace. */
  readonly #reveals: Call[][];
  readonly #topUps: Call[][];
  readonly #grants: Call[][];
  #number = 0;

  constructor(random: Random, teams: number) {
    this.#random = random.fork('ids');
    const lists = () => Array.from({ length: teams }, (): Call[] => []);
    this.#reveals = lists();
    this.#topUps = lists();
    this.#grants = lists();
  }

  draw(caller: Caller, random: Random): Call {
    const drawn = caller.team === null ? this.#operators(caller, random) : this.#members(caller, caller.team, random);
    this.#number += 1;
    return drawn;
  }

  #members(caller: Caller, team: number, random: Random): Call {
    const base = { number: this.#number, caller, team };
    const kind = random.weighted({
      reveal: 60,
      again: 8,
      conflict: 3,
      balance: 10,
      topUp: 4,
      lookUp: 5,
      owned: 3,
      open: 4,
    });
    const known = this.#reveals[team]?.filter((one) => one.caller.name === caller.name) ?? [];
    const before = known.length === 0 ? undefined : random.pick(known);
    switch (kind) {
      case 'again':
        if (before !== undefined) return { ...before, number: this.#number };
        break;
      case 'conflict':
        if (before !== undefined) {
          const maxCredits = Number(before.body?.maxCredits) + random.between(1, 3);
          return { ...before, number: this.#number, body: { ...before.body, maxCredits } };
        }
        break;
      case 'lookUp':
        if (before?.key !== undefined) return { ...base, endpoint: 'revealById', params: { id: before.key } };
        break;
      case 'open':
        if (before !== undefined) {
          const { key } = profileOf(random.below(PEOPLE), 'guildbook', false);
          return { ...base, endpoint: 'openUnlock', body: { key, field: 'email' } };
        }
        break;
      case 'balance':
        return { ...base, endpoint: 'balance' };
      case 'owned':
        return { ...base, endpoint: 'owned', query: { after: 0, limit: 1000 } };
      case 'topUp': {
        const body = { credits: random.between(1, 40), note: null };
        const call = { ...base, endpoint: 'requestTopUp' as const, key: this.#random.uuid(), body };
        this.#topUps[team]?.push(call);
        return call;
      }
      case 'reveal':
    }
    const call = { ...base, endpoint: 'reveal' as const, key: this.#random.uuid(), body: this.#revealBody(random) };
    this.#reveals[team]?.push(call);
    return call;
  }

  #revealBody(random: Random): Record<string, unknown> {
    // Some people are asked for by everybody at once.
    const person = random.chance(0.3) ? random.below(5) : random.below(PEOPLE);
    const site = random.chance(0.8) ? 'guildbook' : 'json-ld';
    const shows = random.chance(0.05);
    return {
      profile: profileOf(person, site, shows),
      field: random.chance(0.65) ? 'email' : 'phone',
      maxCredits: random.chance(0.06) ? 0 : 10,
      another: shows && random.chance(0.5),
    };
  }

  #operators(caller: Caller, random: Random): Call {
    const team = random.below(this.#reveals.length);
    const base = { number: this.#number, caller, team };
    const kind = random.weighted({ grant: 25, again: 5, conflict: 4, settle: 30, balance: 10 });
    const grants = this.#grants[team] ?? [];
    const topUps = this.#topUps[team] ?? [];
    if ((kind === 'again' || kind === 'conflict') && grants.length > 0) {
      const before = random.pick(grants);
      const more = kind === 'conflict' ? { credits: Number(before.body?.credits) + 1 } : {};
      return { ...before, number: this.#number, body: { ...before.body, ...more } };
    }
    if (kind === 'settle' && topUps.length > 0) {
      // Mostly a recent one, which may not have been asked for yet; an older one is settled twice.
      const { key = '' } = random.pick(random.chance(0.7) ? topUps.slice(-3) : topUps);
      const status = random.chance(0.75) ? 'settled' : 'failed';
      return { ...base, endpoint: 'settleTopUp', params: { id: key }, body: { status } };
    }
    if (kind === 'balance') return { ...base, endpoint: 'workspaceBalance' };
    const body = { kind: 'top_up', credits: random.between(1, 30), reason: 'Goodwill' };
    const call = { ...base, endpoint: 'grant' as const, key: this.#random.uuid(), body };
    grants.push(call);
    return call;
  }
}

import { draw } from './calls.ts';
import { Deck } from './deck.ts';
import type { Caller } from './history.ts';
import type { Random } from './random.ts';
import type { Delivery, Step, Team } from './script.ts';

/** Steps of each client for a second of load: more than it gets done. */
const STEPS_A_SECOND = 40;

interface Setting {
  teams: readonly Team[];
  servers: number;
  length: number;
  startsAt: string;
}

/** What the clients of a run do: two for each member, and three for the operator. */
export function loadOf(random: Random, { teams, servers, length, startsAt }: Setting): Step[][] {
  const operator: Caller = { name: 'operator', team: null };
  const members = teams.flatMap(({ reps }, team) => [
    ...Array.from({ length: reps }, (_, index): Caller => ({ name: `${team}/rep${index}`, team })),
    { name: `${team}/admin`, team },
  ]);
  const callers = [...members, ...members, operator, operator, operator];
  const deck = new Deck(random.fork('ids'), teams, startsAt);
  const clients = callers.map((caller, index) => ({ caller, random: random.fork(`client ${index}`) }));
  const steps: Step[][] = clients.map(() => []);
  const rounds = Math.ceil((length / 1000) * STEPS_A_SECOND);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, client] of clients.entries()) {
      steps[index]?.push({
        call: draw(deck, client.caller, client.random),
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

import { isAnswered, isFinal } from '../history.ts';
import { type Check, Findings } from './problem.ts';

/** Holds that were decided on in batches: what was held is there, and what was given back has ended. */
export const checkReservations: Check = ({ team, told, books }) => {
  const found = new Findings(team);
  const holds = new Map(books.holds.map((hold) => [hold.id, hold]));
  for (const { call, attempts } of told) {
    if (call.endpoint !== 'reserve') continue;
    for (const { status, json } of attempts.filter(isAnswered).filter(isFinal)) {
      if (status !== 200) continue;
      const { held, ended } = json as { held: string[]; ended: string[] };
      for (const [index, kind] of held.entries()) {
        const id = `${call.key}/${index}`;
        const hold = holds.get(id);
        if (kind === 'held' && hold === undefined) found.add('lost', `hold ${id} was acknowledged and is not there`);
        if (hold === undefined) continue;
        found.same(`credits of hold ${id}`, hold.credits, call.query?.credits, 'changed');
        if (ended[index] === 'released') found.same(`how hold ${id} ended`, hold.status, 'released', 'lost');
      }
    }
  }
  return found.problems;
};

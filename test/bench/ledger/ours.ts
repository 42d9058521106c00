import { randomUUID } from 'node:crypto';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import { later } from '#server/db/moment.ts';
import { type Database, openDatabase } from '#server/db/open.ts';
import type { Pair } from './spenders.ts';

/** The spend queue as the server runs it, on a database of either kind. */
export interface Ours {
  database: Database;
  purses: Purses;
  pair(): Pair;
  close(): Promise<void>;
}

const ADA = { id: 'user-ada', name: 'Ada Okafor' };
const HALF_AN_HOUR = 30 * 60_000;

/** @param count how many purses to fill */
export async function openOurs(url: string, count: number): Promise<Ours> {
  const database = await openDatabase(url);
  const purses = createPurses(database);
  for (let purse = 0; purse < count; purse += 1) {
    await purses.decide(nameOf(purse), {}, (open) =>
      open.apply({
        kind: 'grant',
        source: 'grant:bench',
        grantKind: 'top_up',
        credits: 600_000_000,
        expiresAt: null,
        reference: 'bench',
        reason: 'to be spent by the bench',
        by: null,
      }),
    );
  }
  return { database, purses, pair: () => pairOf(purses), close: () => database.close() };
}

function pairOf(purses: Purses): Pair {
  let id = '';
  return {
    async hold(purse) {
      id = randomUUID();
      const { kind } = await purses.decide(nameOf(purse), { holds: [id] }, (open) =>
        open.apply({
          kind: 'hold',
          id,
          activity: 'api_call',
          credits: 1,
          expiresAt: later(open.now, HALF_AN_HOUR),
          by: ADA,
        }),
      );
      if (kind !== 'held') throw new Error(`a hold was answered ${kind}`);
    },
    async capture(purse) {
      const { kind } = await purses.decide(nameOf(purse), { holds: [id] }, (open) =>
        open.apply({ kind: 'capture', id, credits: 1, by: ADA }),
      );
      if (kind !== 'captured') throw new Error(`a capture was answered ${kind}`);
    },
  };
}

function nameOf(purse: number): string {
  return `purse-${purse}`;
}

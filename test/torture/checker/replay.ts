import type { Books, EntryLine } from '../books.ts';

/** What a purse had after an entry, as the entries alone tell. */
export interface After {
  available: number;
  held: number;
  debt: number;
  /** Available credits by kind of grant. */
  kinds: Record<string, number>;
}

/** What each grant has left and on hold at the end, by its entry's number. */
export type GrantSums = Map<number, { left: number; held: number }>;

/**
 * Replays entries from nothing.
 * @returns what there was after entry n at index n, and of what was below zero on the way, a sentence each
 */
export function replay({ entries, grants }: Pick<Books, 'entries' | 'grants'>): {
  after: After[];
  sums: GrantSums;
  below: string[];
} {
  const kindOf = new Map(grants.map(({ entry, kind }) => [entry, kind]));
  const sums: GrantSums = new Map();
  const below: string[] = [];
  let now: After = { available: 0, held: 0, debt: 0, kinds: {} };
  const after = [now];
  for (const entry of entries) {
    now = {
      available: now.available + entry.available,
      held: now.held + entry.held,
      debt: now.debt + entry.debt,
      kinds: { ...now.kinds },
    };
    for (const [grant, available, held] of entry.parts) {
      const kind = kindOf.get(grant) ?? 'unknown';
      now.kinds[kind] = (now.kinds[kind] ?? 0) + available;
      const sum = sums.get(grant) ?? { left: 0, held: 0 };
      sums.set(grant, { left: sum.left + available, held: sum.held + held });
    }
    below.push(...belowZero(entry, now, sums));
    after[entry.number] = now;
  }
  return { after, sums, below };
}

function belowZero(entry: EntryLine, now: After, sums: GrantSums): string[] {
  const found = (['available', 'held', 'debt'] as const).filter((name) => now[name] < 0).map(String);
  for (const [grant] of entry.parts) {
    const { left = 0, held = 0 } = sums.get(grant) ?? {};
    if (left < 0) found.push(`grant ${grant}`);
    if (held < 0) found.push(`what grant ${grant} has on hold`);
  }
  return found.map((name) => `${name} is below zero after entry ${entry.number}`);
}

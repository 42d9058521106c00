import { type Moment, readMoment } from '../db/moment.ts';
import type { Entry } from './entry.ts';
import { compare, type Tell } from './fault.ts';

/** A hold's row, as the database hands it over. */
export interface HoldRow {
  id: string;
  entry: number;
  credits: number;
  available_before: number;
  parts: string;
  expires_at: string | Date;
  status: string;
  activity: string | null;
  by_id: string | null;
  end_entry: number | null;
  charged: number | null;
  charged_parts: string | null;
  available_after: number | null;
  refund_entry: number | null;
}

type Parts = Map<number, number>;

/** A hold as the entries tell it. */
export interface Told {
  id: string;
  entry: number;
  credits: number;
  before: number;
  parts: Parts;
  activity: string | null;
  by: string | null;
  /** What is still on hold, by grant. */
  open: Parts;
  end: { entry: number; at: Moment; status: 'captured' | 'released'; charged: Parts; after: number } | null;
}

/** Holds told by the entries. Only open ones, and those that ended since they were last taken, are in memory. */
export class Holds {
  readonly #open = new Map<string, Told>();
  /** Ended, and the movements that belong to its end may still go on. */
  #ending: Told | null = null;
  #ended: Told[] = [];
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** @param before credits to spend before the entry, `after` those after it */
  move(entry: Entry, before: number, after: number): void {
    const id = entry.reference;
    const where = `entry ${entry.number}`;
    if (this.#ending !== null && !(id === this.#ending.id && FOLLOWS.has(entry.kind))) this.#settle();
    if (entry.kind === 'hold') {
      if (this.#open.has(id))
        this.#tell({ where, what: `hold ${id}`, expected: 'held once', found: 'on hold already' });
      const parts = new Map(entry.parts.map(([grant, , held]) => [grant, held]));
      this.#open.set(id, {
        id,
        entry: entry.number,
        credits: entry.held_delta,
        before,
        parts,
        activity: entry.activity,
        by: entry.by_id,
        open: new Map(parts),
        end: null,
      });
    } else if (entry.kind === 'capture' || entry.kind === 'release') {
      this.#end(entry, where, after);
    } else if (this.#ending?.end) {
      this.#ending.end.after = after;
    }
  }

  #end(entry: Entry, where: string, after: number): void {
    const told = this.#open.get(entry.reference) ?? (this.#ending?.id === entry.reference ? this.#ending : undefined);
    if (told === undefined || (told.end !== null && entry.kind === 'capture')) {
      this.#tell({ where, what: 'reference', expected: 'a hold that is open', found: entry.reference });
      return;
    }
    for (const [grant, , held] of entry.parts) {
      const rest = (told.open.get(grant) ?? 0) + held;
      if (rest < 0) {
        const expected = `${told.open.get(grant) ?? 0} at most from grant ${grant}`;
        this.#tell({ where, what: `credits out of hold ${told.id}`, expected, found: `${-held}` });
      }
      if (rest > 0) told.open.set(grant, rest);
      else told.open.delete(grant);
    }
    if (told.end === null) {
      const charged = new Map(entry.kind === 'capture' ? entry.parts.map(([grant, , held]) => [grant, -held]) : []);
      const status = entry.kind === 'capture' ? 'captured' : 'released';
      told.end = { entry: entry.number, at: entry.at, status, charged, after };
      this.#open.delete(told.id);
      this.#ending = told;
    } else {
      told.end.after = after;
    }
  }

  #settle(): void {
    const told = this.#ending;
    this.#ending = null;
    if (told === null) return;
    if (told.open.size > 0) {
      const where = `hold ${told.id}`;
      const found = `${total(told.open)} still on hold after entry ${told.end?.entry}`;
      this.#tell({ where, what: 'rest of a charge', expected: 'given back', found });
    }
    this.#ended.push(told);
  }

  /** The holds that ended since the last call. The last one of all is among them only once `last` is said. */
  takeEnded(last = false): Told[] {
    if (last) this.#settle();
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  open(): Told[] {
    return [...this.#open.values()];
  }
}

/** What may follow an end and belong to it: the rest given back, and what becomes of that. */
const FOLLOWS = new Set(['release', 'expire', 'repay', 'grant']);

/**
 * Compares a hold's row with what the entries say.
 * @param anew it had expired and was held anew, for as much as was charged, by whoever captured it
 */
export function checkHold(told: Told, row: HoldRow, anew: boolean, tell: Tell): void {
  const where = `hold ${told.id}`;
  const same = (what: string, expected: unknown, found: unknown) => compare(tell, where, what, expected, found);
  same('entry', told.entry, row.entry);
  same('credits before', told.before, row.available_before);
  same('parts', [...told.parts], read(row.parts));
  // Entries older than other activities than reveals do not name theirs.
  if (told.activity !== null) same('activity', told.activity, row.activity);
  if (!anew) {
    same('credits', told.credits, row.credits);
    same('held by', told.by, row.by_id);
  } else if (told.credits > row.credits) {
    tell({ where, what: 'credits held anew', expected: `${row.credits} at most`, found: `${told.credits}` });
  }
  const { end } = told;
  if (end === null) {
    same('status', 'open', row.status);
    same('entry of its end', null, row.end_entry);
    return;
  }
  // One that expired becomes a released one when its work ends without a charge.
  const expired = row.status === 'expired' && readMoment(row.expires_at) <= end.at;
  same('status', end.status === 'captured' ? 'captured' : expired ? 'expired' : 'released', row.status);
  same('entry of its end', end.entry, row.end_entry);
  same('charged', total(end.charged), row.charged);
  same('charged parts', [...end.charged], read(row.charged_parts ?? '[]'));
  same('credits after', end.after, row.available_after);
}

export function total(parts: ReadonlyMap<number, number>): number {
  return [...parts.values()].reduce((sum, credits) => sum + credits, 0);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

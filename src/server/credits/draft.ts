import type { GrantKind } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import {
  type By,
  bySpendingOrder,
  type Entry,
  type EntryPart,
  type Grant,
  type Hold,
  type Parts,
  type Purse,
} from './purse.ts';

/** Spent first to last. */
export const PRIORITY: Record<GrantKind, number> = { plan: 10, add_on: 20, top_up: 30 };

type Movement = Pick<Entry, 'kind' | 'grantKind' | 'reference' | 'by' | 'reason'>;
type NewGrant = Pick<Grant, 'source' | 'kind' | 'credits' | 'expiresAt' | 'reason'> & { reference: string; by: By };

/** A purse while commands are applied to it. Every credit moves through `post`, so that entries and sums can't part. */
export class Draft {
  readonly now: Moment;
  readonly entries: Entry[] = [];
  readonly grants: Map<number, Grant>;
  readonly holds: Map<string, Hold>;
  plan: Purse['plan'];
  cycle: Purse['cycle'];
  available: number;
  held: number;
  #lastEntry: number;

  constructor(purse: Purse, now: Moment) {
    this.now = now;
    this.grants = new Map(purse.grants);
    this.holds = new Map(purse.holds);
    this.plan = purse.plan;
    this.cycle = purse.cycle;
    this.available = purse.available;
    this.held = purse.held;
    this.#lastEntry = purse.lastEntry;
  }

  purse(): Purse {
    const { plan, cycle, available, held, grants, holds } = this;
    return { plan, cycle, available, held, grants, holds, lastEntry: this.#lastEntry };
  }

  /** The number that the next entry will have. */
  get nextEntry(): number {
    return this.#lastEntry + 1;
  }

  /** Gives credits. Nothing is written for none. */
  give({ reference, by, ...given }: NewGrant): Grant | null {
    if (given.credits === 0) return null;
    const entry = this.nextEntry;
    this.grants.set(entry, { ...given, entry, priority: PRIORITY[given.kind], left: 0, held: 0, lapsed: false });
    const parts: EntryPart[] = [[entry, given.credits, 0]];
    this.#post({ kind: 'grant', grantKind: given.kind, reference, by, reason: given.reason }, parts);
    return this.#grant(entry);
  }

  /** Reserves credits in the order of spending; there must be as many. */
  take(hold: Pick<Hold, 'id' | 'credits' | 'expiresAt'>, by: By): Hold {
    const parts: [number, number][] = [];
    let wanted = hold.credits;
    for (const grant of [...this.grants.values()].filter(({ left }) => left > 0).sort(bySpendingOrder)) {
      if (wanted === 0) break;
      const credits = Math.min(wanted, grant.left);
      parts.push([grant.entry, credits]);
      wanted -= credits;
    }
    if (wanted > 0) throw new Error('a hold beyond what is available');
    const before = this.available;
    const movement = { kind: 'hold', grantKind: null, reference: hold.id, by, reason: null } as const;
    const entry = this.#post(movement, moved(parts, -1, 1));
    const held: Hold = { ...hold, entry, parts, before, status: 'open', end: null };
    this.holds.set(hold.id, held);
    return held;
  }

  /** Ends a hold: `credits` of it are charged, the rest goes back to where it came from, last taken first. */
  end(hold: Hold, status: 'captured' | 'released' | 'expired', credits: number, by: By, reason: string | null): Hold {
    const { charged, rest } = divided(hold.parts, credits);
    const reference = hold.id;
    let entry = 0;
    if (status === 'captured') {
      entry = this.#post({ kind: 'capture', grantKind: null, reference, by, reason }, moved(charged, 0, -1));
    }
    if (status !== 'captured' || rest.length > 0) {
      const back = this.#post({ kind: 'release', grantKind: null, reference, by, reason }, moved(rest, 1, -1));
      if (entry === 0) entry = back;
    }
    for (const [number, amount] of rest) {
      if (this.#grant(number).lapsed) this.#expire(number, amount, reference, by, 'given back after it had expired');
    }
    const ended: Hold = { ...hold, status, end: { entry, charged: credits, parts: charged, after: this.available } };
    this.holds.set(hold.id, ended);
    return ended;
  }

  /** Ends a grant's time: what is left expires now, what is on hold when it comes back. */
  lapse(grant: Grant, by: By, reason: string | null): void {
    if (grant.left > 0) this.#expire(grant.entry, grant.left, grant.source, by, reason);
    this.grants.set(grant.entry, { ...this.#grant(grant.entry), lapsed: true });
  }

  /** Takes `credits` out of a grant for good. */
  cut(grant: Grant, credits: number, by: By, reason: string): void {
    this.#expire(grant.entry, credits, grant.source, by, reason);
  }

  #expire(number: number, credits: number, reference: string, by: By, reason: string | null): void {
    const grantKind = this.#grant(number).kind;
    this.#post({ kind: 'expire', grantKind, reference, by, reason }, [[number, -credits, 0]]);
  }

  #grant(entry: number): Grant {
    const grant = this.grants.get(entry);
    if (grant === undefined) throw new Error(`grant ${entry} is not loaded`);
    return grant;
  }

  #post(movement: Movement, parts: EntryPart[]): number {
    let availableDelta = 0;
    let heldDelta = 0;
    for (const [number, available, held] of parts) {
      const grant = this.#grant(number);
      const moved = { ...grant, left: grant.left + available, held: grant.held + held };
      if (moved.left < 0 || moved.held < 0) throw new Error(`grant ${number} would be overdrawn`);
      this.grants.set(number, moved);
      availableDelta += available;
      heldDelta += held;
    }
    this.available += availableDelta;
    this.held += heldDelta;
    this.#lastEntry += 1;
    this.entries.push({ ...movement, number: this.#lastEntry, at: this.now, availableDelta, heldDelta, parts });
    return this.#lastEntry;
  }
}

function moved(parts: Parts, available: 1 | 0 | -1, held: 1 | -1): EntryPart[] {
  return parts.map(([grant, credits]) => [grant, available * credits, held * credits]);
}

/** Divides parts into the first `credits` of them, and the rest in reverse. */
function divided(parts: Parts, credits: number): { charged: Parts; rest: Parts } {
  const charged: [number, number][] = [];
  const rest: [number, number][] = [];
  let wanted = credits;
  for (const [grant, amount] of parts) {
    const taken = Math.min(wanted, amount);
    wanted -= taken;
    if (taken > 0) charged.push([grant, taken]);
    if (taken < amount) rest.unshift([grant, amount - taken]);
  }
  return { charged, rest };
}

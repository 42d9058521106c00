import type { GrantKind } from '#contract/credits.ts';
import type { Moment } from '../db/moment.ts';
import type { Grant, Hold, Parts, Purse } from './purse.ts';
import { type By, bySpendingOrder, type Cap, type Entry, type EntryPart } from './purse.ts';

/** Credits in one purse at most, so that every sum stays far within what both databases and the contract can hold. */
export const PURSE_LIMIT = 700_000_000;

/** Spent first to last. */
export const PRIORITY: Record<GrantKind, number> = { plan: 10, add_on: 20, top_up: 30 };

/** What an entry says beyond what it moved. */
export type Movement = Pick<Entry, 'reference' | 'by' | 'reason'> & {
  kind: Entry['kind'];
  grantKind?: GrantKind;
  activity?: Entry['activity'];
};
export type NewGrant = Pick<Grant, 'source' | 'kind' | 'credits' | 'expiresAt' | 'reason'> &
  Pick<Movement, 'reference' | 'by' | 'activity'>;

/** What has become of a purse: what a store has to write. */
export interface Changes {
  readonly purse: Purse;
  readonly entries: readonly Entry[];
  readonly grants: { readonly added: readonly Grant[]; readonly changed: readonly Grant[] };
  readonly holds: { readonly added: readonly Hold[]; readonly changed: readonly Hold[] };
  /** By member; null for a cap that was lifted. */
  readonly caps: ReadonlyMap<string, Cap | null>;
}

/**
 * A purse while any number of commands are applied to it. Its maps are copied once. Every credit moves through `post`, so
 * that entries and sums can't part.
 */
export class Draft {
  readonly now: Moment;
  /** The moment that time's own work has come to: `now`, except while it catches up. */
  time: Moment;
  plan: Purse['plan'];
  next: Purse['next'];
  cycle: Purse['cycle'];
  addOns: Purse['addOns'];
  capsFrom: number;
  readonly #before: Purse;
  readonly #entries: Entry[] = [];
  readonly #grants: Map<number, Grant>;
  readonly #holds: Map<string, Hold>;
  readonly #caps: Map<string, Cap>;
  readonly #touched = { grants: new Set<number>(), holds: new Set<string>(), caps: new Set<string>() };
  #available: number;
  #held: number;
  #debt: number;
  #lastEntry: number;
  /** Grants that can be spent, by entry, in the order of spending; null when it has to be found anew. */
  #order: readonly number[] | null = null;

  constructor(purse: Purse, now: Moment) {
    this.now = now;
    this.time = now;
    this.plan = purse.plan;
    this.next = purse.next;
    this.cycle = purse.cycle;
    this.addOns = purse.addOns;
    this.capsFrom = purse.capsFrom;
    this.#before = purse;
    this.#grants = new Map(purse.grants);
    this.#holds = new Map(purse.holds);
    this.#caps = new Map(purse.caps);
    this.#available = purse.available;
    this.#held = purse.held;
    this.#debt = purse.debt;
    this.#lastEntry = purse.lastEntry;
  }

  get grants(): ReadonlyMap<number, Grant> {
    return this.#grants;
  }
  get holds(): ReadonlyMap<string, Hold> {
    return this.#holds;
  }
  get caps(): ReadonlyMap<string, Cap> {
    return this.#caps;
  }
  get available(): number {
    return this.#available;
  }
  get debt(): number {
    return this.#debt;
  }
  get lastEntry(): number {
    return this.#lastEntry;
  }

  /** The purse as it is now. Its maps go on changing with the draft. */
  purse(): Purse {
    return {
      lastEntry: this.#lastEntry,
      available: this.#available,
      held: this.#held,
      debt: this.#debt,
      plan: this.plan,
      next: this.next,
      cycle: this.cycle,
      addOns: this.addOns,
      capsFrom: this.capsFrom,
      grants: this.#grants,
      holds: this.#holds,
      caps: this.#caps,
    };
  }

  changes(): Changes {
    return {
      purse: this.purse(),
      entries: this.#entries,
      grants: sortedOut(this.#touched.grants, this.#grants, this.#before.grants),
      holds: sortedOut(this.#touched.holds, this.#holds, this.#before.holds),
      caps: new Map([...this.#touched.caps].map((member) => [member, this.#caps.get(member) ?? null])),
    };
  }

  /** Whether the purse takes so many more. */
  hasRoomFor(credits: number): boolean {
    return this.#available + this.#held + credits <= PURSE_LIMIT;
  }

  grant(entry: number): Grant {
    const grant = this.#grants.get(entry);
    if (grant === undefined) throw new Error(`grant ${entry} is not loaded`);
    return grant;
  }

  grantFrom(source: string): Grant | null {
    for (const grant of this.#grants.values()) if (grant.source === source) return grant;
    return null;
  }

  /** The first `credits` that can be spent, in the order of spending. There must be as many. */
  nextParts(credits: number): Parts {
    const parts: [number, number][] = [];
    let wanted = credits;
    for (const entry of this.#spendable()) {
      if (wanted === 0) break;
      const taken = Math.min(wanted, this.grant(entry).left);
      if (taken > 0) parts.push([entry, taken]);
      wanted -= taken;
    }
    if (wanted > 0) throw new Error('a hold beyond what is available');
    return parts;
  }

  /** Gives credits, which pay debt before anything else. Nothing is written for none. */
  give({ reference, by, activity, ...given }: NewGrant): Grant | null {
    if (given.credits === 0) return null;
    const entry = this.#lastEntry + 1;
    const priority = PRIORITY[given.kind];
    this.#putGrant({ ...given, entry, priority, left: 0, held: 0, lost: 0, lapsed: false, reversed: false });
    this.#order = null;
    const movement = { grantKind: given.kind, reference, by, ...(activity && { activity }) };
    this.post({ ...movement, kind: 'grant', reason: given.reason }, [[entry, given.credits, 0]]);
    this.payDebt(entry, given.credits, movement);
    return this.grant(entry);
  }

  /** Pays debt with so many credits of a grant at most. @returns how many were needed */
  payDebt(entry: number, credits: number, from: Pick<Movement, 'reference' | 'by' | 'activity'>): number {
    const paid = Math.min(this.#debt, credits);
    if (paid === 0) return 0;
    const { kind: grantKind } = this.grant(entry);
    this.post({ ...from, kind: 'repay', grantKind, reason: 'it pays debt' }, [[entry, -paid, 0]], -paid);
    return paid;
  }

  /** Takes credits out of a grant, unspent. */
  lose(
    entry: number,
    credits: number,
    movement: Omit<Movement, 'grantKind'> & { kind: 'expire' | 'revoke' | 'reverse' },
    debtDelta = 0,
  ): void {
    const grant = this.grant(entry);
    this.post({ ...movement, grantKind: grant.kind }, credits === 0 ? [] : [[entry, -credits, 0]], debtDelta);
    this.#putGrant({ ...this.grant(entry), lost: grant.lost + credits });
  }

  /** Ends a grant's time: what is left expires now, what is on hold when it comes back. */
  lapse({ entry, left, source }: Grant, by: By, reason: string | null): void {
    if (left > 0) this.lose(entry, left, { kind: 'expire', reference: source, by, reason });
    this.#putGrant({ ...this.grant(entry), lapsed: true });
  }

  markReversed(grant: Grant): Grant {
    const reversed = { ...this.grant(grant.entry), reversed: true };
    this.#putGrant(reversed);
    return reversed;
  }

  putHold(hold: Hold): Hold {
    this.#holds.set(hold.id, hold);
    this.#touched.holds.add(hold.id);
    return hold;
  }

  putCap(member: string, cap: Cap | null): void {
    if (cap === null) this.#caps.delete(member);
    else this.#caps.set(member, cap);
    this.#touched.caps.add(member);
  }

  /** Writes an entry and moves what it says. @returns its number */
  post({ grantKind, activity, ...movement }: Movement, parts: readonly EntryPart[], debtDelta = 0): number {
    let availableDelta = 0;
    let heldDelta = 0;
    for (const [number, available, held] of parts) {
      const grant = this.grant(number);
      const moved = { ...grant, left: grant.left + available, held: grant.held + held };
      if (moved.left < 0 || moved.held < 0) throw new Error(`grant ${number} would be overdrawn`);
      if (moved.left + moved.held + moved.lost > moved.credits) throw new Error(`grant ${number} would overflow`);
      this.#putGrant(moved);
      availableDelta += available;
      heldDelta += held;
    }
    this.#available += availableDelta;
    this.#held += heldDelta;
    this.#debt += debtDelta;
    this.#lastEntry += 1;
    const sums = { availableDelta, heldDelta, debtDelta };
    const about = { grantKind: grantKind ?? null, activity: activity ?? null };
    this.#entries.push({ ...movement, ...about, number: this.#lastEntry, at: this.now, ...sums, parts });
    return this.#lastEntry;
  }

  #putGrant(grant: Grant): void {
    this.#grants.set(grant.entry, grant);
    this.#touched.grants.add(grant.entry);
  }

  /** Only a new grant changes the order: one that has lapsed since has nothing left, an empty one may get some back. */
  #spendable(): readonly number[] {
    this.#order ??= [...this.#grants.values()]
      .filter(({ lapsed }) => !lapsed)
      .sort(bySpendingOrder)
      .map(({ entry }) => entry);
    return this.#order;
  }
}

function sortedOut<K, V>(touched: Iterable<K>, now: ReadonlyMap<K, V>, before: ReadonlyMap<K, V>) {
  const added: V[] = [];
  const changed: V[] = [];
  for (const key of touched) {
    const value = now.get(key);
    if (value !== undefined) (before.has(key) ? changed : added).push(value);
  }
  return { added, changed };
}

import { type Entry, type EntryRow, readEntry } from './entry.ts';
import { compare, type Tell } from './fault.ts';
import { type GrantRow, Grants } from './grants.ts';
import { Holds } from './holds.ts';

/**
 * Counts a workspace's books again from its entries alone. It is written apart from the ledger that made them and
 * shares no code with it, so that a mistake there cannot hide here. Feed it every entry in the order of the numbers.
 */
export class Replay {
  readonly grants: Grants;
  readonly holds: Holds;
  available = 0;
  held = 0;
  debt = 0;
  lastNumber = 0;
  entries = 0;
  readonly #tell: Tell;

  constructor(grants: readonly GrantRow[], tell: Tell) {
    this.#tell = tell;
    this.grants = new Grants(grants, tell);
    this.holds = new Holds(tell);
  }

  take(row: EntryRow): Entry {
    const where = `entry ${row.number}`;
    compare(this.#tell, where, 'number after the last', this.lastNumber + 1, row.number);
    const entry = readEntry(row, this.#tell);
    const before = this.available;
    this.available += row.available_delta;
    this.held += row.held_delta;
    this.debt += row.debt_delta;
    this.lastNumber = row.number;
    this.entries += 1;
    this.grants.move(entry);
    this.holds.move(entry, before, this.available);
    const sums = { 'to spend': this.available, 'on hold': this.held, owed: this.debt };
    for (const [what, sum] of Object.entries(sums)) {
      if (sum < 0) this.#tell({ where, what: `credits ${what} after it`, expected: '0 or more', found: `${sum}` });
    }
    return entry;
  }
}

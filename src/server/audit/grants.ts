import { type Moment, readMomentOrNull } from '../db/moment.ts';
import type { Entry, Part } from './entry.ts';
import { compare, type Tell } from './fault.ts';

/** A grant's row, as the database hands it over. */
export interface GrantRow {
  entry: number;
  source: string;
  kind: string;
  priority: number;
  credits: number;
  left_over: number;
  held: number;
  lost: number;
  expires_at: string | Date | null;
  status: string;
  reversed: number;
}

/** Kinds of entries that take credits away unspent. */
const LOSES = new Set(['expire', 'revoke', 'reverse']);
const PRIORITY: Record<string, number> = { plan: 10, add_on: 20, top_up: 30 };

/** What the entries say of one grant, beside its row. */
interface Account {
  readonly row: Omit<GrantRow, 'expires_at'> & { expires_at: Moment | null };
  given: boolean;
  left: number;
  held: number;
  /** Expired, revoked or reversed, unspent. */
  lost: number;
  reversed: boolean;
}

/** The grants of one workspace, counted again from the entries. They are few, so all of them are kept in memory. */
export class Grants {
  readonly #accounts: Map<number, Account>;
  readonly #bySource: Map<string, Account>;
  /** Those with something left to spend. */
  readonly #open = new Set<Account>();
  /** Reversals whose entry does not name their grant. */
  #unnamed = 0;
  readonly #tell: Tell;

  constructor(rows: readonly GrantRow[], tell: Tell) {
    this.#tell = tell;
    const accounts = rows.map((row) => ({
      row: { ...row, expires_at: readMomentOrNull(row.expires_at) },
      given: false,
      left: 0,
      held: 0,
      lost: 0,
      reversed: false,
    }));
    this.#accounts = new Map(accounts.map((account) => [account.row.entry, account]));
    this.#bySource = new Map(accounts.map((account) => [account.row.source, account]));
  }

  /** Moves an entry's parts, each in its grant. */
  move(entry: Entry): void {
    const where = `entry ${entry.number}`;
    if (entry.kind === 'hold') this.#checkOrder(entry);
    for (const [number, available, held] of entry.parts) {
      const account = this.#accounts.get(number);
      if (account === undefined) {
        this.#tell({ where, what: 'grant of a part', expected: 'a grant that is there', found: `grant ${number}` });
        continue;
      }
      if (number === entry.number) this.#give(entry, account, available);
      else if (!account.given) {
        this.#tell({ where, what: `grant ${number}`, expected: 'given before', found: 'moved before it was given' });
      }
      account.left += available;
      account.held += held;
      if (LOSES.has(entry.kind)) account.lost -= available;
      for (const [what, value] of [
        ['left', account.left],
        ['on hold', account.held],
      ] as const) {
        if (value < 0)
          this.#tell({ where, what: `grant ${number}, ${what}`, expected: '0 or more', found: `${value}` });
      }
      const gone = account.left + account.held + account.lost;
      if (gone > account.row.credits) {
        const found = `${gone}`;
        this.#tell({ where, what: `grant ${number}`, expected: `${account.row.credits} credits at most`, found });
      }
      if (account.left > 0) this.#open.add(account);
      else this.#open.delete(account);
    }
    if (entry.kind === 'reverse') this.#reverse(entry);
    if (entry.kind === 'grant' && !entry.parts.some(([number]) => number === entry.number)) {
      this.#tell({ where, what: 'grant', expected: `grant ${entry.number}`, found: 'none' });
    }
  }

  /** Compares every row with what the entries say of it. */
  finish(): void {
    for (const { row, given, left, held, lost, ...account } of this.#accounts.values()) {
      const where = `grant ${row.entry}`;
      const unnamed = row.reversed === 1 && !account.reversed && this.#unnamed > 0;
      const reversed = account.reversed || unnamed;
      if (unnamed) this.#unnamed -= 1;
      if (!given) this.#tell({ where, what: 'entry that gave it', expected: `entry ${row.entry}`, found: 'none' });
      compare(this.#tell, where, 'credits left', left, row.left_over);
      compare(this.#tell, where, 'credits on hold', held, row.held);
      compare(this.#tell, where, 'priority', PRIORITY[row.kind], row.priority);
      compare(this.#tell, where, 'credits lost', lost, row.lost);
      compare(this.#tell, where, 'status', left === 0 && held === 0 ? 'closed' : 'open', row.status);
      compare(this.#tell, where, 'reversed', reversed, row.reversed === 1);
    }
    compare(this.#tell, 'books', 'reversals without a reversed grant', 0, this.#unnamed);
  }

  kindOf(number: number): string | undefined {
    return this.#accounts.get(number)?.row.kind;
  }

  /** What is left and on hold in all of them. */
  sums(): { left: number; held: number } {
    const sums = { left: 0, held: 0 };
    for (const { left, held } of this.#accounts.values()) {
      sums.left += left;
      sums.held += held;
    }
    return sums;
  }

  bySource(source: string): { entry: number; credits: number; kind: string; reversed: boolean } | undefined {
    const account = this.#bySource.get(source);
    return account === undefined ? undefined : { ...account.row, reversed: account.reversed };
  }

  /** Sources that begin with `prefix`. */
  *sources(prefix: string): Generator<string> {
    for (const { row } of this.#accounts.values()) if (row.source.startsWith(prefix)) yield row.source;
  }

  #give(entry: Entry, account: Account, credits: number): void {
    const where = `grant ${entry.number}`;
    if (entry.kind !== 'grant') {
      this.#tell({ where, what: 'entry that gave it', expected: 'a grant', found: entry.kind });
    }
    account.given = true;
    compare(this.#tell, where, 'credits given', credits, account.row.credits);
    compare(this.#tell, where, 'kind', entry.grant_kind, account.row.kind);
  }

  /** Its payment was taken back: what was neither left nor lost of it was spent, or is on hold, and is owed from now on. */
  #reverse(entry: Entry): void {
    const where = `entry ${entry.number}`;
    const [part] = entry.parts;
    // Where nothing was left of the grant there is no part, and only a purchase's is named by the reference.
    const account = part === undefined ? this.#bySource.get(`top_up:${entry.reference}`) : this.#accounts.get(part[0]);
    if (account === undefined) {
      this.#unnamed += 1;
      return;
    }
    if (account.reversed) this.#tell({ where, what: 'reversed grant', expected: 'reversed once', found: 'again' });
    compare(this.#tell, where, 'credits left in the reversed grant', 0, account.left);
    compare(this.#tell, where, 'debt', account.row.credits - account.lost, entry.debt_delta);
    account.reversed = true;
  }

  /** Design, rule 4: by priority, then what expires first (never comes last), then age; nothing whose time is over. */
  #checkOrder(entry: Entry): void {
    const where = `entry ${entry.number}`;
    const taken = new Map(entry.parts.map((part) => [part[0], -part[1]]));
    const parts: Part[] = [...entry.parts];
    let last: Account | undefined;
    for (const [number] of parts) {
      const account = this.#accounts.get(number);
      if (account === undefined) continue;
      const { expires_at } = account.row;
      if (expires_at !== null && expires_at <= entry.at) {
        this.#tell({ where, what: `grant ${number}`, expected: `spent before ${expires_at}`, found: entry.at });
      }
      if (last === undefined || spentBefore(last, account)) last = account;
      else
        this.#tell({
          where,
          what: 'order of its parts',
          expected: 'the order of spending',
          found: `grant ${number} late`,
        });
    }
    if (last === undefined) return;
    for (const account of this.#open) {
      const { entry: number } = account.row;
      const rest = account.left - (taken.get(number) ?? 0);
      if (account !== last && rest > 0 && spentBefore(account, last)) {
        const found = `${rest} left in it while grant ${last.row.entry} was spent`;
        this.#tell({ where, what: `grant ${number}`, expected: 'spent first', found });
      }
    }
  }
}

function spentBefore({ row: a }: Account, { row: b }: Account): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  if (a.expires_at !== b.expires_at) {
    if (a.expires_at === null) return false;
    return b.expires_at === null || a.expires_at < b.expires_at;
  }
  return a.entry < b.entry;
}

import type { Entry } from './entry.ts';
import { compare, type Tell } from './fault.ts';
import { checkHold, type HoldRow, type Told, total } from './holds.ts';
import { checkReceipt } from './receipts.ts';
import { Replay } from './replay.ts';
import { PAGE, type Rows } from './rows.ts';
import { TopUpCheck } from './top-ups.ts';

/** What was looked at. */
export interface Counted {
  entries: number;
  grants: number;
  holds: number;
  receipts: number;
}

/**
 * One workspace's books: the entries are replayed page by page, and what they say is compared with the rows of holds,
 * receipts, grants, top-ups, unlocks and the purse itself.
 */
export class Books {
  readonly #rows: Rows;
  readonly #tell: Tell;
  /** Holds that were held anew after an end, as their rows say: the entry of their last end, by id. */
  readonly #later = new Map<string, number>();
  /** What each member has on hold and was charged in the current cycle. */
  readonly #used = new Map<string, number>();
  #capsFrom = 0;
  #holds = 0;
  #receipts = 0;
  #refunds = { holds: 0, receipts: 0 };

  constructor(rows: Rows, tell: Tell) {
    this.#rows = rows;
    this.#tell = tell;
  }

  async check(progress: (done: number, of: number) => void): Promise<Counted> {
    const purse = await this.#rows.purse();
    if (purse === undefined) return { entries: 0, grants: 0, holds: 0, receipts: 0 };
    this.#capsFrom = purse.caps_from;
    const grants = await this.#rows.grants();
    const replay = new Replay(grants, this.#tell);
    for (let more = true; more; ) {
      const page = await this.#rows.entries(replay.lastNumber);
      more = page.length === PAGE;
      const entries = page.map((row) => replay.take(row));
      await this.#checkEnded(replay, replay.holds.takeEnded(!more));
      await this.#checkRefunds(entries.filter(({ kind }) => kind === 'refund'));
      progress(replay.entries, purse.last_entry);
    }
    await this.#checkOpen(replay.holds.open());
    replay.grants.finish();
    const sums = replay.grants.sums();
    const found = {
      'last entry': purse.last_entry,
      'to spend': purse.available,
      'on hold': purse.held,
      debt: purse.debt,
    };
    const { lastNumber, available, held, debt } = replay;
    compare(
      this.#tell,
      'purse',
      'what its entries add up to',
      { 'last entry': lastNumber, 'to spend': available, 'on hold': held, debt },
      found,
    );
    compare(this.#tell, 'purse', 'what its grants add up to', { left: available, held }, sums);
    await this.#checkCounts();
    await this.#checkCaps();
    await this.#checkUnlocks(purse.last_unlock);
    await this.#checkTopUps(replay);
    return { entries: replay.entries, grants: grants.length, holds: this.#holds, receipts: this.#receipts };
  }

  async #checkEnded(replay: Replay, ended: readonly Told[]): Promise<void> {
    const rows = await this.#rows.holds(ended.map(({ id }) => id));
    const current: Told[] = [];
    for (const told of ended) {
      const row = rows.get(told.id);
      const end = told.end?.entry ?? 0;
      if (row === undefined) {
        this.#tell({ where: `hold ${told.id}`, what: 'row', expected: `one for entry ${told.entry}`, found: 'none' });
      } else if (row.end_entry !== null && row.end_entry > end) {
        this.#later.set(told.id, row.end_entry);
      } else {
        checkHold(told, row, this.#later.delete(told.id), this.#tell);
        this.#holds += 1;
        this.#spent(row, told.end === null ? 0 : total(told.end.charged));
        current.push(told);
      }
    }
    const captured = current.filter(({ end }) => end?.status === 'captured');
    const receipts = await this.#rows.receipts(captured.map(({ id }) => id));
    for (const told of captured) {
      checkReceipt(told, receipts.get(told.id), replay.grants, this.#tell);
      if (receipts.has(told.id)) this.#receipts += 1;
    }
  }

  /** A refund gives back all that was charged to the grants it came from, once, and stands on the receipt. */
  async #checkRefunds(entries: readonly Entry[]): Promise<void> {
    const ids = entries.map(({ reference }) => reference);
    const rows = await this.#rows.holds(ids);
    const receipts = await this.#rows.receipts(ids);
    for (const { number, reference, available_delta, parts } of entries) {
      const row = rows.get(reference);
      const where = `entry ${number}`;
      if (row === undefined) {
        this.#tell({ where, what: 'refund', expected: 'of a hold that is there', found: reference });
        continue;
      }
      const given = JSON.stringify(parts.map(([grant, credits]) => [grant, credits]));
      compare(this.#tell, where, 'credits refunded', row.charged, available_delta);
      compare(this.#tell, where, 'grants refunded to', row.charged_parts, given);
      compare(this.#tell, `hold ${reference}`, 'entry of its refund', number, row.refund_entry);
      this.#refunds.holds += 1;
      this.#spent(row, -available_delta);
      const receipt = receipts.get(reference);
      const shown = receipt === undefined ? null : { entry: receipt.refund_entry, credits: receipt.refund_credits };
      compare(this.#tell, `receipt ${reference}`, 'refund', { entry: number, credits: available_delta }, shown);
      if (receipt !== undefined) this.#refunds.receipts += 1;
    }
  }

  /** Counts what a hold adds to its member's use of a cap, unless it is of an earlier cycle. */
  #spent({ entry, by_id }: HoldRow, credits: number): void {
    if (by_id !== null && entry > this.#capsFrom) this.#used.set(by_id, (this.#used.get(by_id) ?? 0) + credits);
  }

  async #checkCaps(): Promise<void> {
    for (const { member_id, used } of await this.#rows.caps()) {
      compare(this.#tell, `cap of ${member_id}`, 'used in this cycle', this.#used.get(member_id) ?? 0, used);
    }
  }

  async #checkOpen(open: readonly Told[]): Promise<void> {
    const rows = new Map((await this.#rows.openHolds()).map((row) => [row.id, row]));
    for (const told of open) {
      const row = rows.get(told.id) ?? (await this.#rows.holds([told.id])).get(told.id);
      rows.delete(told.id);
      if (row === undefined) {
        this.#tell({ where: `hold ${told.id}`, what: 'row', expected: `one for entry ${told.entry}`, found: 'none' });
        continue;
      }
      checkHold(told, row, this.#later.delete(told.id), this.#tell);
      this.#holds += 1;
      this.#spent(row, total(told.open));
    }
    for (const [id, row] of rows) {
      const found = `${row.credits} credits on hold`;
      this.#tell({ where: `hold ${id}`, what: 'status', expected: 'ended, as its entries say', found });
    }
    for (const [id, end] of this.#later) {
      this.#tell({ where: `hold ${id}`, what: 'entry of its end', expected: 'one of its entries', found: `${end}` });
    }
  }

  /** Rows that no entry speaks of. They are counted first: only where the counts differ are they looked for. */
  async #checkCounts(): Promise<void> {
    const counts = await this.#rows.counts();
    if (counts.holds !== this.#holds) {
      compare(this.#tell, 'books', 'number of holds', this.#holds, counts.holds);
      for (const id of await this.#rows.holdsWithoutEntry()) {
        this.#tell({ where: `hold ${id}`, what: 'its entry', expected: 'an entry that holds for it', found: 'none' });
      }
    }
    if (counts.receipts !== this.#receipts) {
      compare(this.#tell, 'books', 'number of receipts', this.#receipts, counts.receipts);
      for (const id of await this.#rows.receiptsWithoutCharge()) {
        this.#tell({ where: `receipt ${id}`, what: 'its charge', expected: 'a captured hold', found: 'none' });
      }
    }
    const { refundedHolds: holds, refundedReceipts: receipts } = counts;
    compare(this.#tell, 'books', 'number of refunds', this.#refunds, { holds, receipts });
  }

  /** The feed of unlocks is numbered from 1 without gaps, as far as the purse says. */
  async #checkUnlocks(lastUnlock: number): Promise<void> {
    const { count, first, last } = await this.#rows.unlocks();
    const expected = { count: lastUnlock, first: 1, last: lastUnlock };
    compare(this.#tell, 'unlocks', 'numbers', expected, { count, first, last });
  }

  async #checkTopUps({ grants }: Replay): Promise<void> {
    const check = new TopUpCheck(grants, this.#tell);
    for (let after = ''; ; ) {
      const page = await this.#rows.topUps(after);
      for (const row of page) check.take(row);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      after = last.id;
    }
    check.finish();
  }
}

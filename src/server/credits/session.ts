import type { BatchQuery } from '../db/batch.ts';
import type { DatabaseKind } from '../db/column-types.ts';
import type { Moment } from '../db/moment.ts';
import type { AnswerTo, Command } from './commands.ts';
import { type Opened, open } from './ledger.ts';
import type { Purse } from './purse.ts';
import { afterwards, dueOf, type Remembered } from './remembered.ts';
import { capRow, entryRow, grantRow, holdRow, purseRow, spentPurseRow } from './rows.ts';
import { Statements } from './statements.ts';

/** A purse that nobody else can change, with all that is due by time done. */
export interface OpenPurse {
  /** The server's clock, read once for the whole transaction. */
  readonly now: Moment;
  /** As it is after the commands so far. */
  readonly purse: Purse;
  apply<C extends Command>(command: C): AnswerTo<C>;
  /** The next number of the workspace's feed of unlocks. */
  takeUnlockNumber(): number;
  /** Says that something of the workspace's credits beside the purse has changed: a top-up, a request, a dispute. */
  touch(): void;
}

/** One transaction's work on a purse, from what it found to what it leaves. */
export class Session implements OpenPurse {
  readonly now: Moment;
  /** Whether `touch` was called: what becomes due beside the purse has to be looked up anew. */
  touched = false;
  readonly #found: Remembered;
  readonly #opened: Opened;
  #lastUnlock: number;

  constructor(found: Remembered, now: Moment) {
    this.now = now;
    this.#found = found;
    this.#opened = open(found.purse, now);
    this.#lastUnlock = found.lastUnlock;
  }

  get purse(): Purse {
    return this.#opened.purse;
  }

  apply<C extends Command>(command: C): AnswerTo<C> {
    return this.#opened.apply(command);
  }

  takeUnlockNumber(): number {
    this.#lastUnlock += 1;
    return this.#lastUnlock;
  }

  touch(): void {
    this.touched = true;
  }

  /** What to write, in this order, and what to remember once it is written. Null when nothing has changed. */
  end(
    kind: DatabaseKind,
    workspace: string,
    othersDue: Moment | null = this.#found.othersDue,
  ): { queries: readonly BatchQuery[]; left: Remembered } | null {
    const before = this.#found.purse;
    const changes = this.#opened.changes();
    const { purse, entries, grants, holds, caps } = changes;
    const renewed =
      purse.plan !== before.plan ||
      purse.next !== before.next ||
      purse.cycle !== before.cycle ||
      purse.addOns !== before.addOns ||
      purse.debt !== before.debt ||
      purse.capsFrom !== before.capsFrom;
    const changed =
      renewed ||
      this.touched ||
      this.#lastUnlock !== this.#found.lastUnlock ||
      entries.length + grants.changed.length + holds.changed.length + caps.size > 0;
    if (!changed) return null;

    const revision = this.#found.revision + 1;
    const left = afterwards(changes, { revision, lastUnlock: this.#lastUnlock, othersDue });
    const row = renewed ? purseRow : spentPurseRow;
    const statements = new Statements(kind, workspace);
    statements.turn(row(purse, this.#lastUnlock, dueOf(left)), this.#found.revision, revision);
    statements.insert('credit_grant', grants.added.map(grantRow));
    statements.change('credit_grant', 'entry', grants.changed.map(grantRow));
    statements.insert('hold', holds.added.map(holdRow));
    statements.change('hold', 'id', holds.changed.map(holdRow));
    statements.insert('ledger_entry', entries.map(entryRow));
    for (const [member, cap] of caps) {
      if (cap === null) statements.delete('member_cap', 'member_id', member);
      else statements.put('member_cap', 'member_id', [capRow(member, cap)]);
    }
    return { queries: statements.list, left };
  }
}

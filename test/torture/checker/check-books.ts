import type { Books } from '../books.ts';
import { type Check, Findings, grouped, sum } from './problem.ts';
import { replay } from './replay.ts';

/** What the books of a workspace at rest must be, whatever anybody was told. */
export const checkBooks: Check = ({ team, books }) => {
  const found = new Findings(team);
  checkEntries(books, found);
  checkGrants(books, found);
  checkHolds(books, found);
  checkReceipts(books, found);
  checkUnlocks(books, found);
  for (const { id, status } of books.reveals) {
    if (status === 'live') found.add('invariant', `reveal ${id} has not ended`);
  }
  return found.problems;
};

/** Numbers without gaps, sums that replay, nothing ever below zero. */
function checkEntries(books: Books, found: Findings): void {
  const { purse, entries } = books;
  found.same('numbers of the entries', gapsOf(entries.map(({ number }) => number)), []);
  found.same('the last entry', purse.lastEntry, entries.length);
  const { after, below } = replay(books);
  for (const what of below) found.add('invariant', what);
  const { available, held, debt } = after.at(-1) ?? { available: 0, held: 0, debt: 0 };
  found.same('the purse, beside its entries', [purse.available, purse.held, purse.debt], [available, held, debt]);
  found.same('on hold when all is calm', held, 0);
  for (const [index, entry] of entries.entries()) {
    const owed = after[index]?.debt ?? 0;
    const repaid = entries[index + 1]?.kind === 'repay' ? -(entries[index + 1]?.debt ?? 0) : 0;
    if (entry.kind === 'grant') found.same(`what grant ${entry.number} pays`, repaid, Math.min(owed, entry.available));
    const sums = [sum(entry.parts, ([, left]) => left), sum(entry.parts, ([, , onHold]) => onHold)];
    found.same(`parts of entry ${entry.number}`, sums, [entry.available, entry.held]);
  }
}

function checkGrants(books: Books, found: Findings): void {
  const { sums } = replay(books);
  const givenBy = new Map(books.entries.filter(({ kind }) => kind === 'grant').map((entry) => [entry.number, entry]));
  for (const grant of books.grants) {
    const { left, held } = sums.get(grant.entry) ?? { left: 0, held: 0 };
    found.same(`grant ${grant.entry}`, [grant.left, grant.held], [left, held]);
    const entry = givenBy.get(grant.entry);
    if (entry === undefined) found.add('invariant', `grant ${grant.entry} has no entry`);
    else found.same(`credits of grant ${grant.entry}`, grant.credits, entry.available);
    givenBy.delete(grant.entry);
  }
  for (const number of givenBy.keys()) found.add('lost', `entry ${number} gave a grant that is not there`);
  for (const [source, twice] of grouped(books.grants, (grant) => grant.source)) {
    if (twice.length > 1) found.add('duplicated', `${source} was granted ${twice.length} times`);
  }
}

function checkHolds({ entries, holds }: Books, found: Findings): void {
  const moved = grouped(entries, ({ reference }) => reference);
  for (const hold of holds) {
    const of = (kind: string) => (moved.get(hold.id) ?? []).filter((entry) => entry.kind === kind);
    if (hold.status === 'open') found.add('invariant', `hold ${hold.id} has not ended`);
    found.same(
      `what hold ${hold.id} still holds`,
      sum(moved.get(hold.id) ?? [], ({ held }) => held),
      0,
    );
    const captures = of('capture');
    if (captures.length > 1) found.add('duplicated', `hold ${hold.id} was charged ${captures.length} times`);
    const charged = -sum(captures, ({ held }) => held);
    found.same(`what hold ${hold.id} charged`, hold.charged ?? 0, charged);
    found.same(`whether hold ${hold.id} was captured`, hold.status === 'captured', captures.length > 0);
    const refunds = of('refund');
    if (refunds.length > 1) found.add('duplicated', `hold ${hold.id} was refunded ${refunds.length} times`);
    found.same(`the refund of hold ${hold.id}`, hold.refundEntry, refunds[0]?.number ?? null);
    if (refunds[0]) found.same(`credits of the refund of hold ${hold.id}`, refunds[0].available, charged);
  }
  const known = new Set(holds.map(({ id }) => id));
  for (const { kind, number, reference } of entries) {
    if (['hold', 'capture', 'release'].includes(kind) && !known.has(reference)) {
      found.add('invariant', `entry ${number} is of a hold that is not there`);
    }
  }
}

/** What may follow a charge at once: what was held beyond it goes back, and where it goes back to. */
const AFTER_A_CHARGE = ['release', 'expire', 'grant', 'repay'];

/** Each charge has its receipt, which says the same as the entries. */
function checkReceipts(books: Books, found: Findings): void {
  const { after } = replay(books);
  const kindOf = new Map(books.grants.map(({ entry, kind }) => [entry, kind]));
  const receipts = new Map(books.receipts.map((receipt) => [receipt.entry, receipt]));
  for (const capture of books.entries.filter(({ kind }) => kind === 'capture')) {
    const receipt = receipts.get(capture.number);
    receipts.delete(capture.number);
    if (receipt === undefined) {
      found.add('lost', `entry ${capture.number} charged without a receipt`);
      continue;
    }
    const name = `receipt of entry ${capture.number}`;
    found.same(`what the ${name} is for`, receipt.id, capture.reference);
    found.same(`member of the ${name}`, receipt.memberId, capture.byId);
    const hold = books.holds.find(({ id }) => id === receipt.id);
    found.same(`refund of the ${name}`, receipt.refundEntry, hold?.refundEntry);
    const split = (kind: string) => -sum(capture.parts, ([grant, , held]) => (kindOf.get(grant) === kind ? held : 0));
    found.same(
      name,
      [receipt.charged, receipt.plan, receipt.addOn, receipt.topUp],
      [-capture.held, split('plan'), split('add_on'), split('top_up')],
    );
    // Of several holds under one id the last before the charge is the one that was charged.
    const holds = books.entries.filter(({ kind, reference }) => kind === 'hold' && reference === capture.reference);
    const before = holds.filter(({ number }) => number < capture.number).at(-1);
    found.same(`what the ${name} says there was before`, receipt.before, after[(before?.number ?? 0) - 1]?.available);
    let last = capture.number;
    while (belongsTo(books, last + 1, capture.reference)) last += 1;
    found.same(`what the ${name} says there was after`, receipt.after, after[last]?.available);
  }
  for (const { id } of receipts.values()) found.add('invariant', `receipt of ${id} without a charge`);
}

function belongsTo({ entries }: Books, number: number, reference: string): boolean {
  const entry = entries[number - 1];
  return entry !== undefined && entry.reference === reference && AFTER_A_CHARGE.includes(entry.kind);
}

/** Everything owned was charged once, or is free for a reason. */
function checkUnlocks({ purse, unlocks, entries, reveals }: Books, found: Findings): void {
  for (const [what, twice] of grouped(unlocks, ({ field, value }) => `${field} ${value}`)) {
    const bought = twice.filter(({ value }) => value !== null).length;
    if (bought > 1) found.add('duplicated', `${what} was bought ${bought} times`);
  }
  const numbers = unlocks.map(({ number }) => number).sort((one, other) => one - other);
  found.same('numbers of the unlocks', gapsOf(numbers), []);
  found.same('the last unlock', purse.lastUnlock, unlocks.length);
  const outcomes = new Map(reveals.map(({ id, outcome }) => [id, outcome]));
  const captures = entries.filter(({ kind, reference }) => kind === 'capture' && outcomes.has(reference));
  const captured = new Set(captures.map(({ reference }) => reference));
  const originals = new Set(
    unlocks.filter(({ aliasOf }) => aliasOf === null).map(({ key, field }) => `${key} ${field}`),
  );
  for (const { key, field, aliasOf, revealId } of unlocks) {
    const outcome = outcomes.get(revealId);
    found.same(`outcome of the reveal that brought ${field} of ${key}`, outcome?.kind, 'found');
    if (aliasOf === null) {
      if (!captured.has(revealId)) found.add('invariant', `${field} of ${key} is owned without a charge`);
      captured.delete(revealId);
    } else {
      found.same(`why ${field} of ${key} is free`, outcome?.free, 'owned');
      if (!originals.has(`${aliasOf} ${field}`)) found.add('lost', `${aliasOf}, whose alias ${key} is, is not owned`);
    }
  }
  for (const id of captured) found.add('lost', `reveal ${id} was charged, and what it found is not owned`);
}

/** Numbers that are missing or more than once in an ascending list from 1. */
function gapsOf(numbers: readonly number[]): number[] {
  return numbers.filter((number, index) => number !== (numbers[index - 1] ?? 0) + 1);
}

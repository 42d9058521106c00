import type { Books } from '../books.ts';
import { type Check, Findings, sum } from './problem.ts';

/** Caps count what was spent in the cycle, and one that stays what it is is never overspent. */
export const checkCaps: Check = ({ team, books, cap, steady, account }) => {
  const found = new Findings(team);
  for (const { memberId, used } of books.caps) {
    const spent = books.holds.filter(
      ({ byId, entry, status, refundEntry }) =>
        byId === memberId && entry > books.purse.capsFrom && status === 'captured' && refundEntry === null,
    );
    found.same(
      `what the cap of ${memberId} has counted`,
      used,
      sum(spent, ({ charged }) => charged ?? 0),
    );
  }
  if (cap !== null && steady) checkKept(books, cap, account(`${team}/rep0`), found);
  return found.problems;
};

/** Goes through the entries and counts what a member has on hold and was charged in each cycle. */
function checkKept({ entries, grants, holds }: Books, cap: number, member: string, found: Findings): void {
  const renewals = new Set(grants.filter(({ source }) => source.startsWith('plan:')).map(({ entry }) => entry));
  const own = new Set(holds.filter(({ byId }) => byId === member).map(({ id }) => id));
  /** What this cycle's holds count, by their id. */
  let counted = new Map<string, number>();
  for (const { number, kind, reference, available } of entries) {
    if (renewals.has(number)) counted = new Map();
    if (!own.has(reference)) continue;
    if (kind === 'hold') counted.set(reference, -available);
    const before = counted.get(reference);
    if ((kind === 'release' || kind === 'refund') && before !== undefined) counted.set(reference, before - available);
    const used = sum(counted.values(), (credits) => credits);
    if (used > cap) found.add('invariant', `a cap of ${cap} has ${used} on it after entry ${number}`);
  }
}

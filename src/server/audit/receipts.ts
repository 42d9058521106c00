import { compare, type Tell } from './fault.ts';
import type { Grants } from './grants.ts';
import { type Told, total } from './holds.ts';

/** A receipt's row, as the database hands it over. */
export interface ReceiptRow {
  id: string;
  entry: number;
  activity: string;
  charged: number;
  plan: number;
  add_on: number;
  top_up: number;
  available_before: number;
  available_after: number;
  refund_entry: number | null;
  refund_credits: number | null;
}

/** Compares the receipt of a captured hold with what the entries say was charged, and out of which grants. */
export function checkReceipt(told: Told, row: ReceiptRow | undefined, grants: Grants, tell: Tell): void {
  const { id, end } = told;
  if (end === null) return;
  const where = `receipt ${id}`;
  if (row === undefined) {
    tell({ where, what: 'receipt of a charge', expected: `one for entry ${end.entry}`, found: 'none' });
    return;
  }
  const split: Record<string, number> = { plan: 0, add_on: 0, top_up: 0 };
  for (const [grant, credits] of end.charged) {
    const kind = grants.kindOf(grant) ?? '';
    split[kind] = (split[kind] ?? 0) + credits;
  }
  const same = (what: string, expected: unknown, found: unknown) => compare(tell, where, what, expected, found);
  same('entry', end.entry, row.entry);
  if (told.activity !== null) same('activity', told.activity, row.activity);
  same('charged', total(end.charged), row.charged);
  same('split', split, { plan: row.plan, add_on: row.add_on, top_up: row.top_up });
  same('credits before', told.before, row.available_before);
  same('credits after', end.after, row.available_after);
}

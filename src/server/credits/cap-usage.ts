import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Purse } from './purse.ts';

/** Ids in one statement. */
const CHUNK = 500;

/**
 * What a member has on hold and was charged in this cycle, less what came back. It reads the entries of one cycle, once,
 * when a cap is set where there was none: from then on it is counted.
 * @param purse as it is in this transaction: what was done to its holds need not be in the database yet
 */
export async function usedInCycle(
  trx: Transaction<Schema>,
  workspace: string,
  member: string,
  { capsFrom, holds }: Purse,
): Promise<number> {
  const rows = await holdsOf(trx, workspace, member, capsFrom)
    .select(['hold.status', (of) => of.fn.sum<Sum>('hold.credits').as('credits')])
    .select((of) => of.fn.sum<Sum>('hold.charged').as('charged'))
    .groupBy('hold.status')
    .execute();
  let used = rows.reduce((sum, row) => sum + counted(row), 0);
  const known = [...holds.values()].filter(({ by, entry }) => by === member && entry > capsFrom);
  for (const { status, credits, end, refund } of known) {
    if (refund === null) used += counted({ status, credits, charged: end?.charged ?? 0 });
  }
  for (let from = 0; from < known.length; from += CHUNK) {
    const ids = known.slice(from, from + CHUNK).map(({ id }) => id);
    const before = await holdsOf(trx, workspace, member, capsFrom)
      .select(['hold.status', 'hold.credits', 'hold.charged'])
      .where('hold.id', 'in', ids)
      .execute();
    used -= before.reduce((sum, row) => sum + counted(row), 0);
  }
  return used;
}

/** PostgreSQL's sums are texts. */
type Sum = number | string | null;

function counted({ status, credits, charged }: { status: string; credits: Sum; charged: Sum }): number {
  if (status === 'open') return Number(credits ?? 0);
  return status === 'captured' ? Number(charged ?? 0) : 0;
}

function holdsOf(trx: Transaction<Schema>, workspace: string, member: string, from: number) {
  return trx
    .selectFrom('ledger_entry as entry')
    .innerJoin('hold', (join) =>
      join.onRef('hold.workspace_id', '=', 'entry.workspace_id').onRef('hold.id', '=', 'entry.reference'),
    )
    .where('entry.workspace_id', '=', workspace)
    .where('entry.number', '>', from)
    .where('entry.kind', '=', 'hold')
    .whereRef('hold.entry', '=', 'entry.number')
    .where('hold.by_id', '=', member)
    .where('hold.refund_entry', 'is', null);
}

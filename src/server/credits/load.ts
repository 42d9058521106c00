import type { Kysely, Selectable, Transaction } from 'kysely';
import { later, type Moment, readMoment } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Purse } from './purse.ts';
import { earlier, type Remembered } from './remembered.ts';
import { grantOf, holdOf, purseOf } from './rows.ts';
import type { PurseTable } from './tables.ts';

/** Reading purses. Each look finds its rows by a key that begins with the workspace, however many there are. */

type Db = Kysely<Schema> | Transaction<Schema>;

/** What a unit will ask the ledger about, beyond what any unit needs: it has to be loaded first. */
export interface Needs {
  holds?: readonly string[];
  /** Sources of grants. */
  sources?: readonly string[];
}

/** A top-up that is pending for so long is overdue, in milliseconds: a payment can take up to a day. */
export const OVERDUE_AFTER = 24 * 3_600_000;

/** A purse with all that any unit needs: what is open, what is due at `now`, and the caps. */
export async function loadPurse(db: Db, row: Selectable<PurseTable>, now: Moment): Promise<Remembered> {
  const workspace = row.workspace_id;
  const grants = await db
    .selectFrom('credit_grant')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'open')
    .execute();
  const holds = await db
    .selectFrom('hold')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'open')
    .where('expires_at', '<=', now)
    .execute();
  const caps = await db.selectFrom('member_cap').selectAll().where('workspace_id', '=', workspace).execute();
  return {
    purse: purseOf({ purse: row, grants, holds, caps }),
    revision: row.revision,
    lastUnlock: row.last_unlock,
    othersDue: await loadOthersDue(db, workspace, now),
  };
}

/** When the first open hold expires, or the first pending top-up becomes overdue, after `now`. */
export async function loadOthersDue(db: Db, workspace: string, now: Moment): Promise<Moment | null> {
  const hold = await db
    .selectFrom('hold')
    .select('expires_at')
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'open')
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst();
  const topUp = await db
    .selectFrom('top_up')
    .select('requested_at')
    .where('workspace_id', '=', workspace)
    .where('status', '=', 'pending')
    .where('requested_at', '>', later(now, -OVERDUE_AFTER))
    .orderBy('requested_at')
    .limit(1)
    .executeTakeFirst();
  return earlier(
    hold === undefined ? null : readMoment(hold.expires_at),
    topUp === undefined ? null : later(readMoment(topUp.requested_at), OVERDUE_AFTER),
  );
}

/** What is asked about and not in the purse. */
export function missingFrom(purse: Purse, needs: readonly Needs[]): Required<Needs> {
  const sources = new Set(needs.flatMap(({ sources }) => sources ?? []));
  if (sources.size > 0) for (const { source } of purse.grants.values()) sources.delete(source);
  const holds = new Set(needs.flatMap(({ holds }) => holds ?? []));
  return { holds: [...holds].filter((id) => !purse.holds.has(id)), sources: [...sources] };
}

/** A purse with these holds and grants as well, where they are there, and with the grants these holds were charged to. */
export async function loadInto(db: Db, workspace: string, purse: Purse, missing: Required<Needs>): Promise<Purse> {
  if (missing.holds.length === 0 && missing.sources.length === 0) return purse;
  const holds = new Map(purse.holds);
  const grants = new Map(purse.grants);
  if (missing.holds.length > 0) {
    const rows = await db
      .selectFrom('hold')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('id', 'in', missing.holds)
      .execute();
    for (const row of rows) holds.set(row.id, holdOf(row));
  }
  const charged = missing.holds.flatMap((id) => holds.get(id)?.end?.parts.map(([grant]) => grant) ?? []);
  const entries = [...new Set(charged)].filter((entry) => !grants.has(entry));
  if (entries.length > 0 || missing.sources.length > 0) {
    const rows = await db
      .selectFrom('credit_grant')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where((is) =>
        is.or([
          ...(entries.length > 0 ? [is('entry', 'in', entries)] : []),
          ...(missing.sources.length > 0 ? [is('source', 'in', missing.sources)] : []),
        ]),
      )
      .execute();
    for (const row of rows) grants.set(row.entry, grantOf(row));
  }
  return { ...purse, holds, grants };
}

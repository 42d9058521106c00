import { CompiledQuery, type Selectable, type Transaction } from 'kysely';
import { momentOf, readMomentOrNull } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import { ATTEMPTS, isPassing } from '../db/retry.ts';
import type { Schema } from '../db/schema.ts';
import { loadInto, loadOthersDue, loadPurse, missingFrom } from './load.ts';
import { EMPTY_PURSE } from './purse.ts';
import type { PurseCache } from './purse-cache.ts';
import type { Unit } from './queue.ts';
import { isDue } from './remembered.ts';
import { purseRow } from './rows.ts';
import { Session } from './session.ts';
import type { PurseTable } from './tables.ts';

/** What the groups of a store share. */
export interface Ground {
  database: Database;
  cache: PurseCache;
  now: () => Temporal.Instant;
  /** Puts a unit into the queue again after a while. */
  later(workspace: string, unit: Unit): void;
}

/**
 * Carries out a group under the lock of the purse's row, and settles each unit. A unit that fails fails alone: the others
 * are carried out without it. What passes (a lost connection, a deadlock) is tried again, in halves, for the shorter a
 * transaction the likelier it ends before the next trouble; and what is left of that later, so that nobody waits for it.
 */
export async function carryOutLocked(ground: Ground, workspace: string, units: readonly Unit[]): Promise<void> {
  if (units.length === 0) return;
  try {
    const results = await transaction(ground, workspace, units);
    for (const [index, unit] of units.entries()) unit.resolve(results[index]);
  } catch (error) {
    const [only] = units;
    if (error instanceof UnitFailure) {
      error.unit.reject(error.cause);
      await carryOutLocked(
        ground,
        workspace,
        units.filter((unit) => unit !== error.unit),
      );
    } else if (units.length > 1) {
      const half = units.length >> 1;
      await carryOutLocked(ground, workspace, units.slice(0, half));
      await carryOutLocked(ground, workspace, units.slice(half));
    } else if (only !== undefined) {
      only.attempts += 1;
      if (isPassing(error) && only.attempts < ATTEMPTS) ground.later(workspace, only);
      else only.reject(error);
    }
  }
}

class UnitFailure extends Error {
  readonly unit: Unit;

  constructor(unit: Unit, cause: unknown) {
    super('a unit failed', { cause });
    this.unit = unit;
  }
}

async function transaction(
  { database, cache, now }: Ground,
  workspace: string,
  units: readonly Unit[],
): Promise<unknown[]> {
  const known = cache.get(workspace);
  // Until this has happened for certain nothing is.
  cache.forget(workspace);
  const { results, left } = await database.db.transaction().execute(async (trx) => {
    const row = await lockedRow(trx, workspace, database.kind === 'postgres');
    const moment = momentOf(now());
    const isKnown = known !== null && known.revision === row.revision && !isDue(known, moment);
    const found = isKnown ? known : await loadPurse(trx, row, moment);
    const missing = missingFrom(
      found.purse,
      units.map(({ needs }) => needs),
    );
    const purse = await loadInto(trx, workspace, found.purse, missing);
    const session = new Session({ ...found, purse }, moment);
    const due = readMomentOrNull(row.due_at);
    // What is shown changes with time, even if no credits move.
    if (due !== null && due <= moment) session.touch();
    const results: unknown[] = [];
    for (const unit of units) results.push(await run(unit, session, trx));
    const othersDue = session.touched || !isKnown ? await loadOthersDue(trx, workspace, moment) : found.othersDue;
    const end = session.end(database.kind, workspace, othersDue);
    for (const { sql, parameters } of end?.queries ?? []) {
      await trx.executeQuery(CompiledQuery.raw(sql, [...parameters]));
    }
    return { results, left: end?.left ?? found };
  });
  cache.put(workspace, left);
  return results;
}

async function run(unit: Unit, session: Session, trx: Transaction<Schema>): Promise<unknown> {
  try {
    return unit.job === undefined ? unit.decide(session) : await unit.job(session, trx);
  } catch (error) {
    throw isPassing(error) ? error : new UnitFailure(unit, error);
  }
}

/** The purse's row under its lock; made on first use. SQLite's transaction has the only write lock there is already. */
async function lockedRow(trx: Transaction<Schema>, workspace: string, locks: boolean): Promise<Selectable<PurseTable>> {
  const query = trx
    .selectFrom('purse')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .$if(locks, (select) => select.forUpdate());
  const known = await query.executeTakeFirst();
  if (known !== undefined) return known;
  await trx
    .insertInto('purse')
    .values({ ...purseRow(EMPTY_PURSE, 0, null), workspace_id: workspace, revision: 0 })
    .onConflict((conflict) => conflict.column('workspace_id').doNothing())
    .execute();
  // Whether it was made here or by another in between: only a further look sees it.
  return query.executeTakeFirstOrThrow();
}

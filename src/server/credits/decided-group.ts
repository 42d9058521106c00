import { type Moment, momentOf } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import { isPassing } from '../db/retry.ts';
import { loadInto, missingFrom } from './load.ts';
import type { Ground } from './locked-group.ts';
import type { Decision, Unit } from './queue.ts';
import { isDue, type Remembered } from './remembered.ts';
import { Session } from './session.ts';

/**
 * Carries out a group of decisions on a purse as this process knows it, in one batch. What the purse does not know is
 * taken not to be there as long as the group makes it: to insert it then fails where it is there after all.
 * @returns false when it did not happen, or nobody knows: then it has to be done under the lock
 */
export async function carryOutDecided(ground: Ground, workspace: string, units: readonly Unit[]): Promise<boolean> {
  const moment = momentOf(ground.now());
  const known = ground.cache.get(workspace);
  const decisions = units.flatMap(({ decide }) => decide ?? []);
  if (known === null || isDue(known, moment) || decisions.length < units.length) return false;
  try {
    const results = await commit(ground, workspace, known, { units, decisions, moment });
    if (results === null) ground.cache.beware(workspace);
    for (const [index, unit] of units.entries()) if (results !== null) unit.resolve(results[index]);
    return results !== null;
  } catch (error) {
    if (isPassing(error)) ground.cache.forget(workspace);
    else ground.cache.beware(workspace);
    return false;
  }
}

interface Group {
  units: readonly Unit[];
  decisions: readonly Decision<unknown>[];
  moment: Moment;
}

/** @returns null when another process has changed the purse */
async function commit(
  { database, cache }: Ground,
  workspace: string,
  known: Remembered,
  { units, decisions, moment }: Group,
): Promise<unknown[] | null> {
  const needs = units.map(({ needs }) => needs);
  let session = new Session(known, moment);
  let results = decisions.map((decide) => decide(session));
  const missing = missingFrom(session.purse, needs);
  if (missing.holds.length + missing.sources.length > 0) {
    const purse = await loadInto(database.db, workspace, known.purse, missing);
    session = new Session({ ...known, purse }, moment);
    results = decisions.map((decide) => decide(session));
  }
  const end = session.end(database.kind, workspace);
  if (end === null) return (await isAt(database, workspace, known.revision)) ? results : null;
  await database.batch(end.queries);
  cache.put(workspace, end.left);
  return results;
}

async function isAt({ db }: Database, workspace: string, revision: number): Promise<boolean> {
  const row = await db.selectFrom('purse').select('revision').where('workspace_id', '=', workspace).executeTakeFirst();
  return row?.revision === revision;
}

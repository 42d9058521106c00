import type { Selectable, Transaction } from 'kysely';
import { type Moment, momentOf } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import { retrying } from '../db/retry.ts';
import type { Schema } from '../db/schema.ts';
import type { AnswerTo, Command } from './commands.ts';
import { apply } from './ledger.ts';
import { EMPTY_PURSE, type Entry, type Purse } from './purse.ts';
import { entryRow, grantChanges, grantRow, holdChanges, holdRow, purseOf, purseRow } from './rows.ts';
import type { PurseTable } from './tables.ts';

/** What a job will ask the ledger about, beyond what any job needs: it has to be loaded first. */
export interface Needs {
  holds?: readonly string[];
  /** Sources of grants. */
  sources?: readonly string[];
}

/** A purse under its lock, with all that is due by time done. */
export interface OpenPurse {
  /** The server's clock, read once the lock was had. */
  readonly now: Moment;
  /** As it is after the commands so far. */
  readonly purse: Purse;
  apply<C extends Command>(command: C): AnswerTo<C>;
  /** The next number of the workspace's feed of unlocks. */
  takeUnlockNumber(): number;
}

/**
 * Work on one open purse. It may be run again after a lost connection, also when its first run was committed: it has to
 * find its own traces by the ids it was given. It touches the database by `trx` alone, rows of this workspace alone.
 */
export type Job<T> = (open: OpenPurse, trx: Transaction<Schema>) => Promise<T>;

export type Transact = <T>(workspace: string, needs: Needs, job: Job<T>) => Promise<T>;

/** Runs jobs on purses: one transaction each, which loads the purse under its row lock and writes what the job changed. */
export function createStore(database: Database, now: () => Temporal.Instant): { transact: Transact; read: Read } {
  return {
    transact: (workspace, needs, job) =>
      retrying(() =>
        database.db.transaction().execute(async (trx) => {
          const row = await lockedRow(trx, workspace, database.kind === 'postgres');
          const moment = momentOf(now());
          const before = await load(trx, row, needs, moment);
          const session = new Session(before, row.last_unlock, moment);
          const result = await job(session, trx);
          await save(trx, workspace, before, row.last_unlock, session);
          return result;
        }),
      ),
    read: (workspace, look) =>
      retrying(() =>
        database.db
          .transaction()
          .setAccessMode('read only')
          .setIsolationLevel('repeatable read')
          .execute(async (trx) => {
            const row = await trx
              .selectFrom('purse')
              .selectAll()
              .where('workspace_id', '=', workspace)
              .executeTakeFirst();
            const moment = momentOf(now());
            return look(row === undefined ? EMPTY_PURSE : await load(trx, row, {}, moment), moment, trx);
          }),
      ),
  };
}

/** Looks at a purse in one snapshot, without its lock; what is due by time is not done in it. */
export type Read = <T>(
  workspace: string,
  look: (purse: Purse, now: Moment, trx: Transaction<Schema>) => Promise<T>,
) => Promise<T>;

class Session implements OpenPurse {
  readonly now: Moment;
  readonly entries: Entry[] = [];
  purse: Purse;
  lastUnlock: number;

  constructor(purse: Purse, lastUnlock: number, now: Moment) {
    const caughtUp = apply(purse, [], now);
    this.now = now;
    this.purse = caughtUp.purse;
    this.entries.push(...caughtUp.entries);
    this.lastUnlock = lastUnlock;
  }

  apply<C extends Command>(command: C): AnswerTo<C> {
    const applied = apply(this.purse, [command], this.now);
    this.purse = applied.purse;
    this.entries.push(...applied.entries);
    return applied.answers[0];
  }

  takeUnlockNumber(): number {
    this.lastUnlock += 1;
    return this.lastUnlock;
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
    .values({ ...purseRow(EMPTY_PURSE), workspace_id: workspace, last_unlock: 0 })
    .onConflict((conflict) => conflict.column('workspace_id').doNothing())
    .execute();
  // Whether it was made here or by another in between: only a further look sees it.
  return query.executeTakeFirstOrThrow();
}

async function load(
  trx: Transaction<Schema>,
  row: Selectable<PurseTable>,
  { holds = [], sources = [] }: Needs,
  now: Moment,
): Promise<Purse> {
  const grants = await trx
    .selectFrom('credit_grant')
    .selectAll()
    .where('workspace_id', '=', row.workspace_id)
    .where((is) =>
      sources.length === 0
        ? is('status', 'in', ['open', 'lapsed'])
        : is.or([is('status', 'in', ['open', 'lapsed']), is('source', 'in', sources)]),
    )
    .execute();
  const due = trx
    .selectFrom('hold')
    .selectAll()
    .where('workspace_id', '=', row.workspace_id)
    .where('status', '=', 'open')
    .where('expires_at', '<=', now);
  const asked = trx
    .selectFrom('hold')
    .selectAll()
    .where('workspace_id', '=', row.workspace_id)
    .where('id', 'in', holds);
  return purseOf(row, grants, await (holds.length === 0 ? due : due.union(asked)).execute());
}

async function save(
  trx: Transaction<Schema>,
  workspace: string,
  before: Purse,
  lastUnlock: number,
  session: Session,
): Promise<void> {
  const after = session.purse;
  if (session.entries.length > 0) {
    await trx
      .insertInto('ledger_entry')
      .values(session.entries.map((entry) => entryRow(workspace, entry)))
      .execute();
  }
  for (const grant of after.grants.values()) {
    const old = before.grants.get(grant.entry);
    if (old === grant) continue;
    if (old === undefined) await trx.insertInto('credit_grant').values(grantRow(workspace, grant)).execute();
    else {
      await trx
        .updateTable('credit_grant')
        .set(grantChanges(grant))
        .where('workspace_id', '=', workspace)
        .where('entry', '=', grant.entry)
        .execute();
    }
  }
  for (const hold of after.holds.values()) {
    const old = before.holds.get(hold.id);
    if (old === hold) continue;
    if (old === undefined) await trx.insertInto('hold').values(holdRow(workspace, hold)).execute();
    else {
      await trx
        .updateTable('hold')
        .set(holdChanges(hold))
        .where('workspace_id', '=', workspace)
        .where('id', '=', hold.id)
        .where('status', '=', 'open')
        .execute();
    }
  }
  const purseChanged =
    after.lastEntry !== before.lastEntry ||
    after.plan !== before.plan ||
    after.cycle !== before.cycle ||
    session.lastUnlock !== lastUnlock;
  if (purseChanged) {
    await trx
      .updateTable('purse')
      .set({ ...purseRow(after), last_unlock: session.lastUnlock })
      .where('workspace_id', '=', workspace)
      .execute();
  }
}

import { setImmediate as turn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { type Moment, momentOf, readMomentOrNull } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import { BATCH_CONNECTIONS } from '../db/postgres-batch.ts';
import { pauseAfter, retrying } from '../db/retry.ts';
import type { Schema } from '../db/schema.ts';
import { carryOutDecided } from './decided-group.ts';
import { loadPurse, type Needs } from './load.ts';
import { carryOutLocked, type Ground } from './locked-group.ts';
import { EMPTY_PURSE, type Purse } from './purse.ts';
import { PurseCache } from './purse-cache.ts';
import { type Decision, type Job, SpendQueue, type Unit } from './queue.ts';
import { Slots } from './slots.ts';

export type { Needs } from './load.ts';
export type { Decision, Job } from './queue.ts';
export type { OpenPurse } from './session.ts';

/** Groups at once: those sent in one go, and those that hold a purse's lock while they ask the database. */
const BATCHES = { postgres: BATCH_CONNECTIONS, sqlite: 1 };
const TRANSACTIONS = { postgres: 8, sqlite: 1 };

/** All purses as the database has them. */
export interface Store {
  /**
   * Decides on an open purse. It is committed once this resolves. When it fails by a lost connection nobody knows: the
   * same again, under the same ids, finds out.
   */
  decide<T>(workspace: string, needs: Needs, decision: Decision<T>): Promise<T>;
  /** Runs a job on an open purse, in one transaction with what the job writes itself. */
  transact<T>(workspace: string, needs: Needs, job: Job<T>): Promise<T>;
  /** Looks at a purse in one snapshot, after all that is due by time. */
  read<T>(workspace: string, look: Look<T>): Promise<T>;
  /**
   * The revision of a workspace's credits, by one row: as long as it stays, `read` sees the same. 0 where there is no
   * purse; null when something is due, so that only a look can tell.
   */
  revision(workspace: string): Promise<number | null>;
}

/** @param revision as `Store.revision` has it */
type Look<T> = (purse: Purse, now: Moment, trx: Transaction<Schema>, revision: number) => Promise<T>;

/**
 * The one truth about a purse is its row in the database. A group of decisions on a purse that this process knows is sent
 * as one batch, which fails unless the purse's revision is still the one known. Anything else takes the row's lock, and
 * loads the purse where its revision is not the one known.
 * @param now the server's clock
 */
export function createStore(database: Database, now: () => Temporal.Instant): Store {
  const { db, kind } = database;
  const ground: Ground = {
    database,
    cache: new PurseCache(),
    now,
    later: (workspace, unit) => void setTimeout(() => queue.add(workspace, unit), pauseAfter(unit.attempts)),
  };
  const batches = new Slots(BATCHES[kind]);
  const transactions = new Slots(TRANSACTIONS[kind]);

  const queue = new SpendQueue(async (workspace, take) => {
    // SQLite answers without ever letting the process turn to anything else, so that nothing could come to wait.
    if (kind === 'sqlite') await turn();
    let units: Unit[] = [];
    let done = false;
    if (ground.cache.isTrusted(workspace)) {
      await batches.run(async () => {
        units = take();
        done = await carryOutDecided(ground, workspace, units);
      });
    }
    if (done) return;
    await transactions.run(() => carryOutLocked(ground, workspace, units.length > 0 ? units : take()));
  });

  function enqueue<T>(workspace: string, needs: Needs, work: { decide: Decision<T> } | { job: Job<T> }): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      queue.add(workspace, { ...work, needs, attempts: 0, resolve: (result) => resolve(result as T), reject });
    });
  }

  const store: Store = {
    decide: (workspace, needs, decide) => enqueue(workspace, needs, { decide }),
    transact: (workspace, needs, job) => enqueue(workspace, needs, { job }),

    async read(workspace, look) {
      if ((await store.revision(workspace)) === null) await store.transact(workspace, {}, async () => null);
      return retrying(() =>
        db
          .transaction()
          .setAccessMode('read only')
          .setIsolationLevel('repeatable read')
          .execute(async (trx) => {
            const query = trx.selectFrom('purse').selectAll().where('workspace_id', '=', workspace);
            const row = await query.executeTakeFirst();
            const moment = momentOf(now());
            if (row === undefined) return look(EMPTY_PURSE, moment, trx, 0);
            const known = ground.cache.get(workspace);
            const { purse } = known?.revision === row.revision ? known : await loadPurse(trx, row, moment);
            return look(purse, moment, trx, row.revision);
          }),
      );
    },

    async revision(workspace) {
      const row = await retrying(() =>
        db.selectFrom('purse').select(['revision', 'due_at']).where('workspace_id', '=', workspace).executeTakeFirst(),
      );
      if (row === undefined) return 0;
      const due = readMomentOrNull(row.due_at);
      return due !== null && due <= momentOf(now()) ? null : row.revision;
    },
  };
  return store;
}

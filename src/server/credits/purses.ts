import { createHash } from 'node:crypto';
import type { Balance, LedgerEntry, Receipt } from '#contract/credits.ts';
import { momentOf } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import { balanceOf } from './balance.ts';
import { type Caps, createCaps } from './caps.ts';
import { createDisputes, type Disputes } from './disputes.ts';
import { createGrants, type Grants } from './grants.ts';
import { createPlans, type Plans } from './plans.ts';
import { receiptOf, receiptPage } from './receipts.ts';
import { shownEntry } from './rows.ts';
import { createStore, type Store } from './store.ts';
import { createTopUps, pendingOf, type TopUps } from './top-ups.ts';
import type { TransactPurse } from './transact-purse.ts';

/** All purses of a server. A workspace's purse is made, empty, when it is first used. */
export interface Purses extends Plans, Grants, TopUps, Caps, Disputes {
  /** @param member whose cap is shown; none without one */
  balance(workspace: string, member?: string): Promise<Balance>;
  /**
   * The balance and a tag that names it, or null when `known` is still its tag: found out by reading one row.
   * @param known the tag of a balance that the caller has, if any
   */
  taggedBalance(
    workspace: string,
    member: string,
    known: string | null,
  ): Promise<{ tag: string; balance: Balance | null }>;
  /** The entries after number `after`, in order. */
  ledger(workspace: string, after: number, limit: number): Promise<{ items: LedgerEntry[]; more: boolean }>;
  /** Receipts of entries before number `before`, newest first. @param member only theirs */
  receipts(
    workspace: string,
    member: string | null,
    before: number,
    limit: number,
  ): Promise<{ items: Receipt[]; more: boolean }>;
  /** The receipt of what was charged under an id. */
  receipt(workspace: string, id: string): Promise<Receipt | null>;
  /** All that spends goes through here, or through `decide`. */
  transact: TransactPurse;
  /** Decides on an open purse without any statement of its own: the fast way, without the balance. */
  decide: Store['decide'];
}

/** @param options.now the server's clock */
export function createPurses(
  database: Database,
  { now = Temporal.Now.instant }: { now?: () => Temporal.Instant } = {},
): Purses {
  const store = createStore(database, now);
  const { db } = database;

  const transact: TransactPurse = (workspace, needs, job, member) =>
    store.transact(workspace, needs, async (open, trx) => {
      const result = await job(open, trx);
      const pending = await pendingOf(trx, workspace, open.now);
      return { result, balance: balanceOf(open.purse, pending, open.now, member ?? null) };
    });

  async function look(workspace: string, member: string | null): Promise<{ revision: number; balance: Balance }> {
    return store.read(workspace, async (purse, moment, trx, revision) => {
      const pending = await pendingOf(trx, workspace, moment);
      return { revision, balance: balanceOf(purse, pending, moment, member) };
    });
  }

  return {
    ...createPlans(transact),
    ...createGrants(db, transact),
    ...createTopUps(db, transact, () => momentOf(now())),
    ...createCaps(db, transact),
    ...createDisputes(db, transact),
    transact,
    decide: store.decide,

    async balance(workspace, member) {
      return (await look(workspace, member ?? null)).balance;
    },

    async taggedBalance(workspace, member, known) {
      if (known !== null) {
        const revision = await store.revision(workspace);
        if (revision !== null && tagOf(revision, workspace, member) === known) return { tag: known, balance: null };
      }
      const { revision, balance } = await look(workspace, member);
      return { tag: tagOf(revision, workspace, member), balance };
    },

    async ledger(workspace, after, limit) {
      const rows = await db
        .selectFrom('ledger_entry')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit + 1)
        .execute();
      return { items: rows.slice(0, limit).map(shownEntry), more: rows.length > limit };
    },

    receipts: (workspace, member, before, limit) => receiptPage(db, { workspace, member, before, limit }),

    receipt: (workspace, id) => receiptOf(db, workspace, id),
  };
}

/** What is shown to a member is the same as long as the revision is. */
function tagOf(revision: number, workspace: string, member: string): string {
  const whose = createHash('sha256').update(`${workspace}\n${member}`).digest('base64url').slice(0, 12);
  return `"${revision}.${whose}"`;
}

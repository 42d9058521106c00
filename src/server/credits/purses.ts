import { createHash } from 'node:crypto';
import type { Balance, LedgerEntry, Receipt } from '#contract/credits.ts';
import { momentOf, readMomentOrNull } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import { balanceOf } from './balance.ts';
import { type Caps, createCaps } from './caps.ts';
import { createDisputes, type Disputes } from './disputes.ts';
import { createGrants, type Grants } from './grants.ts';
import { createPlans, type Plans } from './plans.ts';
import { receiptOf, receiptPage } from './receipts.ts';
import { isBehind } from './renewal.ts';
import { shownEntry } from './rows.ts';
import { createStore } from './store.ts';
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
  /** All that spends goes through here. */
  transact: TransactPurse;
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

  async function balance(workspace: string, member?: string): Promise<Balance> {
    const current = await store.read(workspace, async (purse, moment, trx) =>
      isBehind(purse, moment)
        ? null
        : balanceOf(purse, await pendingOf(trx, workspace, moment), moment, member ?? null),
    );
    return current ?? (await transact(workspace, {}, async () => null, member)).balance;
  }

  /** The tag of what a purse shows a member now, from its row alone. Null while something is due. */
  async function tagOf(workspace: string, member: string): Promise<string | null> {
    const row = await db
      .selectFrom('purse')
      .select(['revision', 'due_at'])
      .where('workspace_id', '=', workspace)
      .executeTakeFirst();
    const due = readMomentOrNull(row?.due_at ?? null);
    if (row === undefined || (due !== null && due <= momentOf(now()))) return null;
    const whose = createHash('sha256').update(`${workspace}\n${member}`).digest('base64url').slice(0, 12);
    return `"${row.revision}.${whose}"`;
  }

  return {
    ...createPlans(transact),
    ...createGrants(db, transact),
    ...createTopUps(db, transact, () => momentOf(now())),
    ...createCaps(db, transact),
    ...createDisputes(db, transact),
    transact,
    balance,

    async taggedBalance(workspace, member, known) {
      // The tag is read before the balance, so that one which changes in between is at worst fetched again.
      const tag = await tagOf(workspace, member);
      if (tag !== null && tag === known) return { tag, balance: null };
      const current = await balance(workspace, member);
      return { tag: tag ?? (await tagOf(workspace, member)) ?? '', balance: current };
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

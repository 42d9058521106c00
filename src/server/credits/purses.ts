import type { Balance, LedgerEntry, TopUp } from '#contract/credits.ts';
import type { Database } from '../db/open.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import { balanceOf } from './balance.ts';
import { PlanTerms } from './plan.ts';
import { isBehind } from './renewal.ts';
import { shownEntry } from './rows.ts';
import { createStore, type Job, type Needs } from './store.ts';
import * as topUps from './top-ups.ts';

/** All purses of a server. A workspace's purse is made, empty, when it is first used. */
export interface Purses {
  balance(workspace: string): Promise<Balance>;
  /**
   * Puts a plan in force, at once: see `setPlan` in `renewal.ts` for what that does to the current cycle. The same
   * terms again change nothing.
   * @param by null for the server itself
   * @throws on terms that are none: an allowance, time zone or price that cannot be
   */
  setPlan(workspace: string, terms: PlanTerms, by: Member | null): Promise<Balance>;
  /** Gives credits. The same id has one effect. */
  grant(
    workspace: string,
    grant: { id: string; kind: 'top_up'; credits: number; reason: string },
    by: Member | null,
  ): Promise<OrRefusal<{ balance: Balance }>>;
  /** Asks for credits, which stay pending until they are settled. The same id has one effect. */
  requestTopUp(
    member: Member,
    id: string,
    asked: { credits: number; note: string | null },
  ): Promise<OrRefusal<{ topUp: TopUp; balance: Balance }>>;
  /** Those of all workspaces, oldest first, 1000 at most. */
  pendingTopUps(): Promise<{ workspace: string; topUp: TopUp }[]>;
  settleTopUp(
    workspace: string,
    id: string,
    status: 'settled' | 'failed',
    by: Member,
  ): Promise<OrRefusal<{ topUp: TopUp; balance: Balance }>>;
  /** The entries after number `after`, in order. */
  ledger(workspace: string, after: number, limit: number): Promise<{ items: LedgerEntry[]; more: boolean }>;
  /** Runs a job on an open purse, and says the balance after it. All that spends goes through here. */
  transact<T>(workspace: string, needs: Needs, job: Job<T>): Promise<{ result: T; balance: Balance }>;
}

/** @param options.now the server's clock */
export function createPurses(
  database: Database,
  { now = Temporal.Now.instant }: { now?: () => Temporal.Instant } = {},
): Purses {
  const store = createStore(database, now);

  const transact: Purses['transact'] = (workspace, needs, job) =>
    store.transact(workspace, needs, async (open, trx) => {
      const result = await job(open, trx);
      return { result, balance: balanceOf(open.purse, await topUps.pendingOf(trx, workspace), open.now) };
    });

  return {
    transact,

    async balance(workspace) {
      const current = await store.read(workspace, async (purse, moment, trx) =>
        isBehind(purse, moment) ? null : balanceOf(purse, await topUps.pendingOf(trx, workspace), moment),
      );
      return current ?? (await transact(workspace, {}, async () => null)).balance;
    },

    async setPlan(workspace, terms, by) {
      const checked = PlanTerms.parse(terms);
      const { balance } = await transact(workspace, {}, async (open) => {
        open.apply({ kind: 'set_plan', terms: checked, by });
      });
      return balance;
    },

    async grant(workspace, { id, kind, credits, reason }, by) {
      const source = `grant:${id}`;
      const { result, balance } = await transact(workspace, { sources: [source] }, async (open) =>
        open.apply({ kind: 'grant', source, grantKind: kind, credits, expiresAt: null, reference: id, reason, by }),
      );
      if (result.kind === 'key_reused') return topUps.keyReused();
      return result.kind === 'purse_full' ? topUps.purseFull() : { balance };
    },

    async requestTopUp(member, id, asked) {
      const { result, balance } = await transact(member.workspace, {}, (open, trx) =>
        topUps.request(open, trx, member, id, asked),
      );
      return 'refusal' in result ? result : { ...result, balance };
    },

    pendingTopUps: () => topUps.pendingEverywhere(database.db),

    async settleTopUp(workspace, id, status, by) {
      const { result, balance } = await transact(workspace, { sources: [topUps.sourceOf(id)] }, (open, trx) =>
        topUps.settle(open, trx, { workspace, id }, status, by),
      );
      return 'refusal' in result ? result : { ...result, balance };
    },

    async ledger(workspace, after, limit) {
      const rows = await database.db
        .selectFrom('ledger_entry')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit + 1)
        .execute();
      return { items: rows.slice(0, limit).map(shownEntry), more: rows.length > limit };
    },
  };
}

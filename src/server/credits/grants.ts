import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { type Balance, Credits, type GrantKind, GrantLine } from '#contract/credits.ts';
import { type Moment, momentOf, readMomentOrNull } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import { once } from './operator-acts.ts';
import { keyReused, noPlan, purseFull } from './refusals.ts';
import type { CreditGrantTable } from './tables.ts';
import type { TransactPurse } from './transact-purse.ts';

/** Newest grants shown. */
const SHOWN = 200;

/** Credits that an operator gives, and takes back. `by` is null for the server itself. */
export interface Grants {
  /**
   * Gives credits, which are spent as the kind they stand for. The same id has one effect. Plan and add-on credits end:
   * without a date with the cycle.
   */
  grant(
    workspace: string,
    grant: { id: string; kind: GrantKind; credits: number; expiresAt?: Moment | null; reason: string },
    by: Member | null,
  ): Promise<OrRefusal<{ balance: Balance }>>;
  /** Takes at most what is left of the grant that entry `entry` gave. The same id has one effect. */
  revoke(
    workspace: string,
    revoked: { id: string; entry: number; credits: number; reason: string },
    by: Member | null,
  ): Promise<OrRefusal<{ revoked: number; balance: Balance }>>;
  /** The newest 200. */
  grants(workspace: string): Promise<GrantLine[]>;
}

export function createGrants(db: Kysely<Schema>, transact: TransactPurse): Grants {
  return {
    async grant(workspace, { id, kind, credits, expiresAt = null, reason }, by) {
      const source = `grant:${id}`;
      const { result, balance } = await transact(workspace, { sources: [source] }, async (open) => {
        const ends = kind === 'top_up' ? expiresAt : (expiresAt ?? open.purse.cycle?.renewsAt ?? null);
        const isKnown = [...open.purse.grants.values()].some((given) => given.source === source);
        if (kind !== 'top_up' && ends === null && !isKnown) return noPlan();
        return open.apply({
          kind: 'grant',
          source,
          grantKind: kind,
          credits,
          expiresAt: ends === null ? null : momentOf(Temporal.Instant.from(ends)),
          reference: id,
          reason,
          by,
        });
      });
      if ('refusal' in result) return result;
      switch (result.kind) {
        case 'key_reused':
          return keyReused();
        case 'purse_full':
          return purseFull();
        case 'expired':
          return refuse('invalid_request', 'That moment is over. Give a later one.', 'correct', { at: 'expiresAt' });
        case 'granted':
          return { balance };
      }
    },

    async revoke(workspace, { id, entry, credits, reason }, by) {
      const row = await db
        .selectFrom('credit_grant')
        .select('source')
        .where('workspace_id', '=', workspace)
        .where('entry', '=', entry)
        .executeTakeFirst();
      if (row === undefined) return refuse('not_found', 'There is no such grant.', 'none');
      const { source } = row;
      const act = { workspace, id, kind: 'revoke', request: { entry, credits, reason }, by, result: Credits };
      const { result, balance } = await transact(workspace, { sources: [source] }, (open, trx) =>
        once(open, trx, act, () => {
          const answer = open.apply({ kind: 'revoke', source, credits, reference: id, reason, by });
          if (answer.kind === 'unknown') throw new Error(`grant ${entry} was not loaded`);
          return { done: answer.credits };
        }),
      );
      return 'refusal' in result ? result : { revoked: result.done, balance };
    },

    async grants(workspace) {
      // What is due by time is done first, so that nothing is shown as open that is over.
      await transact(workspace, {}, async () => null);
      const rows = await db
        .selectFrom('credit_grant')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .orderBy('entry', 'desc')
        .limit(SHOWN)
        .execute();
      return z.array(GrantLine).parse(
        rows.map((row) => ({
          entry: row.entry,
          kind: row.kind,
          credits: row.credits,
          left: row.left_over,
          held: row.held,
          expiresAt: readMomentOrNull(row.expires_at),
          status: statusOf(row),
          reason: row.reason,
        })),
      );
    },
  };
}

function statusOf({ status, lapsed, reversed }: Pick<CreditGrantTable, 'status' | 'lapsed' | 'reversed'>) {
  if (reversed === 1) return 'reversed';
  return status === 'open' && lapsed === 1 ? 'lapsed' : status;
}

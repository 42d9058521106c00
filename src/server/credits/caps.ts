import type { Kysely, Selectable, Transaction } from 'kysely';
import { CapRequest, type MemberLine, type Raise } from '#contract/members.ts';
import { momentOf, readMoment, readMomentOrNull } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import { usedInCycle } from './cap-usage.ts';
import { leftOfCap, type Purse } from './purse.ts';
import type { CapRequestTable } from './record-tables.ts';
import { keyReused } from './refusals.ts';
import type { OpenPurse } from './store.ts';
import type { TransactPurse } from './transact-purse.ts';

/** Newest requests shown, and those of one member that may wait. */
const SHOWN = 200;
const PENDING_LIMIT = 10;

/** A member's cap as an admin sees it. */
export type CapLine = NonNullable<MemberLine['cap']>;

/** What admins let members spend in a cycle, and what members ask of them. */
export interface Caps {
  /** By the member's id; those without a cap are missing. */
  caps(workspace: string): Promise<ReadonlyMap<string, CapLine>>;
  /** @param credits in a cycle; null for no cap. What this cycle used already counts. */
  setCap(workspace: string, member: string, credits: number | null, by: Member): Promise<CapLine | null>;
  /** The same id has one effect. Refused where there is no cap. */
  requestRaise(
    member: Member,
    id: string,
    asked: { credits: number; note: string | null },
  ): Promise<OrRefusal<{ request: CapRequest }>>;
  /** The newest 200. @param member only theirs */
  raiseRequests(workspace: string, member: string | null): Promise<CapRequest[]>;
  /** @param raise null to decline */
  decideRaise(
    workspace: string,
    id: string,
    raise: Raise | null,
    by: Member,
  ): Promise<OrRefusal<{ request: CapRequest }>>;
}

export function createCaps(db: Kysely<Schema>, transact: TransactPurse): Caps {
  return {
    async caps(workspace) {
      const { result } = await transact(workspace, {}, async ({ purse }) => {
        const lines = [...purse.caps.keys()].map((member) => [member, capLine(purse, member)] as const);
        return new Map(lines.flatMap(([member, line]) => (line === null ? [] : [[member, line] as const])));
      });
      return result;
    },

    async setCap(workspace, member, credits, by) {
      const { result } = await transact(workspace, {}, async (open, trx) => {
        const isNew = credits !== null && !open.purse.caps.has(member);
        const used = isNew ? await usedInCycle(trx, workspace, member, open.purse) : 0;
        open.apply({ kind: 'set_cap', member, credits, used, by });
        return capLine(open.purse, member);
      });
      return result;
    },

    async requestRaise(member, id, asked) {
      const { result } = await transact(member.workspace, {}, (open, trx) => request(open, trx, member, id, asked));
      return result;
    },

    async raiseRequests(workspace, member) {
      const rows = await db
        .selectFrom('cap_request')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .$if(member !== null, (query) => query.where('member_id', '=', member))
        .orderBy('requested_at', 'desc')
        .orderBy('id')
        .limit(SHOWN)
        .execute();
      return rows.map(shown);
    },

    async decideRaise(workspace, id, raise, by) {
      const { result } = await transact(workspace, {}, (open, trx) => decide(open, trx, { workspace, id }, raise, by));
      return result;
    },
  };
}

/** A member's cap as it is in a purse; null for none. */
export function capLine({ caps, cycle }: Purse, member: string): CapLine | null {
  const cap = caps.get(member);
  if (cap === undefined) return null;
  const { credits, used, raise } = cap;
  return { credits, used, left: leftOfCap(cap), resetsAt: cycle?.renewsAt ?? null, raise };
}

/** Writes a request down, once for each id. */
async function request(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  id: string,
  asked: { credits: number; note: string | null },
): Promise<OrRefusal<{ request: CapRequest }>> {
  const known = await rowOf(trx, member.workspace, id);
  if (known !== undefined) {
    const same = known.member_id === member.id && known.credits === asked.credits && known.note === asked.note;
    return same ? { request: shown(known) } : keyReused();
  }
  if (!open.purse.caps.has(member.id)) {
    return refuse('invalid_request', 'You have no cap: you may spend what your team has.', 'none');
  }
  const { count } = await trx
    .selectFrom('cap_request')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('workspace_id', '=', member.workspace)
    .where('member_id', '=', member.id)
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow();
  if (Number(count) >= PENDING_LIMIT) {
    return refuse('rate_limited', 'Your admins have not decided on what you asked before. Ask them.', 'ask_admin');
  }
  const row: Selectable<CapRequestTable> = {
    workspace_id: member.workspace,
    id,
    member_id: member.id,
    member_name: member.name,
    credits: asked.credits,
    note: asked.note,
    status: 'pending',
    requested_at: open.now,
    raise_credits: null,
    raise_until: null,
    decided_by_id: null,
    decided_by_name: null,
    decided_at: null,
  };
  open.touch();
  await trx
    .insertInto('cap_request')
    .values({ ...row, requested_at: open.now, raise_until: null, decided_at: null })
    .execute();
  return { request: shown(row) };
}

/** Decides on a request, once; a raise is put in force in the same transaction. */
async function decide(
  open: OpenPurse,
  trx: Transaction<Schema>,
  { workspace, id }: { workspace: string; id: string },
  raise: Raise | null,
  by: Member,
): Promise<OrRefusal<{ request: CapRequest }>> {
  const row = await rowOf(trx, workspace, id);
  if (row === undefined) return refuse('not_found', 'There is no such request.', 'none');
  const until = raise === null ? null : momentOf(Temporal.Instant.from(raise.until));
  const status = raise === null ? 'declined' : 'granted';
  if (row.status !== 'pending') {
    const same =
      row.status === status &&
      row.raise_credits === (raise?.credits ?? null) &&
      readMomentOrNull(row.raise_until) === until;
    return same ? { request: shown(row) } : refuse('already_ended', `This request is ${row.status} already.`, 'none');
  }
  if (raise !== null && until !== null) {
    if (until <= open.now) {
      return refuse('invalid_request', 'That moment is over. Give a later one.', 'correct', { at: 'raise.until' });
    }
    const { credits } = raise;
    const raised = open.apply({ kind: 'raise_cap', member: row.member_id, credits, until, by });
    if (raised.kind === 'no_cap') {
      return refuse('invalid_request', 'They have no cap any more. Decline the request.', 'correct', { at: 'raise' });
    }
  }
  const change = {
    status,
    raise_credits: raise?.credits ?? null,
    raise_until: until,
    decided_by_id: by.id,
    decided_by_name: by.name,
    decided_at: open.now,
  };
  open.touch();
  await trx
    .updateTable('cap_request')
    .set(change)
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .execute();
  return { request: shown({ ...row, ...change }) };
}

function rowOf(trx: Transaction<Schema>, workspace: string, id: string) {
  return trx
    .selectFrom('cap_request')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

function shown(row: Selectable<CapRequestTable>): CapRequest {
  const until = readMomentOrNull(row.raise_until);
  return CapRequest.parse({
    id: row.id,
    credits: row.credits,
    note: row.note,
    member: { id: row.member_id, name: row.member_name },
    requestedAt: readMoment(row.requested_at),
    status: row.status,
    raise: row.raise_credits === null || until === null ? null : { credits: row.raise_credits, until },
    decidedBy: row.decided_by_name,
    decidedAt: readMomentOrNull(row.decided_at),
  });
}

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dispute, DisputeReason } from '#contract/credits.ts';
import { Field } from '#contract/profile.ts';
import type { Outcome, OwnedKey, RevealReply, RevealRequest } from '#contract/reveal.ts';
import { notCharged } from '../credits/disputes.ts';
import type { Purses } from '../credits/purses.ts';
import { namingAdmins } from '../credits/refusals.ts';
import { releasePrice } from '../credits/spend.ts';
import { type Moment, momentOf, readMoment } from '../db/moment.ts';
import type { Database } from '../db/open.ts';
import type { Member } from '../member.ts';
import type { Provider } from '../providers/provider.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import { askProviders } from './ask-providers.ts';
import { type BeginContext, type Begun, begin, type IsAtWork, lapsedOutcome } from './begin.ts';
import { fingerprintOf, shownOn } from './fingerprint.ts';
import { finish } from './finish.ts';
import { type Log, SILENT } from './log.ts';
import { type Attempt, endLive, outcomeOf, type RevealRow, revealById } from './records.ts';
import { ownedPage, ownedUnder } from './unlocks.ts';

/** The use case of revealing. */
export interface Reveals {
  /**
   * Reveals one field of one profile, charged once or not at all for each `id`, however often it is called with it and
   * whatever dies meanwhile. The same id always gets the same answer, refusals included; a new try takes a new id.
   */
  reveal(member: Member, id: string, request: RevealRequest): Promise<OrRefusal<RevealReply>>;
  /** How a reveal ended, or that it has not. One of another workspace is not found. */
  byId(member: Member, id: string): Promise<OrRefusal<RevealReply>>;
  /** Disputes the charge of a reveal of the workspace. Repeating it is harmless. */
  dispute(
    member: Member,
    id: string,
    why: { reason: DisputeReason; note: string | null },
  ): Promise<OrRefusal<{ dispute: Dispute }>>;
  /** The value of something the workspace owns, free. */
  open(member: Member, key: string, field: Field): Promise<OrRefusal<RevealReply>>;
  /** The feed of what the workspace owns, after number `after`. */
  owned(workspace: string, after: number, limit: number): Promise<{ items: OwnedKey[]; more: boolean }>;
  /**
   * Ends what nobody came back for: expired holds are given back. Right without it, but sooner with it; call it by a
   * timer.
   * @returns how many reveals it ended, 500 at most
   */
  sweep(): Promise<number>;
}

export interface RevealsOptions {
  database: Database;
  purses: Purses;
  /** Asked in this order. */
  providers: readonly Provider[];
  /** The server's clock. It has to be the one of `purses`. */
  now?: () => Temporal.Instant;
  /** Names of a workspace's admins: whoever is at their cap is told whom to ask. */
  adminsOf?: (workspace: string) => Promise<readonly string[]>;
  /** For all providers together, in milliseconds. */
  deadlineMs?: number;
  /** How long a price stays on hold when the process that held it died, in milliseconds. */
  holdMs?: number;
  log?: Log;
}

/** Beyond the deadline a process has this long to write its answer, in milliseconds, before another takes over. */
const LEASE_MARGIN = 5_000;
/** How often a reveal in another process is looked at, in milliseconds. */
const POLL = 150;

export function createReveals({
  database,
  purses,
  providers,
  now = Temporal.Now.instant,
  adminsOf = async () => [],
  deadlineMs = 10_000,
  holdMs = 30 * 60_000,
  log = SILENT,
}: RevealsOptions): Reveals {
  const { db } = database;
  const process = randomUUID();
  const times = { lease: deadlineMs + LEASE_MARGIN, hold: holdMs };
  /** The reveals that this process is at work on, by workspace, id and what is asked. */
  const atWork = new Map<string, { owner: string; reply: Promise<OrRefusal<RevealReply>> }>();

  const isAtWork: IsAtWork = (row, at) =>
    row.owner.startsWith(process)
      ? atWork.get(nameOf(row.workspace_id, row.id, row.fingerprint))?.owner === row.owner
      : readMoment(row.lease_until) > at;

  async function reveal(attempt: Attempt): Promise<OrRefusal<RevealReply>> {
    const { member, id } = attempt;
    const giveUp = performance.now() + 4 * times.lease;
    let after: string | null = null;
    while (performance.now() < giveUp) {
      const context: BeginContext = { times, isAtWork, after };
      const { result, balance } = await purses.transact<Begun>(
        member.workspace,
        { holds: [id] },
        (open, trx) => begin(open, trx, attempt, context),
        member.id,
      );
      if (result.kind === 'refused') return { refusal: result.refusal };
      if (result.kind === 'ended' || result.kind === 'elsewhere') {
        return { id, outcome: await withHelp(member.workspace, result.outcome), balance };
      }
      if (result.kind === 'ask') return ask(attempt);
      await ended(result.leader);
      after = result.leader.id;
    }
    return refuse('unavailable', 'Someone else is revealing this right now. Try again in a moment.', 'retry', {
      retryAfter: times.lease,
    });
  }

  async function ask(attempt: Attempt): Promise<RevealReply> {
    const { member, id, request } = attempt;
    const query = {
      workspace: member.workspace,
      profile: request.profile,
      field: request.field,
      exclude: shownOn(request),
    };
    const result = await askProviders(providers, query, { deadlineMs, at: momentOf(now()), log });
    const { result: outcome, balance } = await purses.transact(
      member.workspace,
      { holds: [id] },
      (open, trx) => finish(open, trx, attempt, result),
      member.id,
    );
    return { id, outcome: await withHelp(member.workspace, outcome), balance };
  }

  /** Waits until another's live reveal has ended, and ends it when whoever was at work on it is gone. */
  async function ended(leader: RevealRow): Promise<void> {
    // A failure of the leader's is its own affair: what it left behind is looked at below.
    await atWork.get(nameOf(leader.workspace_id, leader.id, leader.fingerprint))?.reply.catch(() => null);
    for (;;) {
      const row = await revealById(db, leader.workspace_id, leader.id);
      if (row?.status !== 'live') return;
      if (!isAtWork(row, momentOf(now()))) return lapse(row.workspace_id, row.id);
      await wait(POLL);
    }
  }

  /** Ends a live reveal that nobody is at work on any more; its hold is given back. */
  function lapse(workspace: string, id: string): Promise<void> {
    return purses
      .transact(workspace, { holds: [id] }, async (open, trx) => {
        const row = await revealById(trx, workspace, id);
        if (row?.status !== 'live') return;
        if (isAtWork(row, open.now)) return;
        releasePrice(open, id, null, 'interrupted');
        await endLive(trx, row, null, open.now);
      })
      .then(() => undefined);
  }

  async function stateOf(row: RevealRow): Promise<Outcome> {
    const key = row.profile_key;
    const field = Field.parse(row.field);
    if (row.status === 'live')
      return { kind: 'pending', key, field, held: row.held, since: readMoment(row.started_at) };
    const outcome = await outcomeOf(db, row);
    if (outcome !== null) return withHelp(row.workspace_id, outcome);
    return lapsedOutcome(db, row.workspace_id, { profile: { key }, field });
  }

  /** Whoever is at their cap is told who can raise it. */
  async function withHelp(workspace: string, outcome: Outcome): Promise<Outcome> {
    if (outcome.kind !== 'refused' || outcome.refusal.code !== 'capped') return outcome;
    return { ...outcome, refusal: namingAdmins(outcome.refusal, await adminsOf(workspace)) };
  }

  return {
    reveal(member, id, request) {
      // Which of two bodies an id belongs to is for the database to say: here the later may be the right one.
      const name = nameOf(member.workspace, id, fingerprintOf(request));
      const same = atWork.get(name);
      if (same !== undefined) return same.reply;
      const owner = `${process}/${randomUUID()}`;
      const reply = reveal({ member, id, request, owner }).finally(() => atWork.delete(name));
      atWork.set(name, { owner, reply });
      return reply;
    },

    async byId({ workspace, id: member }, id) {
      let row = await revealById(db, workspace, id);
      if (row?.status === 'live' && isOver(row, momentOf(now()))) {
        await lapse(workspace, id);
        row = await revealById(db, workspace, id);
      }
      if (row === undefined) return refuse('not_found', 'There is no such reveal.', 'none');
      return { id, outcome: await stateOf(row), balance: await purses.balance(workspace, member) };
    },

    async dispute(member, id, why) {
      const disputed = await purses.dispute(member, id, why);
      if (disputed !== null) return disputed;
      const row = await revealById(db, member.workspace, id);
      return row === undefined ? refuse('not_found', 'There is no such reveal.', 'none') : notCharged();
    },

    async open({ workspace, id: member }, key, field) {
      const owned = await ownedUnder(db, workspace, key, field);
      if (owned === null) return refuse('not_found', 'Your team does not own this.', 'look_again');
      return {
        id: owned.revealId,
        outcome: { kind: 'found', key, field, contact: owned.contact, charged: 0, free: 'owned', receipt: null },
        balance: await purses.balance(workspace, member),
      };
    },

    owned: (workspace, after, limit) => ownedPage(db, workspace, after, limit),

    async sweep() {
      const over = await db
        .selectFrom('reveal')
        .select(['workspace_id', 'id'])
        .where('status', '=', 'live')
        .where('hold_until', '<=', momentOf(now()))
        .limit(500)
        .execute();
      for (const { workspace_id, id } of over) await lapse(workspace_id, id);
      return over.length;
    },
  };
}

function isOver(row: RevealRow, at: Moment): boolean {
  return readMoment(row.hold_until) <= at;
}

function nameOf(workspace: string, id: string, fingerprint: string): string {
  return `${workspace}\n${id}\n${fingerprint}`;
}

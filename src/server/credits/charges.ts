import type { Selectable, Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Activity } from '#contract/activity.ts';
import { type Balance, Credits, type Receipt } from '#contract/credits.ts';
import { Refusal } from '#contract/refusal.ts';
import { later } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import { digestOf } from '../digest.ts';
import type { Member } from '../member.ts';
import { type OrRefusal, refuse } from '../refuse.ts';
import { receiptOf, writeReceipt } from './receipts.ts';
import type { ChargeTable } from './record-tables.ts';
import { keyReused } from './refusals.ts';
import { capturePrice, holdPrice, releasePrice } from './spend.ts';
import type { OpenPurse } from './store.ts';
import type { TransactPurse } from './transact-purse.ts';

/** What is done and charged under one id. */
export interface Task<T> {
  /** Made by the client, once. */
  id: string;
  activity: Activity;
  /** The highest price that the member was shown. */
  maxCredits: number;
  /** Name of the person, or of whatever else it is for, for the receipt. */
  person: string;
  /** What is asked, as plain data: another one under the same id is refused. */
  request: object;
  /** Reads back what was found. */
  result: z.ZodMiniType<T>;
  /** Does the work. It may be done again after a crash, and runs outside any transaction. */
  work(): Promise<Worked<T>>;
}

/** What the work came to. Only what was found is charged. */
export type Worked<T> = { kind: 'found'; result: T; provider: string } | { kind: 'not_found' } | { kind: 'failed' };

/** How a task ended. */
export type TaskEnd<T> =
  | { kind: 'found'; result: T; charged: number; receipt: Receipt | null }
  | { kind: 'not_found'; charged: 0 }
  | { kind: 'refused'; refusal: Refusal };

/** The use case of every activity but the reveal, which has rules of its own on top: hold → work → capture or release. */
export interface Charges {
  /**
   * Does a task, charged once or not at all for its id, however often it is called with it and whatever dies meanwhile.
   * The same id always gets the same answer, refusals included; a new try takes a new id.
   */
  charge<T>(member: Member, task: Task<T>): Promise<OrRefusal<{ end: TaskEnd<T>; balance: Balance }>>;
}

/** How the first transaction left it. */
type Begun<T> = { kind: 'work' } | { kind: 'ended'; end: TaskEnd<T> } | { kind: 'refused'; refusal: Refusal };

/** @param options.holdMs how long a price stays on hold when the process that held it died, in milliseconds */
export function createCharges(transact: TransactPurse, { holdMs = 30 * 60_000 }: { holdMs?: number } = {}): Charges {
  /** The tasks that this process is at work on. */
  const atWork = new Map<string, Promise<unknown>>();

  async function charge<T>(member: Member, task: Task<T>): Promise<OrRefusal<{ end: TaskEnd<T>; balance: Balance }>> {
    const { workspace } = member;
    const needs = { holds: [task.id] };
    const begun = await transact(workspace, needs, (open, trx) => begin(open, trx, member, task, holdMs), member.id);
    if (begun.result.kind === 'refused') return { refusal: begun.result.refusal };
    if (begun.result.kind === 'ended') return { end: begun.result.end, balance: begun.balance };
    const worked = await task.work().catch(() => ({ kind: 'failed' }) as const);
    const { result, balance } = await transact(
      workspace,
      needs,
      (open, trx) => finish(open, trx, member, task, worked),
      member.id,
    );
    return { end: result, balance };
  }

  return {
    charge<T>(member: Member, task: Task<T>) {
      const name = `${member.workspace}\n${task.id}\n${fingerprintOf(task)}`;
      const same = atWork.get(name);
      // The fingerprint holds the activity, so what is under way under it is of the same type.
      if (same !== undefined) return same as ReturnType<typeof charge<T>>;
      const reply = charge(member, task).finally(() => atWork.delete(name));
      atWork.set(name, reply);
      return reply;
    },
  };
}

/** Finds the answer that there is, or holds the price. A price that is on hold already was left by a crash. */
async function begin<T>(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  task: Task<T>,
  holdMs: number,
): Promise<Begun<T>> {
  const known = await rowOf(trx, member.workspace, task.id);
  if (known !== undefined && known.fingerprint !== fingerprintOf(task)) return { kind: 'refused', ...keyReused() };
  if (known !== undefined) {
    const end = await endOf(trx, known, task);
    return end === null ? { kind: 'work' } : { kind: 'ended', end };
  }
  const held = holdPrice(open, { ...task, member }, later(open.now, holdMs));
  const end: TaskEnd<T> | null = 'refusal' in held ? { kind: 'refused', refusal: held.refusal } : null;
  await trx
    .insertInto('charge')
    .values({
      workspace_id: member.workspace,
      id: task.id,
      activity: task.activity,
      member_id: member.id,
      member_name: member.name,
      person: task.person,
      fingerprint: fingerprintOf(task),
      status: end === null ? 'open' : 'ended',
      started_at: open.now,
      ended_at: end === null ? null : open.now,
      outcome: end === null ? null : written(end),
    })
    .execute();
  return end === null ? { kind: 'work' } : { kind: 'ended', end };
}

/** Charges what was found, or gives the price back, unless another attempt at the same task was faster. */
async function finish<T>(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  task: Task<T>,
  worked: Worked<T>,
): Promise<TaskEnd<T>> {
  const row = await rowOf(trx, member.workspace, task.id);
  if (row === undefined) throw new Error(`task ${task.id} has vanished`);
  const known = await endOf(trx, row, task);
  if (known !== null) return known;
  const end = await settled(open, trx, member, task, worked);
  await trx
    .updateTable('charge')
    .set({ status: 'ended', ended_at: open.now, outcome: written(end) })
    .where('workspace_id', '=', member.workspace)
    .where('id', '=', task.id)
    .where('status', '=', 'open')
    .execute();
  return end;
}

async function settled<T>(
  open: OpenPurse,
  trx: Transaction<Schema>,
  member: Member,
  { id, person }: Task<T>,
  worked: Worked<T>,
): Promise<TaskEnd<T>> {
  if (worked.kind === 'found') {
    const captured = capturePrice(open, id, member);
    if ('refusal' in captured) {
      releasePrice(open, id, member, 'could not be charged');
      return { kind: 'refused', refusal: captured.refusal };
    }
    const { result, provider } = worked;
    const receipt = await writeReceipt(trx, open.purse, captured.hold, { member, person, provider });
    return { kind: 'found', result, charged: receipt.charged, receipt };
  }
  releasePrice(open, id, member, worked.kind === 'failed' ? 'the work failed' : 'not found');
  if (worked.kind === 'not_found') return { kind: 'not_found', charged: 0 };
  const message = 'That could not be done just now, and nothing was charged. Try again in a moment.';
  return { kind: 'refused', ...refuse('provider_unavailable', message, 'retry') };
}

function rowOf(trx: Transaction<Schema>, workspace: string, id: string) {
  return trx
    .selectFrom('charge')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** An end as it is kept. The receipt has a row of its own, on which a refund is written. */
const Kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), result: z.unknown(), charged: Credits }),
  z.object({ kind: z.literal('not_found'), charged: z.literal(0) }),
  z.object({ kind: z.literal('refused'), refusal: Refusal }),
]);

function written<T>(end: TaskEnd<T>): string {
  return JSON.stringify(Kept.parse(end));
}

async function endOf<T>(
  trx: Transaction<Schema>,
  row: Selectable<ChargeTable>,
  { result }: Task<T>,
): Promise<TaskEnd<T> | null> {
  if (row.outcome === null) return null;
  const kept = Kept.parse(JSON.parse(row.outcome));
  if (kept.kind !== 'found') return kept;
  return { ...kept, result: result.parse(kept.result), receipt: await receiptOf(trx, row.workspace_id, row.id) };
}

function fingerprintOf({ activity, maxCredits, request }: Task<unknown>): string {
  return digestOf([activity, maxCredits, request]);
}

import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import { Activity, Credits, GrantKind, LedgerEntry } from '#contract/credits.ts';
import { type Moment, readMoment, readMomentOrNull } from '../db/moment.ts';
import { cycleStart } from './cycle.ts';
import { PlanTerms } from './plan.ts';
import type { Cap, Entry, Grant, Hold, Parts, Purse } from './purse.ts';
import type { CreditGrantTable, HoldTable, LedgerEntryTable, MemberCapTable, PurseTable } from './tables.ts';

/** Between rows and the ledger's own types. What comes out of the database is checked as well: it may be mended by hand. */

const PartsText = z.array(z.readonly(z.tuple([z.int(), z.int()])));
const HoldStatus = z.enum(['open', 'captured', 'released', 'expired']);
const NextPlan = z.union([z.literal('cancelled'), PlanTerms]);
const AddOns = z.array(z.object({ id: z.string(), credits: Credits }));

/** The rows that a purse is made of. */
export interface PurseRows {
  purse: Selectable<PurseTable>;
  grants: readonly Selectable<CreditGrantTable>[];
  holds: readonly Selectable<HoldTable>[];
  caps: readonly Selectable<MemberCapTable>[];
}

export function purseOf({ purse: row, grants, holds, caps }: PurseRows): Purse {
  const plan = row.plan === null ? null : PlanTerms.parse(JSON.parse(row.plan));
  return {
    lastEntry: row.last_entry,
    available: row.available,
    held: row.held,
    debt: row.debt,
    plan,
    next: row.next_plan === null ? null : NextPlan.parse(JSON.parse(row.next_plan)),
    cycle: cycleOf(row, plan),
    addOns: AddOns.parse(JSON.parse(row.add_ons)),
    capsFrom: row.caps_from,
    grants: new Map(grants.map((grant) => [grant.entry, grantOf(grant)])),
    holds: new Map(holds.map((hold) => [hold.id, holdOf(hold)])),
    caps: new Map(caps.map((cap) => [cap.member_id, capOf(cap)])),
  };
}

function cycleOf(row: Selectable<PurseTable>, plan: PlanTerms | null): Purse['cycle'] {
  if (plan === null || row.cycle_number === null || row.renews_at === null) return null;
  return {
    number: row.cycle_number,
    startsAt: readMomentOrNull(row.cycle_starts_at) ?? cycleStart(plan, row.cycle_number),
    renewsAt: readMoment(row.renews_at),
    granted: row.cycle_granted ?? (row.cycle_number < 0 ? 0 : plan.allowance),
  };
}

/** The columns of a purse's row that every spend changes. */
export function spentPurseRow(purse: Purse, lastUnlock: number, dueAt: Moment | null) {
  return {
    last_entry: purse.lastEntry,
    last_unlock: lastUnlock,
    available: purse.available,
    held: purse.held,
    due_at: dueAt,
  };
}

/** All columns of a purse's row but its key and its revision. */
export function purseRow(purse: Purse, lastUnlock: number, dueAt: Moment | null) {
  return {
    ...spentPurseRow(purse, lastUnlock, dueAt),
    debt: purse.debt,
    plan: purse.plan === null ? null : JSON.stringify(purse.plan),
    next_plan: purse.next === null ? null : JSON.stringify(purse.next),
    add_ons: JSON.stringify(purse.addOns),
    cycle_number: purse.cycle?.number ?? null,
    cycle_starts_at: purse.cycle?.startsAt ?? null,
    renews_at: purse.cycle?.renewsAt ?? null,
    cycle_granted: purse.cycle?.granted ?? null,
    caps_from: purse.capsFrom,
  };
}

export function grantOf(row: Selectable<CreditGrantTable>): Grant {
  return {
    entry: row.entry,
    source: row.source,
    kind: GrantKind.parse(row.kind),
    priority: row.priority,
    credits: row.credits,
    left: row.left_over,
    held: row.held,
    lost: row.lost,
    expiresAt: readMomentOrNull(row.expires_at),
    lapsed: row.lapsed === 1,
    reversed: row.reversed === 1,
    reason: row.reason,
  };
}

export function grantRow(grant: Grant) {
  return {
    entry: grant.entry,
    source: grant.source,
    kind: grant.kind,
    priority: grant.priority,
    credits: grant.credits,
    left_over: grant.left,
    held: grant.held,
    lost: grant.lost,
    expires_at: grant.expiresAt,
    status: isClosed(grant) ? 'closed' : 'open',
    lapsed: grant.lapsed ? 1 : 0,
    reversed: grant.reversed ? 1 : 0,
    reason: grant.reason,
  };
}

/** Nothing is left and nothing on hold: only a refund can come back to it. */
export function isClosed({ left, held }: Grant): boolean {
  return left === 0 && held === 0;
}

export function holdOf(row: Selectable<HoldTable>): Hold {
  return {
    id: row.id,
    activity: Activity.parse(row.activity),
    entry: row.entry,
    credits: row.credits,
    parts: readParts(row.parts),
    before: row.available_before,
    expiresAt: readMoment(row.expires_at),
    status: HoldStatus.parse(row.status),
    by: row.by_id,
    end:
      row.end_entry === null || row.ended_at === null
        ? null
        : {
            entry: row.end_entry,
            at: readMoment(row.ended_at),
            charged: row.charged ?? 0,
            parts: readParts(row.charged_parts ?? '[]'),
            after: row.available_after ?? 0,
          },
    refund: row.refund_entry,
  };
}

export function holdRow({ end, ...hold }: Hold) {
  return {
    id: hold.id,
    activity: hold.activity,
    entry: hold.entry,
    credits: hold.credits,
    available_before: hold.before,
    parts: JSON.stringify(hold.parts),
    expires_at: hold.expiresAt,
    status: hold.status,
    by_id: hold.by,
    end_entry: end?.entry ?? null,
    ended_at: end?.at ?? null,
    charged: end?.charged ?? null,
    charged_parts: end === null ? null : JSON.stringify(end.parts),
    available_after: end?.after ?? null,
    refund_entry: hold.refund,
  };
}

function capOf(row: Selectable<MemberCapTable>): Cap {
  return {
    credits: row.credits,
    used: row.used,
    raise:
      row.raise_credits === null || row.raise_until === null
        ? null
        : { credits: row.raise_credits, until: readMoment(row.raise_until) },
  };
}

export function capRow(member: string, cap: Cap) {
  return {
    member_id: member,
    credits: cap.credits,
    used: cap.used,
    raise_credits: cap.raise?.credits ?? null,
    raise_until: cap.raise?.until ?? null,
  };
}

export function entryRow(entry: Entry) {
  return {
    number: entry.number,
    at: entry.at,
    kind: entry.kind,
    grant_kind: entry.grantKind,
    activity: entry.activity,
    available_delta: entry.availableDelta,
    held_delta: entry.heldDelta,
    debt_delta: entry.debtDelta,
    parts: JSON.stringify(entry.parts),
    reference: entry.reference,
    by_id: entry.by?.id ?? null,
    by_name: entry.by?.name ?? null,
    reason: entry.reason,
  };
}

/** An entry as the contract shows it. */
export function shownEntry(row: Selectable<LedgerEntryTable>): LedgerEntry {
  return LedgerEntry.parse({
    number: row.number,
    at: readMoment(row.at),
    kind: row.kind,
    grantKind: row.grant_kind,
    activity: row.activity,
    availableDelta: row.available_delta,
    heldDelta: row.held_delta,
    debtDelta: row.debt_delta,
    reference: row.reference,
    by: row.by_name,
    reason: row.reason,
  });
}

function readParts(text: string): Parts {
  return PartsText.parse(JSON.parse(text));
}

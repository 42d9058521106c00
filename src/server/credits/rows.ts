import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import { GrantKind, LedgerEntry } from '#contract/credits.ts';
import { readMoment, readMomentOrNull } from '../db/moment.ts';
import { PlanTerms } from './plan.ts';
import type { Entry, Grant, Hold, Parts, Purse } from './purse.ts';
import type { CreditGrantTable, HoldTable, LedgerEntryTable, PurseTable } from './tables.ts';

/** Between rows and the ledger's own types. What comes out of the database is checked as well: it may be mended by hand. */

const PartsText = z.array(z.readonly(z.tuple([z.int(), z.int()])));
const HoldStatus = z.enum(['open', 'captured', 'released', 'expired']);

function planOf(row: Selectable<PurseTable>): PlanTerms | null {
  if (row.plan_name === null) return null;
  return PlanTerms.parse({
    name: row.plan_name,
    allowance: row.plan_allowance,
    cycle: row.plan_cycle,
    anchor: readMomentOrNull(row.plan_anchor),
    timeZone: row.plan_time_zone,
    prices: { email: row.price_email, phone: row.price_phone },
  });
}

export function purseOf(
  row: Selectable<PurseTable>,
  grants: readonly Selectable<CreditGrantTable>[],
  holds: readonly Selectable<HoldTable>[],
): Purse {
  return {
    lastEntry: row.last_entry,
    available: row.available,
    held: row.held,
    plan: planOf(row),
    cycle:
      row.cycle_number === null || row.renews_at === null
        ? null
        : { number: row.cycle_number, renewsAt: readMoment(row.renews_at) },
    grants: new Map(grants.map((grant) => [grant.entry, grantOf(grant)])),
    holds: new Map(holds.map((hold) => [hold.id, holdOf(hold)])),
  };
}

/** The purse's columns that the ledger decides. */
export function purseRow({ plan, cycle, ...purse }: Purse) {
  return {
    last_entry: purse.lastEntry,
    available: purse.available,
    held: purse.held,
    plan_name: plan?.name ?? null,
    plan_allowance: plan?.allowance ?? null,
    plan_cycle: plan?.cycle ?? null,
    plan_anchor: plan?.anchor ?? null,
    plan_time_zone: plan?.timeZone ?? null,
    price_email: plan?.prices.email ?? null,
    price_phone: plan?.prices.phone ?? null,
    cycle_number: cycle?.number ?? null,
    renews_at: cycle?.renewsAt ?? null,
  };
}

function grantOf(row: Selectable<CreditGrantTable>): Grant {
  return {
    entry: row.entry,
    source: row.source,
    kind: GrantKind.parse(row.kind),
    priority: row.priority,
    credits: row.credits,
    left: row.left_over,
    held: row.held,
    expiresAt: readMomentOrNull(row.expires_at),
    lapsed: row.status === 'lapsed',
    reason: row.reason,
  };
}

export function grantRow(workspace: string, grant: Grant) {
  return {
    workspace_id: workspace,
    entry: grant.entry,
    source: grant.source,
    kind: grant.kind,
    priority: grant.priority,
    credits: grant.credits,
    ...grantChanges(grant),
    expires_at: grant.expiresAt,
    reason: grant.reason,
  };
}

/** The columns of a grant that change. */
export function grantChanges({ left, held, lapsed }: Grant) {
  const status = left === 0 && held === 0 ? 'closed' : lapsed ? 'lapsed' : 'open';
  return { left_over: left, held, status };
}

function holdOf(row: Selectable<HoldTable>): Hold {
  return {
    id: row.id,
    entry: row.entry,
    credits: row.credits,
    parts: readParts(row.parts),
    before: row.available_before,
    expiresAt: readMoment(row.expires_at),
    status: HoldStatus.parse(row.status),
    end:
      row.end_entry === null
        ? null
        : {
            entry: row.end_entry,
            charged: row.charged ?? 0,
            parts: readParts(row.charged_parts ?? '[]'),
            after: row.available_after ?? 0,
          },
  };
}

export function holdRow(workspace: string, hold: Hold) {
  return {
    workspace_id: workspace,
    id: hold.id,
    entry: hold.entry,
    credits: hold.credits,
    available_before: hold.before,
    parts: JSON.stringify(hold.parts),
    expires_at: hold.expiresAt,
    ...holdChanges(hold),
  };
}

/** The columns of a hold that change: all at its end. */
export function holdChanges({ status, end }: Hold) {
  return {
    status,
    end_entry: end?.entry ?? null,
    charged: end?.charged ?? null,
    charged_parts: end === null ? null : JSON.stringify(end.parts),
    available_after: end?.after ?? null,
  };
}

export function entryRow(workspace: string, entry: Entry) {
  return {
    workspace_id: workspace,
    number: entry.number,
    at: entry.at,
    kind: entry.kind,
    grant_kind: entry.grantKind,
    available_delta: entry.availableDelta,
    held_delta: entry.heldDelta,
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
    availableDelta: row.available_delta,
    heldDelta: row.held_delta,
    reference: row.reference,
    by: row.by_name,
    reason: row.reason,
  });
}

function readParts(text: string): Parts {
  return PartsText.parse(JSON.parse(text));
}

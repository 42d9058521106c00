import type { Insertable } from 'kysely';
import type { Command } from '#server/credits/commands.ts';
import { open } from '#server/credits/ledger.ts';
import { EMPTY_PURSE, type Entry, type Purse, splitOf } from '#server/credits/purse.ts';
import type { Database } from '#server/db/open.ts';
import type { Schema } from '#server/db/schema.ts';

/** A command and the moment of the server's clock at which it comes. */
export type Step = readonly [at: string, command: Command];

type Rows = { [Table in keyof Schema]?: Insertable<Schema[Table]>[] };

/** Writes the books that a history of one workspace leaves behind. */
export async function writeBooks(database: Database, workspace: string, steps: readonly Step[]): Promise<Purse> {
  let purse = EMPTY_PURSE;
  const entries: Entry[] = [];
  for (const [moment, together] of byMoment(steps)) {
    const opened = open(purse, moment);
    for (const command of together) opened.apply(command);
    const changes = opened.changes();
    purse = changes.purse;
    for (const entry of changes.entries) entries.push(entry);
  }
  await insertBooks(database, workspace, purse, entries);
  return purse;
}

/**
 * Writes a purse and all its entries row by row, without the server's store: thousands of entries a second, and whatever
 * is wrong with the store is not in them.
 */
export async function insertBooks(
  database: Database,
  workspace: string,
  purse: Purse,
  entries: readonly Entry[],
): Promise<void> {
  await insert(database, { purse: [purseRow(workspace, purse)] });
  await insert(database, {
    ledger_entry: entries.map((entry) => entryRow(workspace, entry)),
    credit_grant: grantRows(workspace, purse),
    hold: holdRows(workspace, purse),
    receipt: receiptRows(workspace, purse, entries),
    member_cap: [...purse.caps].map(([member, cap]) => ({
      workspace_id: workspace,
      member_id: member,
      credits: cap.credits,
      used: cap.used,
      raise_credits: cap.raise?.credits ?? null,
      raise_until: cap.raise?.until ?? null,
    })),
  });
}

/** Rows in as few statements as both databases take. */
export async function insert(database: Database, tables: Rows): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    for (const [table, rows] of Object.entries(tables)) {
      for (let start = 0; start < rows.length; start += 1000) {
        await trx
          .insertInto(table as 'purse')
          .values(rows.slice(start, start + 1000) as Insertable<Schema['purse']>[])
          .execute();
      }
    }
  });
}

function byMoment(steps: readonly Step[]): [string, Command[]][] {
  const grouped: [string, Command[]][] = [];
  for (const [at, command] of steps) {
    const last = grouped.at(-1);
    if (last?.[0] === at) last[1].push(command);
    else grouped.push([at, [command]]);
  }
  return grouped;
}

function purseRow(workspace: string, purse: Purse): Insertable<Schema['purse']> {
  return {
    workspace_id: workspace,
    revision: 1,
    last_entry: purse.lastEntry,
    last_unlock: 0,
    available: purse.available,
    held: purse.held,
    debt: purse.debt,
    plan: purse.plan === null ? null : JSON.stringify(purse.plan),
    next_plan: purse.next === null ? null : JSON.stringify(purse.next),
    add_ons: JSON.stringify(purse.addOns),
    cycle_number: purse.cycle?.number ?? null,
    cycle_starts_at: purse.cycle?.startsAt ?? null,
    renews_at: purse.cycle?.renewsAt ?? null,
    cycle_granted: purse.cycle?.granted ?? null,
    caps_from: purse.capsFrom,
    due_at: '1970-01-01T00:00:00.000Z',
  };
}

function entryRow(workspace: string, entry: Entry): Insertable<Schema['ledger_entry']> {
  return {
    workspace_id: workspace,
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

function grantRows(workspace: string, purse: Purse): Insertable<Schema['credit_grant']>[] {
  return [...purse.grants.values()].map((grant) => ({
    workspace_id: workspace,
    entry: grant.entry,
    source: grant.source,
    kind: grant.kind,
    priority: grant.priority,
    credits: grant.credits,
    left_over: grant.left,
    held: grant.held,
    lost: grant.lost,
    expires_at: grant.expiresAt,
    status: grant.left === 0 && grant.held === 0 ? 'closed' : 'open',
    lapsed: grant.lapsed ? 1 : 0,
    reversed: grant.reversed ? 1 : 0,
    reason: grant.reason,
  }));
}

function holdRows(workspace: string, purse: Purse): Insertable<Schema['hold']>[] {
  return [...purse.holds.values()].map((hold) => ({
    workspace_id: workspace,
    id: hold.id,
    activity: hold.activity,
    entry: hold.entry,
    credits: hold.credits,
    available_before: hold.before,
    parts: JSON.stringify(hold.parts),
    expires_at: hold.expiresAt,
    status: hold.status,
    by_id: hold.by,
    end_entry: hold.end?.entry ?? null,
    ended_at: hold.end?.at ?? null,
    charged: hold.end?.charged ?? null,
    charged_parts: hold.end === null ? null : JSON.stringify(hold.end.parts),
    available_after: hold.end?.after ?? null,
    refund_entry: hold.refund,
  }));
}

function receiptRows(workspace: string, purse: Purse, entries: readonly Entry[]): Insertable<Schema['receipt']>[] {
  return [...purse.holds.values()].flatMap((hold) => {
    if (hold.status !== 'captured' || hold.end === null) return [];
    const split = splitOf(purse, hold.end.parts);
    const refund = hold.refund === null ? undefined : entries[hold.refund - 1];
    return {
      workspace_id: workspace,
      id: hold.id,
      entry: hold.end.entry,
      activity: hold.activity,
      at: hold.end.at,
      member_id: hold.by ?? 'nobody',
      member_name: 'Ada Okafor',
      person: 'Ravi Raman',
      provider: 'Harbourline',
      charged: hold.end.charged,
      plan: split.plan,
      add_on: split.addOn,
      top_up: split.topUp,
      available_before: hold.before,
      available_after: hold.end.after,
      refund_entry: hold.refund,
      refund_at: refund?.at ?? null,
      refund_credits: refund?.availableDelta ?? null,
    };
  });
}

import type { MomentColumn } from '../db/column-types.ts';

/** Rows of the credits' tables. Only this folder writes them. */
export interface CreditTables {
  purse: PurseTable;
  credit_grant: CreditGrantTable;
  hold: HoldTable;
  ledger_entry: LedgerEntryTable;
  top_up: TopUpTable;
}

/** One workspace's purse: its row lock is what makes spends of one workspace wait for each other. */
export interface PurseTable {
  workspace_id: string;
  last_entry: number;
  /** Number of the last line in the feed of unlocks. */
  last_unlock: number;
  available: number;
  held: number;
  plan_name: string | null;
  plan_allowance: number | null;
  plan_cycle: string | null;
  plan_anchor: MomentColumn | null;
  plan_time_zone: string | null;
  price_email: number | null;
  price_phone: number | null;
  cycle_number: number | null;
  renews_at: MomentColumn | null;
}

export interface CreditGrantTable {
  workspace_id: string;
  /** Number of the ledger entry that gave it: its age. */
  entry: number;
  /** What it was given for, once: `plan:<cycle start>`, `grant:<id>`, `top_up:<id>`. */
  source: string;
  kind: string;
  priority: number;
  credits: number;
  left_over: number;
  held: number;
  expires_at: MomentColumn | null;
  /** `open`, `lapsed` (expired while a part was on hold), `closed` (nothing left, nothing held). */
  status: string;
  reason: string | null;
}

export interface HoldTable {
  workspace_id: string;
  id: string;
  entry: number;
  credits: number;
  available_before: number;
  /** JSON: `[[grant's entry, credits], …]` in the order of spending. */
  parts: string;
  expires_at: MomentColumn;
  status: string;
  end_entry: number | null;
  charged: number | null;
  /** JSON like `parts`: out of which grants the charge came. */
  charged_parts: string | null;
  available_after: number | null;
}

export interface LedgerEntryTable {
  workspace_id: string;
  number: number;
  at: MomentColumn;
  kind: string;
  grant_kind: string | null;
  available_delta: number;
  held_delta: number;
  /** JSON: `[[grant's entry, available delta, held delta], …]`. */
  parts: string;
  reference: string;
  by_id: string | null;
  by_name: string | null;
  reason: string | null;
}

export interface TopUpTable {
  workspace_id: string;
  id: string;
  credits: number;
  status: string;
  note: string | null;
  requested_by_id: string;
  requested_by_name: string;
  requested_at: MomentColumn;
  ended_by_id: string | null;
  ended_by_name: string | null;
  ended_at: MomentColumn | null;
}

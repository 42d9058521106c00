import type { MomentColumn } from '../db/column-types.ts';

/** Rows of the credits' tables. Only this folder writes them. */
export interface CreditTables {
  purse: PurseTable;
  credit_grant: CreditGrantTable;
  hold: HoldTable;
  ledger_entry: LedgerEntryTable;
  member_cap: MemberCapTable;
}

/** One workspace's purse: its row lock is what makes spends of one workspace wait for each other. */
export interface PurseTable {
  workspace_id: string;
  /** One more with each transaction that changes anything of the workspace's credits, also top-ups, caps and disputes. */
  revision: number;
  last_entry: number;
  /** Number of the last line in the feed of unlocks. */
  last_unlock: number;
  available: number;
  held: number;
  debt: number;
  /** JSON: `PlanTerms`. */
  plan: string | null;
  /** JSON: what the next renewal brings: `PlanTerms` or `"cancelled"`. */
  next_plan: string | null;
  /** JSON: `[{id, credits}, …]`. */
  add_ons: string;
  cycle_number: number | null;
  /** Null also in a purse that was made before this was written down. */
  cycle_starts_at: MomentColumn | null;
  renews_at: MomentColumn | null;
  /** What the plan has given in this cycle. Null also in a purse that was made before this was written down. */
  cycle_granted: number | null;
  /** The last entry before this cycle. */
  caps_from: number;
  /** Before then time alone changes nothing that is shown; null for never. It may be earlier than it need be. */
  due_at: MomentColumn | null;
}

export interface CreditGrantTable {
  workspace_id: string;
  /** Number of the ledger entry that gave it: its age. */
  entry: number;
  /** What it was given for, once: `plan:…`, `add_on:…`, `grant:<id>`, `top_up:<id>`. */
  source: string;
  kind: string;
  priority: number;
  credits: number;
  left_over: number;
  held: number;
  /** Expired, revoked or reversed unspent. */
  lost: number;
  expires_at: MomentColumn | null;
  /** `open`, or `closed`: nothing left, nothing on hold. */
  status: string;
  /** 1 once its time was over, for good. */
  lapsed: number;
  /** 1 once its payment was taken back, for good. */
  reversed: number;
  reason: string | null;
}

export interface HoldTable {
  workspace_id: string;
  id: string;
  activity: string;
  entry: number;
  credits: number;
  available_before: number;
  /** JSON: `[[grant's entry, credits], …]` in the order of spending. */
  parts: string;
  expires_at: MomentColumn;
  status: string;
  /** Id of the member who spends. */
  by_id: string | null;
  end_entry: number | null;
  ended_at: MomentColumn | null;
  charged: number | null;
  /** JSON like `parts`: out of which grants the charge came. */
  charged_parts: string | null;
  available_after: number | null;
  refund_entry: number | null;
}

export interface LedgerEntryTable {
  workspace_id: string;
  number: number;
  at: MomentColumn;
  kind: string;
  grant_kind: string | null;
  activity: string | null;
  available_delta: number;
  held_delta: number;
  debt_delta: number;
  /** JSON: `[[grant's entry, available delta, held delta], …]`. */
  parts: string;
  reference: string;
  by_id: string | null;
  by_name: string | null;
  reason: string | null;
}

/** What one member may spend in a cycle. */
export interface MemberCapTable {
  workspace_id: string;
  member_id: string;
  credits: number;
  used: number;
  raise_credits: number | null;
  raise_until: MomentColumn | null;
}

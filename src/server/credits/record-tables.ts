import type { MomentColumn } from '../db/column-types.ts';

/** What is written down beside the ledger: purchases, charges and their receipts, and what people ask for and decide. */
export interface RecordTables {
  top_up: TopUpTable;
  charge: ChargeTable;
  receipt: ReceiptTable;
  dispute: DisputeTable;
  cap_request: CapRequestTable;
  operator_act: OperatorActTable;
}

export interface TopUpTable {
  workspace_id: string;
  id: string;
  credits: number;
  status: string;
  note: string | null;
  /** Id of the payment that settled it; no two of a workspace have the same. */
  payment: string | null;
  requested_by_id: string;
  requested_by_name: string;
  requested_at: MomentColumn;
  ended_by_id: string | null;
  ended_by_name: string | null;
  ended_at: MomentColumn | null;
}

/** One act that is charged and keeps no record of its own, as a reveal does. */
export interface ChargeTable {
  workspace_id: string;
  id: string;
  activity: string;
  member_id: string;
  member_name: string;
  /** Name of the person, or of whatever else it is for. */
  person: string;
  /** Tells another request under the same id. */
  fingerprint: string;
  /** `open` until it has ended. */
  status: string;
  started_at: MomentColumn;
  ended_at: MomentColumn | null;
  /** JSON: how it ended. */
  outcome: string | null;
}

export interface ReceiptTable {
  workspace_id: string;
  /** Id of the hold that was captured: the reveal's. */
  id: string;
  /** Number of the entry that captured it. */
  entry: number;
  activity: string;
  at: MomentColumn;
  member_id: string;
  member_name: string;
  person: string;
  provider: string;
  charged: number;
  plan: number;
  add_on: number;
  top_up: number;
  available_before: number;
  available_after: number;
  refund_entry: number | null;
  refund_at: MomentColumn | null;
  refund_credits: number | null;
}

/** A receipt that somebody wants undone. */
export interface DisputeTable {
  workspace_id: string;
  /** The receipt's. */
  id: string;
  status: string;
  reason: string;
  note: string | null;
  raised_by_id: string;
  raised_by_name: string;
  raised_at: MomentColumn;
  decided_by_id: string | null;
  decided_by_name: string | null;
  decided_at: MomentColumn | null;
  answer: string | null;
}

/** A member at the cap asks for more. */
export interface CapRequestTable {
  workspace_id: string;
  id: string;
  member_id: string;
  member_name: string;
  credits: number;
  note: string | null;
  status: string;
  requested_at: MomentColumn;
  raise_credits: number | null;
  raise_until: MomentColumn | null;
  decided_by_id: string | null;
  decided_by_name: string | null;
  decided_at: MomentColumn | null;
}

/** What an operator did to a purse under which id, so that it is done once and answered alike. */
export interface OperatorActTable {
  workspace_id: string;
  id: string;
  kind: string;
  /** JSON: what was asked. */
  request: string;
  /** JSON: what came of it. */
  result: string;
  by_id: string | null;
  by_name: string | null;
  at: MomentColumn;
}

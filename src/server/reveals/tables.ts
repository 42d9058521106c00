import type { MomentColumn } from '../db/column-types.ts';

export interface RevealTables {
  reveal: RevealTable;
  unlock: UnlockTable;
}

/** One reveal: what was asked under which id, who is at work on it, and how it ended. */
export interface RevealTable {
  workspace_id: string;
  id: string;
  member_id: string;
  member_name: string;
  profile_key: string;
  field: string;
  /** Name of the person revealed. */
  person: string;
  /** Tells another body under the same id. */
  fingerprint: string;
  /** Tells whether two reveals ask the providers the same. */
  question: string;
  /** `live` until it has ended. */
  status: string;
  started_at: MomentColumn;
  /** What is on hold for it while it is live. */
  held: number;
  /** Whoever works on it: a process and the one attempt in it. */
  owner: string;
  /** From then on another may take it over. */
  lease_until: MomentColumn;
  /** From then on it can only end as not charged. */
  hold_until: MomentColumn;
  ended_at: MomentColumn | null;
  /** JSON: the outcome, once it has ended. */
  outcome: string | null;
}

/** What a workspace owns. The feed's number is given by the purse. */
export interface UnlockTable {
  workspace_id: string;
  profile_key: string;
  field: string;
  number: number;
  /** The key it was bought under, when this is another key of the same person. */
  alias_of: string | null;
  /** JSON: the contact; null in an alias. */
  contact: string | null;
  /** The contact's value in one spelling; null in an alias. */
  value_key: string | null;
  provider: string | null;
  /** The provider's id of the person. */
  person_id: string | null;
  reveal_id: string;
}

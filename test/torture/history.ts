import type { EndpointName } from '#contract/api.ts';
import type { STAND_INS } from './stand-ins.ts';

/** Somebody who makes calls, and in which workspace; null for the operator, who is in none. */
export interface Caller {
  /** `operator`, `0/admin`, `1/rep2`. */
  name: string;
  /** Index of the workspace. */
  team: number | null;
}

/** One thing to be done once: it is sent again with the same id until it is answered. */
export interface Call {
  /** In the script, from 0. */
  number: number;
  caller: Caller;
  /** A row of the table, or a stand-in. */
  endpoint: EndpointName | keyof typeof STAND_INS;
  /** Index of the workspace it acts on. */
  team: number;
  /** Params of the path besides the workspace's. */
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number>>;
  body?: Readonly<Record<string, unknown>>;
  /** Idempotency-Key. */
  key?: string;
}

/** One sending of a call. Times in milliseconds of the checker's own clock. */
export interface Attempt {
  sentAt: number;
  /** When its answer had arrived; null when none did: what it did is unknown. */
  answeredAt: number | null;
  status: number | null;
  json: unknown;
}

/** All that clients saw of one call. */
export interface Told {
  call: Call;
  attempts: readonly Attempt[];
}

/** An attempt that was answered. */
export interface Answered extends Attempt {
  answeredAt: number;
  status: number;
}

export function isAnswered(attempt: Attempt): attempt is Answered {
  return attempt.answeredAt !== null;
}

/**
 * Whether an answer is the last word on a call: not "try again" (408, 429, 5xx), not a reveal under way, and not a
 * reveal that was interrupted, which charged nothing and may since be owned by another.
 */
export function isFinal({ status, json }: Answered): boolean {
  if (status >= 500 || status === 408 || status === 429) return false;
  const outcome = outcomeIn(json);
  return outcome?.kind !== 'pending';
}

/** The outcome in a reply to a reveal. */
export function outcomeIn(json: unknown): Outcome | undefined {
  return (json as { outcome?: Outcome } | null)?.outcome;
}

/** As loosely as a checker should trust it. */
export interface Outcome {
  kind: string;
  charged?: number;
  free?: string | null;
  contact?: { value: string };
  receipt?: ReceiptShown | null;
  refusal?: RefusalShown;
}

export interface RefusalShown {
  code: string;
  missing?: number;
  price?: number;
}

export interface ReceiptShown {
  entry: number;
  revealId: string;
  charged: number;
  split: { plan: number; addOn: number; topUp: number };
  before: number;
  after: number;
}

/** The code of a refusal that is the whole reply. */
export function refusalIn(json: unknown): RefusalShown | undefined {
  return (json as { refusal?: RefusalShown } | null)?.refusal;
}

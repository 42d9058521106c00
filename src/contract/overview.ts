import type { Me } from './account.ts';
import type { Balance, Receipt } from './credits.ts';
import type { SignIn } from './messages.ts';
import type { Field } from './profile.ts';
import type { Refusal } from './refusal.ts';
import type { Contact } from './reveal.ts';

/** What is known of one field of one profile. A field nothing is known of has no entry. */
export type Known = { key: string; field: Field } & (
  | { state: 'working'; since: string }
  /** The provider needs longer; the price is on hold. */
  | { state: 'pending'; since: string; held: number }
  /** The workspace owns it; the value is loaded by a click. */
  | { state: 'owned' }
  | { state: 'shown'; contact: Contact; charged: number; free: 'owned' | 'public' | null; receipt: Receipt | null }
  | { state: 'not_found'; at: string }
  | { state: 'refused'; refusal: Refusal }
);

/** Everything our pages show besides the page's profiles; read from IndexedDB, at once. Moments are ISO 8601. */
export interface Overview {
  /** Address of the server, without a trailing slash. */
  server: string;
  session: 'signed_out' | 'signing_in' | 'signed_in' | 'expired';
  signIn: SignIn | null;
  me: Me | null;
  balance: Balance | null;
  /** When the balance was received, by this machine's clock. */
  receivedAt: string | null;
  /** How the last call to the server went; null when it went well, or none was made. */
  trouble: Refusal | null;
  /** Browser says there is no network. */
  offline: boolean;
  known: Known[];
}

/** One request that was made, as the outbound log keeps it: no contact, no profile. */
export interface OutboundRequest {
  at: string;
  method: string;
  /** Path without query. */
  path: string;
  /** What caused it. */
  why: 'click' | 'opened' | 'alarm' | 'retry';
  /** HTTP status; 0 when none came back. */
  status: number;
  ms: number;
  /** Bytes of body sent. */
  bytes: number;
}

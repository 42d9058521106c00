import * as z from 'zod/mini';
import { Me } from './account.ts';
import { Balance, Credits, Dispute, DisputeRequest, LedgerEntry, Receipt, TopUp } from './credits.ts';
import { accountId, type Endpoint, given, id, LAST_NUMBER } from './endpoint.ts';
import { CapRequest, MemberLine, Raise } from './members.ts';
import { operatorApi } from './operator-api.ts';
import { Field, ProfileKey, text } from './profile.ts';
import { OwnedKey, RevealReply, RevealRequest } from './reveal.ts';

const none = z.object({ ok: z.literal(true) });
const page = z.object({
  /** Number of the last item seen; 0 from the start. */
  after: z.prefault(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(LAST_NUMBER)), 0),
  limit: z.prefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)), 500),
});

/**
 * All endpoints. Every reply that is not 2xx is `{refusal}` (`refusal.ts`). What belongs to another workspace is
 * answered as if it did not exist: 404.
 */
export const api = {
  health: {
    method: 'GET',
    path: '/healthz',
    who: 'anyone',
    summary: 'Whether this is a Latchkey server, and well',
    reply: z.object({ ok: z.literal(true), service: z.literal('latchkey'), version: z.string() }),
  },
  me: { method: 'GET', path: '/v1/me', who: 'rep', summary: 'Who is signed in', reply: Me },
  signOut: { method: 'POST', path: '/v1/sign-out', who: 'rep', summary: 'Ends this session', reply: none },
  balance: {
    method: 'GET',
    path: '/v1/balance',
    who: 'rep',
    summary: 'The purse, prices, pending top-ups and what is left of the own cap',
    tagged: true,
    reply: Balance,
  },
  reveal: {
    method: 'POST',
    path: '/v1/reveals',
    who: 'rep',
    summary: 'Reveals one field of one profile',
    idempotent: true,
    body: RevealRequest,
    reply: RevealReply,
  },
  revealById: {
    method: 'GET',
    path: '/v1/reveals/:id',
    who: 'rep',
    summary: 'How a reveal ended',
    params: z.object({ id }),
    reply: RevealReply,
  },
  dispute: {
    method: 'POST',
    path: '/v1/reveals/:id/dispute',
    who: 'rep',
    summary: 'Asks for the credits of a charged reveal back. Repeating it is harmless',
    params: z.object({ id }),
    body: DisputeRequest,
    reply: z.object({ dispute: Dispute }),
  },
  disputes: {
    method: 'GET',
    path: '/v1/disputes',
    who: 'rep',
    summary: 'Disputed charges, the newest 200: the own ones of a rep, all of them for an admin',
    reply: z.object({ items: z.array(Dispute) }),
  },
  receipts: {
    method: 'GET',
    path: '/v1/receipts',
    who: 'rep',
    summary: 'Receipts, newest first: the own ones of a rep, all of them for an admin',
    query: z.object({
      /** Only those of an entry before this number. */
      before: z.prefault(z.coerce.number().check(z.int(), z.positive(), z.maximum(LAST_NUMBER)), LAST_NUMBER),
      limit: z.prefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(500)), 100),
    }),
    reply: z.object({ items: z.array(Receipt), more: z.boolean() }),
  },
  owned: {
    method: 'GET',
    path: '/v1/unlocks',
    who: 'rep',
    summary: 'The feed of what the workspace owns: keys and fields only',
    query: page,
    reply: z.object({ items: z.array(OwnedKey), more: z.boolean() }),
  },
  openUnlock: {
    method: 'POST',
    path: '/v1/unlocks/open',
    who: 'rep',
    summary: 'The value of something the workspace owns; free',
    body: z.object({ key: ProfileKey, field: Field }),
    reply: RevealReply,
  },
  requestTopUp: {
    method: 'POST',
    path: '/v1/top-ups',
    who: 'rep',
    summary: 'Asks for top-up credits; they stay pending until settled',
    idempotent: true,
    body: z.object({ credits: given, note: z.nullable(text(500)) }),
    reply: z.object({ topUp: TopUp, balance: Balance }),
  },
  requestRaise: {
    method: 'POST',
    path: '/v1/cap-requests',
    who: 'rep',
    summary: 'A member with a cap asks an admin for more in this cycle',
    idempotent: true,
    body: z.object({ credits: given, note: z.nullable(text(500)) }),
    reply: z.object({ request: CapRequest }),
  },
  raiseRequests: {
    method: 'GET',
    path: '/v1/cap-requests',
    who: 'rep',
    summary: 'Requests for more than the cap, the newest 200: the own ones of a rep, all of them for an admin',
    reply: z.object({ items: z.array(CapRequest) }),
  },
  decideRaise: {
    method: 'POST',
    path: '/v1/cap-requests/:id/decide',
    who: 'admin',
    summary: 'Grants a raise for a while, or declines by null. Repeating it is harmless',
    params: z.object({ id }),
    body: z.object({ raise: z.nullable(Raise) }),
    reply: z.object({ request: CapRequest }),
  },
  members: {
    method: 'GET',
    path: '/v1/members',
    who: 'admin',
    summary: 'The members of the workspace, with their caps and what they used of them',
    reply: z.object({ items: z.array(MemberLine) }),
  },
  setCap: {
    method: 'POST',
    path: '/v1/members/:member/cap',
    who: 'admin',
    summary: 'Caps what a member may spend in a cycle; null takes the cap off. What this cycle used counts',
    params: z.object({ member: accountId }),
    body: z.object({ credits: z.nullable(Credits) }),
    reply: z.object({ member: MemberLine }),
  },
  ledger: {
    method: 'GET',
    path: '/v1/ledger',
    who: 'admin',
    summary: 'The entries of the ledger, in order',
    query: page,
    reply: z.object({ items: z.array(LedgerEntry), more: z.boolean() }),
  },
  ...operatorApi,
} as const satisfies Record<string, Endpoint>;

export type Api = typeof api;
export type EndpointName = keyof Api;

type Of<E, K extends string> = E extends Record<K, infer S extends z.ZodMiniType> ? S : never;

/** What a caller gives (before defaults) and a handler is given (after validation). */
export type Given<N extends EndpointName, Part extends 'params' | 'query' | 'body'> = z.infer<Of<Api[N], Part>>;
export type Sent<N extends EndpointName, Part extends 'params' | 'query' | 'body'> = z.input<Of<Api[N], Part>>;
export type Reply<N extends EndpointName> = z.infer<Api[N]['reply']>;

import * as z from 'zod/mini';
import { Me } from './account.ts';
import { Balance, Credits, LedgerEntry, TopUp } from './credits.ts';
import { Field, ProfileKey, text } from './profile.ts';
import { OwnedKey, RevealReply, RevealRequest } from './reveal.ts';
import type { Who } from './roles.ts';

/** One row of the table of HTTP endpoints. Server, client and OpenAPI document are made from it. */
export interface Endpoint {
  method: 'GET' | 'POST';
  /** Hono's and OpenAPI's common part: `/v1/reveals/:id`. */
  path: string;
  who: Who;
  summary: string;
  /** Needs an `Idempotency-Key` header, a UUID: the same key and body get the same answer, and one effect. */
  idempotent?: true;
  params?: z.ZodMiniObject;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniObject;
  reply: z.ZodMiniType;
}

const none = z.object({ ok: z.literal(true) });
/** The largest number that an item of a feed can have: what PostgreSQL's `integer` holds. */
const LAST_NUMBER = 2_147_483_647;
const page = z.object({
  /** Number of the last item seen; 0 from the start. */
  after: z.prefault(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(LAST_NUMBER)), 0),
  limit: z.prefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)), 500),
});
/** In any letter case, as UUIDs may be written; kept in lower case. */
const id = z.uuid().check(z.toLowerCase());
const inWorkspace = z.object({
  workspace: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^\P{C}+$/u)),
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
    summary: 'The purse, prices and pending top-ups',
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
    body: z.object({ credits: Credits.check(z.positive(), z.maximum(1_000_000)), note: z.nullable(text(500)) }),
    reply: z.object({ topUp: TopUp, balance: Balance }),
  },
  ledger: {
    method: 'GET',
    path: '/v1/ledger',
    who: 'admin',
    summary: 'The entries of the ledger, in order',
    query: page,
    reply: z.object({ items: z.array(LedgerEntry), more: z.boolean() }),
  },
  workspaces: {
    method: 'GET',
    path: '/v1/operator/workspaces',
    who: 'operator',
    summary: 'All workspaces of this server',
    reply: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  workspaceBalance: {
    method: 'GET',
    path: '/v1/operator/workspaces/:workspace/balance',
    who: 'operator',
    summary: 'The purse of a workspace',
    params: inWorkspace,
    reply: Balance,
  },
  grant: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/grants',
    who: 'operator',
    summary: 'Gives a workspace credits, with a reason',
    idempotent: true,
    params: inWorkspace,
    body: z.object({
      kind: z.literal('top_up'),
      credits: Credits.check(z.positive(), z.maximum(1_000_000)),
      reason: text(500),
    }),
    reply: z.object({ balance: Balance }),
  },
  settleTopUp: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/top-ups/:id/settle',
    who: 'operator',
    summary: 'Ends a pending top-up: settled grants its credits, failed does not. Repeating it is harmless',
    params: z.extend(inWorkspace, { id }),
    body: z.object({ status: z.enum(['settled', 'failed']) }),
    reply: z.object({ topUp: TopUp, balance: Balance }),
  },
} as const satisfies Record<string, Endpoint>;

export type Api = typeof api;
export type EndpointName = keyof Api;

type Of<E, K extends string> = E extends Record<K, infer S extends z.ZodMiniType> ? S : never;

/** What a caller gives (before defaults) and a handler is given (after validation). */
export type Given<N extends EndpointName, Part extends 'params' | 'query' | 'body'> = z.infer<Of<Api[N], Part>>;
export type Sent<N extends EndpointName, Part extends 'params' | 'query' | 'body'> = z.input<Of<Api[N], Part>>;
export type Reply<N extends EndpointName> = z.infer<Api[N]['reply']>;

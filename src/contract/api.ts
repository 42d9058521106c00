import * as z from 'zod/mini';
import { Me } from './account.ts';
import {
  Balance,
  Credits,
  Dispute,
  DisputeRequest,
  GrantKind,
  GrantLine,
  LedgerEntry,
  Moment,
  Receipt,
  TopUp,
} from './credits.ts';
import { CapRequest, MemberLine, Raise } from './members.ts';
import { PlanOffer } from './plan.ts';
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
  /** Its reply carries an `ETag`; sent back as `If-None-Match`, an unchanged one is answered by 304 without a body. */
  tagged?: true;
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
/** An id that the accounts' library made. */
const accountId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^\P{C}+$/u));
const inWorkspace = z.object({ workspace: accountId });
const given = Credits.check(z.positive(), z.maximum(1_000_000));
const balanceAfter = z.object({ balance: Balance });

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
  setPlan: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/plan',
    who: 'operator',
    summary:
      'Puts a plan in force: now, keeping what this cycle used, or at the next renewal. Repeating it is harmless',
    params: inWorkspace,
    body: z.object({ plan: PlanOffer, when: z.enum(['now', 'renewal']) }),
    reply: balanceAfter,
  },
  cancelPlan: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/plan/cancel',
    who: 'operator',
    summary: 'Ends the plan and its add-ons at the end of the cycle. Repeating it is harmless',
    params: inWorkspace,
    reply: balanceAfter,
  },
  addAddOn: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/add-ons',
    who: 'operator',
    summary: 'Adds recurring credits: at once until the cycle ends, and again at each renewal. The key is its id',
    idempotent: true,
    params: inWorkspace,
    body: z.object({ credits: given }),
    reply: balanceAfter,
  },
  addOns: {
    method: 'GET',
    path: '/v1/operator/workspaces/:workspace/add-ons',
    who: 'operator',
    summary: 'The add-ons that the next renewal refreshes',
    params: inWorkspace,
    reply: z.object({ items: z.array(z.object({ id: z.string(), credits: Credits })) }),
  },
  dropAddOn: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/add-ons/:id/drop',
    who: 'operator',
    summary: 'Refreshes an add-on no more; what is left of it lasts until the cycle ends. Repeating it is harmless',
    params: z.extend(inWorkspace, { id }),
    reply: balanceAfter,
  },
  grant: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/grants',
    who: 'operator',
    summary: 'Gives a workspace credits, with a reason; they are spent like those they stand for',
    idempotent: true,
    params: inWorkspace,
    body: z.object({
      kind: GrantKind,
      credits: given,
      /** Null for never. */
      expiresAt: z.prefault(z.nullable(Moment), null),
      reason: text(500),
    }),
    reply: balanceAfter,
  },
  grants: {
    method: 'GET',
    path: '/v1/operator/workspaces/:workspace/grants',
    who: 'operator',
    summary: 'The grants of a workspace, the newest 200',
    params: inWorkspace,
    reply: z.object({ items: z.array(GrantLine) }),
  },
  revoke: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/grants/:entry/revoke',
    who: 'operator',
    summary: 'Takes credits out of a grant, with a reason: at most what is left of it',
    idempotent: true,
    params: z.extend(inWorkspace, { entry: z.coerce.number().check(z.int(), z.positive(), z.maximum(LAST_NUMBER)) }),
    body: z.object({ credits: given, reason: text(500) }),
    reply: z.object({ revoked: Credits, balance: Balance }),
  },
  topUps: {
    method: 'GET',
    path: '/v1/operator/workspaces/:workspace/top-ups',
    who: 'operator',
    summary: 'The purchases of a workspace, the newest 200',
    params: inWorkspace,
    reply: z.object({ items: z.array(TopUp) }),
  },
  settleTopUp: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/top-ups/:id/settle',
    who: 'operator',
    summary:
      'Ends a pending top-up: settled grants its credits, failed does not. Reversed takes them back: what is spent becomes debt. Repeating it is harmless',
    params: z.extend(inWorkspace, { id }),
    body: z.object({
      status: z.enum(['settled', 'failed', 'reversed']),
      /** Id of the payment or number of the invoice: one payment settles one top-up of a workspace, ever. */
      payment: z.prefault(z.nullable(text(200)), null),
    }),
    reply: z.object({ topUp: TopUp, balance: Balance }),
  },
  operatorDisputes: {
    method: 'GET',
    path: '/v1/operator/disputes',
    who: 'operator',
    summary: 'The open disputes of all workspaces, oldest first, 1000 at most',
    reply: z.object({ items: z.array(z.object({ workspace: z.string(), dispute: Dispute })) }),
  },
  decideDispute: {
    method: 'POST',
    path: '/v1/operator/workspaces/:workspace/disputes/:id/decide',
    who: 'operator',
    summary: 'Grants a dispute, which gives the charge back, or declines it. Repeating it is harmless',
    params: z.extend(inWorkspace, { id }),
    body: z.object({ grant: z.boolean(), answer: z.nullable(text(500)) }),
    reply: z.object({ dispute: Dispute, balance: Balance }),
  },
} as const satisfies Record<string, Endpoint>;

export type Api = typeof api;
export type EndpointName = keyof Api;

type Of<E, K extends string> = E extends Record<K, infer S extends z.ZodMiniType> ? S : never;

/** What a caller gives (before defaults) and a handler is given (after validation). */
export type Given<N extends EndpointName, Part extends 'params' | 'query' | 'body'> = z.infer<Of<Api[N], Part>>;
export type Sent<N extends EndpointName, Part extends 'params' | 'query' | 'body'> = z.input<Of<Api[N], Part>>;
export type Reply<N extends EndpointName> = z.infer<Api[N]['reply']>;

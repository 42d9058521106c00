import * as z from 'zod/mini';
import { Balance, Credits, Dispute, GrantKind, GrantLine, Moment, TopUp } from './credits.ts';
import { accountId, type Endpoint, given, id, LAST_NUMBER } from './endpoint.ts';
import { PlanOffer } from './plan.ts';
import { text } from './profile.ts';

const inWorkspace = z.object({ workspace: accountId });
const balanceAfter = z.object({ balance: Balance });

/** What an operator may call: every workspace of the server. */
export const operatorApi = {
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

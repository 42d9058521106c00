import * as z from 'zod/mini';
import { Credits, Moment } from './credits.ts';

/** Every expected no, with the HTTP status it travels under. */
export const REFUSALS = {
  invalid_request: 400,
  not_signed_in: 401,
  session_expired: 401,
  insufficient_credits: 402,
  forbidden: 403,
  no_workspace: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  price_changed: 409,
  already_ended: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  key_reused: 422,
  activity_excluded: 403,
  capped: 403,
  too_late: 409,
  not_charged: 409,
  no_plan: 409,
  rate_limited: 429,
  internal: 500,
  provider_unavailable: 503,
  unavailable: 503,
  /** Only the extension says these: no server was reached, it is not a Latchkey server, the browser kept nothing. */
  unreachable: 0,
  not_latchkey: 0,
  browser_failed: 0,
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export const RefusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

/** What the one who was refused can do next. */
export const NextStep = z.enum(['sign_in', 'top_up', 'ask_admin', 'look_again', 'retry', 'correct', 'none']);

/** An expected no: a code for programs, a sentence for people, a next step for both. */
export const Refusal = z.object({
  code: RefusalCode,
  /** One or two sentences in English: what happened, and what to do. Never holds a contact detail. */
  message: z.string(),
  next: NextStep,
  /** insufficient_credits: how many credits are missing. */
  missing: z.optional(Credits),
  /** insufficient_credits, capped, price_changed: the price now. */
  price: z.optional(Credits),
  /** insufficient_credits: when the plan renews and with how many credits. */
  renewsAt: z.optional(Moment),
  allowance: z.optional(Credits),
  /** capped: what is left of the member's cap, and when it begins anew. */
  left: z.optional(Credits),
  resetsAt: z.optional(Moment),
  /** capped: names of the admins, who can raise it. */
  admins: z.optional(z.array(z.string())),
  /** rate_limited, unavailable: milliseconds to wait before the same call may go through. */
  retryAfter: z.optional(z.int().check(z.nonnegative())),
  /** invalid_request: where the input is wrong, as a path such as `profile.name`. */
  at: z.optional(z.string()),
});
export type Refusal = z.infer<typeof Refusal>;

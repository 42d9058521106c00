import { REFUSALS, type Refusal } from '#contract/refusal.ts';
import { refuse } from '../refuse.ts';

/** The refusals that belong to HTTP itself. A sentence never repeats what was sent. */
export const NOT_FOUND = refuse('not_found', 'There is nothing here.', 'none');
export const NOT_SIGNED_IN = refuse('not_signed_in', 'Sign in first.', 'sign_in');
export const SESSION_EXPIRED = refuse('session_expired', 'Your session has ended. Sign in again.', 'sign_in');
export const NO_WORKSPACE = refuse(
  'no_workspace',
  'You are not a member of any workspace. Ask an admin to invite you.',
  'ask_admin',
);
export const ADMINS_ONLY = refuse('forbidden', 'Only an admin of the workspace may do this.', 'ask_admin');
export const OPERATORS_ONLY = refuse('forbidden', 'Only an operator of this server may do this.', 'ask_admin');
export const TOO_LARGE = refuse('payload_too_large', 'The body is larger than 64 kB.', 'correct');
export const TOO_SLOW = refuse('request_timeout', 'The body did not arrive in time. Send it again.', 'retry');
export const NOT_JSON_TYPE = refuse(
  'unsupported_media_type',
  'Send the body as application/json, not encoded otherwise.',
  'correct',
);
export const NOT_A_FORM = refuse('unsupported_media_type', 'Send this as a form.', 'correct');
export const BROKEN_JSON = refuse('invalid_request', 'The body is not sound JSON in UTF-8.', 'correct');
export const BROKEN_FORM = refuse('invalid_request', 'The form holds a character that no text has.', 'correct');
export const NO_KEY = refuse(
  'invalid_request',
  'This call needs an Idempotency-Key header that is a UUID.',
  'correct',
  { at: 'Idempotency-Key' },
);
export const TOO_MANY = (seconds: number) =>
  refuse('rate_limited', 'That was tried too often. Wait a little, then try again.', 'retry', {
    retryAfter: seconds * 1000,
  });

export const wrongMethod = (allowed: readonly string[]) =>
  refuse('method_not_allowed', `This address takes ${allowed.join(' and ')} only.`, 'correct');

/** Nobody's fault but ours: `id` finds it in the log. */
export const internal = (id: string) =>
  refuse('internal', `The server made a mistake. Its log has it under ${id}.`, 'retry');

export const UNAVAILABLE = refuse(
  'unavailable',
  'The server cannot reach its database just now. Try again in a moment.',
  'retry',
  { retryAfter: 2000 },
);

/** `{refusal}` under its status. */
export function refusalResponse(refused: { refusal: Refusal }, headers: Record<string, string> = {}): Response {
  const { code, retryAfter } = refused.refusal;
  return Response.json(refused, {
    // The codes of status 0 are the extension's own and never come from a server.
    status: REFUSALS[code] || 500,
    headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': String(Math.ceil(retryAfter / 1000)) },
  });
}

import type { Refusal } from '#contract/refusal.ts';
import { allowed, type Who } from '#contract/roles.ts';
import type { Sessions, SignedIn } from '../accounts/sessions.ts';
import type { Member } from '../member.ts';
import { ADMINS_ONLY, NO_WORKSPACE, NOT_SIGNED_IN, OPERATORS_ONLY, SESSION_EXPIRED } from './answers.ts';

/** Who makes a request; `member` is null for an operator who is a member of no workspace. */
export interface Authenticated {
  caller: SignedIn;
  member: Member | null;
  token: string;
}

/**
 * Finds out who makes a request and whether they may. Cookies count for nothing here, so that no page can make a
 * browser spend.
 * @param authorization the header
 */
export async function authenticate(
  sessions: Sessions,
  authorization: string | undefined,
  who: Who,
): Promise<Authenticated | { refusal: Refusal }> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  const caller = token === undefined ? null : await sessions.caller(token);
  if (token === undefined || caller === null) return NOT_SIGNED_IN;
  if (caller === 'expired') return SESSION_EXPIRED;
  if (!allowed(who, caller)) {
    if (who === 'operator') return OPERATORS_ONLY;
    return caller.role === null ? NO_WORKSPACE : ADMINS_ONLY;
  }
  const member = caller.workspace && { workspace: caller.workspace.id, id: caller.id, name: caller.name };
  return { caller, member, token };
}

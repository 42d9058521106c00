import * as z from 'zod/mini';

/** A member's role in a workspace: `rep` reveals, `admin` runs the workspace. */
export const Role = z.enum(['rep', 'admin']);
export type Role = z.infer<typeof Role>;

/** Who may call an endpoint. `operator` runs the server and may be a member of no workspace at all. */
export type Who = 'anyone' | 'rep' | 'admin' | 'operator';

/** Someone who is signed in, as far as permissions go. `role` is null for an operator without a workspace. */
export interface Caller {
  role: Role | null;
  operator: boolean;
}

/**
 * Whether a caller may use what is meant for `who`. An admin may do all that a rep may. An operator's right is the
 * server, not a workspace: it does not make them an admin of one.
 */
export function allowed(who: Who, caller: Caller | null): boolean {
  if (who === 'anyone') return true;
  if (caller === null) return false;
  if (who === 'operator') return caller.operator;
  return who === 'rep' ? caller.role !== null : caller.role === 'admin';
}

import * as z from 'zod/mini';
import { Credits, Moment } from './credits.ts';
import { Role } from './roles.ts';

/** More than the cap for a while: `credits` on top of it, until then. */
export const Raise = z.object({ credits: Credits.check(z.positive(), z.maximum(1_000_000)), until: Moment });
export type Raise = z.infer<typeof Raise>;

/** A member as an admin sees them. */
export const MemberLine = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  /** What the admin allows them to spend in a cycle; null for no cap. */
  cap: z.nullable(
    z.object({
      /** Without the raise. */
      credits: Credits,
      /** Spent and on hold in this cycle, less what was given back. */
      used: Credits,
      /** What they may still spend, the raise counted. */
      left: Credits,
      resetsAt: z.nullable(Moment),
      raise: z.nullable(Raise),
    }),
  ),
});
export type MemberLine = z.infer<typeof MemberLine>;

/** A member at the cap asks for more. */
export const CapRequest = z.object({
  id: z.uuid(),
  /** How many more they ask for. */
  credits: Credits,
  note: z.nullable(z.string()),
  member: z.object({ id: z.string(), name: z.string() }),
  requestedAt: Moment,
  status: z.enum(['pending', 'granted', 'declined']),
  /** What was granted. */
  raise: z.nullable(Raise),
  /** Name of the admin who decided, and when. */
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(Moment),
});
export type CapRequest = z.infer<typeof CapRequest>;

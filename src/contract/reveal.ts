import * as z from 'zod/mini';
import { Balance, Credits, Moment, Receipt } from './credits.ts';
import { Field, Profile, ProfileKey, text } from './profile.ts';
import { Refusal } from './refusal.ts';

/** A contact detail as a provider gave it. */
export const Contact = z.object({
  value: text(254),
  type: z.enum(['work', 'personal', 'mobile', 'other']),
  verified: z.boolean(),
  /** Name of the provider, as people know it. */
  provider: text(60),
  /** When the provider answered. */
  at: Moment,
});
export type Contact = z.infer<typeof Contact>;

/** Body of `POST /v1/reveals`; its id travels as `Idempotency-Key`. */
export const RevealRequest = z.object({
  profile: Profile,
  field: Field,
  /** The highest price the rep was shown; the server refuses rather than charge more. */
  maxCredits: Credits,
  /** Look for a value other than those the page itself shows. Without it, what is public is not looked for. */
  another: z.boolean(),
});
export type RevealRequest = z.infer<typeof RevealRequest>;

const of = { key: ProfileKey, field: Field };

/** How a reveal ended, or that it has not. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    ...of,
    contact: Contact,
    charged: Credits,
    /** Why nothing was charged: the workspace owned it already, or the page itself shows it. Null when charged. */
    free: z.nullable(z.enum(['owned', 'public'])),
    receipt: z.nullable(Receipt),
  }),
  z.object({ kind: z.literal('not_found'), ...of, charged: z.literal(0) }),
  z.object({ kind: z.literal('pending'), ...of, held: Credits, since: Moment }),
  z.object({ kind: z.literal('refused'), ...of, refusal: Refusal }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** Reply to a reveal: the outcome and the balance after it. */
export const RevealReply = z.object({ id: z.uuid(), outcome: Outcome, balance: Balance });
export type RevealReply = z.infer<typeof RevealReply>;

/** One line of the feed of what a workspace owns: keys and fields only, never a value. */
export const OwnedKey = z.object({ number: z.int().check(z.positive()), ...of });
export type OwnedKey = z.infer<typeof OwnedKey>;

import * as z from 'zod/mini';
import { Credits, DisputeReason, Moment } from './credits.ts';
import { Field, Profile, ProfileKey, text } from './profile.ts';
import { Refusal } from './refusal.ts';
import { Outcome } from './reveal.ts';

const ok = z.object({ kind: z.literal('ok') });
const refused = z.object({ kind: z.literal('refused'), refusal: Refusal });
const okOrRefused = z.discriminatedUnion('kind', [ok, refused]);
const tabId = z.int().check(z.nonnegative());

/** How reading this page's site by itself, without a click on the icon, stands. */
export const Always = z.enum([
  /** The site came with the extension's own permissions. */
  'install',
  /** The rep allowed it. */
  'on',
  /** Not allowed yet; `origin` can be asked for. */
  'offer',
]);

/**
 * A page of a known site on which nobody was found, for a report about the site's file: names of our own making alone,
 * nothing of the page and no address.
 */
export const Missed = z.object({
  /** The site's file. */
  site: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  /** Which of its addresses the page has: `profile`, or the place of a list in the file. */
  page: z.string().check(z.regex(/^(?:profile|list [1-9])$/)),
  /** What gave nothing: whose page it is, the name; or links to profiles, the names in them. */
  anchors: z.array(z.enum(['owner', 'name', 'links', 'names'])).check(z.maxLength(4)),
});
export type Missed = z.infer<typeof Missed>;

/** What can be seen of a tab now. */
export const PageView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('seen'),
    /** `https://host`, without a port pattern: what a permission is asked for. */
    origin: z.string(),
    always: Always,
    profiles: z.array(Profile),
    /** People on the page beyond those in `profiles`. */
    more: z.int().check(z.nonnegative()),
    missed: z.optional(Missed),
  }),
  /** The browser does not let us look until the toolbar icon is clicked on this tab. */
  z.object({ kind: z.literal('unseen') }),
  /** Pages no extension may read, as the browser's own and its store, and those that are not of the web. */
  z.object({ kind: z.literal('closed') }),
  /** The extension was updated while the page was open and the page must be loaded again. */
  z.object({ kind: z.literal('stale') }),
]);
export type PageView = z.infer<typeof PageView>;

/** What a sign-in in progress shows: the code to compare and where to approve it. */
export const SignIn = z.object({ userCode: z.string(), verificationUrl: z.url(), expiresAt: Moment });
export type SignIn = z.infer<typeof SignIn>;

/**
 * All messages from our own pages to the background. The receiver checks the sender first, then the request's schema,
 * then acts. A page or a content script cannot send any of these.
 */
export const messages = {
  /** Asks the tab's content script who is on the page, injecting it first where the browser lets us. */
  look: { request: z.object({ tabId }), reply: PageView },
  /** Fetches balance, member and the feed of owned keys. `why` goes into the outbound log. */
  refresh: { request: z.object({ why: z.enum(['opened', 'click']) }), reply: okOrRefused },
  /** Spends. `id` is made once, at the click. */
  reveal: {
    request: z.object({ id: z.uuid(), profile: Profile, field: Field, maxCredits: Credits, another: z.boolean() }),
    reply: Outcome,
  },
  /** Loads the value of something the workspace owns; free. */
  open: { request: z.object({ key: ProfileKey, field: Field }), reply: Outcome },
  requestTopUp: {
    request: z.object({ id: z.uuid(), credits: Credits.check(z.positive()), note: z.nullable(text(500)) }),
    reply: okOrRefused,
  },
  /** A member at the cap asks an admin for more. */
  requestRaise: {
    request: z.object({ id: z.uuid(), credits: Credits.check(z.positive()), note: z.nullable(text(500)) }),
    reply: okOrRefused,
  },
  /** Asks for the credits of a charged reveal back. `id` is the receipt's. */
  dispute: {
    request: z.object({ id: z.uuid(), reason: DisputeReason, note: z.nullable(text(500)) }),
    reply: okOrRefused,
  },
  /** Starts the device flow, or returns the one in progress. */
  signIn: {
    request: z.object({}),
    reply: z.discriminatedUnion('kind', [z.object({ kind: z.literal('started'), signIn: SignIn }), refused]),
  },
  /** Asks the server whether the sign-in was approved, no more often than it allows. */
  pollSignIn: { request: z.object({}), reply: z.object({ kind: z.enum(['signed_in', 'waiting', 'ended']) }) },
  cancelSignIn: { request: z.object({}), reply: ok },
  /** Ends the session at the server and clears everything kept here. */
  signOut: { request: z.object({}), reply: ok },
  /** Signs out and moves to another server, once it has answered as a Latchkey server. */
  setServer: { request: z.object({ url: z.string().check(z.maxLength(2048)) }), reply: okOrRefused },
} as const satisfies Record<string, { request: z.ZodMiniObject; reply: z.ZodMiniType }>;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Request<N extends MessageName> = z.infer<Messages[N]['request']>;
export type Answer<N extends MessageName> = z.infer<Messages[N]['reply']>;

/** Sends one message to the background and waits for its answer. Rejects only when the background died under it. */
export type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Answer<N>>;

/** The one message a content script may send: how many people it found, for the badge. Never answered. */
export const Notice = z.object({ people: z.int().check(z.nonnegative(), z.maximum(1_000_000)) });
export type Notice = z.infer<typeof Notice>;

import type * as z from 'zod/mini';
import type { Api, EndpointName, Given, Reply } from '#contract/api.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';

type Part<N extends EndpointName, P extends 'params' | 'query' | 'body'> =
  Api[N] extends Record<P, z.ZodMiniType> ? Given<N, P> : undefined;

/** A row for everybody knows nobody; an operator's acts across workspaces; all others act as a member of one. */
type CallerOf<N extends EndpointName> = Api[N]['who'] extends 'anyone'
  ? null
  : Api[N]['who'] extends 'operator'
    ? { caller: SignedIn }
    : { caller: SignedIn; member: Member; token: string };

/** One request that came through all checks of its row of the table. */
export interface Call<N extends EndpointName> {
  who: CallerOf<N>;
  params: Part<N, 'params'>;
  query: Part<N, 'query'>;
  body: Part<N, 'body'>;
  /** The Idempotency-Key, lower case. */
  key: Api[N] extends { idempotent: true } ? string : undefined;
  /** The tag of the reply that the caller has: its If-None-Match. */
  tag: Api[N] extends { tagged: true } ? string | null : undefined;
}

/** A reply with the tag that names it, or null when it is the one that the caller has. */
export interface Tagged<T> {
  tag: string;
  reply: T | null;
}

export type Handler<N extends EndpointName> = (
  call: Call<N>,
) => Promise<OrRefusal<Api[N] extends { tagged: true } ? Tagged<Reply<N>> : Reply<N>>>;

/** One handler a row of the table: a row without one does not compile. */
export type Handlers = { [N in EndpointName]: Handler<N> };

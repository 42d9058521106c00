import type * as z from 'zod/mini';
import { type Api, api, type EndpointName, type Given, type Reply, type Sent } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { OutboundRequest } from '#contract/overview.ts';
import { Refusal } from '#contract/refusal.ts';
import { logOutbound } from './outbound.ts';
import { DEFAULT_SERVER } from './overview.ts';
import { fact, keepFor, openStore, readFact } from './store.ts';

/** Milliseconds before an answer counts as unknown. The browser ends a worker whose reply takes 30 s. */
const TIMEOUT = 25_000;
/** Bytes of an answer at most: the longest page of the feed is well below. */
const REPLY_LIMIT = 4_000_000;

export type Why = OutboundRequest['why'];

/** An answer of the schema asked for; an expected no; or nothing known of what the server did: to be sent again. */
type Answered<T> =
  /** `tag` names the reply, if the server gave it one. */
  | { kind: 'reply'; reply: T; tag: string | null }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unknown'; refusal: Refusal };

/** The same, and the session it was asked in: what is kept of the answer is kept for that one only. */
export type Called<T> = Answered<T> & { token: string | undefined };

/** A session and the server it belongs to. */
export interface As {
  server: string;
  token: string | undefined;
}

interface Input<N extends EndpointName> {
  params?: Api[N] extends { params: z.ZodMiniType } ? Sent<N, 'params'> : never;
  query?: Api[N] extends { query: z.ZodMiniType } ? Partial<Given<N, 'query'>> : never;
  body?: Api[N] extends { body: z.ZodMiniType } ? Sent<N, 'body'> : never;
  /** The `Idempotency-Key` of endpoints that need one. */
  key?: string;
  /** A reply that is kept here: the server says when it is still the one, instead of sending it again. */
  known?: { tag: string; reply: Reply<N> };
  why: Why;
  /** Another session than the one that is signed in. */
  as?: As;
}

/**
 * Calls one endpoint of the table as the member who is signed in. A session that ended is noted, and the token dropped.
 * Never throws: what went wrong is in the answer, and in the overview's `trouble` until a call goes well.
 */
export async function callServer<N extends EndpointName>(name: N, input: Input<N>): Promise<Called<Reply<N>>> {
  const endpoint: Endpoint = api[name];
  const { server, token } = input.as ?? (await signedInAs());
  const { status, json, tag, refusal } = await send({
    server,
    method: endpoint.method,
    path: fill(endpoint.path, input.params ?? {}),
    query: input.query ?? {},
    body: input.body,
    headers: {
      ...(token === undefined || endpoint.who === 'anyone' ? {} : { authorization: `Bearer ${token}` }),
      ...(input.key === undefined ? {} : { 'idempotency-key': input.key }),
      ...(input.known === undefined ? {} : { 'if-none-match': input.known.tag }),
    },
    why: input.why,
  });
  const answered = refusal
    ? ({ kind: 'unknown', refusal } as const)
    : status === 304 && input.known
      ? ({ kind: 'reply', ...input.known } as const)
      : read(endpoint.reply, status, json, tag);
  const called = { ...answered, token };
  await note(called);
  // The schema of row N made the reply: the compiler can't follow that through the table's common type.
  return called as Called<Reply<N>>;
}

/** Both from one look, so that a token never goes to a server it is not of. */
export async function signedInAs(): Promise<As> {
  const db = await openStore();
  const facts = db.transaction('facts').store;
  const [server, token] = await Promise.all([fact(facts, 'server'), fact(facts, 'token')]);
  return { server: server ?? DEFAULT_SERVER, token };
}

function read(schema: z.ZodMiniType, status: number, json: unknown, tag: string | null): Answered<unknown> {
  if (status >= 200 && status < 300) {
    const reply = schema.safeParse(json);
    return reply.success ? { kind: 'reply', reply: reply.data, tag } : { kind: 'unknown', refusal: NOT_LATCHKEY };
  }
  const said = Refusal.safeParse((json as { refusal?: unknown } | null)?.refusal);
  const refusal = said.success ? said.data : status >= 500 ? TROUBLE : NOT_LATCHKEY;
  const final = said.success && status < 500 && status !== 408 && status !== 429;
  return { kind: final ? 'refused' : 'unknown', refusal };
}

async function note(called: Called<unknown>): Promise<void> {
  if (called.kind === 'reply' && (await readFact('trouble')) === undefined) return;
  await keepFor(called.token, async (tx) => {
    const facts = tx.objectStore('facts');
    if (called.kind === 'reply') await facts.delete('trouble');
    else if (isSessionOver(called.refusal)) {
      if (called.token !== undefined) await Promise.all([facts.delete('token'), facts.put(true, 'expired')]);
    } else if (called.kind === 'unknown') await facts.put(called.refusal, 'trouble');
  });
}

/** Whether a refusal says that the token is not taken any more. */
export function isSessionOver({ code }: Refusal): boolean {
  return code === 'session_expired' || code === 'not_signed_in';
}

interface Sending {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  why: Why;
  /** Base address, when it is not the one in the settings. */
  server?: string;
}

interface Answer {
  status: number;
  /** Null when it was none. */
  json: unknown;
  /** Its `ETag`. */
  tag: string | null;
  /** Set when no complete answer came. */
  refusal: Refusal | null;
}

/** One request of the server, logged. */
export async function send(sending: Sending): Promise<Answer> {
  const server = sending.server ?? (await readFact('server')) ?? DEFAULT_SERVER;
  const query = new URLSearchParams(Object.entries(sending.query ?? {}).map(([name, value]) => [name, String(value)]));
  const body = sending.body === undefined ? null : JSON.stringify(sending.body);
  const started = performance.now();
  const at = new Date().toISOString();
  let status = 0;
  try {
    const response = await fetch(`${server}${sending.path}${query.size > 0 ? `?${query}` : ''}`, {
      method: sending.method,
      headers: { ...(body === null ? {} : { 'content-type': 'application/json' }), ...sending.headers },
      body,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    status = response.status;
    const text = await response.text();
    const json = text.length > REPLY_LIMIT ? null : parse(text);
    return { status, json, tag: response.headers.get('etag'), refusal: null };
  } catch {
    return { status, json: null, tag: null, refusal: UNREACHABLE };
  } finally {
    const ms = Math.round(performance.now() - started);
    const bytes = body === null ? 0 : new TextEncoder().encode(body).length;
    // An answer is worth more than its line in the log, for which the browser may have no room.
    await logOutbound({ at, method: sending.method, path: sending.path, why: sending.why, status, ms, bytes }).catch(
      () => undefined,
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fill(path: string, params: Record<string, unknown>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

export const UNREACHABLE: Refusal = {
  code: 'unreachable',
  message: 'The server did not answer. Check your connection, or try again in a moment.',
  next: 'retry',
};
const TROUBLE: Refusal = {
  code: 'unavailable',
  message: 'The server has trouble. Try again in a moment.',
  next: 'retry',
};
export const NOT_LATCHKEY: Refusal = {
  code: 'not_latchkey',
  message: 'What answers at this address is not a Latchkey server. Check the address in the settings.',
  next: 'correct',
};

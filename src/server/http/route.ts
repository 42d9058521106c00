import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Refusal } from '#contract/refusal.ts';
import type { Sessions } from '../accounts/sessions.ts';
import { NO_KEY, NOT_FOUND, refusalResponse } from './answers.ts';
import { authenticate } from './authenticate.ts';
import { readJson } from './body.ts';
import type { Tagged } from './handler.ts';
import { validate } from './validate.ts';

const Key = z.uuid();

interface RouteDeps {
  sessions: Sessions;
  /** Milliseconds until a body must be here. */
  bodyTimeout: number;
  /** Called with the token of a session that is used and should last longer. */
  extend(token: string): void;
}

/** A handler of any row: what it is given was checked by that row's schemas. */
export type AnyHandler = (call: {
  who: unknown;
  params: unknown;
  query: unknown;
  body: unknown;
  key: string | undefined;
  tag: string | null;
}) => Promise<object>;

/**
 * Answers one row of the table: who, then key, then params, query and body by their schemas, then the handler. The
 * body of someone who may not ask is not read.
 */
export function route(endpoint: Endpoint, handler: AnyHandler, deps: RouteDeps): (c: Context) => Promise<Response> {
  return async (c) => {
    const who =
      endpoint.who === 'anyone' ? null : await authenticate(deps.sessions, c.req.header('authorization'), endpoint.who);
    if (who !== null && 'refusal' in who) return refusalResponse(who);
    if (who?.caller.aging) deps.extend(who.token);
    const input = await readInput(c, endpoint, deps.bodyTimeout);
    if ('refusal' in input) return refusalResponse(input, { connection: 'close' });
    // A proxy that packs replies makes the tag a weak one: for that it is the same.
    const tag = c.req.header('if-none-match')?.replace(/^W\//, '') ?? null;
    const answer = await handler({ who, ...input, tag });
    if (isRefusal(answer)) return refusalResponse(answer);
    if (!endpoint.tagged) return c.json(answer);
    const { tag: etag, reply } = answer as Tagged<object>;
    return reply === null ? c.body(null, 304, { etag }) : c.json(reply, 200, { etag });
  };
}

interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
  key: string | undefined;
}

async function readInput(c: Context, endpoint: Endpoint, timeout: number): Promise<Input | { refusal: Refusal }> {
  const input: Input = { params: undefined, query: undefined, body: undefined, key: undefined };
  if (endpoint.idempotent) {
    const key = Key.safeParse(c.req.header('idempotency-key'));
    if (!key.success) return NO_KEY;
    input.key = key.data.toLowerCase();
  }
  if (endpoint.params) {
    const params = validate(endpoint.params, c.req.param());
    if ('refusal' in params) return params;
    input.params = params.value;
  }
  if (endpoint.query) {
    const query = validate(endpoint.query, c.req.query());
    if ('refusal' in query) return query;
    input.query = query.value;
  }
  if (endpoint.body) {
    const read = await readJson(c.req.raw, timeout);
    if ('refusal' in read) return read;
    const body = validate(endpoint.body, read.json);
    if ('refusal' in body) return body;
    input.body = body.value;
  }
  return input;
}

function isRefusal(answer: object): answer is { refusal: Refusal } {
  return 'refusal' in answer;
}

/** What is not in the table. */
export const notFound = (): Response => refusalResponse(NOT_FOUND);

import * as z from 'zod/mini';
import { Credits } from './credits.ts';
import type { Who } from './roles.ts';

/** One row of the table of HTTP endpoints. Server, client and OpenAPI document are made from it. */
export interface Endpoint {
  method: 'GET' | 'POST';
  /** Hono's and OpenAPI's common part: `/v1/reveals/:id`. */
  path: string;
  who: Who;
  summary: string;
  /** Needs an `Idempotency-Key` header, a UUID: the same key and body get the same answer, and one effect. */
  idempotent?: true;
  /** Its reply carries an `ETag`; sent back as `If-None-Match`, an unchanged one is answered by 304 without a body. */
  tagged?: true;
  params?: z.ZodMiniObject;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniObject;
  reply: z.ZodMiniType;
}

/** The largest number that a row of a workspace can have: what PostgreSQL's `integer` holds. */
export const LAST_NUMBER = 2_147_483_647;
/** An id of ours, in any letter case, as UUIDs may be written; kept in lower case. */
export const id = z.uuid().check(z.toLowerCase());
/** An id that the accounts' library made. */
export const accountId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^\P{C}+$/u));
/** Credits that are asked for or given. */
export const given = Credits.check(z.positive(), z.maximum(1_000_000));

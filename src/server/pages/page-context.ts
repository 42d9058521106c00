import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { PageSessions } from '../accounts/page-sessions.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { readForm } from '../http/body.ts';
import { layout, type Page } from './layout.ts';

/** No script, no frame, nothing from elsewhere; forms go to this server alone. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Who a page is shown to, by their cookie. Cookies that have to be renewed are set on the way. */
export async function visitor(c: Context, pages: PageSessions): Promise<{ member: SignedIn; token: string } | null> {
  const found = await pages.member(c.req.raw.headers);
  if (found !== null) setCookies(c, found.cookies);
  return found;
}

export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

export function show(
  c: Context,
  page: Page,
  status: 200 | 400 | 403 | 404 | 410 | 422 | 429 = 200,
): Response | Promise<Response> {
  c.header('content-security-policy', POLICY);
  return c.html(layout(page), status);
}

/** What is said of the form that led back to this page, unless it has a mistake. @param sentences by their names */
export function saidOf(c: Context, sentences: Record<string, string>, mistake: string | null): string | null {
  return mistake === null ? (sentences[c.req.query('said') ?? ''] ?? null) : null;
}

const BASE = 'http://server.invalid';

/** An address on this server to go to after signing in; anything else becomes the home page. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || next.length > 500 || !URL.canParse(next, BASE)) return '/';
  const { origin, pathname, search } = new URL(next, BASE);
  // A path that begins with two slashes (`/.//evil.example` becomes one) would be another host's address.
  return origin === BASE ? `/${pathname.replace(/^\/+/, '')}${search}` : '/';
}

/**
 * Whether a form was sent by a page of ours. Browsers say so with every POST; a cookie alone is not enough, as other
 * sites' pages can send forms here.
 */
export function isOurs(c: Context, url: string): boolean {
  return c.req.header('origin') === new URL(url).origin;
}

/** Reads and checks a form. `mistake` is the first thing wrong with it, `at` the field, `given` what to show again. */
export async function form<Schema extends z.ZodMiniObject>(
  c: Context,
  schema: Schema,
  timeout: number,
): Promise<{ value: z.infer<Schema> } | { mistake: string; at: string; given: Record<string, string> }> {
  const sent = await readForm(c.req.raw, timeout);
  if ('refusal' in sent) return { mistake: sent.refusal.message, at: '', given: {} };
  const read = schema.safeParse(sent.fields);
  if (read.success) return { value: read.data };
  const issue = read.error.issues[0];
  return { mistake: issue?.message ?? 'Something is missing.', at: String(issue?.path[0] ?? ''), given: sent.fields };
}

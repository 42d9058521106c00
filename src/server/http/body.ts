import type { Refusal } from '#contract/refusal.ts';
import { BROKEN_FORM, BROKEN_JSON, NOT_A_FORM, NOT_JSON_TYPE, TOO_LARGE, TOO_SLOW } from './answers.ts';

/** Bytes of a body at most. */
const LIMIT = 65_536;

/**
 * Reads a body as JSON. Its size and the time it takes are measured while it comes in: what the headers promise is
 * not believed.
 * @param timeout milliseconds until the whole body must be here
 */
export async function readJson(request: Request, timeout: number): Promise<{ json: unknown } | { refusal: Refusal }> {
  const type = request.headers.get('content-type') ?? '';
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (!/^application\/json\s*(?:;|$)/i.test(type) || encoding.toLowerCase() !== 'identity') return NOT_JSON_TYPE;
  const bytes = await readBytes(request, timeout);
  if ('refusal' in bytes) return bytes;
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return BROKEN_JSON;
  }
}

/**
 * Reads a form of the server's own pages, by the same limits.
 * @returns its fields; of a name that comes twice the last
 */
export async function readForm(
  request: Request,
  timeout: number,
): Promise<{ fields: Record<string, string> } | { refusal: Refusal }> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return NOT_A_FORM;
  const bytes = await readBytes(request, timeout);
  if ('refusal' in bytes) return { refusal: bytes.refusal };
  const fields = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
  // Nobody types a NUL, and PostgreSQL keeps none.
  return Object.values(fields).some((value) => value.includes('\0')) ? BROKEN_FORM : { fields };
}

async function readBytes(request: Request, timeout: number): Promise<Uint8Array | { refusal: Refusal }> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const clock = Promise.withResolvers<typeof TOO_SLOW>();
  const timer = setTimeout(() => clock.resolve(TOO_SLOW), timeout);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), clock.promise]);
      if ('refusal' in read) return read;
      if (read.done) return Buffer.concat(chunks);
      size += read.value.byteLength;
      if (size > LIMIT) return TOO_LARGE;
      chunks.push(read.value);
    }
  } catch {
    // The sender went away in the middle: nobody reads the answer.
    return BROKEN_JSON;
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
}

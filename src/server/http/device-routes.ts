import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Devices } from '../accounts/device.ts';
import { refusalResponse, TOO_MANY } from './answers.ts';
import { createAttempts } from './attempts.ts';
import { readJson } from './body.ts';
import { remoteAddress } from './remote.ts';

/** What RFC 6749 (appendix A) lets codes and ids be made of: VSCHAR. */
const code = (max: number) => z.string().check(z.maxLength(max), z.regex(/^[\x20-\x7e]*$/));

const CodeRequest = z.object({ client_id: code(100) });
const TokenRequest = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:device_code'),
  device_code: code(200),
  client_id: code(100),
});

const INVALID = { error: 'invalid_request', error_description: 'The request is not valid.' };

/**
 * The two calls of the device flow that an extension makes (RFC 8628, sections 3.1 and 3.4). Their answers are the
 * RFC's; what is wrong with a request as such is refused as everywhere.
 */
export function deviceRoutes(devices: Devices, bodyTimeout: number): Hono {
  const attempts = createAttempts(30, 600);
  const app = new Hono();

  async function read<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T | Response> {
    const body = await readJson(c.req.raw, bodyTimeout);
    if ('refusal' in body) return refusalResponse(body);
    const request = schema.safeParse(body.json);
    return request.success ? request.data : c.json(INVALID, 400);
  }

  app.post('/code', async (c) => {
    const wait = attempts.take(remoteAddress(c));
    if (wait > 0) return refusalResponse(TOO_MANY(wait));
    const request = await read(c, CodeRequest);
    if (request instanceof Response) return request;
    const reply = await devices.code(request.client_id);
    return c.json(reply, 'error' in reply ? 400 : 200);
  });

  app.post('/token', async (c) => {
    const request = await read(c, TokenRequest);
    if (request instanceof Response) return request;
    const reply = await devices.token({
      clientId: request.client_id,
      deviceCode: request.device_code,
      userAgent: c.req.header('user-agent')?.slice(0, 300) ?? '',
    });
    return c.json(reply, 'error' in reply ? 400 : 200);
  });

  return app;
}

import * as z from 'zod/mini';
import { Role } from './roles.ts';

/** Who is signed in, and to which workspace. */
export const Me = z.object({
  member: z.object({ id: z.string(), name: z.string(), email: z.string(), role: Role, operator: z.boolean() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
});
export type Me = z.infer<typeof Me>;

/** The extension's id in the device flow. */
export const CLIENT_ID = 'latchkey-extension';

/** Reply of `POST /api/auth/device/code` (RFC 8628, section 3.2). Times in seconds. */
export const DeviceCode = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int(),
  interval: z.int(),
});
export type DeviceCode = z.infer<typeof DeviceCode>;

/** Reply of `POST /api/auth/device/token` once approved (RFC 8628, section 3.5). */
export const DeviceToken = z.object({ access_token: z.string() });

/** Reply of the same while it is not approved, or never will be. */
export const DeviceTokenError = z.object({
  error: z.enum([
    'authorization_pending',
    'slow_down',
    'access_denied',
    'expired_token',
    'invalid_grant',
    'invalid_request',
  ]),
});

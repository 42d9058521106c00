import { isAPIError } from 'better-auth/api';
import type { DeviceCode } from '#contract/account.ts';
import type { Database } from '../db/open.ts';
import type { Auth } from './auth.ts';
import { accountTables, millisecondsOf } from './tables.ts';

/** An error reply of RFC 8628, section 3.5. */
export interface DeviceError {
  error: string;
  error_description: string;
}

/** How a user code stands: `unknown` is also what one that has run out is. */
export type CodeState = 'pending' | 'approved' | 'denied' | 'unknown';

export interface Devices {
  code(clientId: string): Promise<DeviceCode | DeviceError>;
  /** A device code for a session's token, once. `userAgent` is what the member's list of sessions will say. */
  token(grant: {
    clientId: string;
    deviceCode: string;
    userAgent: string;
  }): Promise<{ access_token: string } | DeviceError>;
  /** Reads only: opening the page changes nothing. */
  look(userCode: string): Promise<CodeState>;
  /** Approves or denies in the name of whoever the cookie in `headers` signs in. False when the code was no longer pending. */
  decide(userCode: string, decision: 'approve' | 'deny', headers: Headers): Promise<boolean>;
}

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * A second more than the server enforces, so that a client which keeps the interval exactly is never told to slow
 * down because one request took longer than the next.
 */
const INTERVAL_MARGIN = 1;

/** The device flow, RFC 8628: the extension shows a code, a member approves it on the server's page. */
export function createDevices(database: Database, auth: Auth): Devices {
  const db = accountTables(database);

  /** User codes are shown in two groups; people type them in any case, with or without the gap. */
  const plain = (userCode: string) => userCode.replace(/[^a-z0-9]/gi, '').toUpperCase();

  return {
    async code(clientId) {
      // Codes nobody approved are never asked for again: without this the table would grow with each attempt.
      await db
        .deleteFrom('deviceCode')
        .where('expiresAt', '<', new Date(Date.now() - 3_600_000).toISOString())
        .execute();
      return orError(async () => {
        const code = await auth.api.deviceCode({ body: { client_id: clientId } });
        return { ...code, interval: code.interval + INTERVAL_MARGIN };
      });
    },

    token({ clientId, deviceCode, userAgent }) {
      return orError(async () => {
        const body = { grant_type: GRANT_TYPE, device_code: deviceCode, client_id: clientId } as const;
        const reply = await auth.api.deviceToken({ body, headers: new Headers({ 'user-agent': userAgent }) });
        return { access_token: reply.access_token };
      });
    },

    async look(userCode) {
      const row = await db
        .selectFrom('deviceCode')
        .where('userCode', '=', plain(userCode))
        .select(['status', 'expiresAt'])
        .executeTakeFirst();
      if (row === undefined || millisecondsOf(row.expiresAt) <= Date.now()) return 'unknown';
      return row.status === 'approved' || row.status === 'denied' ? row.status : 'pending';
    },

    async decide(userCode, decision, headers) {
      const code = plain(userCode);
      const body = { userCode: code };
      const done = await orError(async () => {
        // Verifying binds the code to this member, without which nobody can approve it.
        await auth.api.deviceVerify({ query: { user_code: code }, headers });
        return decision === 'approve'
          ? auth.api.deviceApprove({ body, headers })
          : auth.api.deviceDeny({ body, headers });
      });
      return 'success' in done && done.success;
    },
  };
}

/** The library throws RFC 8628's answers; here they are values. */
async function orError<T>(call: () => Promise<T>): Promise<T | DeviceError> {
  try {
    return await call();
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    const { error: code, error_description: description } = error.body ?? {};
    return {
      error: typeof code === 'string' ? code : 'invalid_request',
      error_description: typeof description === 'string' ? description : 'The request is not valid.',
    };
  }
}

import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { bearer, deviceAuthorization, organization } from 'better-auth/plugins';
import { createAccessControl } from 'better-auth/plugins/access';
import { CLIENT_ID } from '#contract/account.ts';
import type { Database } from '../db/open.ts';

/** How long a session lasts without being used, and how old it may get before its use extends it. Seconds. */
export const SESSION_SECONDS = 30 * 86_400;
export const SESSION_UPDATE_SECONDS = 86_400;

/** How long a device code can be approved, and how often it may be asked for (RFC 8628). */
const DEVICE_CODE_EXPIRES = '10m';
const DEVICE_CODE_INTERVAL = '2s';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export interface AuthSettings {
  /** Public base URL of this server, without a trailing slash. */
  url: string;
  secret: string;
  /** Told what the library has to say. Its details may hold addresses and are left out. */
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string): void;
}

/** Better Auth's organization is our workspace; what a role may do is decided by `#contract/roles.ts` alone. */
const access = createAccessControl({});
const roles = { rep: access.newRole({}), admin: access.newRole({}) };

/**
 * The accounts library as this server uses it: passwords, sessions, workspaces with members, and the device flow. None
 * of its own HTTP routes is mounted; what is needed of it is called by name.
 */
export function createAuth(database: Database, settings: AuthSettings) {
  return betterAuth(authOptions(database, settings));
}

export type Auth = ReturnType<typeof createAuth>;

/** Its options, which a test hands to the library's own migrator. */
export function authOptions(database: Database, settings: AuthSettings) {
  return {
    appName: 'Latchkey',
    baseURL: settings.url,
    secret: settings.secret,
    database: { db: database.db, type: database.kind, transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_UPDATE_SECONDS },
    verification: { storeIdentifier: 'hashed' },
    user: {
      additionalFields: {
        /** Runs this server. Set by the first start and the command line alone. */
        operator: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    advanced: { cookiePrefix: 'latchkey' },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => settings.log(level, message) },
    plugins: [
      organization({ ac: access, roles, creatorRole: 'admin', membershipLimit: Number.MAX_SAFE_INTEGER }),
      deviceAuthorization({
        expiresIn: DEVICE_CODE_EXPIRES,
        interval: DEVICE_CODE_INTERVAL,
        verificationUri: `${settings.url}/device`,
        validateClient: (id) => id === CLIENT_ID,
      }),
      bearer(),
    ],
  } satisfies BetterAuthOptions;
}

import { type Caller, Role } from '#contract/roles.ts';
import type { Database } from '../db/open.ts';
import { type Auth, SESSION_SECONDS, SESSION_UPDATE_SECONDS } from './auth.ts';
import { accountTables, millisecondsOf } from './tables.ts';

/** Whoever is signed in, and the workspace they act in: null for an operator who is a member of none. */
export interface SignedIn extends Caller {
  id: string;
  name: string;
  email: string;
  workspace: { id: string; name: string } | null;
  sessionId: string;
  /** The session was not extended for a day: `extend` should be called. */
  aging: boolean;
}

/** One place a member is signed in at. Moments are ISO 8601. */
export interface SessionLine {
  id: string;
  userAgent: string;
  createdAt: string;
  expiresAt: string;
}

export interface Sessions {
  /** Who a bearer token stands for: one read-only query. Null when it never did or was revoked. */
  caller(token: string): Promise<SignedIn | 'expired' | null>;
  /** Lets a session that is being used last another full term. */
  extend(token: string): Promise<void>;
  /** Signs a member in without a password, for the demo and tests. */
  create(userId: string): Promise<string>;
  end(token: string): Promise<void>;
  list(userId: string): Promise<SessionLine[]>;
  /** Ends one of the member's own sessions; whether there was such a one. */
  revoke(userId: string, sessionId: string): Promise<boolean>;
}

/** Tokens the library makes are 32 letters and digits: anything else is not looked up. */
const TOKEN = /^[A-Za-z0-9]{16,128}$/;

export function createSessions(database: Database, auth: Auth, now: () => number = Date.now): Sessions {
  const db = accountTables(database);
  /** One row a membership. */
  const byToken = db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('member', 'member.userId', 'user.id')
    .leftJoin('organization', 'organization.id', 'member.organizationId')
    .where('session.token', '=', 'a token')
    .select([
      'session.id as sessionId',
      'session.expiresAt',
      'session.activeOrganizationId as active',
      'user.id',
      'user.name',
      'user.email',
      'user.operator',
      'member.role',
      'organization.id as workspace',
      'organization.name as workspaceName',
    ])
    .orderBy('member.createdAt')
    .orderBy('member.id')
    .compile();

  return {
    async caller(token) {
      if (!TOKEN.test(token)) return null;
      const rows = await database.find(byToken, [token]);
      // The membership that the session chose, else the oldest.
      const row = rows.find((each) => each.workspace !== null && each.workspace === each.active) ?? rows[0];
      if (row === undefined) return null;
      const left = millisecondsOf(row.expiresAt) - now();
      if (left <= 0) return 'expired';
      const role = Role.safeParse(row.role);
      const member = role.success && row.workspace !== null && row.workspaceName !== null;
      return {
        id: row.id,
        name: row.name,
        email: row.email,
        operator: Boolean(row.operator),
        role: member ? role.data : null,
        workspace: member ? { id: row.workspace ?? '', name: row.workspaceName ?? '' } : null,
        sessionId: row.sessionId,
        aging: left < (SESSION_SECONDS - SESSION_UPDATE_SECONDS) * 1000,
      };
    },

    async extend(token) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateSession(token, {
        expiresAt: new Date(now() + SESSION_SECONDS * 1000),
        updatedAt: new Date(now()),
      });
    },

    async create(userId) {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.createSession(userId)).token;
    },

    async end(token) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteSession(token);
    },

    async list(userId) {
      const rows = await db
        .selectFrom('session')
        .where('userId', '=', userId)
        .select(['id', 'userAgent', 'createdAt', 'expiresAt'])
        .orderBy('createdAt', 'desc')
        .execute();
      return rows
        .filter((row) => millisecondsOf(row.expiresAt) > now())
        .map((row) => ({
          id: row.id,
          userAgent: row.userAgent ?? '',
          createdAt: new Date(row.createdAt).toISOString(),
          expiresAt: new Date(row.expiresAt).toISOString(),
        }));
    },

    async revoke(userId, sessionId) {
      const row = await db
        .selectFrom('session')
        .where('id', '=', sessionId)
        .where('userId', '=', userId)
        .select('token')
        .executeTakeFirst();
      if (row === undefined) return false;
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteSession(row.token);
      return true;
    },
  };
}

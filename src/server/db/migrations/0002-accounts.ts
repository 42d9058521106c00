import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from '../column-types.ts';

/**
 * Tables of the accounts library (Better Auth: core, organization, device authorization), made here so that there is
 * one migration history. Names and types are the library's; a test asks it whether anything is left to do. They are
 * plain tables: no tenant table refers to them, and they are never written in one transaction with one.
 */
export function accounts(kind: DatabaseKind): Migration {
  const moment = kind === 'sqlite' ? sql`date` : sql`timestamptz`;
  const flag = kind === 'sqlite' ? sql`integer` : sql`boolean`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('user')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('email', 'text', (c) => c.notNull().unique())
        .addColumn('emailVerified', flag, (c) => c.notNull())
        .addColumn('image', 'text')
        .addColumn('createdAt', moment, (c) => c.notNull())
        .addColumn('updatedAt', moment, (c) => c.notNull())
        .addColumn('operator', flag, (c) => c.notNull())
        .execute();

      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('expiresAt', moment, (c) => c.notNull())
        .addColumn('token', 'text', (c) => c.notNull().unique())
        .addColumn('createdAt', moment, (c) => c.notNull())
        .addColumn('updatedAt', moment, (c) => c.notNull())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text')
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('activeOrganizationId', 'text')
        .execute();

      await db.schema
        .createTable('account')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('accountId', 'text', (c) => c.notNull())
        .addColumn('providerId', 'text', (c) => c.notNull())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('accessToken', 'text')
        .addColumn('refreshToken', 'text')
        .addColumn('idToken', 'text')
        .addColumn('accessTokenExpiresAt', moment)
        .addColumn('refreshTokenExpiresAt', moment)
        .addColumn('scope', 'text')
        .addColumn('password', 'text')
        .addColumn('createdAt', moment, (c) => c.notNull())
        .addColumn('updatedAt', moment, (c) => c.notNull())
        .execute();

      await db.schema
        .createTable('verification')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('identifier', 'text', (c) => c.notNull())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('expiresAt', moment, (c) => c.notNull())
        .addColumn('createdAt', moment, (c) => c.notNull())
        .addColumn('updatedAt', moment, (c) => c.notNull())
        .execute();

      await db.schema
        .createTable('organization')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('slug', 'text', (c) => c.notNull().unique())
        .addColumn('logo', 'text')
        .addColumn('createdAt', moment, (c) => c.notNull())
        .addColumn('metadata', 'text')
        .execute();

      await db.schema
        .createTable('member')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('organizationId', 'text', (c) => c.notNull().references('organization.id').onDelete('cascade'))
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('createdAt', moment, (c) => c.notNull())
        // The library looks before it inserts; two invitations at once must not make one person a member twice.
        .addUniqueConstraint('member_organizationId_userId_key', ['organizationId', 'userId'])
        .execute();

      await db.schema
        .createTable('invitation')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('organizationId', 'text', (c) => c.notNull().references('organization.id').onDelete('cascade'))
        .addColumn('email', 'text', (c) => c.notNull())
        .addColumn('role', 'text')
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('expiresAt', moment, (c) => c.notNull())
        .addColumn('createdAt', moment, (c) => c.notNull())
        .addColumn('inviterId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .execute();

      await db.schema
        .createTable('deviceCode')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('deviceCode', 'text', (c) => c.notNull())
        .addColumn('userCode', 'text', (c) => c.notNull())
        .addColumn('userId', 'text')
        .addColumn('expiresAt', moment, (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('lastPolledAt', moment)
        .addColumn('pollingInterval', 'integer')
        .addColumn('clientId', 'text')
        .addColumn('scope', 'text')
        .execute();

      for (const [table, column] of INDEXES) {
        await db.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute();
      }
      for (const column of ['deviceCode', 'userCode']) {
        await db.schema.createIndex(`deviceCode_${column}_uidx`).on('deviceCode').column(column).unique().execute();
      }
    },
  };
}

const INDEXES = [
  ['session', 'userId'],
  ['account', 'userId'],
  ['verification', 'identifier'],
  ['member', 'organizationId'],
  ['member', 'userId'],
  ['invitation', 'organizationId'],
  ['invitation', 'email'],
] as const;

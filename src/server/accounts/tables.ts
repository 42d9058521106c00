import type { Generated } from 'kysely';
import type { Database } from '../db/open.ts';

/** As SQLite (ISO text) or PostgreSQL (Date) hands it over. */
export type StoredMoment = string | Date;

/** The accounts library's tables, as far as our own queries read them. */
export type AccountTables = {
  user: {
    id: string;
    name: string;
    email: string;
    /** 0 or 1 in SQLite. */
    operator: boolean | number;
    createdAt: Generated<StoredMoment>;
  };
  session: {
    id: string;
    token: string;
    userId: string;
    userAgent: string | null;
    activeOrganizationId: string | null;
    createdAt: StoredMoment;
    updatedAt: StoredMoment;
    expiresAt: StoredMoment;
  };
  organization: { id: string; name: string; slug: string; createdAt: StoredMoment };
  member: { id: string; organizationId: string; userId: string; role: string; createdAt: StoredMoment };
  deviceCode: { userCode: string; userId: string | null; status: string; expiresAt: StoredMoment };
};

/** The same database, seen as the accounts' tables. */
export function accountTables(database: Database) {
  return database.db.withTables<AccountTables>();
}

export function millisecondsOf(moment: StoredMoment): number {
  return new Date(moment).getTime();
}

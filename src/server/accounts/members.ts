import { isAPIError } from 'better-auth/api';
import { Role } from '#contract/roles.ts';
import type { Database } from '../db/open.ts';
import type { Auth } from './auth.ts';
import { accountTables } from './tables.ts';

export interface NewMember {
  /** Id of a workspace; null for an operator who belongs to none. */
  workspace: string | null;
  email: string;
  name: string;
  role: Role;
  operator?: boolean;
  /** Without one, a one-time link lets them choose it. */
  password?: string;
}

export interface Members {
  /** Whether this server has an operator. */
  anyOperator(): Promise<boolean>;
  /**
   * Adds a person to a workspace, making the account when the address has none. An existing member gets the role;
   * name and password of an existing account stay as they are.
   * @returns the account's id, which is `Member.id`
   */
  add(member: NewMember): Promise<{ id: string; known: boolean }>;
  /** Makes an existing account an operator's, with another password. */
  makeOperator(id: string, password: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** The members of a workspace, by name. */
  of(workspace: string): Promise<{ id: string; name: string; email: string; role: Role }[]>;
  byId(id: string): Promise<{ id: string; name: string; email: string; workspaceName: string | null } | null>;
}

export function createMembers(database: Database, auth: Auth): Members {
  const db = accountTables(database);

  async function setPassword(userId: string, chosen: string): Promise<void> {
    const { internalAdapter, password } = await auth.$context;
    const hash = await password.hash(chosen);
    const accounts = await internalAdapter.findAccounts(userId);
    if (accounts.some(({ providerId }) => providerId === 'credential')) {
      await internalAdapter.updatePassword(userId, hash);
    } else {
      await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password: hash });
    }
  }

  async function account(member: NewMember): Promise<{ id: string; known: boolean }> {
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findUserByEmail(member.email);
    if (found !== null) return { id: found.user.id, known: true };
    const user = await internalAdapter.createUser(
      { email: member.email, name: member.name, emailVerified: false, operator: member.operator ?? false },
      { method: 'admin' },
    );
    if (member.password !== undefined) await setPassword(user.id, member.password);
    return { id: user.id, known: false };
  }

  async function join(workspace: string, userId: string, role: Role): Promise<void> {
    const membership = await db
      .selectFrom('member')
      .where('organizationId', '=', workspace)
      .where('userId', '=', userId)
      .select(['id', 'role'])
      .executeTakeFirst();
    if (membership !== undefined) {
      if (membership.role !== role) {
        await db.updateTable('member').set({ role }).where('id', '=', membership.id).execute();
      }
      return;
    }
    try {
      await auth.api.addMember({ body: { userId, organizationId: workspace, role } });
    } catch (error) {
      // Somebody else added them between the look and the insert: that is what was wanted.
      if (!(isAPIError(error) && error.body?.code === 'USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION')) throw error;
    }
  }

  return {
    async anyOperator() {
      const operators = db.selectFrom('user').where('operator', '=', database.kind === 'sqlite' ? 1 : true);
      return (await operators.select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    async add(member) {
      const added = await account(member);
      if (member.workspace !== null) await join(member.workspace, added.id, member.role);
      return added;
    },

    async makeOperator(id, password) {
      const { internalAdapter } = await auth.$context;
      await setPassword(id, password);
      await internalAdapter.updateUser(id, { operator: true });
    },

    async rename(id, name) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateUser(id, { name });
    },

    async of(workspace) {
      const rows = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.userId')
        .where('member.organizationId', '=', workspace)
        .select(['user.id', 'user.name', 'user.email', 'member.role'])
        .orderBy('user.name')
        .orderBy('user.id')
        .execute();
      return rows.flatMap(({ role, ...member }) => {
        const known = Role.safeParse(role);
        return known.success ? [{ ...member, role: known.data }] : [];
      });
    },

    async byId(id) {
      const row = await db
        .selectFrom('user')
        .leftJoin('member', 'member.userId', 'user.id')
        .leftJoin('organization', 'organization.id', 'member.organizationId')
        .where('user.id', '=', id)
        .select(['user.id', 'user.name', 'user.email', 'organization.name as workspaceName'])
        .orderBy('member.createdAt', 'desc')
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { Auth } from './auth.ts';
import type { Members } from './members.ts';
import type { Workspaces } from './workspaces.ts';

const DAYS = 7;

/** Tokens are 32 bytes in base64url: anything else is not looked up. */
const TOKEN = /^[\w-]{43}$/;

/** What a one-time link is for. Looking does not use it up: link previews look, too. */
export type Invitation =
  | { kind: 'operator' }
  | { kind: 'member'; id: string; name: string; email: string; workspaceName: string | null };

export interface Links {
  /** A link's token for whoever starts this server first; null once there is an operator. Ends earlier ones. */
  forOperator(): Promise<string | null>;
  /** A link's token by which a member chooses a password. Ends earlier ones. */
  forMember(userId: string): Promise<string>;
  look(token: string): Promise<Invitation | null>;
  /**
   * Makes the first operator, admin of a new workspace. An account that the command line made before becomes theirs.
   * False when the link is no longer good.
   */
  useAsOperator(
    token: string,
    form: { name: string; email: string; password: string; workspace: string },
  ): Promise<boolean>;
  /** Sets the member's name and password and ends their sessions. False when the link is no longer good. */
  useAsMember(token: string, form: { name: string; password: string }): Promise<boolean>;
}

/**
 * One-time links on the accounts library's own verification values: it keeps their hash, ends them after their time
 * and takes each once. A member's link is one of its password resets.
 */
export function createLinks(auth: Auth, members: Members, workspaces: Workspaces): Links {
  async function mint(purpose: 'first-operator' | 'reset-password', value: string): Promise<string> {
    const { adapter, internalAdapter } = await auth.$context;
    await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value }] });
    const token = randomBytes(32).toString('base64url');
    await internalAdapter.createVerificationValue({
      identifier: `${purpose}:${token}`,
      value,
      expiresAt: new Date(Date.now() + DAYS * 86_400_000),
    });
    return token;
  }

  async function read(purpose: string, token: string): Promise<string | null> {
    if (!TOKEN.test(token)) return null;
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findVerificationValue(`${purpose}:${token}`);
    return found === null || new Date(found.expiresAt).getTime() <= Date.now() ? null : found.value;
  }

  return {
    async forOperator() {
      return (await members.anyOperator()) ? null : mint('first-operator', 'first-operator');
    },

    forMember(userId) {
      return mint('reset-password', userId);
    },

    async look(token) {
      if ((await read('first-operator', token)) !== null) {
        return (await members.anyOperator()) ? null : { kind: 'operator' };
      }
      const userId = await read('reset-password', token);
      const member = userId === null ? null : await members.byId(userId);
      return member === null ? null : { kind: 'member', ...member };
    },

    async useAsOperator(token, form) {
      if (await members.anyOperator()) return false;
      const { internalAdapter } = await auth.$context;
      const taken = await internalAdapter.consumeVerificationValue(`first-operator:${token}`);
      if (taken === null) return false;
      const workspace = await workspaces.create(form.workspace);
      const { id, known } = await members.add({ ...form, workspace: workspace.id, role: 'admin', operator: true });
      if (known) await members.makeOperator(id, form.password);
      return true;
    },

    async useAsMember(token, form) {
      const userId = await read('reset-password', token);
      if (userId === null) return false;
      try {
        await auth.api.resetPassword({ body: { token, newPassword: form.password } });
      } catch (error) {
        if (error instanceof Error && 'body' in error) return false;
        throw error;
      }
      await members.rename(userId, form.name);
      return true;
    },
  };
}

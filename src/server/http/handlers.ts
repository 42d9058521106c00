import type { Accounts } from '../accounts/accounts.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Purses } from '../credits/purses.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import type { Reveals } from '../reveals/reveals.ts';
import { NO_WORKSPACE, NOT_FOUND } from './answers.ts';
import type { Handlers } from './handler.ts';

export interface HandlerDeps {
  accounts: Accounts;
  purses: Purses;
  reveals: Reveals;
  version: string;
}

/** Joins accounts, purses and reveals to the table of endpoints. */
export function createHandlers({ accounts, purses, reveals, version }: HandlerDeps): Handlers {
  /** Runs an operator's act in a workspace that exists. */
  async function inWorkspace<T>(
    id: string,
    caller: SignedIn,
    act: (by: Member) => Promise<OrRefusal<T>>,
  ): Promise<OrRefusal<T>> {
    const workspace = await accounts.workspaces.byId(id);
    return workspace === null ? NOT_FOUND : act({ workspace: workspace.id, id: caller.id, name: caller.name });
  }

  return {
    health: async () => ({ ok: true, service: 'latchkey', version }),

    me: async ({ who: { caller } }) => {
      const { id, name, email, role, operator, workspace } = caller;
      if (role === null || workspace === null) return NO_WORKSPACE;
      return { member: { id, name, email, role, operator }, workspace };
    },

    signOut: async ({ who }) => {
      await accounts.sessions.end(who.token);
      return { ok: true };
    },

    balance: ({ who: { member } }) => purses.balance(member.workspace),

    reveal: ({ who: { member }, key, body }) => reveals.reveal(member, key, body),

    revealById: ({ who: { member }, params }) => reveals.byId(member, params.id),

    owned: ({ who: { member }, query }) => reveals.owned(member.workspace, query.after, query.limit),

    openUnlock: ({ who: { member }, body }) => reveals.open(member, body.key, body.field),

    requestTopUp: ({ who: { member }, key, body }) => purses.requestTopUp(member, key, body),

    ledger: ({ who: { member }, query }) => purses.ledger(member.workspace, query.after, query.limit),

    workspaces: async () => ({ items: (await accounts.workspaces.all()).map(({ id, name }) => ({ id, name })) }),

    workspaceBalance: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, (by) => purses.balance(by.workspace)),

    grant: ({ who: { caller }, params, key, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.grant(by.workspace, { id: key, ...body }, by)),

    settleTopUp: ({ who: { caller }, params, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.settleTopUp(by.workspace, params.id, body.status, by)),
  };
}

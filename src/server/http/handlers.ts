import type { Role } from '#contract/roles.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Purses } from '../credits/purses.ts';
import type { Member } from '../member.ts';
import type { Reveals } from '../reveals/reveals.ts';
import { NO_WORKSPACE, NOT_FOUND } from './answers.ts';
import type { Handlers } from './handler.ts';
import { operatorHandlers } from './operator-handlers.ts';

export interface HandlerDeps {
  accounts: Accounts;
  purses: Purses;
  reveals: Reveals;
  version: string;
}

/** Joins accounts, purses and reveals to the table of endpoints. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { accounts, purses, reveals, version } = deps;
  return {
    ...operatorHandlers(deps),

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

    balance: async ({ who: { member }, tag }) => {
      const { tag: now, balance } = await purses.taggedBalance(member.workspace, member.id, tag);
      return { tag: now, reply: balance };
    },

    reveal: ({ who: { member }, key, body }) => reveals.reveal(member, key, body),

    revealById: ({ who: { member }, params }) => reveals.byId(member, params.id),

    dispute: ({ who: { member }, params, body }) => reveals.dispute(member, params.id, body),

    disputes: async ({ who }) => ({ items: await purses.disputes(who.member.workspace, ownOf(who)) }),

    receipts: ({ who, query }) => purses.receipts(who.member.workspace, ownOf(who), query.before, query.limit),

    owned: ({ who: { member }, query }) => reveals.owned(member.workspace, query.after, query.limit),

    openUnlock: ({ who: { member }, body }) => reveals.open(member, body.key, body.field),

    requestTopUp: ({ who: { member }, key, body }) => purses.requestTopUp(member, key, body),

    requestRaise: ({ who: { member }, key, body }) => purses.requestRaise(member, key, body),

    raiseRequests: async ({ who }) => ({ items: await purses.raiseRequests(who.member.workspace, ownOf(who)) }),

    decideRaise: ({ who: { member }, params, body }) =>
      purses.decideRaise(member.workspace, params.id, body.raise, member),

    members: async ({ who: { member } }) => {
      const [members, caps] = await Promise.all([accounts.members.of(member.workspace), purses.caps(member.workspace)]);
      return { items: members.map((each) => ({ ...each, cap: caps.get(each.id) ?? null })) };
    },

    setCap: async ({ who: { member }, params, body }) => {
      const capped = (await accounts.members.of(member.workspace)).find(({ id }) => id === params.member);
      if (capped === undefined) return NOT_FOUND;
      const cap = await purses.setCap(member.workspace, capped.id, body.credits, member);
      return { member: { ...capped, cap } };
    },

    ledger: ({ who: { member }, query }) => purses.ledger(member.workspace, query.after, query.limit),
  };
}

/** Whose records are shown: a rep sees their own, an admin everybody's. */
function ownOf({ caller, member }: { caller: { role: Role | null }; member: Member }): string | null {
  return caller.role === 'admin' ? null : member.id;
}

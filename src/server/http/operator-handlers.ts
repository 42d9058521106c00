import type { operatorApi } from '#contract/operator-api.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import { NOT_FOUND } from './answers.ts';
import type { Handlers } from './handler.ts';
import type { HandlerDeps } from './handlers.ts';

/** What an operator does, in any workspace that exists. */
export function operatorHandlers({ accounts, purses }: HandlerDeps): Pick<Handlers, keyof typeof operatorApi> {
  async function inWorkspace<T>(
    id: string,
    caller: SignedIn,
    act: (by: Member) => Promise<OrRefusal<T>>,
  ): Promise<OrRefusal<T>> {
    const workspace = await accounts.workspaces.byId(id);
    return workspace === null ? NOT_FOUND : act({ workspace: workspace.id, id: caller.id, name: caller.name });
  }

  return {
    workspaces: async () => ({ items: (await accounts.workspaces.all()).map(({ id, name }) => ({ id, name })) }),

    workspaceBalance: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, (by) => purses.balance(by.workspace)),

    setPlan: ({ who: { caller }, params, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.offerPlan(by.workspace, body.plan, body.when, by)),

    cancelPlan: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, (by) => purses.cancelPlan(by.workspace, by)),

    addAddOn: ({ who: { caller }, params, key, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.addAddOn(by.workspace, { id: key, ...body }, by)),

    addOns: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, async (by) => ({ items: [...(await purses.addOns(by.workspace))] })),

    dropAddOn: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, (by) => purses.dropAddOn(by.workspace, params.id, by)),

    grant: ({ who: { caller }, params, key, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.grant(by.workspace, { id: key, ...body }, by)),

    grants: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, async (by) => ({ items: await purses.grants(by.workspace) })),

    revoke: ({ who: { caller }, params, key, body }) =>
      inWorkspace(params.workspace, caller, (by) =>
        purses.revoke(by.workspace, { id: key, entry: params.entry, ...body }, by),
      ),

    topUps: ({ who: { caller }, params }) =>
      inWorkspace(params.workspace, caller, async (by) => ({ items: await purses.topUps(by.workspace) })),

    settleTopUp: ({ who: { caller }, params, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.settleTopUp(by.workspace, params.id, body, by)),

    operatorDisputes: async () => ({ items: await purses.openDisputes() }),

    decideDispute: ({ who: { caller }, params, body }) =>
      inWorkspace(params.workspace, caller, (by) => purses.decideDispute(by.workspace, params.id, body, by)),
  };
}

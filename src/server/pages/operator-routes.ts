import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import type { SignedIn } from '../accounts/sessions.ts';
import { notFound } from '../http/route.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import { DisputeForm, GrantForm, operatorPage, SettleForm } from './operator.ts';
import { form, saidOf, show, visitor } from './page-context.ts';
import type { PageDeps } from './routes.ts';

const SAID: Record<string, string> = {
  settled: 'The top-up is settled. Its credits can be spent now.',
  failed: 'The top-up was declined.',
  granted: 'The credits were given.',
  refunded: 'The charge was given back.',
  declined: 'The dispute was declined.',
};

const NO_SUCH = 'There is no such workspace.';

/** The operator's page. To anyone else who is signed in it does not exist. */
export function operatorRoutes({ accounts, purses, bodyTimeout = 10_000 }: PageDeps): Hono {
  const app = new Hono();

  /** The operator who asks, or the answer to whoever else does. */
  async function operator(c: Context): Promise<SignedIn | Response> {
    const found = await visitor(c, accounts.pages);
    if (found === null) return c.redirect('/sign-in?next=%2Foperator', 303);
    return found.member.operator ? found.member : notFound();
  }

  async function render(c: Context, member: SignedIn, mistake: string | null): Promise<Response> {
    const workspaces = await accounts.workspaces.all();
    const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]));
    /** With the workspace in place of its id; what is of none that is known is left out. */
    const named = <Of extends { workspace: string }>(items: readonly Of[]) =>
      items.flatMap((item) => {
        const workspace = byId.get(item.workspace);
        return workspace === undefined ? [] : [{ ...item, workspace }];
      });
    const pending = named(await purses.pendingTopUps());
    const disputes = named(await purses.openDisputes());
    const balances = [];
    for (const workspace of workspaces) balances.push({ workspace, balance: await purses.balance(workspace.id) });
    const said = saidOf(c, SAID, mistake);
    return show(
      c,
      operatorPage(member, { disputes, pending, purses: balances, said, mistake }),
      mistake === null ? 200 : 422,
    );
  }

  app.get('/operator', async (c) => {
    const member = await operator(c);
    return member instanceof Response ? member : render(c, member, null);
  });

  /** A form of the page about a workspace: read, done, and back to the page with what came of it. */
  function handle<Schema extends z.ZodMiniObject<{ workspace: z.ZodMiniType<string> }>>(
    path: string,
    schema: Schema,
    act: (sent: z.infer<Schema>, by: Member) => Promise<OrRefusal<{ said: keyof typeof SAID & string }>>,
  ): void {
    app.post(`/operator/${path}`, async (c) => {
      const member = await operator(c);
      if (member instanceof Response) return member;
      const sent = await form(c, schema, bodyTimeout);
      if ('mistake' in sent) return render(c, member, sent.mistake);
      const { workspace } = sent.value;
      if ((await accounts.workspaces.byId(workspace)) === null) return render(c, member, NO_SUCH);
      const done = await act(sent.value, { workspace, id: member.id, name: member.name });
      if ('refusal' in done) return render(c, member, done.refusal.message);
      return c.redirect(`/operator?said=${done.said}`, 303);
    });
  }

  handle('top-ups', SettleForm, async ({ workspace, topUp, status }, by) => {
    const ended = await purses.settleTopUp(workspace, topUp, status, by);
    return 'refusal' in ended ? ended : { said: status };
  });

  handle('grants', GrantForm, async ({ workspace, id, credits, reason }, by) => {
    const given = await purses.grant(workspace, { id, kind: 'top_up', credits, reason }, by);
    return 'refusal' in given ? given : { said: 'granted' };
  });

  handle('disputes', DisputeForm, async ({ workspace, dispute, decision, answer }, by) => {
    const grant = decision === 'grant';
    const decided = { grant, answer: answer === '' ? null : answer };
    const done = await purses.decideDispute(workspace, dispute, decided, by);
    return 'refusal' in done ? done : { said: grant ? 'refunded' : 'declined' };
  });

  return app;
}

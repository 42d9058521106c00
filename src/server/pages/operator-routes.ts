import { type Context, Hono } from 'hono';
import type { SignedIn } from '../accounts/sessions.ts';
import { notFound } from '../http/route.ts';
import { DisputeForm, GrantForm, operatorPage, SettleForm } from './operator.ts';
import { form, show, visitor } from './page-context.ts';
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
    const pending = (await purses.pendingTopUps()).flatMap(({ workspace: id, topUp }) => {
      const workspace = byId.get(id);
      return workspace === undefined ? [] : [{ workspace, topUp }];
    });
    const disputes = (await purses.openDisputes()).flatMap(({ workspace: id, dispute }) => {
      const workspace = byId.get(id);
      return workspace === undefined ? [] : [{ workspace, dispute }];
    });
    const balances = [];
    for (const workspace of workspaces) balances.push({ workspace, balance: await purses.balance(workspace.id) });
    const said = mistake === null ? (SAID[c.req.query('said') ?? ''] ?? null) : null;
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

  app.post('/operator/top-ups', async (c) => {
    const member = await operator(c);
    if (member instanceof Response) return member;
    const sent = await form(c, SettleForm, bodyTimeout);
    if ('mistake' in sent) return render(c, member, sent.mistake);
    const { workspace, topUp, status } = sent.value;
    if ((await accounts.workspaces.byId(workspace)) === null) return render(c, member, NO_SUCH);
    const by = { workspace, id: member.id, name: member.name };
    const ended = await purses.settleTopUp(workspace, topUp, status, by);
    return 'refusal' in ended ? render(c, member, ended.refusal.message) : c.redirect(`/operator?said=${status}`, 303);
  });

  app.post('/operator/grants', async (c) => {
    const member = await operator(c);
    if (member instanceof Response) return member;
    const sent = await form(c, GrantForm, bodyTimeout);
    if ('mistake' in sent) return render(c, member, sent.mistake);
    const { workspace, id, credits, reason } = sent.value;
    if ((await accounts.workspaces.byId(workspace)) === null) return render(c, member, NO_SUCH);
    const by = { workspace, id: member.id, name: member.name };
    const given = await purses.grant(workspace, { id, kind: 'top_up', credits, reason }, by);
    return 'refusal' in given ? render(c, member, given.refusal.message) : c.redirect('/operator?said=granted', 303);
  });

  app.post('/operator/disputes', async (c) => {
    const member = await operator(c);
    if (member instanceof Response) return member;
    const sent = await form(c, DisputeForm, bodyTimeout);
    if ('mistake' in sent) return render(c, member, sent.mistake);
    const { workspace, dispute, decision, answer } = sent.value;
    if ((await accounts.workspaces.byId(workspace)) === null) return render(c, member, NO_SUCH);
    const by = { workspace, id: member.id, name: member.name };
    const decided = { grant: decision === 'grant', answer: answer === '' ? null : answer };
    const done = await purses.decideDispute(workspace, dispute, decided, by);
    if ('refusal' in done) return render(c, member, done.refusal.message);
    return c.redirect(`/operator?said=${decided.grant ? 'refunded' : 'declined'}`, 303);
  });

  return app;
}

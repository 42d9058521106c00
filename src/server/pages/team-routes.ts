import { type Context, Hono } from 'hono';
import type { SignedIn } from '../accounts/sessions.ts';
import { FORMATS } from '../audit/export.ts';
import { endOf } from '../days.ts';
import { notFound } from '../http/route.ts';
import type { Member } from '../member.ts';
import { download, showLedger, showReceipts, type Whose } from './book-routes.ts';
import { form, saidOf, show, visitor } from './page-context.ts';
import type { PageDeps } from './routes.ts';
import { CapForm, RaiseForm, teamPage } from './team.ts';

const SAID: Record<string, string> = {
  cap: 'The cap was changed.',
  raised: 'They may spend more from now on.',
  declined: 'The request was declined.',
};

/** An admin's pages of the own workspace. To anyone else who is signed in they do not exist. */
export function teamRoutes(deps: PageDeps): Hono {
  const { accounts, purses, bodyTimeout = 10_000 } = deps;
  const app = new Hono();

  /** The admin who asks and their workspace, or the answer to whoever else does. */
  async function admin(c: Context): Promise<(Whose & { by: Member }) | Response> {
    const found = await visitor(c, accounts.pages);
    if (found === null) return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303);
    const { member } = found;
    if (member.role !== 'admin' || member.workspace === null) return notFound();
    const { workspace } = member;
    return { member, workspace, back: '/team', by: { workspace: workspace.id, id: member.id, name: member.name } };
  }

  async function render(c: Context, member: SignedIn, workspace: string, mistake: string | null) {
    const [balance, caps, requests, members] = await Promise.all([
      purses.balance(workspace),
      purses.caps(workspace),
      purses.raiseRequests(workspace, null),
      accounts.members.of(workspace),
    ]);
    const view = {
      balance,
      members: members.map((each) => ({ ...each, cap: caps.get(each.id) ?? null })),
      requests: requests.filter(({ status }) => status === 'pending'),
      said: saidOf(c, SAID, mistake),
      mistake,
    };
    return show(c, teamPage(member, view), mistake === null ? 200 : 422);
  }

  app.get('/team', async (c) => {
    const who = await admin(c);
    return who instanceof Response ? who : render(c, who.member, who.workspace.id, null);
  });

  app.post('/team/caps', async (c) => {
    const who = await admin(c);
    if (who instanceof Response) return who;
    const sent = await form(c, CapForm, bodyTimeout);
    if ('mistake' in sent) return render(c, who.member, who.workspace.id, sent.mistake);
    const { member, credits } = sent.value;
    if (!(await accounts.members.of(who.workspace.id)).some(({ id }) => id === member)) {
      return render(c, who.member, who.workspace.id, 'There is no such member in your workspace.');
    }
    await purses.setCap(who.workspace.id, member, credits === '' ? null : credits, who.by);
    return c.redirect('/team?said=cap', 303);
  });

  app.post('/team/raises', async (c) => {
    const who = await admin(c);
    if (who instanceof Response) return who;
    const again = (mistake: string) => render(c, who.member, who.workspace.id, mistake);
    const sent = await form(c, RaiseForm, bodyTimeout);
    if ('mistake' in sent) return again(sent.mistake);
    const { request, decision, credits = 0, until = '' } = sent.value;
    const ends = endOf(until);
    if (decision === 'grant' && (credits === 0 || ends === undefined)) {
      return again('Say how many credits more, and until which day.');
    }
    const raise = decision === 'grant' && ends !== undefined ? { credits, until: ends } : null;
    const decided = await purses.decideRaise(who.workspace.id, request, raise, who.by);
    if ('refusal' in decided) return again(decided.refusal.message);
    return c.redirect(`/team?said=${raise === null ? 'declined' : 'raised'}`, 303);
  });

  app.get('/team/ledger', async (c) => {
    const who = await admin(c);
    return who instanceof Response ? who : showLedger(c, deps, who);
  });

  app.get('/team/receipts', async (c) => {
    const who = await admin(c);
    return who instanceof Response ? who : showReceipts(c, deps, who);
  });

  for (const name of FORMATS) {
    app.get(`/team/ledger.${name}`, async (c) => {
      const who = await admin(c);
      return who instanceof Response ? who : download(c, deps, who, name);
    });
  }

  return app;
}

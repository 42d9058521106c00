import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { ACTIVITIES } from '#contract/activity.ts';
import { PlanOffer } from '#contract/plan.ts';
import type { Workspace } from '../accounts/workspaces.ts';
import { FORMATS } from '../audit/export.ts';
import { endOf } from '../days.ts';
import { notFound } from '../http/route.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import { download, showLedger, showReceipts, type Whose } from './book-routes.ts';
import { form, saidOf, show, visitor } from './page-context.ts';
import type { PageDeps } from './routes.ts';
import { AddOnForm, DropForm, EndForm, GiveForm, PlanForm, RevokeForm, workspacePage } from './workspace.ts';

const SAID: Record<string, string> = {
  plan: 'The plan was changed.',
  cancelled: 'The plan ends with this cycle.',
  added: 'The add-on is there, and is renewed with each cycle.',
  dropped: 'The add-on is not renewed any more.',
  given: 'The credits were given.',
  revoked: 'The credits were taken back.',
  settled: 'The top-up is settled. Its credits can be spent now.',
  failed: 'The top-up was declined.',
  reversed: 'The top-up was reversed.',
};

type Asked = Whose & { workspace: Workspace; by: Member };
/** What a form comes to: a mistake in words, or the name of what was done. */
type Outcome = { mistake: string } | { said: keyof typeof SAID & string };

/** One workspace, as an operator sees and changes it. To anyone else who is signed in it does not exist. */
export function workspaceRoutes(deps: PageDeps): Hono {
  const { accounts, purses, bodyTimeout = 10_000 } = deps;
  const app = new Hono();
  const base = '/operator/workspaces/:workspace';

  async function operator(c: Context): Promise<Asked | Response> {
    const found = await visitor(c, accounts.pages);
    if (found === null) return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303);
    const { member } = found;
    const workspace = member.operator ? await accounts.workspaces.byId(c.req.param('workspace') ?? '') : null;
    if (workspace === null) return notFound();
    const back = `/operator/workspaces/${encodeURIComponent(workspace.id)}`;
    return { member, workspace, back, by: { workspace: workspace.id, id: member.id, name: member.name } };
  }

  async function render(c: Context, { member, workspace }: Asked, mistake: string | null) {
    const { result: plan, balance } = await purses.transact(workspace.id, {}, async ({ purse }) => purse.plan);
    const [addOns, grants, topUps] = await Promise.all([
      purses.addOns(workspace.id),
      purses.grants(workspace.id),
      purses.topUps(workspace.id),
    ]);
    const view = { workspace, balance, plan, addOns, grants, topUps, said: saidOf(c, SAID, mistake), mistake };
    return show(c, workspacePage(member, view), mistake === null ? 200 : 422);
  }

  /** A form of the page: read, done, and back to the page with what came of it. */
  function handle<Schema extends z.ZodMiniObject>(
    path: string,
    schema: Schema,
    act: (sent: z.infer<Schema>, asked: Asked) => Promise<Outcome>,
  ): void {
    app.post(`${base}/${path}`, async (c) => {
      const asked = await operator(c);
      if (asked instanceof Response) return asked;
      const sent = await form(c, schema, bodyTimeout);
      const outcome = 'mistake' in sent ? sent : await act(sent.value, asked);
      if ('mistake' in outcome) return render(c, asked, outcome.mistake);
      return c.redirect(`${asked.back}?said=${outcome.said}`, 303);
    });
  }

  app.get(base, async (c) => {
    const asked = await operator(c);
    return asked instanceof Response ? asked : render(c, asked, null);
  });

  handle('plan', PlanForm, async (sent, { workspace, by }) => {
    const offer = PlanOffer.safeParse({
      name: sent.name.trim(),
      allowance: wholeNumber(sent.allowance),
      cycle: sent.cycle,
      timeZone: sent.timeZone.trim(),
      prices: Object.fromEntries(ACTIVITIES.map((of) => [of, sent[of] === '' ? null : wholeNumber(sent[of])])),
      refundDays: wholeNumber(sent.refundDays),
      heldOver: sent.heldOver,
    });
    if (!offer.success) return { mistake: `The plan’s ${offer.error.issues[0]?.path.join(' ')} is not right.` };
    return outcomeOf(await purses.offerPlan(workspace.id, offer.data, sent.when, by), 'plan');
  });

  app.post(`${base}/cancel`, async (c) => {
    const asked = await operator(c);
    if (asked instanceof Response) return asked;
    const outcome = outcomeOf(await purses.cancelPlan(asked.workspace.id, asked.by), 'cancelled');
    return 'mistake' in outcome ? render(c, asked, outcome.mistake) : c.redirect(`${asked.back}?said=cancelled`, 303);
  });

  handle('add-ons', AddOnForm, async (addOn, { workspace, by }) =>
    outcomeOf(await purses.addAddOn(workspace.id, addOn, by), 'added'),
  );

  handle('add-ons/drop', DropForm, async ({ id }, { workspace, by }) =>
    outcomeOf(await purses.dropAddOn(workspace.id, id, by), 'dropped'),
  );

  handle('grants', GiveForm, async ({ until, ...given }, { workspace, by }) => {
    const expiresAt = until === '' ? null : endOf(until);
    if (expiresAt === undefined) return { mistake: 'There is no such day.' };
    return outcomeOf(await purses.grant(workspace.id, { ...given, expiresAt }, by), 'given');
  });

  handle('revoke', RevokeForm, async (revoked, { workspace, by }) =>
    outcomeOf(await purses.revoke(workspace.id, revoked, by), 'revoked'),
  );

  handle('top-ups', EndForm, async ({ topUp, status, payment }, { workspace, by }) => {
    const end = { status, payment: payment === '' ? null : payment };
    return outcomeOf(await purses.settleTopUp(workspace.id, topUp, end, by), status);
  });

  app.get(`${base}/ledger`, async (c) => {
    const asked = await operator(c);
    return asked instanceof Response ? asked : showLedger(c, deps, asked);
  });

  app.get(`${base}/receipts`, async (c) => {
    const asked = await operator(c);
    return asked instanceof Response ? asked : showReceipts(c, deps, asked);
  });

  for (const name of FORMATS) {
    app.get(`${base}/ledger.${name}`, async (c) => {
      const asked = await operator(c);
      return asked instanceof Response ? asked : download(c, deps, asked, name);
    });
  }

  return app;
}

function outcomeOf(done: OrRefusal<object>, said: string): Outcome {
  return 'refusal' in done ? { mistake: done.refusal.message } : { said };
}

/** Anything but a whole number is left as it is, to be refused. */
function wholeNumber(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

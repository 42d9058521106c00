import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Balance, Dispute, TopUp } from '#contract/credits.ts';
import { text } from '#contract/profile.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Workspace } from '../accounts/workspaces.ts';
import { field } from './fields.ts';
import { count, done, type Html, moment, type Page, problem } from './layout.ts';

const Id = z.string().check(z.minLength(1), z.maxLength(64));
export const SettleForm = z.object({ workspace: Id, topUp: z.uuid(), status: z.enum(['settled', 'failed']) });
export const GrantForm = z.object({
  /** Made with the page: a form sent twice grants once. */
  id: z.uuid(),
  workspace: Id,
  credits: z.pipe(
    z.coerce.number('Give a whole number of credits.'),
    z
      .int('Give a whole number of credits.')
      .check(z.minimum(1, 'Give at least 1 credit.'), z.maximum(1_000_000, 'Give 1,000,000 credits at most.')),
  ),
  reason: z.pipe(z.string('Say why.').check(z.trim(), z.minLength(1, 'Say why.')), text(500)),
});

export const DisputeForm = z.object({
  workspace: Id,
  dispute: z.uuid(),
  decision: z.enum(['grant', 'decline']),
  answer: z.prefault(z.string().check(z.trim(), z.maxLength(500)), ''),
});

export interface OperatorView {
  disputes: { workspace: Workspace; dispute: Dispute }[];
  pending: { workspace: Workspace; topUp: TopUp }[];
  purses: { workspace: Workspace; balance: Balance }[];
  said: string | null;
  mistake: string | null;
}

/** What waits for an operator, and every purse. */
export function operatorPage(member: SignedIn, { disputes, pending, purses, said, mistake }: OperatorView): Page {
  const body = html`<h1>Operator</h1>
<p class="lead">Settle a top-up once it is paid. Until then its credits are shown as pending and cannot be spent.</p>
${done(said)}${problem(mistake)}
<h2>Pending top-ups</h2>
${pending.length === 0 ? html`<p class="soft">None.</p>` : html`<ul class="rows">${pending.map(pendingRow)}</ul>`}
<h2>Open disputes</h2>
${disputes.length === 0 ? html`<p class="soft">None.</p>` : html`<ul class="rows">${disputes.map(disputeRow)}</ul>`}
<h2>Workspaces</h2>
${purses.length === 0 ? html`<p class="soft">None.</p>` : html`<ul class="rows">${purses.map(purseRow)}</ul>`}
${purses.filter(({ balance }) => balance.plan === null).map(withoutPlan)}
<h2>Give credits</h2>
<form method="post" action="/operator/grants" class="stack card">
<input type="hidden" name="id" value="${crypto.randomUUID()}">
<label for="workspace">Workspace</label>
<select id="workspace" name="workspace" required>${purses.map(
    ({ workspace }) => html`<option value="${workspace.id}">${workspace.name}</option>`,
  )}</select>
${field({ name: 'credits', label: 'Top-up credits', type: 'number', hint: 'They never expire and are spent after the plan’s.' })}
${field({ name: 'reason', label: 'Reason', hint: 'Stands in the ledger.' })}
<button class="btn main">Give credits</button>
</form>`;
  return { title: 'Operator', member, path: '/operator', body };
}

function pendingRow({ workspace, topUp }: OperatorView['pending'][number]): Html {
  const decide = (status: string, cls: string, label: string) =>
    html`<form method="post" action="/operator/top-ups"><input type="hidden" name="workspace" value="${workspace.id}"><input type="hidden" name="topUp" value="${topUp.id}"><button class="btn small ${cls}" name="status" value="${status}">${label}</button></form>`;
  return html`<li><div class="what"><span class="number topup">+${count(topUp.credits)}</span> for <bdi>${workspace.name}</bdi>${topUp.overdue ? html` <span class="tag warn">overdue</span>` : ''}<br>
<span class="soft">asked for by <bdi>${topUp.requestedBy}</bdi>, ${moment(topUp.requestedAt)}</span>${
    topUp.note ? html`<br><bdi>${topUp.note}</bdi>` : ''
  }</div>
<div class="acts">${decide('settled', 'main', `Settle ${count(topUp.credits)}`)}
<details><summary class="btn small">Decline…</summary>${decide('failed', '', 'Yes, decline it')}</details></div></li>`;
}

function disputeRow({ workspace, dispute }: OperatorView['disputes'][number]): Html {
  const { id, charged, activity, person, provider, reason, note, raisedBy, raisedAt } = dispute;
  const decide = (decision: string, cls: string, label: string) =>
    html`<form method="post" action="/operator/disputes"><input type="hidden" name="workspace" value="${workspace.id}"><input type="hidden" name="dispute" value="${id}">${field(
      { name: 'answer', id: `${decision}-${id}`, label: 'Answer', optional: true },
    )}<button class="btn small ${cls}" name="decision" value="${decision}">${label}</button></form>`;
  return html`<li><div class="what"><span class="number">${count(charged)}</span> of <bdi>${workspace.name}</bdi> for ${activity.replaceAll('_', ' ')} of <bdi>${person}</bdi> <span class="soft"><bdi>${provider}</bdi></span><br>
<span class="soft">${reason}, says <bdi>${raisedBy}</bdi>, ${moment(raisedAt)}</span>${note ? html`<br><bdi>${note}</bdi>` : ''}</div>
<div class="acts"><details><summary class="btn small main">Give back…</summary>${decide('grant', 'main', `Give ${count(charged)} back`)}</details>
<details><summary class="btn small">Decline…</summary>${decide('decline', '', 'Yes, decline it')}</details></div></li>`;
}

/** Without a plan there is no price, so nobody can reveal anything: the operator is told the way there. */
function withoutPlan({ workspace }: OperatorView['purses'][number]): Html {
  const command = (words: string) => html`<li><code>npm run server -- ${words}${workspace.slug}</code></li>`;
  return html`<div class="note"><p><b><bdi>${workspace.name}</bdi> has no plan yet, so nobody there can reveal anything.</b> Where the server runs, put one in force, fill the directory and invite the team:</p>
<ul>${command('plan --allowance 100 --workspace ')}${command('import contacts.csv --workspace ')}${command('invite ADDRESS --role rep --workspace ')}</ul></div>`;
}

function purseRow({ workspace, balance }: OperatorView['purses'][number]): Html {
  const { plan, topUp, held, debt, available } = balance;
  return html`<li><div class="what"><a href="/operator/workspaces/${encodeURIComponent(workspace.id)}"><b><bdi>${workspace.name}</bdi></b></a><br><span class="soft">${
    plan
      ? html`<bdi>${plan.name}</bdi>: <span class="plan number">${count(plan.left)}</span> of ${count(plan.allowance)}, renews ${moment(plan.renewsAt)}`
      : 'no plan'
  } · top-up <span class="topup number">${count(topUp)}</span>${held > 0 ? html` · on hold <span class="number">${count(held)}</span>` : ''}${
    debt > 0 ? html` · debt <span class="number">${count(debt)}</span>` : ''
  }</span></div>
<div><span class="number">${count(available)}</span> <span class="soft">to spend</span></div></li>`;
}

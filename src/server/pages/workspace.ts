import { html } from 'hono/html';
import * as z from 'zod/mini';
import { ACTIVITIES } from '#contract/activity.ts';
import type { Balance, GrantLine, TopUp } from '#contract/credits.ts';
import { CYCLES } from '#contract/plan.ts';
import { text } from '#contract/profile.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Workspace } from '../accounts/workspaces.ts';
import type { PlanTerms } from '../credits/plan.ts';
import type { AddOn } from '../credits/purse.ts';
import { choice, field } from './fields.ts';
import { count, done, type Html, moment, type Page, problem } from './layout.ts';
import { purseFigures } from './purse-figures.ts';

const GIVE = 'Give 1 to 1,000,000 credits.';
const Credits = z.pipe(z.coerce.number(GIVE), z.int(GIVE).check(z.minimum(1, GIVE), z.maximum(1_000_000, GIVE)));
const Reason = z.pipe(z.string('Say why.').check(z.trim(), z.minLength(1, 'Say why.')), text(500));
const Day = z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\d)?$/, 'Give a day.'));
/** Made with the page: a form sent twice has one effect. */
const Once = z.uuid();

/** What comes of the plan's form is checked as an offer. */
export const PlanForm = z.object({
  name: z.string(),
  allowance: z.string(),
  cycle: z.string(),
  timeZone: z.string(),
  refundDays: z.string(),
  heldOver: z.string(),
  when: z.enum(['now', 'renewal']),
  ...(Object.fromEntries(ACTIVITIES.map((activity) => [activity, z.string()])) as Record<
    (typeof ACTIVITIES)[number],
    z.ZodMiniString
  >),
});
export const AddOnForm = z.object({ id: Once, credits: Credits });
export const DropForm = z.object({ id: z.string().check(z.maxLength(64)) });
export const GiveForm = z.object({
  id: Once,
  kind: z.enum(['plan', 'add_on', 'top_up']),
  credits: Credits,
  until: Day,
  reason: Reason,
});
export const RevokeForm = z.object({
  id: Once,
  entry: z.pipe(z.coerce.number(), z.int().check(z.positive(), z.maximum(2_147_483_647))),
  credits: Credits,
  reason: Reason,
});
export const EndForm = z.object({
  topUp: z.uuid(),
  status: z.enum(['settled', 'failed', 'reversed']),
  payment: z.prefault(z.string().check(z.trim(), z.maxLength(200)), ''),
});

export interface WorkspaceView {
  workspace: Workspace;
  balance: Balance;
  plan: PlanTerms | null;
  addOns: readonly AddOn[];
  grants: readonly GrantLine[];
  topUps: readonly TopUp[];
  said: string | null;
  mistake: string | null;
}

/** All that an operator does in one workspace. Where money moves, what will happen is said before it is confirmed. */
export function workspacePage(member: SignedIn, view: WorkspaceView): Page {
  const { workspace, balance, said, mistake } = view;
  const base = `/operator/workspaces/${encodeURIComponent(workspace.id)}`;
  const body = html`<p><a href="/operator">← Operator</a></p>
<h1><bdi>${workspace.name}</bdi></h1>
${done(said)}${problem(mistake)}
${purseFigures(balance)}
<p class="more"><a href="${base}/ledger">Ledger</a><a href="${base}/receipts">Receipts</a></p>
<h2>Plan</h2>
${planForm(base, view)}
<h2>Add-ons</h2>
${addOns(base, view)}
<h2>Top-ups</h2>
${view.topUps.length === 0 ? html`<p class="soft">None.</p>` : html`<ul class="rows">${view.topUps.map((topUp) => topUpRow(base, topUp))}</ul>`}
<h2>Grants</h2>
${view.grants.length === 0 ? html`<p class="soft">None.</p>` : html`<ul class="rows">${view.grants.map((grant) => grantRow(base, grant))}</ul>`}
<h2>Give credits</h2>
${giveForm(base, balance.plan !== null)}`;
  return { title: workspace.name, member, path: base, body };
}

function planForm(base: string, { plan, balance }: WorkspaceView): Html {
  const price = (activity: (typeof ACTIVITIES)[number]) => {
    const credits =
      plan === null ? ({ email: 1, phone: 8 } as Partial<Record<string, number>>)[activity] : plan.prices[activity];
    const label = activity.replaceAll('_', ' ').replace('ai ', 'AI ').replace('api ', 'API ');
    return html`<div>${field({ name: activity, label: label[0]?.toUpperCase() + label.slice(1), type: 'number', least: 0, optional: true, value: String(credits ?? '') })}</div>`;
  };
  const when =
    plan === null
      ? html`<input type="hidden" name="when" value="now">`
      : choice({
          name: 'when',
          label: 'From when',
          among: [
            ['renewal', 'At the next renewal'],
            ['now', 'Now: what this cycle used stays used'],
          ],
        });
  return html`<details class="card"><summary class="btn">${plan === null ? 'Put a plan in force…' : 'Change the plan…'}</summary>
<form method="post" action="${base}/plan">
<div class="pair"><div>${field({ name: 'name', label: 'Name', value: plan?.name ?? 'Team' })}</div>
<div>${field({ name: 'allowance', label: 'Credits in each cycle', type: 'number', least: 0, most: 100_000_000, value: String(plan?.allowance ?? 100) })}</div>
<div>${choice({ name: 'cycle', label: 'Cycle', among: CYCLES.map((cycle) => [cycle, cycle.replace('_', '-')] as const), value: plan?.cycle ?? 'monthly' })}</div>
<div>${field({ name: 'timeZone', label: 'Time zone', value: plan?.timeZone ?? 'UTC' })}</div></div>
<p class="hint">Another cycle or time zone ends the current cycle when it comes into force.</p>
<div class="pair">${ACTIVITIES.map(price)}</div>
<p class="hint">Prices in credits. What is left empty is excluded.</p>
<div class="pair"><div>${field({ name: 'refundDays', label: 'Days for disputes', type: 'number', least: 0, value: String(plan?.refundDays ?? 14) })}</div>
<div>${choice({
    name: 'heldOver',
    label: 'Held over a renewal',
    among: [
      ['expire', 'What comes back expires'],
      ['goodwill', 'What comes back is given anew'],
    ],
    value: plan?.heldOver ?? 'expire',
  })}</div></div>
${when}
<button class="btn main">${plan === null ? 'Put it in force' : 'Change the plan'}</button></form></details>
${
  plan === null || balance.plan === null || balance.plan.next === 'cancelled'
    ? ''
    : html`<details><summary class="btn small">Cancel the plan…</summary>
<form method="post" action="${base}/cancel"><p>Plan and add-ons end ${moment(balance.plan.renewsAt)}; what is left of them expires then. Top-up credits stay.</p><button class="btn small">Yes, cancel it</button></form></details>`
}`;
}

function addOns(base: string, { addOns: all, plan }: WorkspaceView): Html {
  if (plan === null) return html`<p class="soft">Add-ons need a plan: they are renewed with its cycles.</p>`;
  return html`${
    all.length === 0
      ? html`<p class="soft">None.</p>`
      : html`<ul class="rows">${all.map(
          ({
            id,
            credits,
          }) => html`<li><div class="what"><span class="number plan">${count(credits)}</span> at each renewal<br><span class="soft">${id}</span></div>
<details><summary class="btn small" aria-label="Drop… the add-on of ${count(credits)} credits">Drop…</summary><form method="post" action="${base}/add-ons/drop"><input type="hidden" name="id" value="${id}"><button class="btn small">Yes, renew it no more</button></form></details></li>`,
        )}</ul>`
  }
<details class="card"><summary class="btn">Add one…</summary><form method="post" action="${base}/add-ons"><input type="hidden" name="id" value="${crypto.randomUUID()}">
${field({ name: 'credits', id: 'add-on-credits', label: 'Credits in each cycle', type: 'number', hint: 'They count at once, until the cycle ends, and again at each renewal.' })}
<button class="btn main">Add it</button></form></details>`;
}

function topUpRow(base: string, { id, credits, status, overdue, requestedBy, requestedAt, note }: TopUp): Html {
  const end = (to: string, cls: string, label: string, asks = false) =>
    html`<form method="post" action="${base}/top-ups"><input type="hidden" name="topUp" value="${id}">${
      asks
        ? field({
            name: 'payment',
            id: `payment-${id}`,
            label: 'Payment or invoice',
            optional: true,
            hint: 'One payment settles one top-up, ever.',
          })
        : ''
    }<button class="btn small ${cls}" name="status" value="${to}">${label}</button></form>`;
  const acts = {
    pending: html`<details><summary class="btn small main" aria-label="Settle… ${count(credits)} credits">Settle…</summary>${end('settled', 'main', `Settle ${count(credits)}`, true)}</details>
<details><summary class="btn small" aria-label="Decline… ${count(credits)} credits">Decline…</summary>${end('failed', '', 'Yes, decline it')}</details>`,
    settled: html`<details><summary class="btn small" aria-label="Reverse… ${count(credits)} credits">Reverse…</summary><p>The payment was taken back: what is left of these credits goes, and what was spent of them becomes debt.</p>${end('reversed', '', 'Yes, reverse it')}</details>`,
    failed: html``,
    reversed: html``,
  }[status];
  return html`<li><div class="what"><span class="number topup">+${count(credits)}</span> <span class="tag ${overdue ? 'warn' : ''}">${overdue ? 'overdue' : status}</span><br>
<span class="soft">asked for by <bdi>${requestedBy}</bdi>, ${moment(requestedAt)}</span>${note === null ? '' : html`<br><bdi>${note}</bdi>`}</div><div class="acts">${acts}</div></li>`;
}

function grantRow(base: string, { entry, kind, credits, left, held, expiresAt, status, reason }: GrantLine): Html {
  return html`<li><div class="what"><span class="number ${kind === 'top_up' ? 'topup' : 'plan'}">${count(left)}</span> of ${count(credits)} ${kind.replace('_', '-')} left${
    held > 0 ? html`, ${count(held)} on hold` : ''
  } ${status === 'open' ? '' : html`<span class="tag">${status}</span>`}<br><span class="soft">entry ${entry}, ${expiresAt === null ? 'never expires' : html`until ${moment(expiresAt)}`}</span>${
    reason === null ? '' : html`<br><bdi>${reason}</bdi>`
  }</div>${
    left === 0
      ? ''
      : html`<details><summary class="btn small" aria-label="Take back… out of grant ${entry}">Take back…</summary><form method="post" action="${base}/revoke"><input type="hidden" name="id" value="${crypto.randomUUID()}"><input type="hidden" name="entry" value="${entry}">
${field({ name: 'credits', id: `revoke-${entry}`, label: 'Credits', type: 'number', value: String(left), hint: 'At most what is left of it.' })}
${field({ name: 'reason', id: `revoke-reason-${entry}`, label: 'Reason' })}
<button class="btn small">Take them back</button></form></details>`
  }</li>`;
}

function giveForm(base: string, hasPlan: boolean): Html {
  const kinds = [
    ['top_up', 'Top-up: spent last'],
    ['plan', 'Plan: spent first, ends with the cycle'],
    ['add_on', 'Add-on: ends with the cycle'],
  ] as const;
  return html`<form method="post" action="${base}/grants" class="stack card"><input type="hidden" name="id" value="${crypto.randomUUID()}">
${choice({ name: 'kind', label: 'They count as', among: hasPlan ? kinds : kinds.slice(0, 1) })}
${field({ name: 'credits', label: 'Credits', type: 'number' })}
${field({ name: 'until', label: 'Until the end of', type: 'date', optional: true, hint: 'In UTC. Empty: top-up credits never expire, others end with the cycle.' })}
${field({ name: 'reason', label: 'Reason', hint: 'Stands in the ledger.' })}
<button class="btn main">Give credits</button></form>`;
}

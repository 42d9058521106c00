import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Balance } from '#contract/credits.ts';
import type { CapRequest, MemberLine } from '#contract/members.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { field } from './fields.ts';
import { count, done, type Html, moment, type Page, problem } from './layout.ts';
import { purseFigures } from './purse-figures.ts';

const Id = z.string().check(z.minLength(1), z.maxLength(64));
const WHOLE = 'Give a whole number of credits, up to 1,000,000.';
const Credits = z.pipe(z.coerce.number(WHOLE), z.int(WHOLE).check(z.minimum(0, WHOLE), z.maximum(1_000_000, WHOLE)));

/** An empty number takes the cap off; 0 lets the member spend nothing. */
export const CapForm = z.object({ member: Id, credits: z.union([z.literal(''), Credits], WHOLE) });
export const RaiseForm = z.object({
  request: z.uuid(),
  decision: z.enum(['grant', 'decline']),
  credits: z.optional(Credits),
  until: z.optional(z.string().check(z.maxLength(10))),
});

export interface TeamView {
  balance: Balance;
  members: readonly MemberLine[];
  /** Those that wait. */
  requests: readonly CapRequest[];
  said: string | null;
  mistake: string | null;
}

/** What an admin sees of the workspace: its purse, who spends, and who asks for more. */
export function teamPage(member: SignedIn, { balance, members, requests, said, mistake }: TeamView): Page {
  const name = member.workspace?.name ?? '';
  const until = balance.plan?.renewsAt ?? null;
  const body = html`<h1><bdi>${name}</bdi></h1>
${done(said)}${problem(mistake)}
${purseFigures(balance)}
<p class="more"><a href="/team/ledger">Ledger</a><a href="/team/receipts">Receipts</a></p>
<h2>Who asks for more</h2>
${requests.length === 0 ? html`<p class="soft">Nobody.</p>` : html`<ul class="rows">${requests.map((request) => requestRow(request, until))}</ul>`}
<h2>Top-ups that wait</h2>
${
  balance.pending.length === 0
    ? html`<p class="soft">None.</p>`
    : html`<ul class="rows">${balance.pending.map(
        ({ credits, requestedBy, requestedAt, overdue, note }) =>
          html`<li><div class="what"><span class="number topup">+${count(credits)}</span>${
            overdue ? html` <span class="tag warn">overdue</span>` : ''
          }<br><span class="soft">asked for by <bdi>${requestedBy}</bdi>, ${moment(requestedAt)}</span>${note === null ? '' : html`<br><bdi>${note}</bdi>`}</div></li>`,
      )}</ul><p class="hint">The operator of this server settles them once they are paid.</p>`
}
<h2>Members</h2>
<ul class="rows">${members.map(memberRow)}</ul>
<p class="hint">A cap is what a member may spend in a billing cycle. What this cycle used already counts.</p>`;
  return { title: 'Team', member, path: '/team', body };
}

function memberRow({ id, name, email, role, cap }: MemberLine): Html {
  const use =
    cap === null
      ? 'no cap'
      : html`<span class="number">${count(cap.used)}</span> of ${count(cap.credits)} used${
          cap.raise === null ? '' : html`, ${count(cap.raise.credits)} more until ${moment(cap.raise.until)}`
        }${cap.left === 0 ? html` <span class="tag warn">at the cap</span>` : ''}`;
  return html`<li><div class="what"><b><bdi>${name}</bdi></b> <span class="soft">${role}</span><br><span class="soft"><bdi>${email}</bdi> · ${use}</span></div>
<details><summary class="btn small" aria-label="Cap… of ${name}">Cap…</summary>
<form method="post" action="/team/caps"><input type="hidden" name="member" value="${id}">
${field({ name: 'credits', id: `cap-${id}`, label: 'Credits in a cycle', type: 'number', least: 0, optional: true, value: cap === null ? '' : String(cap.credits), hint: 'Empty for no cap, 0 to spend nothing.' })}
<button class="btn small main">Set the cap</button></form></details></li>`;
}

function requestRow({ id, member, credits, note, requestedAt }: CapRequest, until: string | null): Html {
  const day = (until ?? new Date(Date.parse(requestedAt) + 7 * 86_400_000).toISOString()).slice(0, 10);
  return html`<li><div class="what"><b><bdi>${member.name}</bdi></b> asks for <span class="number">${count(credits)}</span> more<br>
<span class="soft">${moment(requestedAt)}</span>${note === null ? '' : html`<br><bdi>${note}</bdi>`}</div>
<div class="acts"><details><summary class="btn small main">Allow…</summary>
<form method="post" action="/team/raises"><input type="hidden" name="request" value="${id}">
${field({ name: 'credits', id: `credits-${id}`, label: 'Credits more', type: 'number', value: String(credits) })}
${field({ name: 'until', id: `until-${id}`, label: 'Until the end of', type: 'date', value: day, hint: 'In UTC.' })}
<button class="btn small main" name="decision" value="grant">Allow it</button></form></details>
<form method="post" action="/team/raises"><input type="hidden" name="request" value="${id}"><button class="btn small" name="decision" value="decline">Decline</button></form></div></li>`;
}

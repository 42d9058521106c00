import { html } from 'hono/html';
import type { LedgerEntry, Receipt } from '#contract/credits.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { count, type Html, moment, type Page } from './layout.ts';

const signed = (credits: number) => (credits > 0 ? `+${count(credits)}` : credits === 0 ? '' : `−${count(-credits)}`);

/** A table that can be moved by keys where it is wider than the page. */
function table(name: string, head: Html, rows: readonly Html[]): Html {
  return html`<div class="table" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** @param base the page's own address, `back` where it belongs to */
export function ledgerPage(
  member: SignedIn,
  {
    base,
    back,
    name,
    after,
    items,
    more,
  }: {
    base: string;
    back: string;
    name: string;
    after: number;
    items: readonly LedgerEntry[];
    more: boolean;
  },
): Page {
  const rows = items.map(
    (entry) => html`<tr><td class="n">${entry.number}</td><td>${moment(entry.at)}</td><td>${entry.kind}${
      entry.grantKind === null ? '' : html` <span class="soft">${entry.grantKind.replace('_', '-')}</span>`
    }${entry.activity === null ? '' : html` <span class="soft">${entry.activity.replaceAll('_', ' ')}</span>`}</td>
<td class="n">${signed(entry.availableDelta)}</td><td class="n">${signed(entry.heldDelta)}</td><td class="n">${signed(entry.debtDelta)}</td>
<td>${entry.by === null ? html`<span class="soft">the clock</span>` : html`<bdi>${entry.by}</bdi>`}</td><td><bdi>${entry.reason ?? ''}</bdi></td></tr>`,
  );
  const head = html`<th class="n" scope="col">No.</th><th scope="col">When</th><th scope="col">What</th><th class="n" scope="col">To spend</th><th class="n" scope="col">On hold</th><th class="n" scope="col">Debt</th><th scope="col">By</th><th scope="col">Why</th>`;
  const last = items.at(-1)?.number ?? after;
  const body = html`<p><a href="${back}">← <bdi>${name}</bdi></a></p>
<h1>Ledger</h1>
<p class="lead">Every movement of credits, numbered without gaps. Nothing here is ever changed: a mistake is mended by another entry.</p>
<p class="acts"><a class="btn small" href="${base}.csv" download>Export as CSV</a><a class="btn small" href="${base}.jsonl" download>Export as JSON lines</a></p>
${items.length === 0 ? html`<p class="soft">${after === 0 ? 'There are no entries yet.' : 'There are no more entries.'}</p>` : table('Entries of the ledger', head, rows)}
<p class="more">${after > 0 ? html`<a href="${base}">From the first</a>` : ''}${more ? html`<a href="${base}?after=${last}" rel="next">After ${last}</a>` : ''}</p>`;
  return { title: 'Ledger', member, path: base, wide: true, body };
}

export function receiptsPage(
  member: SignedIn,
  {
    base,
    back,
    name,
    items,
    more,
  }: {
    base: string;
    back: string;
    name: string;
    items: readonly Receipt[];
    more: boolean;
  },
): Page {
  const rows = items.map(
    ({ entry, at, member: who, activity, person, provider, charged, split, before, after, refund }) =>
      html`<tr><td class="n">${entry}</td><td>${moment(at)}</td><td><bdi>${who}</bdi></td><td>${activity.replaceAll('_', ' ')} <span class="soft">of</span> <bdi>${person}</bdi><br><span class="soft"><bdi>${provider}</bdi></span></td>
<td class="n"><b>${count(charged)}</b></td><td class="n plan">${count(split.plan)}</td><td class="n plan">${count(split.addOn)}</td><td class="n topup">${count(split.topUp)}</td><td class="n">${count(before)} → ${count(after)}</td>
<td>${refund === null ? '' : html`${count(refund.credits)} back, entry ${refund.entry}, ${moment(refund.at)}`}</td></tr>`,
  );
  const head = html`<th class="n" scope="col">Entry</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th class="n" scope="col">Charged</th><th class="n" scope="col">Plan</th><th class="n" scope="col">Add-on</th><th class="n" scope="col">Top-up</th><th class="n" scope="col">Balance</th><th scope="col">Refund</th>`;
  const body = html`<p><a href="${back}">← <bdi>${name}</bdi></a></p>
<h1>Receipts</h1>
<p class="lead">One for every charge, newest first: out of which credits it came, and the balance before and after.</p>
${items.length === 0 ? html`<p class="soft">Nothing was charged yet.</p>` : table('Receipts', head, rows)}
<p class="more"><a href="${base}">Newest</a>${more ? html`<a href="${base}?before=${items.at(-1)?.entry}" rel="next">Older</a>` : ''}</p>`;
  return { title: 'Receipts', member, path: base, wide: true, body };
}

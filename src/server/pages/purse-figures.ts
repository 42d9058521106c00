import { html } from 'hono/html';
import type { Balance } from '#contract/credits.ts';
import { count, type Html, moment } from './layout.ts';

/** A purse: its numbers, and what happens to them and when. */
export function purseFigures({ available, plan, addOn, topUp, held, debt, expiring }: Balance): Html {
  const figure = (name: string, credits: number, kind = '') =>
    html`<div><dt>${name}</dt><dd class="number ${kind}">${count(credits)}</dd></div>`;
  return html`<div class="card"><dl class="figures">${figure('to spend', available)}${
    plan === null ? '' : figure(`of ${count(plan.allowance)} plan credits`, plan.left, 'plan')
  }${addOn === null ? '' : figure('add-on', addOn.left, 'plan')}${figure('top-up', topUp, 'topup')}${
    held > 0 ? figure('on hold', held) : ''
  }${debt > 0 ? figure('debt', debt) : ''}</dl>
${planLine(plan)}
${debt > 0 ? html`<p class="soft">A payment was taken back after its credits were spent. What is given next pays that debt first.</p>` : ''}
${
  expiring.length === 0
    ? ''
    : html`<p class="soft">${expiring.map(
        ({ at, credits, kind }, index) =>
          html`${index === 0 ? '' : ' · '}${count(credits)} ${kind.replace('_', '-')} ${credits === 1 ? 'credit expires' : 'credits expire'} ${moment(at)}`,
      )}</p>`
}</div>`;
}

function planLine(plan: Balance['plan']): Html {
  if (plan === null) return html`<p>No plan: nobody can reveal anything.</p>`;
  const { name, renewsAt, next } = plan;
  if (next === 'cancelled') return html`<p><bdi>${name}</bdi> ends ${moment(renewsAt)}.</p>`;
  if (next === null) return html`<p><bdi>${name}</bdi> renews ${moment(renewsAt)}.</p>`;
  return html`<p><bdi>${name}</bdi> until ${moment(renewsAt)}, then <bdi>${next.name}</bdi> with ${count(next.allowance)}.</p>`;
}

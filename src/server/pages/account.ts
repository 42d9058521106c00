import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { SessionLine, SignedIn } from '../accounts/sessions.ts';
import { done, moment, type Page } from './layout.ts';

export const RevokeForm = z.object({ session: z.string().check(z.minLength(1), z.maxLength(64)) });

/** Who am I, and where am I signed in. */
export function accountPage(member: SignedIn, sessions: SessionLine[], said: string | null): Page {
  const body = html`<h1><bdi>${member.name}</bdi></h1>
${done(said)}
<div class="card"><dl>
<dt>E-mail</dt><dd>${member.email}</dd>
<dt>Workspace</dt><dd>${member.workspace ? html`<bdi>${member.workspace.name}</bdi>` : 'none'}</dd>
<dt>Role</dt><dd>${[member.role ?? '', member.operator ? 'operator of this server' : ''].filter(Boolean).join(', ')}</dd>
</dl></div>
<h2>Where you are signed in</h2>
<ul class="rows">${sessions.map(
    (session) => html`<li><div class="what">${browserOf(session.userAgent)}${
      session.id === member.sessionId ? html` <b>· this browser</b>` : ''
    }<br><span class="soft">since ${moment(session.createdAt)}, until ${moment(session.expiresAt)}</span></div>
${
  session.id === member.sessionId
    ? html`<form method="post" action="/sign-out"><button class="btn small">Sign out</button></form>`
    : html`<form method="post" action="/account/revoke"><input type="hidden" name="session" value="${session.id}"><button class="btn small" aria-label="End the session of ${browserOf(session.userAgent)} since ${session.createdAt}">End</button></form>`
}</li>`,
  )}</ul>`;
  return { title: 'Account', member, path: '/account', body };
}

/** Enough of a user agent to tell one's browsers apart. */
function browserOf(userAgent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/(\d+)/.exec(userAgent);
  const system = /Windows|Mac OS X|Android|iPhone|CrOS|Linux/.exec(userAgent)?.[0];
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
  if (browser === null) return 'A program';
  return `${names[browser[1] ?? ''] ?? browser[1]} ${browser[2]}${system ? ` on ${system.replace(' OS X', '')}` : ''}`;
}

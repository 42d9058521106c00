import { html } from 'hono/html';
import * as z from 'zod/mini';
import { PASSWORD_MIN } from '../accounts/auth.ts';
import type { Invitation } from '../accounts/links.ts';
import { Email, Password, PersonName, WorkspaceName } from '../accounts/person.ts';
import { field } from './fields.ts';
import { type Page, problem } from './layout.ts';

export const OperatorForm = z.object({ name: PersonName, email: Email, workspace: WorkspaceName, password: Password });
export const MemberForm = z.object({ name: PersonName, password: Password });

interface Filled {
  mistake: string | null;
  at: string;
  values: Partial<Record<'name' | 'email' | 'workspace', string>>;
}

export const EMPTY: Filled = { mistake: null, at: '', values: {} };

const HINT = `At least ${PASSWORD_MIN} characters; a few words are best.`;

/** Where a one-time link leads: the first operator's account, or a member's name and password. */
export function welcomePage(invitation: Invitation, { mistake, at, values }: Filled): Page {
  const operator = invitation.kind === 'operator';
  const name = values.name ?? (operator ? '' : invitation.name);
  const body = html`<h1>${operator ? 'Set up this server' : 'Welcome to Latchkey'}</h1>
<p class="lead">${
    operator
      ? 'You will run this server and be the admin of its first workspace.'
      : html`Choose how to sign in as <bdi>${invitation.email}</bdi>${
          invitation.workspaceName ? html` of <bdi>${invitation.workspaceName}</bdi>` : ''
        }. Sessions you had are ended.`
  }</p>
${problem(mistake)}
<form method="post" class="stack">
${field({ name: 'name', label: 'Your name', autocomplete: 'name', value: name, hint: 'Stands beside what you reveal.', wrong: at })}
${operator ? field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: values.email ?? '', wrong: at }) : html`<input type="hidden" name="username" autocomplete="username" value="${invitation.email}">`}
${operator ? field({ name: 'workspace', label: 'Name of your team’s workspace', autocomplete: 'organization', value: values.workspace ?? '', wrong: at }) : ''}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password', hint: HINT, wrong: at })}
<button class="btn main">${operator ? 'Create workspace' : 'Save and sign in'}</button>
</form>`;
  return { title: operator ? 'Set up' : 'Welcome', member: null, path: '/welcome', narrow: true, body };
}

/** Unknown, used and expired links look the same. */
export function linkGonePage(): Page {
  const body = html`<h1>This link is no longer good</h1>
<p>It was used already, replaced by a newer one, or is older than 7 days.</p>
<p>If you have chosen a password, <a href="/sign-in">sign in</a>. Otherwise ask for a new link.</p>`;
  return { title: 'Link no longer good', member: null, path: '/welcome', narrow: true, body };
}

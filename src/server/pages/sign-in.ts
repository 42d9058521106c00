import { html } from 'hono/html';
import * as z from 'zod/mini';
import { field } from './fields.ts';
import { type Page, problem } from './layout.ts';

export const SignInForm = z.object({
  email: z
    .string('Give your e-mail address.')
    .check(z.trim(), z.minLength(1, 'Give your e-mail address.'), z.maxLength(254)),
  password: z.string('Give your password.').check(z.minLength(1, 'Give your password.'), z.maxLength(200)),
});

export const WRONG = 'E-mail and password do not belong together.';

export function signInPage(next: string, mistake: string | null, email = ''): Page {
  const device = next.startsWith('/device');
  const body = html`<h1>Sign in</h1>
<p class="lead">${device ? 'Then approve your browser’s code.' : 'To your team’s Latchkey.'}</p>
${problem(mistake)}
<form method="post" action="/sign-in?next=${encodeURIComponent(next)}" class="stack">
${field({ name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: email })}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<button class="btn main">Sign in</button>
</form>
<p class="hint">Forgotten it? Ask an admin of your team for a new link.</p>`;
  return { title: 'Sign in', member: null, path: '/sign-in', narrow: true, body };
}

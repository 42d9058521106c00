import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { CodeState } from '../accounts/device.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { type Page, problem } from './layout.ts';

const Code = z.string('Give the code.').check(z.minLength(1, 'Give the code.'), z.maxLength(40));
export const DeviceForm = z.object({ user_code: Code, decision: z.enum(['approve', 'deny']) });

/** The code large, to be compared with the extension's, and the question. Opening this page decides nothing. */
export function devicePage(member: SignedIn, userCode: string, state: CodeState, mistake: string | null = null): Page {
  const shared = { title: 'Sign a browser in', member, path: '/device', narrow: true };
  if (userCode === '' || state === 'unknown') {
    return {
      ...shared,
      body: html`<h1>Sign a browser in</h1>
${problem(mistake ?? (userCode === '' ? null : 'This code is not known, or older than 10 minutes. Start again in the extension.'))}
<form method="get" action="/device" class="stack">
<label for="user_code">Code shown by the extension</label>
<input id="user_code" name="user_code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false">
<button class="btn main">Continue</button>
</form>`,
    };
  }
  if (state !== 'pending') {
    return {
      ...shared,
      body:
        state === 'approved'
          ? html`<h1>Approved</h1><p role="status">The extension signs in within seconds. You can close this tab.</p>`
          : html`<h1>Denied</h1><p role="status">That browser was not signed in. You can close this tab.</p>`,
    };
  }
  const half = Math.ceil(userCode.length / 2);
  return {
    ...shared,
    body: html`<h1>Does this match?</h1>
<p class="lead">The extension shows a code. Approve only if it is this one and you started the sign-in yourself.</p>
${problem(mistake)}
<p class="code" aria-label="Code ${[...userCode].join(' ')}"><span>${userCode.slice(0, half)}</span><span>${userCode.slice(half)}</span></p>
<div class="acts two">
<form method="post" action="/device"><input type="hidden" name="user_code" value="${userCode}"><button class="btn main" name="decision" value="approve">It matches, sign in</button></form>
<form method="post" action="/device"><input type="hidden" name="user_code" value="${userCode}"><button class="btn" name="decision" value="deny">Deny</button></form>
</div>
<p class="hint">It will act as <bdi>${member.name}</bdi>${
      member.workspace ? html` of <bdi>${member.workspace.name}</bdi>` : ''
    }. You can end it any time under <a href="/account">Account</a>.</p>`,
  };
}

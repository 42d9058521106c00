import { html } from 'hono/html';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Page } from './layout.ts';

/** What this is, and where to go. */
export function homePage(member: SignedIn | null, url: string): Page {
  const body = html`<h1>Latchkey</h1>
<p class="lead">This server keeps a team’s credits and reveals contact details for its browser extension.</p>
${
  member
    ? html`<div class="note"><p>You are signed in as <bdi>${member.name}</bdi>${
        member.workspace ? html` of <bdi>${member.workspace.name}</bdi>` : ''
      }.</p></div>`
    : ''
}
<h2>For members</h2>
<ol>
<li>Add the Latchkey extension to your browser and open its settings.</li>
<li>Set this server’s address there: <code>${url}</code></li>
<li>Choose Sign in, and approve the code on the page that opens here.</li>
</ol>
<p class="soft">No account yet? Ask an admin of your team for an invitation link.</p>
<h2>For programs</h2>
<p>The API is described by <a href="/openapi.json">/openapi.json</a>. The source is open (MIT).</p>`;
  return { title: 'A Latchkey server', member, path: '/', body };
}

import { html } from 'hono/html';
import type { Page } from './layout.ts';

/** A form that another site sent, or that was opened under another name of this server. */
export function foreignFormPage(url: string): Page {
  const body = html`<h1>Nothing was done</h1>
<p>This form did not come from a page under <a href="${url}/">${url}</a>. Open the page there and try again.</p>`;
  return { title: 'Nothing was done', member: null, path: '', narrow: true, body };
}

import { html } from 'hono/html';
import type { SignedIn } from '../accounts/sessions.ts';

export type Html = ReturnType<typeof html>;

export interface Page {
  title: string;
  /** Who is signed in, for the bar above. */
  member: SignedIn | null;
  /** Address of the page, for the bar. */
  path: string;
  narrow?: boolean;
  wide?: boolean;
  body: Html;
}

const KEY = html`<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><circle cx="8" cy="12" r="4.5"/><path d="M12.5 12H21v4M17 12v3"/></svg>`;

/** A whole document. Everything put into it is escaped; there is no script. */
export function layout({ title, member, path, narrow, wide, body }: Page): Html {
  const link = (href: string, text: string) =>
    html`<a href="${href}" ${href === path ? html`aria-current="page"` : ''}>${text}</a>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Latchkey</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><div class="bar"><a class="brand" href="/">${KEY}Latchkey</a>
<nav aria-label="Pages">${member?.role === 'admin' ? link('/team', 'Team') : ''}${member?.operator ? link('/operator', 'Operator') : ''}${
    member ? link('/account', 'Account') : link('/sign-in', 'Sign in')
  }</nav></div></header>
<main class="${narrow ? 'narrow' : wide ? 'wide' : ''}">${body}</main>
</body>
</html>`;
}

/** What went wrong with a form, read out at once. */
export function problem(sentence: string | null): Html | '' {
  return sentence === null ? '' : html`<div class="note warn" role="alert"><p><b>${sentence}</b></p></div>`;
}

/** What a form did. */
export function done(sentence: string | null): Html | '' {
  return sentence === null ? '' : html`<div class="note" role="status"><p>${sentence}</p></div>`;
}

/** A moment as people read it, and as programs do. */
export function moment(iso: string): Html {
  const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return html`<time datetime="${iso}">${text.format(new Date(iso))} UTC</time>`;
}

/** Credits as people read them. */
export function count(credits: number): string {
  return credits.toLocaleString('en-GB');
}

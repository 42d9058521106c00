import type { Hono } from 'hono';
import { html, raw } from 'hono/html';

/** One imaginary web site of the demo, made as real sites of its kind are. */
export interface DemoSite {
  /** `brightwater.example`. The server answers to `brightwater.localhost` as well. */
  host: string;
  name: string;
  /** The page to look at first. */
  path: string;
  /** What there is to see, in one sentence, for the list of sites. */
  shows: string;
  app: Hono;
}

/** Markup that `html` made: what it is given is escaped, what it returns is not escaped again. */
export type Html = ReturnType<typeof html>;

/** A whole page in the site's own style. */
export function webPage(page: {
  title: string;
  description: string;
  css: string;
  head?: Html | string;
  body: Html;
}): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="data:,">
<style>${raw(page.css)}</style>
${page.head ?? ''}
</head>
<body>
${page.body}
</body>
</html>`;
}

/** A script element of linked data. `<` is escaped, so that no string in it can end the element. */
export function jsonLd(data: object): Html {
  return html`<script type="application/ld+json">${raw(JSON.stringify(data, null, 1).replaceAll('<', '\\u003c'))}</script>`;
}

/** A drawn portrait: head and shoulders in two tones that follow from the name. Decoration, hidden from readers. */
export function portrait(name: string, hue: number): Html {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const back = `hsl(${(hue + (sum % 5) * 9) % 360} 28% ${84 - (sum % 3) * 4}%)`;
  const front = `hsl(${(hue + (sum % 7) * 6) % 360} ${22 + (sum % 4) * 5}% ${38 + (sum % 4) * 6}%)`;
  const skin = `hsl(${22 + (sum % 3) * 4} 38% ${[78, 66, 52, 38][sum % 4]}%)`;
  const top = 34 + (sum % 4);
  return html`<svg class="portrait" viewBox="0 0 100 100" aria-hidden="true" focusable="false"><rect width="100" height="100" fill="${back}"/><path d="M14 100c2-26 18-35 36-35s34 9 36 35z" fill="${front}"/><path d="M42 54h16v14a8 8 0 0 1-16 0z" fill="${skin}"/><ellipse cx="50" cy="${top + 8}" rx="16" ry="19" fill="${skin}"/><path d="M33 ${top + 8}c-3-24 37-24 34 0-4-9-10-12-17-12s-13 3-17 12z" fill="hsl(${20 + (sum % 6) * 4} 24% ${14 + (sum % 5) * 9}%)"/></svg>`;
}

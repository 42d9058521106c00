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

/** A drawn portrait: head and shoulders in tones of one colour that follow from the name. Decoration, hidden from readers. */
export function portrait(name: string, hue: number): Html {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const tone = (saturation: number, light: number) => `hsl(${hue + (sum % 5) * 8} ${saturation}% ${light}%)`;
  const top = 33 + (sum % 4);
  return html`<svg class="portrait" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <rect width="100" height="100" fill="${tone(26, 86 - (sum % 3) * 4)}"/>
    <path d="M42 54h16v22H42z" fill="${tone(20, 54)}"/>
    <path d="M14 100c1-22 14-32 27-34q9 8 18 0c13 2 26 12 27 34z" fill="${tone(34, 28 + (sum % 4) * 5)}"/>
    <ellipse cx="50" cy="${top + 9}" rx="15" ry="18" fill="${tone(20, 62)}"/>
    <path d="M34 ${top + 10}c-4-28 36-28 32 0-3-9-9-13-16-13s-13 4-16 13z" fill="${tone(30, 18 + (sum % 3) * 8)}"/>
  </svg>`;
}

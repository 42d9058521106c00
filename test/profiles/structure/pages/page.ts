/** Who a page shows; a field left out is not looked at. */
export interface Expected {
  name: string;
  title?: string;
  /** Empty: the page says of no company that they work there. */
  company?: string;
  location?: string;
  /** Path of the person's own page, or a whole address. */
  url?: string;
  email?: string;
  phone?: string;
}

/** One layout as the web has it, with invented people in it. */
export interface Layout {
  name: string;
  url: string;
  html: string;
  /** Everybody that must be found, and nobody else may be. */
  people: readonly Expected[];
}

interface Shell {
  title: string;
  main: string;
  lang?: string;
  menu?: readonly string[];
  footer?: string;
}

const MENU = ['Home', 'About Us', 'Our Services', 'Case Studies', 'Latest News', 'Contact Us'];

/** A whole page around the part that matters: menus, headings and a footer full of words with capitals. */
export function shell({ title, main, lang = 'en', menu = MENU, footer }: Shell): string {
  const items = menu.map((word) => `<li class="menu-item"><a href="/${slug(word)}/">${word}</a></li>`).join('');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body>
<header class="site-header"><a href="/" class="logo"><img src="/logo.svg" alt="Logo"></a><div class="main-nav"><ul>${items}</ul></div></header>
<main id="content">${main}</main>
<footer><div class="row"><div class="col"><h4>Quick Links</h4><ul>${items}</ul></div>
<div class="col">${footer ?? '<h4>Head Office</h4><p>12 Harbour Street<br>Port Ellery<br><a href="mailto:hello@brightwater.example">hello@brightwater.example</a></p>'}</div></div>
<p>© 2026 Brightwater Ltd. All rights reserved.</p></footer></body></html>`;
}

/** The last part of an address as content managers make it of a name. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** One string of what `part` makes of each. */
export function each<T>(list: readonly T[], part: (one: T, at: number) => string): string {
  return list.map(part).join('\n');
}

/** A paragraph about somebody, long enough to be no caption. */
export function bio(name: string): string {
  return `${name} joined the company in 2014 and has since worked with customers in more than twenty countries. Before that, ${name} spent a decade in industry, where the foundations of today's work were laid, and studied in Port Ellery.`;
}

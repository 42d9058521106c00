import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Person, peopleUnder } from '../directory.ts';
import { css } from './guildbook.css.ts';
import { type DemoSite, webPage } from './site.ts';

const people = peopleUnder('https://guildbook.example/people/').sort((a, b) => a.name.localeCompare(b.name, 'en'));
const script = readFileSync(new URL('guildbook.client.js', import.meta.url), 'utf8');

/** People on one page of results. */
const PAGE = 10;

const app = new Hono();

app.get('/', (c) => c.redirect('/search'));
app.get('/client.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

/** What the script asks for: one page of those whose name, title or company holds the words. */
app.get('/api/people', (c) => {
  const words = (c.req.query('q') ?? '').toLowerCase().split(/\s+/);
  const page = Math.max(1, Number(c.req.query('page')) || 1);
  const hits = people.filter((person) => words.every((word) => inPerson(person, word)));
  return c.json({
    total: hits.length,
    pages: Math.ceil(hits.length / PAGE),
    people: hits.slice((page - 1) * PAGE, page * PAGE),
  });
});

app.get('/api/people/:slug', (c) => {
  const person = people.find(({ slug }) => slug === c.req.param('slug'));
  return person ? c.json(person) : c.json(null, 404);
});

/** An empty shell at every address, as single-page sites send it: the script draws what the address says. */
for (const path of ['/search', '/people/:slug']) {
  app.get(path, (c) =>
    c.html(
      webPage({
        title: 'Guildbook',
        description: 'Find people by what they do.',
        css,
        head: html`<script type="module" src="/client.js"></script>`,
        body: html`
          <header><a class="logo" href="/search" data-go>guildbook</a>
            <form role="search" id="search">
              <input name="q" type="search" aria-label="Name, title or company" placeholder="Name, title or company">
              <button>Search</button></form></header>
          <main id="main" aria-live="polite"><p class="wait">Loading…</p></main>
          <footer>Guildbook is an imaginary directory of people.</footer>`,
      }),
    ),
  );
}

function inPerson({ name, title, company }: Person, word: string): boolean {
  return `${name} ${title} ${company}`.toLowerCase().includes(word);
}

export const guildbook: DemoSite = {
  host: 'guildbook.example',
  name: 'Guildbook',
  path: '/search',
  shows: 'A list of search results that a script draws, turns and extends without loading a page.',
  app,
};

import { Hono } from 'hono';
import { html } from 'hono/html';
import { type DemoSite, jsonLd, webPage } from './site.ts';

const css = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 18px/1.65 Charter, "Bitstream Charter", Cambria, serif; color: #191919; background: #fff; }
header { border-bottom: 1px solid #191919; padding: 18px 24px; text-align: center; }
header b { font: 900 30px/1 "Playfair Display", Didot, Georgia, serif; }
header span { display: block; font: 12px/1.6 Helvetica, Arial, sans-serif; color: #666; }
main { max-width: 660px; margin: 0 auto; padding: 40px 24px 80px; }
.kicker { font: 700 13px/1 Helvetica, Arial, sans-serif; color: #b3261e; text-transform: uppercase; letter-spacing: .08em; }
h1 { font: 800 38px/1.15 "Playfair Display", Didot, Georgia, serif; margin: 10px 0 14px; }
.by { font: 14px/1.5 Helvetica, Arial, sans-serif; color: #555; border-block: 1px solid #ddd; padding: 10px 0; }
blockquote { margin: 28px 0; padding-left: 20px; border-left: 4px solid #b3261e; font-style: italic; }
`;

const app = new Hono();

app.get('/', (c) => c.redirect(harbourLedger.path));

app.get('/2026/05/quiet-quays', (c) =>
  c.html(
    webPage({
      title: 'The quays that stopped shouting | The Harbour Ledger',
      description: 'Why three ports are switching their cranes to batteries.',
      css,
      head: jsonLd({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'The quays that stopped shouting',
        datePublished: '2026-05-11T06:00:00Z',
        author: { '@type': 'Person', name: 'Winifred Aldous', jobTitle: 'Reporter' },
        publisher: { '@type': 'Organization', name: 'The Harbour Ledger' },
      }),
      body: html`
        <header><b>The Harbour Ledger</b><span>Monday, 11 May 2026</span></header>
        <main><article>
          <p class="kicker">Ports</p>
          <h1>The quays that stopped shouting</h1>
          <p class="by">By <a rel="author" href="/">Winifred Aldous</a> · 4 minutes</p>
          <p>At five in the morning the loudest thing on Pier 9 used to be a diesel generator the size of a bus. Last
          autumn it was craned on to a barge and sold. What replaced it hums, when it does anything at all.</p>
          <p>Three ports on this coast have now moved their cranes to batteries, and none of them did it for the
          climate. They did it, their engineers say, because a battery is easier to insure.</p>
          <blockquote>"Nobody ever rang me at night about a battery," says one harbour master.</blockquote>
          <p>The figures are on their side: in the first winter the cranes missed four lifts, against sixty-one the
          year before.</p>
        </article></main>`,
    }),
  ),
);

export const harbourLedger: DemoSite = {
  host: 'harbourledger.example',
  name: 'The Harbour Ledger',
  path: '/2026/05/quiet-quays',
  shows: 'A newspaper article: its author is no profile, so nobody is found.',
  app,
};

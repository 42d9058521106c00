import { Hono } from 'hono';
import { html } from 'hono/html';
import { peopleUnder } from '../directory.ts';
import { type DemoSite, type Html, portrait, webPage } from './site.ts';

const lawyers = peopleUnder('https://marlowfinch.example/people/');

const css = `
:root { color-scheme: light; --oxblood: #6d1f2a; }
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.6 "Times New Roman", Times, serif; color: #1f1b18; background: #f7f4ee; }
header { text-align: center; padding: 30px 20px 18px; border-bottom: 3px double #b9ad9a; }
header a { font-variant: small-caps; font-size: 30px; letter-spacing: .08em; color: var(--oxblood); text-decoration: none; }
header nav { margin-top: 10px; font-size: 15px; display: flex; gap: 24px; justify-content: center; }
header nav a { font-size: 15px; font-variant: normal; letter-spacing: 0; color: #1f1b18; }
main { max-width: 860px; margin: 0 auto; padding: 44px 24px 72px; }
.sheet { display: grid; gap: 36px; grid-template-columns: 220px 1fr; }
.portrait { width: 100%; filter: grayscale(.85); border: 1px solid #b9ad9a; }
h1 { font-weight: normal; font-size: 36px; margin: 0; }
.title { font-style: italic; margin: 4px 0 20px; font-size: 19px; }
main a { color: var(--oxblood); }
h2 { font-size: 15px; letter-spacing: .1em; text-transform: uppercase; color: var(--oxblood); margin: 28px 0 6px; }
ul { padding-left: 20px; margin: 0; }
footer { text-align: center; font-size: 14px; padding: 24px; color: #6b6055; }
@media (max-width: 600px) { .sheet { grid-template-columns: 1fr; } }
`;

const app = new Hono();

app.get('/', (c) => c.redirect(marlowFinch.path));

app.get('/people/:slug', (c) => {
  const lawyer = lawyers.find(({ slug }) => slug === c.req.param('slug'));
  if (!lawyer) return c.notFound();
  return c.html(
    webPage({
      title: `${lawyer.name} - Marlow & Finch LLP`,
      description: `${lawyer.name}, ${lawyer.title}.`,
      css,
      body: frame(html`
        <article class="sheet" itemscope itemtype="https://schema.org/Person">
          <div>${portrait(lawyer.name, 30)}</div>
          <div>
            <link itemprop="url" href="/people/${lawyer.slug}">
            <h1 itemprop="name">${lawyer.name}</h1>
            <p class="title"><span itemprop="jobTitle">${lawyer.title}</span>, London</p>
            <p itemprop="description">Advises hospitals, ports and universities on contracts they will still have to live
            with in ten years.</p>
            <h2>Experience</h2>
            <ul><li>Drafted the data charter of three university hospitals.</li>
            <li>Led the tender for a port community system.</li></ul>
            <h2>Firm</h2>
            <p itemprop="worksFor" itemscope itemtype="https://schema.org/Organization">
              <a itemprop="url" href="https://marlowfinch.example/"><span itemprop="name">${lawyer.company}</span></a>
            </p>
          </div>
        </article>`),
    }),
  );
});

function frame(main: Html): Html {
  return html`
    <header><a href="/">Marlow &amp; Finch</a>
      <nav aria-label="Main"><a href="/">Practice areas</a><a href="/">People</a><a href="/">Insights</a></nav></header>
    <main>${main}</main>
    <footer>Marlow &amp; Finch LLP is an imaginary law firm.</footer>`;
}

export const marlowFinch: DemoSite = {
  host: 'marlowfinch.example',
  name: 'Marlow & Finch LLP',
  path: `/people/${lawyers[0]?.slug ?? ''}`,
  shows: 'A lawyer at a firm, described in microdata.',
  app,
};

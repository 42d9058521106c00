import { Hono } from 'hono';
import { html } from 'hono/html';
import { peopleUnder } from '../directory.ts';
import { type DemoSite, jsonLd, portrait, webPage } from './site.ts';

const origin = 'https://helio-summit.example';
const speakers = peopleUnder(`${origin}/speakers/`);

const css = `
:root { color-scheme: dark; --sun: #ffc24b; }
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.6 Georgia, "Iowan Old Style", serif; color: #f4ecdf; background: #1d1430; }
header, footer { font: 14px/1.4 "Gill Sans", "Trebuchet MS", sans-serif; letter-spacing: .06em; padding: 22px 28px;
  display: flex; gap: 12px 28px; flex-wrap: wrap; justify-content: space-between; }
header b { color: var(--sun); letter-spacing: .18em; text-transform: uppercase; }
main { max-width: 900px; margin: 0 auto; padding: 40px 28px 80px; display: grid; gap: 44px;
  grid-template-columns: minmax(180px, 280px) 1fr; }
.portrait { width: 100%; border-radius: 50%; border: 6px solid var(--sun); }
h1 { font-size: 42px; line-height: 1.1; margin: 0; }
.title { color: var(--sun); font-size: 19px; margin: 8px 0 24px; }
.talk { border-left: 3px solid var(--sun); padding-left: 18px; }
.talk time { font: 14px "Gill Sans", "Trebuchet MS", sans-serif; color: #cdbfe6; }
footer { color: #a698c4; border-top: 1px solid #3a2c58; }
@media (max-width: 600px) { main { grid-template-columns: 1fr; } }
`;

const app = new Hono();

app.get('/', (c) => c.redirect(helioSummit.path));

app.get('/speakers/:slug', (c) => {
  const speaker = speakers.find(({ slug }) => slug === c.req.param('slug'));
  if (!speaker) return c.notFound();
  return c.html(
    webPage({
      title: `${speaker.name} · Helio Summit`,
      description: `${speaker.name} speaks at the Helio Summit in Rotterdam.`,
      css,
      head: jsonLd({
        '@context': 'https://schema.org',
        '@type': 'ProfilePage',
        dateModified: '2026-05-04T09:00:00+02:00',
        mainEntity: {
          '@type': 'Person',
          name: speaker.name,
          jobTitle: speaker.title,
          url: `${origin}/speakers/${speaker.slug}`,
          worksFor: { '@type': 'Organization', name: speaker.company, url: `https://${speaker.domain}/` },
        },
      }),
      body: html`
        <header><b>Helio Summit</b><span>Rotterdam · 14 to 16 October</span></header>
        <main>
          ${portrait(speaker.name, 265)}
          <div>
            <h1>${speaker.name}</h1>
            <p class="title">${speaker.title}, ${speaker.company}</p>
            <p>Fifteen years between substations and spreadsheets. Builds storage that pays for itself before its
            warranty ends, and says so when it does not.</p>
            <div class="talk"><time datetime="2026-10-15T11:30">Thursday, 11:30, Hall B</time>
            <p><strong>What a gigawatt-hour forgets overnight</strong><br>Losses nobody models, measured over three
            winters on the same site.</p></div>
          </div>
        </main>
        <footer><span>Programme</span><span>Tickets</span><span>An imaginary conference</span></footer>`,
    }),
  );
});

export const helioSummit: DemoSite = {
  host: 'helio-summit.example',
  name: 'Helio Summit',
  path: `/speakers/${speakers[0]?.slug ?? ''}`,
  shows: 'A conference speaker, described in JSON-LD.',
  app,
};

import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Person, peopleUnder } from '../directory.ts';
import { css } from './brightwater.css.ts';
import { type DemoSite, type Html, jsonLd, portrait, webPage } from './site.ts';

const origin = 'https://brightwater.example';

/** Shows an address of hers for everybody: what the page shows costs nothing. */
export const PRESS = { name: 'Leila Farahani', email: 'press@brightwater.example' };

/** Started last week: in no directory yet, so nothing is found of him. */
export const NEWCOMER: Person = {
  name: 'Theo Marchetti',
  title: 'Sustainability Analyst',
  company: 'Brightwater Systems',
  domain: 'brightwater.example',
  slug: 'theo-marchetti',
};

const team = [...peopleUnder(`${origin}/team/`), NEWCOMER];

const organization = {
  '@type': 'Organization',
  '@id': `${origin}/#organization`,
  name: 'Brightwater Systems',
  url: `${origin}/`,
};

const app = new Hono();

app.get('/', (c) => c.redirect('/team'));

app.get('/team', (c) =>
  c.html(
    webPage({
      title: 'Our team | Brightwater Systems',
      description: 'The people behind cleaner process water.',
      css,
      head: jsonLd({ '@context': 'https://schema.org', ...organization, employee: team.map(linked) }),
      body: frame(html`
        <section class="intro">
          <p class="kicker">About us</p>
          <h1>The people behind the pumps</h1>
          <p>We design, build and run water treatment for breweries, dairies and chip makers in eleven countries.
          This is the team you will meet.</p>
        </section>
        <ul class="team">${team.map(card)}</ul>`),
    }),
  ),
);

app.get('/team/:slug', (c) => {
  const person = team.find(({ slug }) => slug === c.req.param('slug'));
  if (!person) return c.notFound();
  return c.html(
    webPage({
      title: `${person.name}, ${person.title} | Brightwater Systems`,
      description: `${person.name} is ${person.title} at Brightwater Systems.`,
      css,
      head: jsonLd({
        '@context': 'https://schema.org',
        '@type': 'ProfilePage',
        mainEntity: { ...linked(person), worksFor: organization },
      }),
      body: frame(html`
        <article class="single">
          ${portrait(person.name, 195)}
          <div>
            <p class="kicker"><a href="/team">Our team</a></p>
            <h1>${person.name}</h1>
            <p class="title">${person.title}</p>
            ${contact(person)}
            <p>${person.name} works from our Portland office and is happy to show visitors round the pilot plant.</p>
          </div>
        </article>`),
    }),
  );
});

/** The person as linked data says it: no contacts, but for the one who speaks to the press. */
function linked(person: Person) {
  return {
    '@type': 'Person',
    name: person.name,
    jobTitle: person.title,
    url: `${origin}/team/${person.slug}`,
    ...(person.name === PRESS.name && { email: `mailto:${PRESS.email}` }),
  };
}

function card(person: Person): Html {
  return html`<li class="card">
    ${portrait(person.name, 195)}
    <h2><a href="/team/${person.slug}">${person.name}</a></h2>
    <p class="title">${person.title}</p>
    ${contact(person)}
  </li>`;
}

function contact({ name }: Person): Html | string {
  return name === PRESS.name
    ? html`<p class="press">Press enquiries: <a href="mailto:${PRESS.email}">${PRESS.email}</a></p>`
    : '';
}

function frame(main: Html): Html {
  return html`
    <header><a class="logo" href="/"><b>bright</b>water</a>
      <nav aria-label="Main"><a href="/team">Solutions</a><a href="/team">Projects</a>
      <a href="/team" aria-current="page">Team</a><a class="cta" href="/team">Talk to an engineer</a></nav></header>
    <main>${main}</main>
    <footer>Brightwater Systems, Inc. · 2100 River Mill Road, Portland · an imaginary company</footer>`;
}

export const brightwater: DemoSite = {
  host: 'brightwater.example',
  name: 'Brightwater Systems',
  path: '/team',
  shows: `A company's team page with ${team.length} people, one of whom shows an address to everybody.`,
  app,
};

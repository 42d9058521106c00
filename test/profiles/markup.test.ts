import { afterAll, beforeAll, expect, test } from 'vitest';
import { Profile } from '#contract/profile.ts';
import { openReader, type Reader } from './browser.ts';

/** What a page says in one kind of markup, and who must be found on it. The address is TEAM unless given. */
interface Case {
  name: string;
  html: string;
  url?: string;
  profiles: Partial<Profile>[];
}

const TEAM = 'https://brightwater.example/team';
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const person = (name: string, more: object = {}) => ({ '@type': 'Person', name, ...more });
const named = (name: string, slug: string, more: object = {}) => ({
  key: `web:brightwater.example/team#${slug}`,
  url: TEAM,
  name,
  contacts: [],
  ...more,
});

const jsonLd: Case[] = [
  {
    name: 'a person who stands alone is the page’s',
    html: ld({
      '@context': 'https://schema.org',
      ...person('Ada Okafor', {
        jobTitle: ['VP Sales', 'Board member'],
        worksFor: { '@type': 'Organization', name: 'Brightwater', url: 'https://www.brightwater.example/' },
        email: 'mailto:ada@brightwater.example',
        telephone: '+32 9 555 01 01',
        address: {
          '@type': 'PostalAddress',
          streetAddress: 'Secret 1',
          addressLocality: 'Ghent',
          addressCountry: 'BE',
        },
        knows: person('Jonas Lind'),
      }),
    }),
    url: 'https://brightwater.example/ada?utm_source=mail#top',
    profiles: [
      {
        key: 'web:brightwater.example/ada',
        site: 'json-ld',
        url: 'https://brightwater.example/ada',
        name: 'Ada Okafor',
        title: 'VP Sales',
        company: 'Brightwater',
        companyDomain: 'brightwater.example',
        location: 'Ghent, BE',
        contacts: [
          { field: 'email', value: 'ada@brightwater.example' },
          { field: 'phone', value: '+32 9 555 01 01' },
        ],
      },
    ],
  },
  {
    name: 'employees of an organisation, one in a role, one with an own page',
    html: ld({
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: 'Brightwater',
      url: 'https://brightwater.example',
      employee: [
        person('Ada Okafor', { url: '/team/ada?utm_medium=x#bio', jobTitle: 'VP Sales' }),
        { '@type': 'OrganizationRole', roleName: 'CFO', employee: person('Jonas Lind') },
      ],
      member: [{ '@type': 'Organization', name: 'Northgate' }],
      review: { '@type': 'Review', author: person('Rita Reviewer') },
    }),
    profiles: [
      {
        key: 'web:brightwater.example/team/ada',
        site: 'json-ld',
        url: 'https://brightwater.example/team/ada',
        name: 'Ada Okafor',
        title: 'VP Sales',
        company: 'Brightwater',
        companyDomain: 'brightwater.example',
        contacts: [],
      },
      named('Jonas Lind', 'jonas-lind', {
        site: 'json-ld',
        title: 'CFO',
        company: 'Brightwater',
        companyDomain: 'brightwater.example',
      }),
    ],
  },
  {
    name: 'a graph: the main entity by reference, nobody else',
    html: ld({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'ProfilePage', '@id': '#page', mainEntity: { '@id': '#ada' } },
        { '@type': 'WebSite', publisher: { '@id': '#jonas' } },
        { '@id': '#ada', ...person('Ada Okafor', { affiliation: { '@id': '#org' } }) },
        { '@id': '#jonas', ...person('Jonas Lind') },
        { '@id': '#org', '@type': 'Organization', name: 'Brightwater' },
      ],
    }),
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'json-ld',
        url: TEAM,
        name: 'Ada Okafor',
        company: 'Brightwater',
        contacts: [],
      },
    ],
  },
  {
    name: 'a list of people',
    html: ld({
      '@type': 'SearchResultsPage',
      mainEntity: {
        '@type': 'ItemList',
        itemListElement: [
          { '@type': 'ListItem', item: person('Ada Okafor') },
          { '@type': 'ListItem', item: person('Jonas Lind') },
        ],
      },
    }),
    profiles: [
      named('Ada Okafor', 'ada-okafor', { site: 'json-ld' }),
      named('Jonas Lind', 'jonas-lind', { site: 'json-ld' }),
    ],
  },
  {
    name: 'of several employers the one that has not ended',
    html: ld(
      person('Ada Okafor', {
        worksFor: [
          { '@type': 'Organization', name: 'Northgate', member: { '@type': 'OrganizationRole', endDate: 2019 } },
          { '@type': 'Organization', name: 'Brightwater', url: 'https://www.linkedin.com/company/brightwater' },
        ],
      }),
    ),
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'json-ld',
        url: TEAM,
        name: 'Ada Okafor',
        company: 'Brightwater',
        contacts: [],
      },
    ],
  },
  {
    name: 'broken data beside sound ones; data in a comment',
    html: `<script type="application/ld+json">{"@type":"Person","name":</script><script type="application/ld+json"><!-- {"@type":"Person","name":"Ada
Okafor"} --></script>`,
    profiles: [{ key: 'web:brightwater.example/team', site: 'json-ld', url: TEAM, name: 'Ada Okafor', contacts: [] }],
  },
  {
    name: 'a page claims a person of another site: the key stays its own',
    html: ld(person('Ada Okafor', { url: 'https://www.linkedin.com/in/ada-okafor/' })),
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'json-ld',
        url: 'https://www.linkedin.com/in/ada-okafor/',
        name: 'Ada Okafor',
        contacts: [],
      },
    ],
  },
  {
    name: 'one address for people told apart by a query',
    html: ld([person('Ada Okafor', { url: '/profile.php?id=5' }), person('Jonas Lind', { url: '/profile.php?id=6' })]),
    profiles: [
      {
        key: 'web:brightwater.example/profile.php#ada-okafor',
        site: 'json-ld',
        url: 'https://brightwater.example/profile.php?id=5',
        name: 'Ada Okafor',
        contacts: [],
      },
      {
        key: 'web:brightwater.example/profile.php#jonas-lind',
        site: 'json-ld',
        url: 'https://brightwater.example/profile.php?id=6',
        name: 'Jonas Lind',
        contacts: [],
      },
    ],
  },
  {
    name: 'an address given for several people is nobody’s',
    html: ld([person('Ada Okafor', { url: '/about' }), person('Jonas Lind', { url: '/about' })]),
    profiles: [
      named('Ada Okafor', 'ada-okafor', { site: 'json-ld' }),
      named('Jonas Lind', 'jonas-lind', { site: 'json-ld' }),
    ],
  },
  {
    name: 'officers of an organisation work for it, mere members may work anywhere',
    html: ld({
      '@type': 'Organization',
      name: 'Brightwater',
      member: [person('Ada Okafor', { jobTitle: 'Chair' }), person('Jonas Lind')],
    }),
    profiles: [
      named('Ada Okafor', 'ada-okafor', { site: 'json-ld', title: 'Chair', company: 'Brightwater' }),
      named('Jonas Lind', 'jonas-lind', { site: 'json-ld' }),
    ],
  },
  {
    name: 'doctors, and not their practice',
    html: ld([
      { '@type': 'Physician', name: 'Ada Okafor, MD' },
      { '@type': 'Physician', name: 'Dr. Jonas Lind' },
      { '@type': 'Physician', name: 'Northgate Clinic' },
    ]),
    profiles: [
      named('Ada Okafor, MD', 'ada-okafor-md', { site: 'json-ld' }),
      named('Dr. Jonas Lind', 'dr-jonas-lind', { site: 'json-ld' }),
    ],
  },
  {
    name: 'a name with the title behind it, and the company in the title',
    html: ld(person('Ada Okafor – VP Sales', { jobTitle: 'VP Sales at Brightwater | Speaker' })),
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'json-ld',
        url: TEAM,
        name: 'Ada Okafor',
        title: 'VP Sales at Brightwater | Speaker',
        company: 'Brightwater',
        contacts: [],
      },
    ],
  },
  ...[
    ['the author of an article', { '@type': 'BlogPosting', author: person('Ada Okafor') }],
    [
      'the author of an article in a graph',
      {
        '@graph': [
          { '@type': 'NewsArticle', author: { '@id': '#a' } },
          { '@id': '#a', ...person('Ada Okafor') },
        ],
      },
    ],
    ['a person beside an article', [{ '@type': 'Article' }, person('Ada Okafor')]],
    ['director and actors', { '@type': 'Movie', director: person('Ada Okafor'), actor: [person('Jonas Lind')] }],
    ['reviewers', { '@type': 'Product', review: [{ '@type': 'Review', author: person('Ada Okafor') }] }],
    [
      'the publisher of the site',
      {
        '@graph': [
          { '@type': 'WebSite', publisher: { '@id': '#a' } },
          { '@id': '#a', ...person('Ada Okafor') },
        ],
      },
    ],
    [
      'whom an article is about',
      { '@type': 'WebPage', mainEntity: { '@type': 'Article', about: person('Ada Okafor') } },
    ],
    ['the poster of a video', { '@type': 'VideoObject', creator: person('Ada Okafor') }],
    ['a person whose name is an address', person('https://brightwater.example/ada')],
    ['a person without a letter in the name', person('*** **')],
  ].map(([name, data]) => ({ name: `${name} is no profile`, html: ld(data), profiles: [] })),
];

/** What the title of a page and the place of a person in its data tell together. */
const called: Case[] = [
  {
    name: 'whom the page is called by, beside works at the top of its data',
    html: `<title>Ada Okafor (author of Water) | Shelf</title>${ld([
      person('Ada Okafor'),
      { '@type': 'Book', name: 'Water', author: person('Ada Okafor') },
    ])}`,
    profiles: [{ ...named('Ada Okafor', '', { site: 'json-ld' }), key: 'web:brightwater.example/team' }],
  },
  {
    name: 'the author of a site, on its front page that bears their name',
    html: `<title>Home | Ada Okafor</title>${ld({ '@type': 'WebSite', author: person('Ada Okafor') })}`,
    url: 'https://ada.example/',
    profiles: [
      { key: 'web:ada.example', site: 'json-ld', url: 'https://ada.example/', name: 'Ada Okafor', contacts: [] },
    ],
  },
  {
    name: 'the publisher whose page this is',
    html: ld({
      '@graph': [
        { '@type': 'WebPage', author: { '@id': '#a' } },
        { '@id': '#a', ...person('Ada Okafor', { url: '/team' }) },
      ],
    }),
    profiles: [{ ...named('Ada Okafor', '', { site: 'json-ld' }), key: 'web:brightwater.example/team' }],
  },
  {
    name: 'a title that the markup lacks is read from the page',
    html: `<title>Ada Okafor</title><meta property="og:type" content="profile"><meta property="og:title" content="Ada Okafor">
      <main><h1>Ada Okafor</h1><p>VP Sales</p><a href="mailto:ada@brightwater.example">ada@brightwater.example</a></main>`,
    url: 'https://brightwater.example/people/ada-okafor',
    profiles: [
      {
        key: 'web:brightwater.example/people/ada-okafor',
        site: 'opengraph',
        url: 'https://brightwater.example/people/ada-okafor',
        name: 'Ada Okafor',
        title: 'VP Sales',
        contacts: [{ field: 'email', value: 'ada@brightwater.example' }],
      },
    ],
  },
  {
    name: 'the speakers whom the page of an event presents',
    html: `<title>Speakers</title>${ld({ '@type': 'Event', name: 'Tides' })}<main><h1>Speakers</h1>
      ${['Ada Okafor', 'Jonas Lind', 'Mei Tanaka'].map((name) => `<div><img src="/x.png" alt=""><h3>${name}</h3><p>Director</p></div>`).join('')}</main>`,
    url: 'https://tides.example/speakers',
    profiles: ['Ada Okafor', 'Jonas Lind', 'Mei Tanaka'].map((name) => ({
      key: `web:tides.example/speakers#${name.toLowerCase().replace(' ', '-')}`,
      site: 'structure',
      url: 'https://tides.example/speakers',
      name,
      title: 'Director',
      contacts: [],
    })),
  },
  {
    name: 'a profile on a site of the same name',
    html: `<title>Ada</title><meta property="og:type" content="profile"><meta property="og:site_name" content="Ada Okafor">
      <meta property="og:title" content="Ada Okafor | VP Sales">`,
    profiles: [{ ...named('Ada Okafor', '', { site: 'opengraph' }), key: 'web:brightwater.example/team' }],
  },
  ...[
    [
      'the author of a site, on another page of it',
      `<title>Water | Ada Okafor</title>${ld({ '@type': 'WebSite', author: person('Ada Okafor') })}`,
    ],
    [
      'whom an article is called by, but not marked up in its data',
      `<title>Ada Okafor - Encyclopedia</title>${ld({ '@type': 'Article', name: 'Ada Okafor' })}
        <table class="vcard"><tr><th class="fn">Ada Okafor</th></tr></table>`,
    ],
    [
      'a firm that its data call a person, too',
      `<title>Bright Water : clean pipes</title>${ld({
        '@graph': [
          { '@type': ['Person', 'Organization'], '@id': '#p', name: 'Bright Water' },
          { '@type': 'WebPage', about: { '@id': '#p' } },
        ],
      })}`,
    ],
    [
      'who plays at a concert',
      `<title>Ada Okafor | Tickets</title>${ld({ '@type': 'MusicEvent', name: 'Ada Okafor', performer: person('Ada Okafor') })}`,
    ],
  ].map(([name = '', html = '']) => ({ name: `${name} is no profile`, html, profiles: [] })),
];

const microdata: Case[] = [
  {
    name: 'a person with a company and contacts',
    html: `<div itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">Ada <b>Okafor</b></h1>
      <p itemprop="jobTitle">VP<br>Sales</p><a itemprop="email" href="mailto:ada@brightwater.example?subject=x">write</a>
      <a itemprop="telephone" href="tel:+3295550101">call</a>
      <div itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><a itemprop="url" href="https://brightwater.example/"><span itemprop="name">Brightwater</span></a></div></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'microdata',
        url: TEAM,
        name: 'Ada Okafor',
        title: 'VP Sales',
        company: 'Brightwater',
        companyDomain: 'brightwater.example',
        contacts: [
          { field: 'email', value: 'ada@brightwater.example' },
          { field: 'phone', value: '+3295550101' },
        ],
      },
    ],
  },
  {
    name: 'properties elsewhere, by itemref',
    html: `<p id="job">is <span itemprop="jobTitle">VP Sales</span></p><p id="loop" itemscope itemref="loop"></p>
      <div itemscope itemtype="http://schema.org/Person" itemref="job missing"><span itemprop="name">Ada Okafor</span></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'microdata',
        url: TEAM,
        name: 'Ada Okafor',
        title: 'VP Sales',
        contacts: [],
      },
    ],
  },
  {
    name: 'the employees of an organisation',
    html: `<div itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Brightwater</span>
      <div itemprop="employee" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/team/ada"><span itemprop="name">Ada Okafor</span></a></div>
      <div itemprop="employee" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Jonas Lind</span></div></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team/ada',
        site: 'microdata',
        url: 'https://brightwater.example/team/ada',
        name: 'Ada Okafor',
        company: 'Brightwater',
        contacts: [],
      },
      named('Jonas Lind', 'jonas-lind', { site: 'microdata', company: 'Brightwater' }),
    ],
  },
  {
    name: 'a doctor’s page',
    html: `<div itemscope itemtype="https://schema.org/Physician"><h1 itemprop="name">Dr. Ada Okafor</h1></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'microdata',
        url: TEAM,
        name: 'Dr. Ada Okafor',
        contacts: [],
      },
    ],
  },
  {
    name: 'the employee of a page, and the author of a home page, that no item holds',
    html: `<title>Ada Okafor</title><div itemprop="author" itemscope itemtype="https://schema.org/Person"><h2 itemprop="name">Ada Okafor</h2>
      <h3 itemprop="jobTitle">Postdoc</h3><link itemprop="url" href="https://ada.example/"></div>`,
    url: 'https://ada.example/',
    profiles: [
      {
        key: 'web:ada.example',
        site: 'microdata',
        url: 'https://ada.example/',
        name: 'Ada Okafor',
        title: 'Postdoc',
        contacts: [],
      },
    ],
  },
  {
    name: 'the author of a page, whom no item holds, is no profile',
    html: `<title>Smaller Pages</title><h1>Smaller Pages</h1><div itemprop="author" itemscope itemtype="https://schema.org/Person">By
      <span itemprop="name">Ada Okafor</span></div><p>Contracting as a software developer</p>`,
    profiles: [],
  },
  {
    name: 'the director of a film is no profile',
    html: `<div itemscope itemtype="https://schema.org/Movie"><span itemprop="name">Water</span>
      <span itemprop="director" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Okafor</span></span></div>`,
    profiles: [],
  },
];

const hCard: Case[] = [
  {
    name: 'an h-card with a company card inside',
    html: `<div class="h-card"><a class="p-name u-url" href="/team/ada">Ada Okafor</a>, <span class="p-job-title">VP Sales</span>
      at <a class="p-org h-card" href="https://brightwater.example/">Brightwater</a>
      <span class="p-adr h-adr"><span class="p-locality">Ghent</span></span>
      <a class="u-email" href="mailto:ada%40brightwater.example">mail</a> <span class="p-tel">09 555 01 01</span></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team/ada',
        site: 'h-card',
        url: 'https://brightwater.example/team/ada',
        name: 'Ada Okafor',
        title: 'VP Sales',
        company: 'Brightwater',
        companyDomain: 'brightwater.example',
        location: 'Ghent',
        contacts: [
          { field: 'email', value: 'ada@brightwater.example' },
          { field: 'phone', value: '09 555 01 01' },
        ],
      },
    ],
  },
  {
    name: 'names implied by text, link and picture',
    html: `<p class="h-card">Ada Okafor</p><a class="h-card" href="/team/jonas">Jonas Lind</a>
      <a class="h-card" href="/team/mei"><img src="/m.png" alt="Mei Tanaka"></a>`,
    profiles: [
      named('Ada Okafor', 'ada-okafor', { site: 'h-card' }),
      {
        key: 'web:brightwater.example/team/jonas',
        site: 'h-card',
        url: 'https://brightwater.example/team/jonas',
        name: 'Jonas Lind',
        contacts: [],
      },
      {
        key: 'web:brightwater.example/team/mei',
        site: 'h-card',
        url: 'https://brightwater.example/team/mei',
        name: 'Mei Tanaka',
        contacts: [],
      },
    ],
  },
  {
    name: 'classic hCards; a firm’s card is none',
    html: `<div class="vcard"><span class="fn">Ada Okafor</span> <span class="title">VP Sales</span> <span class="org">Brightwater</span>
      <span class="tel"><span class="type">Work</span> <span class="value">+32 9 555 01 01</span></span>
      <span class="tel"><span class="type">Fax</span> <span class="value">+32 9 555 01 99</span></span></div>
      <div class="vcard"><span class="fn org">Brightwater</span></div><div class="vcard"><span class="fn">Northgate Ltd.</span></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team',
        site: 'h-card',
        url: TEAM,
        name: 'Ada Okafor',
        title: 'VP Sales',
        company: 'Brightwater',
        contacts: [{ field: 'phone', value: '+32 9 555 01 01' }],
      },
    ],
  },
  {
    name: 'the owner of a home page with posts',
    html: `<div class="h-feed"><div class="p-author h-card"><a class="u-url p-name" href="https://ada.example/">Ada Okafor</a></div>
      <div class="h-entry"><a class="p-author h-card" href="https://jonas.example/">Jonas Lind</a></div></div>`,
    url: 'https://ada.example/',
    profiles: [
      { key: 'web:ada.example', site: 'h-card', url: 'https://ada.example/', name: 'Ada Okafor', contacts: [] },
    ],
  },
  {
    name: 'what stands in the header of a column, or is included, is said of each card',
    html: `<table><tr><th id="org"><a class="url org" href="https://brightwater.example/">Brightwater</a></th></tr>
      <tr><td class="vcard" headers="org missing"><span class="fn">Ada Okafor</span></td></tr></table>
      <div class="h-card"><span class="p-name">Jonas Lind</span><a class="include" href="#gate">more</a></div>
      <p id="gate"><b class="p-org">Northgate</b></p>`,
    profiles: [
      named('Ada Okafor', 'ada-okafor', {
        site: 'h-card',
        company: 'Brightwater',
        companyDomain: 'brightwater.example',
      }),
      named('Jonas Lind', 'jonas-lind', { site: 'h-card', company: 'Northgate' }),
    ],
  },
  {
    name: 'who comments is no profile',
    html: `<ol><li class="pingback"><div class="comment-author vcard"><cite class="fn"><a class="url" href="https://jonas.example/">Jonas Lind</a></cite></div></li>
      <li class="comment"><div class="comment-author vcard"><cite class="fn">Mei Tanaka</cite></div></li></ol>`,
    profiles: [],
  },
  {
    name: 'a CV whose contact has no name of their own; one whose contact is a classic card',
    html: `<div class="h-resume"><p class="p-name">Ada Okafor</p><div class="p-contact h-card"><p class="p-title">VP Sales</p></div></div>
      <div class="h-resume"><span class="contact vcard"><span class="fn">Jonas Lind</span></span></div>`,
    profiles: [
      named('Ada Okafor', 'ada-okafor', { site: 'h-card', title: 'VP Sales' }),
      named('Jonas Lind', 'jonas-lind', { site: 'h-card' }),
    ],
  },
  {
    name: 'a name in two values',
    html: `<div class="h-card"><p class="p-name"><b class="value">Ada</b> <b class="value">Okafor</b></p></div>`,
    profiles: [{ key: 'web:brightwater.example/team', site: 'h-card', url: TEAM, name: 'Ada Okafor', contacts: [] }],
  },
  {
    name: 'who is mentioned, and cards that only look so, are no profiles',
    html: `<p>With <span class="h-card"><a class="u-url mention" href="https://chat.example/@ada">@<span>ada</span></a></span>
      and <span class="h-card"><a class="u-url" href="https://jonas.example/">Jonas</a></span></p>
      <article class="h-card"><button>Highland Cabbage</button></article>`,
    profiles: [],
  },
  {
    name: 'the owner of a site beside their post is no profile',
    html: `<div class="h-card"><a class="p-name u-url" rel="me" href="https://ada.example/">Ada Okafor</a></div>
      <article class="h-entry"><h1 class="p-name">Water</h1><time class="dt-published">2025</time></article>`,
    url: 'https://ada.example/water',
    profiles: [],
  },
  {
    name: 'the author of a post is no profile',
    html: `<article class="h-entry"><h1 class="p-name">Water</h1><a class="p-author h-card" href="/team/ada">Ada Okafor</a></article>
      <div class="h-card"><a class="u-url p-name" href="/team/ada">Ada Okafor</a></div>
      <span class="author vcard"><a class="url fn n" href="/author/ada">Ada</a></span>`,
    profiles: [],
  },
];

const together: Case[] = [
  {
    name: 'one person found in three ways is one, and each fills what the others leave open',
    html: `${ld(person('Ada Okafor', { jobTitle: 'VP Sales' }))}
      <div itemscope itemtype="https://schema.org/Person"><span itemprop="name">Dr. Ada Okafor</span>
        <span itemprop="affiliation">Brightwater</span></div>
      <div class="h-card"><a class="p-name u-url" href="/team/ada">ADA OKAFOR</a> <a class="u-email" href="mailto:ada@brightwater.example">x</a></div>`,
    profiles: [
      {
        key: 'web:brightwater.example/team/ada',
        site: 'json-ld',
        url: 'https://brightwater.example/team/ada',
        name: 'Ada Okafor',
        title: 'VP Sales',
        company: 'Brightwater',
        contacts: [{ field: 'email', value: 'ada@brightwater.example' }],
      },
    ],
  },
  {
    name: 'two of one name with pages of their own are two',
    html: ld([person('Ada Okafor', { url: '/team/ada' }), person('Ada Okafor', { url: '/team/ada-2' })]),
    profiles: [
      {
        key: 'web:brightwater.example/team/ada',
        site: 'json-ld',
        url: 'https://brightwater.example/team/ada',
        name: 'Ada Okafor',
        contacts: [],
      },
      {
        key: 'web:brightwater.example/team/ada-2',
        site: 'json-ld',
        url: 'https://brightwater.example/team/ada-2',
        name: 'Ada Okafor',
        contacts: [],
      },
    ],
  },
  { name: 'a page without markup has nobody', html: '<h1>Ada Okafor</h1><p>VP Sales</p>', profiles: [] },
];

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

test.each([
  ...jsonLd.map((one) => ({ ...one, markup: 'JSON-LD' })),
  ...called.map((one) => ({ ...one, markup: 'called' })),
  ...microdata.map((one) => ({ ...one, markup: 'microdata' })),
  ...hCard.map((one) => ({ ...one, markup: 'h-card' })),
  ...together.map((one) => ({ ...one, markup: 'together' })),
])('$markup: $name', async ({ html, url, profiles }) => {
  const scan = await reader.scan(html, url ?? TEAM);
  expect(scan.profiles).toEqual(profiles);
  for (const profile of scan.profiles) expect(Profile.safeParse(profile).error, 'fits the contract').toBeUndefined();
});

test.each([
  ['VP Sales at Brightwater', 'Brightwater'],
  ['VP Sales at Brightwater | Speaker', 'Brightwater'],
  ['VP Sales at Brightwater. Loves tea', 'Brightwater'],
  ['Analystin bei Brightwater GmbH, Gent', 'Brightwater GmbH'],
  ['CTO @ Brightwater · ex Northgate', 'Brightwater'],
  ['CTO @ @brightwater', 'brightwater'],
  ['VP Sales at Brightwater.example', 'Brightwater.example'],
  ['Executive at Northgate', 'Northgate'],
  ['ex-CTO at Northgate, now CEO at Brightwater', 'Brightwater'],
  ['Former VP at Northgate', undefined],
  ['Previously Head of Pumps at Northgate', undefined],
  ['Ex VP at Northgate', undefined],
  ['Ambassador at large', undefined],
  ['VP Sales', undefined],
])('of the title “%s” the employer is %s', async (title, company) => {
  const { profiles } = await reader.scan(ld(person('Ada Okafor', { jobTitle: title })), TEAM);
  expect(profiles).toMatchObject([{ title, ...(company && { company }) }]);
  expect(profiles[0]?.company).toBe(company);
});

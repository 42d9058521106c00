import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Profile } from '#contract/profile.ts';
import { openReader, type Reader } from './browser.ts';

/** What a standard says of a page, and what must be read from it: all people's names, or the first one's profile. */
interface Case {
  name: string;
  html: string;
  url?: string;
  people?: string[];
  first?: Partial<Profile>;
}

const PAGE = 'https://brightwater.example/team';
const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
const ld = (data: unknown) => script(JSON.stringify(data));
const person = (name: string, more: object = {}) => ({ '@type': 'Person', name, ...more });
const email = (value: string) => ({ field: 'email' as const, value });
const phone = (value: string) => ({ field: 'phone' as const, value });

/** https://www.w3.org/TR/json-ld11/ and https://schema.org/Person */
const jsonLd: Case[] = [
  {
    name: 'one node said in two scripts, by relative and whole @id (§3.3)',
    html:
      ld({ '@id': '#ada', ...person('Ada Okafor') }) +
      ld({ '@id': `${PAGE}#ada`, '@type': 'Person', jobTitle: 'VP Sales' }),
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'a reference into another script',
    html:
      ld({ '@type': 'ProfilePage', mainEntity: { '@id': '#a' } }) +
      ld({
        '@graph': [
          { '@id': '#a', ...person('Ada Okafor') },
          { '@id': '#b', ...person('Jonas Lind') },
        ],
      }),
    people: ['Ada Okafor'],
  },
  {
    name: 'several types (§3.5)',
    html: ld({ '@type': ['Physician', 'Person'], name: 'Ada Okafor' }),
    people: ['Ada Okafor'],
  },
  {
    name: 'compact and absolute IRIs for names (§4.1)',
    html: ld({
      '@context': { schema: 'http://schema.org/' },
      '@type': 'schema:Person',
      'schema:name': 'Ada Okafor',
      'http://schema.org/jobTitle': 'VP Sales',
    }),
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'values of a language, in a list and in a set (§4.2.4, §4.3)',
    html: ld(
      person('', {
        name: [{ '@value': 'Ada Okafor', '@language': 'en' }],
        jobTitle: { '@list': ['VP Sales', 'Founder'] },
        worksFor: { '@set': [{ '@type': 'Organization', name: 'Brightwater' }] },
      }),
    ),
    first: { name: 'Ada Okafor', title: 'VP Sales', company: 'Brightwater' },
  },
  {
    name: 'a graph within a graph (§4.9)',
    html: ld({ '@graph': [{ '@graph': [person('Ada Okafor')] }] }),
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile page nested in a site',
    html: ld({
      '@type': 'WebSite',
      mainEntity: { '@type': 'ProfilePage', mainEntity: person('Ada Okafor', { alternateName: 'ada' }) },
    }),
    people: ['Ada Okafor'],
  },
  {
    name: 'given and family name',
    html: ld({ '@type': 'Person', givenName: 'Ada', familyName: 'Okafor' }),
    people: ['Ada Okafor'],
  },
  ...Object.entries({
    'line comments and block comments': '// people\n{"@type":"Person", /* who */ "name":"Ada Okafor"}',
    'commas too many': '{"@type":"Person","name":"Ada Okafor",,"knows":[1,2,],}',
    'control characters in a string': '{"@type":"Person","name":"Ada\n\tOkafor"}',
    'an HTML comment around it': '<!-- {"@type":"Person","name":"Ada Okafor"} -->',
    'CDATA marks around it': '//<![CDATA[\n{"@type":"Person","name":"Ada Okafor"}\n//]]>',
    'a semicolon behind it': '{"@type":"Person","name":"Ada Okafor"};',
    'two values in a row': '{"@type":"Organization","name":"Brightwater"}\n{"@type":"Person","name":"Ada Okafor"}',
    'an end that is missing': '{"@type":"Person","name":"Ada Okafor","jobTitle":"VP Sal',
    'an end that is missing in a list': '[{"@type":"Person","name":"Ada Okafor"},{"@type":"Per',
  }).map(([name, text]) => ({ name: `broken: ${name}`, html: script(text), people: ['Ada Okafor'] })),
  { name: 'broken beyond repair', html: script('{"@type":Person,name:Ada Okafor') + script('nonsense'), people: [] },
];

/** https://www.w3.org/TR/json-ld11/#the-context, in terms of schema.org, http://xmlns.com/foaf/spec/ and https://www.w3.org/TR/vcard-rdf/ */
const contexts: Case[] = [
  {
    name: 'FOAF by a prefix; its title is a form of address',
    html: ld({
      '@context': { foaf: 'http://xmlns.com/foaf/0.1/' },
      '@type': 'foaf:Person',
      'foaf:title': 'Dr.',
      'foaf:givenName': 'Ada',
      'foaf:family_name': 'Okafor',
      'foaf:mbox': { '@id': 'mailto:ada@brightwater.example' },
      'foaf:phone': { '@id': 'tel:+32-9-555-01-01' },
      'foaf:homepage': { '@id': '/team/ada' },
    }),
    first: {
      name: 'Ada Okafor',
      url: `${PAGE}/ada`,
      contacts: [email('ada@brightwater.example'), phone('+32-9-555-01-01')],
    },
  },
  {
    name: 'FOAF as the vocabulary',
    html: ld({
      '@context': { '@vocab': 'http://xmlns.com/foaf/0.1/' },
      '@type': 'Person',
      title: 'Dr.',
      name: 'Ada Okafor',
      mbox: 'mailto:ada@brightwater.example',
    }),
    first: { name: 'Ada Okafor', contacts: [email('ada@brightwater.example')] },
  },
  {
    name: 'vCard in whole addresses, with values that have a type',
    html: ld({
      '@type': 'http://www.w3.org/2006/vcard/ns#Individual',
      'http://www.w3.org/2006/vcard/ns#fn': [{ '@value': 'Ada Okafor' }],
      'http://www.w3.org/2006/vcard/ns#organization-name': [{ '@value': 'Brightwater' }],
      'http://www.w3.org/2006/vcard/ns#hasEmail': [{ '@id': 'mailto:ada@brightwater.example' }],
      'http://www.w3.org/2006/vcard/ns#hasTelephone': [
        {
          '@type': ['http://www.w3.org/2006/vcard/ns#Work'],
          'http://www.w3.org/2006/vcard/ns#hasValue': [{ '@id': 'tel:+3295550101' }],
        },
      ],
      'http://www.w3.org/2006/vcard/ns#hasAddress': [
        { 'http://www.w3.org/2006/vcard/ns#locality': [{ '@value': 'Ghent' }] },
      ],
    }),
    first: {
      name: 'Ada Okafor',
      company: 'Brightwater',
      location: 'Ghent',
      contacts: [email('ada@brightwater.example'), phone('+3295550101')],
    },
  },
  {
    name: 'terms of the page’s own for properties, types and keywords (§3.1, §4.1.6)',
    html: ld({
      '@context': [
        'https://schema.org',
        { id: '@id', kind: '@type', Colleague: 'schema:Person', who: 'schema:name', does: { '@id': 'jobTitle' } },
      ],
      id: '#ada',
      kind: 'Colleague',
      who: 'Ada Okafor',
      does: 'VP Sales',
    }),
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'a term that stands for nothing (§4.1.2)',
    html: ld({
      '@context': { '@vocab': 'https://schema.org/', jobTitle: null },
      ...person('Ada Okafor', { jobTitle: 'none' }),
    }),
    first: { name: 'Ada Okafor', key: 'web:brightwater.example/team' },
  },
  {
    name: 'values that are addresses, from a base (§4.1.3, §4.2.3)',
    html: ld({
      '@context': {
        '@vocab': 'https://schema.org/',
        '@base': 'https://brightwater.example/data/',
        worksFor: { '@type': '@id' },
      },
      '@graph': [
        { '@id': 'ada', ...person('Ada Okafor', { worksFor: 'https://brightwater.example/data/firm' }) },
        { '@id': 'firm', '@type': 'Organization', name: 'Brightwater' },
      ],
    }),
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'maps of languages, indexes and ids (§4.6)',
    html: ld({
      '@context': {
        '@vocab': 'https://schema.org/',
        name: { '@container': '@language' },
        employee: { '@container': ['@index', '@set'] },
        department: { '@container': '@id' },
      },
      '@type': 'Organization',
      name: { en: 'Brightwater', nl: 'Helderwater' },
      employee: {
        chair: person('', { name: { en: 'Ada Okafor' } }),
        second: person('', { name: { en: 'Jonas Lind' } }),
      },
      department: {
        '#sales': { '@type': 'Organization', employee: { head: person('', { name: { nl: 'Mei Tanaka' } }) } },
      },
    }),
    people: ['Ada Okafor', 'Jonas Lind', 'Mei Tanaka'],
    first: { company: 'Brightwater' },
  },
  {
    name: 'reverse properties, said outright and by a term (§4.8)',
    html:
      ld({
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: 'Brightwater',
        '@reverse': { worksFor: [person('Ada Okafor')] },
      }) +
      ld({
        '@context': { '@vocab': 'https://schema.org/', staff: { '@reverse': 'worksFor' } },
        '@type': 'Organization',
        name: 'Northgate',
        staff: person('Jonas Lind'),
      }),
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { company: 'Brightwater' },
  },
  {
    name: 'nested and included (§4.5, §4.10)',
    html: ld({
      '@context': { '@vocab': 'https://schema.org/', work: '@nest' },
      ...person('Ada Okafor', { work: { jobTitle: 'VP Sales' } }),
      '@included': [person('Jonas Lind')],
    }),
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { title: 'VP Sales' },
  },
  {
    name: 'a context within, one for the values of a term, and none again (§4.1.8)',
    html: ld({
      '@context': { '@vocab': 'https://schema.org/', boss: { '@id': 'employee', '@context': { call: 'name' } } },
      '@type': 'Organization',
      call: 'not a name',
      boss: [
        { '@type': 'Person', call: 'Ada Okafor' },
        { '@context': { say: 'name' }, '@type': 'Person', say: 'Jonas Lind' },
        { '@context': [null, 'https://schema.org'], '@type': 'Person', call: 'Nobody', name: 'Mei Tanaka' },
      ],
    }),
    people: ['Ada Okafor', 'Jonas Lind', 'Mei Tanaka'],
  },
  {
    name: 'a type with parameters, in any case',
    html: `<script type="Application/LD+JSON; charset=utf-8;profile=&quot;http://www.w3.org/ns/json-ld#compacted&quot;">${JSON.stringify(person('Ada Okafor'))}</script>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'lists within lists',
    html: ld({ '@type': 'Organization', employee: [[person('Ada Okafor')], { '@list': [[person('Jonas Lind')]] }] }),
    people: ['Ada Okafor', 'Jonas Lind'],
  },
  {
    name: 'an ordinary word in a type’s place is no person; nor is a term of another meaning',
    html: ld({
      '@context': { Person: 'https://brightwater.example/terms#Product' },
      '@type': 'Person',
      name: 'Ada Okafor',
    }),
    people: [],
  },
];

/** https://html.spec.whatwg.org/multipage/microdata.html */
const microdata: Case[] = [
  {
    name: 'itemref to several elements, one of them an item (5.2.2)',
    html: `<div itemscope itemtype="https://schema.org/Person" itemref="a b c"></div><p id="a">Name: <span itemprop="name">Ada Okafor</span></p>
      <div id="b" itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><p>Firm: <span itemprop="name">Brightwater</span></p></div><i id="c"><b itemprop="jobTitle">VP Sales</b></i>`,
    first: { name: 'Ada Okafor', company: 'Brightwater', title: 'VP Sales' },
  },
  {
    name: 'values by element: meta, link, data, a (5.2.4)',
    html: `<div itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="Ada Okafor"><link itemprop="url" href="/team/ada">
      <data itemprop="jobTitle" value="VP Sales">7</data><a itemprop="telephone" href="tel:+32495550101">call</a></div>`,
    first: { name: 'Ada Okafor', url: `${PAGE}/ada`, title: 'VP Sales', contacts: [phone('+32495550101')] },
  },
  {
    name: 'an item within an item that is no property of it',
    html: `<div itemscope itemtype="https://schema.org/WebPage"><ul><li itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Okafor</span></li></ul></div>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a property of two names, an item of two types, a person of the older vocabulary',
    html: `<div itemscope itemtype="http://data-vocabulary.org/Person"><span itemprop="name nickname">Ada Okafor</span> <span itemprop="title">VP Sales</span> at <span itemprop="affiliation">Brightwater</span></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', company: 'Brightwater' },
  },
];

/** https://www.w3.org/TR/rdfa-lite/, https://www.w3.org/TR/rdfa-core/, http://xmlns.com/foaf/spec/, https://www.w3.org/TR/vcard-rdf/ */
const rdfa: Case[] = [
  {
    name: 'an item about the page itself is of both types',
    html: `<article typeof="schema:Person" about="/team"><meta property="schema:name" content="Ada Okafor"></article>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a vCard with its organisation',
    html: `<p typeof="v:Individual"><b property="v:fn">Ada Okafor</b> of <i property="v:organization-name">Brightwater</i></p>`,
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'RDFa Lite with a vocabulary, a page and a telephone',
    html: `<p vocab="https://schema.org/" typeof="Person">I am <span property="name">Ada Okafor</span>, <span property="jobTitle">VP Sales</span>:
      <span property="telephone">+32 9 555 01 01</span> or <a property="url" href="/team/ada">my page</a></p>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', url: `${PAGE}/ada`, contacts: [phone('+32 9 555 01 01')] },
  },
  {
    name: 'an item as value, and content before text',
    html: `<div vocab="https://schema.org/" resource="#ada" typeof="Person"><b property="name" content="Ada Okafor">Ada</b> works for
      <span property="worksFor" typeof="Organization"><a property="url" href="https://brightwater.example/"><b property="name">Brightwater</b></a></span></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater', companyDomain: 'brightwater.example' },
  },
  {
    name: 'prefixes, FOAF, subjects by about, and a title that is a form of address',
    html: `<div prefix="foaf: http://xmlns.com/foaf/0.1/" about="#ada" typeof="foaf:Person"><span property="foaf:title">Dr.</span>
      <span property="foaf:givenName">Ada</span> <span property="foaf:familyName">Okafor</span> <a rel="foaf:mbox" href="mailto:ada@brightwater.example">mail</a></div>`,
    first: { name: 'Ada Okafor', contacts: [email('ada@brightwater.example')] },
  },
  {
    name: 'one subject in two places',
    html: `<div vocab="https://schema.org/"><p resource="#ada" typeof="Person"><span property="name">Ada Okafor</span></p><p about="#ada"><i property="jobTitle">VP Sales</i></p></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'a relation that hangs until an item comes (chaining)',
    html: `<div vocab="https://schema.org/" typeof="Organization"><b property="name">Brightwater</b><ul rel="employee"><li typeof="Person"><i property="name">Ada Okafor</i></li><li typeof="Person"><i property="name">Jonas Lind</i></li></ul></div>`,
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'the page itself has given and family name',
    html: `<body prefix="foaf: http://xmlns.com/foaf/0.1/"><i property="foaf:givenName">Ada</i> <i property="foaf:familyName">Okafor</i>`,
    first: { name: 'Ada Okafor', key: 'web:brightwater.example/team' },
  },
  {
    name: 'a vCard in RDF',
    html: `<div xmlns:v="http://www.w3.org/2006/vcard/ns#" typeof="v:VCard"><b property="v:fn">Ada Okafor</b>, <i property="v:title">VP Sales</i> <a rel="v:email" href="mailto:ada@brightwater.example">mail</a>
      <div rel="v:adr"><div typeof="v:Address"><i property="v:locality">Ghent</i></div></div></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', location: 'Ghent', contacts: [email('ada@brightwater.example')] },
  },
  {
    name: 'the author of an article, its creator and the writer of a comment are nobody',
    html: `<div vocab="https://schema.org/" typeof="BlogPosting"><i property="author" typeof="Person"><b property="name">Ada Okafor</b></i></div>
      <div prefix="sioc: http://rdfs.org/sioc/ns#"><span rel="sioc:has_creator"><a typeof="sioc:UserAccount foaf:Person" about="/user/5" property="foaf:name" href="/user/5">Jonas</a></span></div>`,
    people: [],
  },
];

/** https://microformats.org/wiki/microformats2-parsing, https://microformats.org/wiki/hcard, https://microformats.org/wiki/h-resume */
const microformats: Case[] = [
  { name: 'implied name: text', html: '<span class="h-card">Ada Okafor</span>', people: ['Ada Okafor'] },
  {
    name: 'implied name: the picture’s, at any depth',
    html: '<div class="h-card"><a href="/team/ada"><img alt="Ada Okafor" src="a.png"></a></div>',
    first: { name: 'Ada Okafor', url: `${PAGE}/ada` },
  },
  {
    name: 'implied name: img.h-card',
    html: '<img class="h-card" alt="Ada Okafor" src="a.png">',
    people: ['Ada Okafor'],
  },
  {
    name: 'implied name: abbr.h-card',
    html: '<abbr class="h-card" title="Ada Okafor">AO</abbr>',
    people: ['Ada Okafor'],
  },
  {
    name: 'no implied name where a property or a card is',
    html: '<p class="h-card">Welcome <span class="p-note">all</span></p><p class="h-card">Our <a class="h-card" href="/x">Brightwater Ltd.</a></p>',
    people: [],
  },
  {
    name: 'classes for looks are no properties',
    html: '<p class="h-card p-4 u-mt e-1">Ada Okafor</p>',
    people: ['Ada Okafor'],
  },
  {
    name: 'value class pattern, and an abbreviation’s title',
    html: `<div class="vcard"><span class="fn">Ada Okafor</span><abbr class="title" title="Vice President">VP</abbr>
      <span class="tel"><span class="type">work</span> <span class="value">+32</span> <span class="value">9 555 01 01</span></span></div>`,
    first: { name: 'Ada Okafor', title: 'Vice President', contacts: [phone('+329 555 01 01')] },
  },
  {
    name: 'classic hCard: n, org with unit, adr, e-mail of a type',
    html: `<div class="vcard"><span class="n"><span class="given-name">Ada</span> <span class="family-name">Okafor</span></span>
      <div class="org"><span class="organization-name">Brightwater</span> <span class="organization-unit">Pumps</span></div>
      <div class="adr"><span class="street-address">Secret 1</span> <span class="locality">Ghent</span>, <span class="country-name">Belgium</span></div>
      <a class="email" href="mailto:ada@brightwater.example"><span class="type">pref</span>mail</a></div>`,
    first: {
      name: 'Ada Okafor',
      company: 'Brightwater',
      location: 'Ghent, Belgium',
      contacts: [email('ada@brightwater.example')],
    },
  },
  {
    name: 'old names in a new card are none',
    html: '<div class="h-card"><span class="fn">Brightwater</span> <b class="p-name">Ada Okafor</b></div>',
    people: ['Ada Okafor'],
  },
  {
    name: 'a CV: its contact, with the place of work that has not ended',
    html: `<div class="h-resume"><div class="p-contact h-card"><b class="p-name">Ada Okafor</b></div><p class="p-affiliation h-card">Pump Society</p>
      <div class="p-experience h-event"><b class="p-org">Northgate</b><time class="dt-end">2019-01-01</time></div>
      <div class="p-experience h-event"><b class="p-org">Brightwater</b> <i class="p-job-title">VP Sales</i></div></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', company: 'Brightwater', title: 'VP Sales' },
  },
  {
    name: 'an old CV',
    html: `<div class="hresume"><div class="contact vcard"><b class="fn">Ada Okafor</b></div><ol class="vcalendar"><li class="experience vevent vcard"><span class="title">VP Sales</span> at <span class="org">Brightwater</span></li>
      <li class="education vevent vcard"><span class="org fn">University of Ghent</span></li></ol></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'rel=me: whose page it is, beside posts (representative h-card)',
    html: `<a rel="me" href="https://social.example/@ada">Social</a><p class="h-card"><a class="p-name u-url" href="https://social.example/@ada">Ada Okafor</a></p>
      <article class="h-entry"><a class="p-author h-card" href="/jonas">Jonas Lind</a></article>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a card in an event, a review and a quotation',
    html: '<div class="h-event"><p class="h-card">Ada Okafor</p></div><div class="h-cite"><a class="h-card">Jonas Lind</a></div><div class="hreview"><p class="vcard"><b class="fn">Mei Tanaka</b></p></div>',
    people: [],
  },
];

/** https://ogp.me/#type_profile and links to vCards (RFC 6350) */
const head: Case[] = [
  {
    name: 'a profile with both names',
    html: '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Ada"><meta property="profile:last_name" content="Okafor"><meta property="og:title" content="About">',
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile’s title, without nickname and site',
    html: `<meta property="og:type" content="profile"><meta property="og:title" content="Ada Okafor (@ada) • Pictures"><meta property="og:url" content="${PAGE}">`,
    people: ['Ada Okafor'],
  },
  ...["Ada Okafor's profile on Guild", 'Ada Okafor on Guild', 'Ada Okafor, VP Sales'].map((title) => ({
    name: `a profile’s title “${title}”`,
    html: `<meta property="og:type" content="profile"><meta property="og:title" content="${title}">`,
    people: ['Ada Okafor'],
  })),
  {
    name: 'another page’s profile',
    html: '<meta property="og:type" content="profile"><meta property="og:title" content="Ada Okafor"><meta property="og:url" content="https://brightwater.example/ada">',
    people: [],
  },
  {
    name: 'the author of an article',
    html: '<meta property="og:type" content="article"><meta property="profile:first_name" content="Ada"><meta property="profile:last_name" content="Okafor">',
    people: [],
  },
  {
    name: 'one vCard for the heading’s person',
    html: '<h1>Ada Okafor, LL.M.</h1><a href="/cards/a.okafor.vcf">vCard</a>',
    people: ['Ada Okafor'],
  },
  {
    name: 'a vCard of somebody else',
    html: '<h1>Contact us</h1><p>Reach the office.</p><a href="/brightwater.vcf">vCard</a>',
    people: [],
  },
];

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => reader.close());

test.each([
  ...jsonLd.map((one) => ({ ...one, markup: 'JSON-LD' })),
  ...contexts.map((one) => ({ ...one, markup: 'JSON-LD in context' })),
  ...microdata.map((one) => ({ ...one, markup: 'microdata' })),
  ...rdfa.map((one) => ({ ...one, markup: 'RDFa' })),
  ...microformats.map((one) => ({ ...one, markup: 'microformats' })),
  ...head.map((one) => ({ ...one, markup: 'head' })),
])('$markup: $name', async ({ html, url, people, first }) => {
  const { profiles } = await reader.scan(html, url ?? PAGE);
  if (people !== undefined) expect(profiles.map(({ name }) => name)).toEqual(people);
  if (first !== undefined) expect(profiles[0]).toMatchObject(first);
  expect(
    profiles.map(({ site }) => site),
    'read from the markup, not guessed from the structure',
  ).not.toContain('structure');
});

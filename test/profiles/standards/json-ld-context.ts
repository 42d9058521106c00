import { type Case, email, ld, PAGE, person, phone } from './case.ts';

/** https://www.w3.org/TR/json-ld11/#the-context, in terms of schema.org, http://xmlns.com/foaf/spec/ and https://www.w3.org/TR/vcard-rdf/ */
export const contexts: Case[] = [
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

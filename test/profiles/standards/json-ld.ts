import { type Case, ld, PAGE, person, phone, script } from './case.ts';

/** https://www.w3.org/TR/json-ld11/ and https://schema.org/Person */
export const jsonLd: Case[] = [
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
    'comments of shells': '# who\n{"@type":"Person", # "name":"Nobody"\n"name":"Ada Okafor"}',
    'an HTML comment around it': '<!-- {"@type":"Person","name":"Ada Okafor"} -->',
    'CDATA marks around it': '//<![CDATA[\n{"@type":"Person","name":"Ada Okafor"}\n//]]>',
    'a semicolon behind it': '{"@type":"Person","name":"Ada Okafor"};',
    'two values in a row': '{"@type":"Organization","name":"Brightwater"}\n{"@type":"Person","name":"Ada Okafor"}',
    'an end that is missing': '{"@type":"Person","name":"Ada Okafor","jobTitle":"VP Sal',
    'an end that is missing in a list': '[{"@type":"Person","name":"Ada Okafor"},{"@type":"Per',
  }).map(([name, text]) => ({ name: `broken: ${name}`, html: script(text), people: ['Ada Okafor'] })),
  { name: 'broken beyond repair', html: script('{"@type":Person,name:Ada Okafor') + script('nonsense'), people: [] },

  {
    name: 'what a template has left: a name that nobody filled in',
    html: ['Author Name', 'Your Name Here', '[Full Name]', '{{ first_name }} {{ last_name }}', 'Lorem Ipsum']
      .map((name) => ld(person(name)))
      .join(''),
    people: [],
  },
  {
    name: 'what a template has left: an address kept for examples (RFC 2606)',
    html:
      ld(person('Jane Doe', { url: 'https://www.example.com/jane' })) + ld(person('Ada Okafor', { url: '/team/ada' })),
    people: ['Ada Okafor'],
  },
  {
    name: 'people on a page of examples',
    html: ld(person('Jane Doe', { url: 'https://www.example.com/jane' })),
    url: 'https://docs.example.com/',
    people: ['Jane Doe'],
  },

  {
    name: 'texts as they stood in the source of a page: escaped signs and tags',
    html: ld(
      person('Siobh&#225;n O&#039;Neil', {
        jobTitle: '<p>R&amp;D Lead &gt; Pumps</p>',
        worksFor: 'Br&#xed;d &bogus; &#x110000; 1 < 2',
      }),
    ),
    first: { name: "Siobhán O'Neil", title: 'R&D Lead > Pumps', company: 'Bríd &bogus; &#x110000; 1 < 2' },
  },

  {
    name: 'people of whom no more is said than a name: a text in the place of an item',
    html: ld({
      '@type': 'Organization',
      name: 'Brightwater',
      founder: 'Ada Okafor',
      employee: ['Jonas Lind', 'Sales'],
    }),
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'the author of a page that bears their name: a text in the place of an item',
    html: `<title>Ada Okafor</title>${ld({ '@type': 'WebSite', author: 'Ada Okafor' })}`,
    url: 'https://ada.example/',
    people: ['Ada Okafor'],
  },
  {
    name: 'the author of an article, of a page of another name, and a firm that owns another: texts',
    html: `<title>Smaller pumps</title>${ld({ '@type': 'Article', author: 'Ada Okafor' })}${ld({ '@type': 'WebPage', author: 'Jonas Lind' })}
      ${ld({ '@type': 'Organization', founder: 'Northgate Holding Ltd.', employee: 'https://brightwater.example/team' })}`,
    people: [],
  },
  {
    name: 'a person who is typed as an organisation, too, with an office',
    html: ld({ '@type': ['Person', 'Organization'], name: 'Ada Okafor', jobTitle: 'VP Sales' }),
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'an organisation that is typed as a person, too',
    html: ld({ '@type': ['Person', 'Organization'], name: 'Bright Water', logo: '/logo.png' }),
    people: [],
  },
  {
    name: 'firms, teams and pages that are typed as persons',
    html: ['Brightwater GmbH', 'Editorial Team', 'Pump Institute', 'Contact Us']
      .map((name) => ld({ '@type': 'Person', name }))
      .join(''),
    people: [],
  },
  {
    name: 'properties in other spellings, and by names that other vocabularies have',
    html: ld({
      '@type': 'Person',
      firstName: 'Ada',
      lastname: 'Okafor',
      'job-title': 'VP Sales',
      phone: '+32 9 555 01 01',
    }),
    first: { name: 'Ada Okafor', title: 'VP Sales', contacts: [phone('+32 9 555 01 01')] },
  },
];

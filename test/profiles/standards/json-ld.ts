import { type Case, ld, PAGE, person, script } from './case.ts';

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
];

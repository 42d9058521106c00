import { type Case, ld, PAGE } from './case.ts';

/** https://ogp.me/#type_profile and links to vCards (RFC 6350) */
export const head: Case[] = [
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

  {
    name: 'a profile with one of both names and a title',
    html: '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Ada"><meta property="profile:username" content="ada"><meta property="og:title" content="Ada Okafor">',
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile with both names and a user name, by the attribute name',
    html: '<meta name="og:type" content="profile"><meta name="profile:username" content="ada"><meta name="profile:first_name" content="Ada"><meta name="profile:last_name" content="Okafor">',
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile that is called as its site is nobody’s',
    html: '<meta property="og:type" content="profile"><meta property="og:site_name" content="Brightwater"><meta property="og:title" content="Brightwater">',
    people: [],
  },
  {
    name: 'a profile without any name is nobody’s',
    html: '<meta property="og:type" content="profile"><meta property="profile:username" content="ada"><meta property="profile:gender" content="female">',
    people: [],
  },
  {
    name: 'a profile under the older name of its type',
    html: '<meta property="og:type" content="profile"><meta property="og:profile:first_name" content="Ada"><meta property="og:profile:last_name" content="Okafor"><meta property="og:title" content="Ada Okafor | Brightwater">',
    people: ['Ada Okafor'],
  },
  {
    name: 'makers of works by OpenGraph are nobody: music, video, book, article',
    html: '<meta property="og:type" content="book"><meta property="book:author" content="https://brightwater.example/ada"><meta property="music:musician" content="Ada Okafor"><meta property="video:actor" content="Ada Okafor"><meta property="article:author" content="Ada Okafor">',
    people: [],
  },

  {
    name: 'a profile that is called by one word is a user’s or a shop’s',
    html: '<meta property="og:type" content="profile"><meta property="og:title" content="GreenKiln | Market">',
    people: [],
  },
  {
    name: 'a profile in a script without blanks',
    html: '<meta property="og:type" content="profile"><meta property="og:title" content="王小明">',
    people: ['王小明'],
  },

  // https://ogp.me/#type_profile: first_name and last_name, as sites fill them
  ...Object.entries<Record<string, string>>({
    'in the other order': { 'profile:last_name': 'Okafor', 'profile:first_name': 'Ada' },
    'the whole name as the first': { 'profile:first_name': 'Ada Okafor', 'profile:last_name': 'Okafor' },
    'the whole name as the last': { 'profile:first_name': 'Ada', 'profile:last_name': 'Ada Okafor' },
    'the whole name as both': { 'profile:first_name': 'Ada Okafor', 'profile:last_name': 'Ada Okafor' },
    'the whole name as the first, and no last': { 'profile:first_name': 'Ada Okafor', 'og:title': 'About us' },
    'a page that is called otherwise': {
      'profile:first_name': 'Ada',
      'profile:last_name': 'Okafor',
      'og:title': 'adao',
    },
  }).map(([name, said]) => ({ name: `a profile’s names: ${name}`, html: properties(said), people: ['Ada Okafor'] })),
  ...[
    'About Ada Okafor',
    'Meet Ada Okafor | Brightwater',
    'Ada Okafor (She/Her)',
    'Ada Okafor (adao) - Profile | Pinwall',
    'Ada Okafor — I built the pumps of Ghent',
    'Ada Okafor · Guild',
    'Ada Okafor on Guild | Pumps, Water',
  ].map((title) => ({
    name: `a profile’s title “${title}”`,
    html: properties({ 'og:title': title }),
    people: ['Ada Okafor'],
  })),
  ...[
    'About Me',
    'Contact Us',
    'Brightwater Team',
    'Freelance Designer | Ada',
    'My Portfolio',
    'Bright Water Ltd.',
  ].map((title) => ({ name: `“${title}” is nobody’s name`, html: properties({ 'og:title': title }), people: [] })),
  ...['MusicGroup', 'Organization', 'SportsTeam', 'Brand', 'ClothingStore'].map((type) => ({
    name: `a profile of what other data call a ${type} is nobody’s`,
    html: properties({ 'og:title': 'Tidal Wires' }) + ld({ '@type': type, name: 'Tidal Wires' }),
    people: [],
  })),
  {
    name: 'a profile of what microdata call a band is nobody’s',
    html: `${properties({ 'og:title': 'Tidal Wires' })}<p itemscope itemtype="https://schema.org/MusicGroup"><b itemprop="name">Tidal Wires</b>
      <i itemprop="sponsor" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Okafor</b></i></p>`,
    people: [],
  },
  {
    name: 'a profile on the site of a firm, which its data name',
    html: properties({ 'og:title': 'Ada Okafor' }) + ld({ '@type': 'Organization', name: 'Brightwater' }),
    people: ['Ada Okafor'],
  },
  {
    name: 'whom a firm is called after, by first and last name',
    html:
      properties({ 'profile:first_name': 'Ada', 'profile:last_name': 'Okafor' }) +
      ld({ '@type': 'Organization', name: 'Ada Okafor' }),
    people: ['Ada Okafor'],
  },
  {
    name: 'of several types the first counts, and so of addresses',
    html: `${properties({ 'og:title': 'Ada Okafor', 'og:url': 'https://social.example/ada' })}<meta property="og:url" content="${PAGE}">`,
    people: [],
  },
  ...[
    ...['website', 'article', 'book', 'music.song', 'music.album', 'music.playlist', 'music.radio_station'],
    ...['video.movie', 'video.episode', 'video.tv_show', 'video.other', 'payment.link', 'product', 'business.business'],
  ].map((type) => ({
    name: `a page of the type ${type} is nobody’s profile`,
    html: properties({
      'og:type': type,
      'profile:first_name': 'Ada',
      'profile:last_name': 'Okafor',
      'og:title': 'Ada Okafor',
    }),
    people: [],
  })),
  {
    name: 'a Twitter card says whose post it is, not whose page',
    html: '<meta name="twitter:card" content="summary"><meta name="twitter:title" content="Ada Okafor (@ada)"><meta name="twitter:creator" content="@ada">',
    people: [],
  },
];

/** What a page of a profile says of itself. */
function properties(said: Readonly<Record<string, string>>): string {
  return Object.entries({ 'og:type': 'profile', ...said })
    .map(([property, content]) => `<meta property="${property}" content="${content}">`)
    .join('');
}

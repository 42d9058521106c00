/** A page that is made for the bench. */
export interface SyntheticPage {
  name: string;
  html: string;
  /** Where it stands; a site of nobody's when left out. */
  url?: string;
  /** Cards that its list grows by. */
  more?: string;
  /** How often the word "filler" is repeated in it, once it is in the browser. */
  fill?: number;
  /** It is made to be slow: no goal but that it never takes long at a stretch. */
  hostile?: boolean;
}

const letters = (at: number) => String(at).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
const name = (at: number) => `Ada Okafor-${letters(at)}`;
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const person = (at: number) => ({
  '@type': 'Person',
  name: name(at),
  jobTitle: `Head of sales ${letters(at)}`,
  url: `/team/${at}`,
  worksFor: { '@type': 'Organization', name: 'Brightwater', url: 'https://brightwater.example/' },
});

const cards = {
  'h-card': (at: number) =>
    `<li class="h-card"><img alt="" src="data:,"><h3><a class="p-name u-url" href="/team/${at}">${name(at)}</a></h3><p class="p-job-title">Head of sales ${letters(at)}</p><p><span class="p-org">Brightwater</span>, <span class="p-locality">Ghent</span></p></li>`,
  microdata: (at: number) =>
    `<li itemscope itemtype="https://schema.org/Person"><img alt="" src="data:,"><h3><a itemprop="url" href="/team/${at}"><span itemprop="name">${name(at)}</span></a></h3><p itemprop="jobTitle">Head of sales ${letters(at)}</p><p itemprop="worksFor">Brightwater</p></li>`,
  LinkedIn: (at: number) =>
    `<li data-view-name="people-search-result"><a href="https://www.linkedin.com/in/p-${at}/"><img alt="" src="data:,"></a><div><p><a href="https://www.linkedin.com/in/p-${at}/">${name(at)}</a><span> • 2nd</span></p><p>Head of sales ${letters(at)}</p><p>Ghent, Belgium</p></div><button>Connect</button></li>`,
  GitHub: (at: number) =>
    `<li><a href="/p-${at}" data-hovercard-type="user"><img alt="" src="data:,"></a><div><a href="/p-${at}" data-hovercard-type="user"><span>${name(at)}</span> <span>p-${at}</span></a><p>Head of sales ${letters(at)}</p></div><button>Follow</button></li>`,
  unmarked: (at: number) =>
    `<li><img alt="" src="data:,"><h3><a href="/team/${at}">${name(at)}</a></h3><p>Head of Sales</p></li>`,
};

const list = (count: number, card: (at: number) => string) => `<ul>${times(count, card)}</ul>`;

const lists: Record<string, (count: number) => string> = {
  'h-card': (count) => list(count, cards['h-card']),
  microdata: (count) => list(count, cards.microdata),
  'JSON-LD': (count) => script(Array.from({ length: count }, (_, at) => person(at))),
};

/** A long list that grows while it is looked at. */
export interface GrowingPage {
  name: string;
  url: string;
  html: string;
  /** What its list grows by at the time `at`. */
  more(at: number): string;
}

/** Lists of 5,000 people which 50 more come to, ten times. */
export function growingPages(): GrowingPage[] {
  const addresses = {
    LinkedIn: 'https://www.linkedin.com/search/results/people/',
    GitHub: 'https://github.com/brightwater?tab=followers',
  };
  const grow = (name: string, card: (at: number) => string, head = '', url = 'https://brightwater.example/people') => ({
    name,
    url,
    html: `<title>People</title><main>${head}${list(5_000, card)}</main>`,
    more: (at: number) => times(50, (more) => card(5_000 + at * 50 + more)),
  });
  return [
    grow('LinkedIn', cards.LinkedIn, '', addresses.LinkedIn),
    grow('GitHub', cards.GitHub, '', addresses.GitHub),
    grow('h-card', cards['h-card']),
    grow('microdata', cards.microdata),
    grow('JSON-LD, shown unmarked', cards.unmarked, lists['JSON-LD']?.(5_000)),
    grow('unmarked', cards.unmarked),
  ];
}

const filler = (nodes: number) =>
  `<main>${times(Math.ceil(nodes / 5), (at) => `<div class="box"><p>Some words ${at} <b>in bold</b></p></div>`)}</main>`;

/** Pages from small to large, with one person to thousands, and those that are made to be slow. */
export function syntheticPages(): SyntheticPage[] {
  return [
    ...[1e3, 1e4, 5e4, 2e5].map((nodes) => ({
      name: `${nodes} nodes, 1 person`,
      html: filler(nodes) + script(person(1)),
    })),
    ...Object.entries(lists).flatMap(([markup, list]) =>
      [1, 10, 100, 1_000, 5_000].map((count) => ({ name: `${count} people in ${markup}`, html: list(count) })),
    ),
    ...hostilePages().map((page) => ({ ...page, hostile: true })),
  ];
}

function hostilePages(): SyntheticPage[] {
  const many = '[itemscope] [itemprop] [typeof] [property] [rel] .h-card .h-entry'.split(' ').map((part) => {
    const attribute = part.replace(/[[\]]/g, '');
    return part.startsWith('.') ? `class="${part.slice(1)}"` : `${attribute}="x"`;
  });
  return [
    { name: '10,000 people in JSON-LD', html: lists['JSON-LD']?.(10_000) ?? '' },
    { name: '50 MB of JSON-LD', html: script({ ...person(1), description: 'filler' }), fill: 8_000_000 },
    {
      name: '2 MB of broken JSON-LD',
      html: `<script type="application/ld+json">{${'"a":[{"b":1},],'.repeat(130_000)}</script>`,
    },
    { name: '20,000 h-cards', html: lists['h-card']?.(20_000) ?? '' },
    { name: '20,000 microdata people', html: lists.microdata?.(20_000) ?? '' },
    {
      name: '200,000 elements with markup',
      html: `<p typeof="Person" itemtype="/Person"></p>${times(2e5, (at) => `<i ${many[at % 7]}></i>`)}`,
    },
    {
      name: '5,000 levels of cards',
      html: `${'<div class="h-card" itemscope itemtype="https://schema.org/Person" typeof="Person"><i class="p-name" property="name" itemprop="name">Ada</i>'.repeat(5_000)}`,
    },
    { name: 'a card of 200,000 elements', html: `<div class="h-card">${'<i class="p-y">y</i>'.repeat(2e5)}</div>` },
    { name: 'a text of 20 MB', html: '<div class="h-card"><b class="p-name">filler</b></div>', fill: 3_000_000 },
  ];
}

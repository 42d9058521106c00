import { each, type Layout, shell } from './page.ts';

const N = ['Maren Solberg', 'Tobias Reinholt', 'Chiara Montani', 'Declan Farrow', 'Priya Raghavan'];
const FIRMS = ['Runestone', '4stack', 'Contexta', 'SmartQuay', 'Meadow.io'];

/** What pages looked at in November 2026 taught, a layout for each cause. */
export const RECENT: readonly Layout[] = [
  {
    name: 'speakers with their firms in a line below the names',
    url: 'https://a.example/speakers/',
    html: shell({
      title: 'Speakers - API Days',
      main: `<h2>Speakers</h2>${each(N, (n, i) => `<div class="speaker"><a href="/speakers/${i}/"><img src="${i}.jpg"><span class="name">${n}<br>${FIRMS[i]}</span></a></div>`)}`,
    }),
    people: N.map((name, i) => ({ name, title: '', company: FIRMS[i] ?? '' })),
  },
  {
    name: 'speakers with their towns, which come again, below the names',
    url: 'https://b.example/speakers/',
    html: shell({
      title: 'Speakers',
      main: `<h2>Speakers</h2>${each(N, (n, i) => `<div class="speaker"><a href="/speakers/${i}/"><img src="${i}.jpg"><span class="name">${n}<br>${i % 2 ? 'Lisbon' : 'Oslo'}</span></a></div>`)}`,
    }),
    people: N.map((name) => ({ name, company: '' })),
  },
  {
    name: 'firm and role in one line, told apart by their classes, and one who has no firm',
    url: 'https://c.example/about/team.html',
    html: shell({
      title: 'Team',
      main: `<h1>Paper selection</h1><ul class="team-list">${each(N, (n, i) => `<li><h4>${n}</h4><span class="company">${i ? FIRMS[i] : 'Independent'}</span><span class="role">${i ? 'Reviewer' : 'Chair'}</span></li>`)}</ul>`,
    }),
    people: N.map((name, i) => ({ name, title: i ? 'Reviewer' : 'Chair', company: i ? (FIRMS[i] ?? '') : '' })),
  },
];

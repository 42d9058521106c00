import { each, type Layout, shell } from './page.ts';

const nobody = (name: string, url: string, title: string, main: string, lang = 'en'): Layout => ({
  name,
  url,
  html: shell({ title, main, lang }),
  people: [],
});

const list = (items: readonly string[]) => `<ul>${each(items, (item) => `<li>${item}</li>`)}</ul>`;

/** Manuals, articles and works of many hands, whose headings are written as names are. */
export const MANUALS: readonly Layout[] = [
  nobody(
    'a manual called as its heading and its address are, with a section that ends as roles do',
    'https://www.quayfix.example/docs/quayfix_scheduler.html',
    'Quayfix Queue Scheduler',
    '<h1>Quayfix Queue Scheduler</h1><h2>Disclaimer</h2><p>Many of the parameters below are shown in no other place.</p>',
  ),
  nobody(
    'an article which a link sends by mail, with a plural in capitals behind a colon',
    'https://www.tidings.example/2026/06/deep-sea-dump/',
    'Deep-Sea Dump: ROVs Expose Trashed Ocean Floor | Tidings',
    '<h1>Deep-Sea Dump: ROVs Expose Trashed Ocean Floor</h1><a href="mailto:?subject=Tidings&amp;body=Deep-Sea Dump">Share</a><p>The floor of the sea is no place for tyres.</p>',
  ),
  nobody(
    'a method whose short form is repeated below',
    'https://www.lib.example/html/montecarlo.html',
    'Monte Carlo Integrator',
    '<h1>Monte Carlo Integrator</h1><h3>Integrator</h3><h3>Description</h3><p>A number by chance.</p>',
  ),
  nobody(
    'a chapter with a given name within, which its title and its address repeat',
    'https://www.lib.example/html/markov_chains.html',
    'Markov Carlo Chains',
    '<h1>Markov Carlo Chains</h1><p>A chain of numbers by chance.</p>',
  ),
  nobody(
    'authors of a work with a long name',
    'https://www.lib.example/html/easydoc.html',
    'EasyDoc',
    `<h1>EasyDoc -- easier documents for functions and for methods</h1><h2>Authors</h2>${list(['Maria', 'Tobias', 'Chiara'].map((given) => `${given} Solberg <code>&lt;<a href="mailto:${given}@h.example">${given}@h.example</a>&gt;</code>`))}`,
  ),
  nobody(
    'a form to sign in, on a host whose name begins so',
    'https://signwell.example/pages/sign-in.html',
    'Sign In | Signwell',
    '<h4>Sign In</h4><p>Enter your email and password to become an editor</p><form><input></form>',
  ),
  nobody(
    'who holds the copyright of a book',
    'https://books.example/brief-history/',
    'A Brief History of Harbors',
    `<h1>A Brief History of Harbors</h1><h3>Harbor Publicity Team</h3><div class="legalnotice">${list(['Maria', 'Tobias', 'Chiara', 'Declan'].map((given) => `${given} Solberg <code>&lt;<a href="mailto:${given}@h.example">${given}@h.example</a>&gt;</code>`))}</div>`,
  ),
  nobody(
    'who gave what to a program, in sentences',
    'https://libquay.example/quay.html',
    'The library for quays',
    `<h1>The library for quays</h1><h2>Contributions</h2>${list(
      (
        [
          ['Maria Solberg', 'provided the port to other systems and is their maintainer'],
          ['Tobias Reinholt', 'maintains the bindings as a developer of the wrapper'],
          ['Declan Farrow', 'drafted most of the interface for the designer of pages'],
          ['Laura Winslow', 'translated the manual and was the editor of its index'],
        ] as const
      ).map(([name, did], at) => `<a href="mailto:q${at}@libquay.example">${name}</a> ${did}`),
    )}`,
  ),
  nobody(
    'times of the day, with pictures',
    'https://game.example/manual.zh.html',
    '遊戲手冊',
    `<h1>遊戲手冊</h1><h2>單位</h2><table>${each(['黎明', '白天', '黃昏', '白天'], (time, at) => `<tr><td>${at + 1}</td><td><img src="${at}.png"></td><td>${time}</td><td>+25%</td></tr>`)}</table>`,
    'zh',
  ),
  nobody(
    'what is read most, below a title that speaks of leaders',
    'https://voices.example/content/regional-leaders-to-meet/170.html',
    'Regional Leaders to Meet',
    `<h1>Regional Leaders to Meet</h1>${each(
      ['Most Emailed', 'Most Discussed'],
      (tab, at) =>
        `<div class="box"><h4>${tab}</h4><a href="/team/${at}">The Harbor Has a New ${['Director', 'Manager'][at]}</a><a href="/n/${at}">Rain Falls on the Coast</a></div>`,
    )}`,
  ),
  {
    name: 'somebody called as few are, whose office stands below a label',
    url: 'https://dept.university.example/users/koffo-mensuro',
    html: shell({
      title: 'Koffo Mensuro | Faculty',
      main: '<h1>Koffo Mensuro</h1><div>Position:</div><div>Lecturer in Human Geography</div>',
    }),
    people: [{ name: 'Koffo Mensuro', title: 'Lecturer in Human Geography' }],
  },
];

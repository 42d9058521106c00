import { bio, each, type Layout, shell } from './page.ts';

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
  {
    name: 'ministers with honours before their names and letters behind them, in a table',
    url: 'https://d.example/cabinet',
    html: shell({
      title: 'Cabinet',
      main: `<h4>Members of Cabinet</h4><div class="row"><div>Name</div><div>Designation</div></div>${each(N, (n, i) => `<div class="row"><div class="n">${['The Hon. ', 'Lt. Col. the Hon. ', 'Honourable ', 'H.E. Dr. ', 'Rt. Hon. '][i]}${n}${['', ', JP, MP', ' Esq MHK', ', MP', ' MHK'][i]}</div><div class="d">${['Premier', 'Minister of Public Works', 'Minister of Justice.', 'Attorney General', 'Minister of Tourism, Culture & Wildlife.'][i]}</div></div>`)}`,
    }),
    people: N.map((name, i) => ({
      name,
      title:
        ['Premier', 'Minister of Public Works', 'Minister of Justice', 'Attorney General', 'Minister of Tourism'][i] ??
        '',
    })),
  },
  {
    name: 'family names in a block of their own beside the names, and portfolios that no list knows',
    url: 'https://e.example/government/',
    html: shell({
      title: 'Cabinet ministers',
      main: `<h1>Cabinet</h1>${each(N, (n, i) => `<div class="member"><img src="${i}.jpg"><div class="member-name">${n.split(' ')[0]}</div><div class="member-lastname">${n.split(' ')[1]}</div><p>${['Sports and Heritage', 'Energy', 'Water', 'Labour', 'Lands'][i]}</p></div>`)}`,
    }),
    people: N.map((name) => ({ name })),
  },
  {
    name: 'an advisory board whose members have offices elsewhere',
    url: 'https://f.example/advisory-board/',
    html: shell({
      title: 'Advisory Board',
      main: `<h1>Advisory Board</h1>${each(N, (n, i) => `<div class="member"><h3>${n}</h3><p>${['Chief Executive Officer', 'Managing Partner, Software Practice', 'Chief People Officer', 'Founder', 'President'][i]}, ${FIRMS[i]}</p></div>`)}`,
    }),
    people: N.map((name, i) => ({ name, company: FIRMS[i] ?? '' })),
  },
  {
    name: 'extensions below titles, one of which ends in a shortened word',
    url: 'https://g.example/contacts/',
    html: shell({
      title: 'Contacts',
      main: `<h2>Contacts</h2>${each(N, (n, i) => `<p>${n}<br>${['General Manager', 'Director, Programming & Educ.', 'Technical Director', 'Marketing Head', 'Membership Manager'][i]}<br>Extension ${20 + i}</p>`)}`,
    }),
    people: N.map((name, i) => ({
      name,
      title: ['General', 'Director, Programming', 'Technical', 'Marketing', 'Membership'][i] ?? '',
    })),
  },
  {
    name: 'a member of a board whose name the page says twice',
    url: 'https://h.example/about/board-of-directors/declan-farrow/',
    html: shell({
      title: 'Declan Farrow - Northern Schools',
      main: `<h1>Declan Farrow</h1><div class="bio"><p>Declan Farrow</p><p>Founder and Managing Partner, Quay Partners, LLC</p><p>${bio('Declan')}</p></div>`,
    }),
    people: [{ name: 'Declan Farrow', title: 'Founder and Managing Partner' }],
  },
  {
    name: 'a clinic and its town on a page to contact it',
    url: 'https://mercersolutions.example/company/contact-us',
    html: shell({
      title: 'Mercer Clinic Solutions - Contact Us',
      main: '<h2>Mercer Clinic</h2><p>777 Quay Drive<br>Kinder, Louisiana 70648<br>1-800-555-7263</p><h2>Mercer Clinic</h2><p>Trustee Office<br>Kinder, LA 70648</p>',
    }),
    people: [],
  },
];

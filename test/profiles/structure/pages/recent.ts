import { bio, each, type Layout, shell, slug } from './page.ts';

const N = ['Maren Solberg', 'Tobias Reinholt', 'Chiara Montani', 'Declan Farrow', 'Priya Raghavan'];
/** Names that no list of the commonest has. */
const RARE =
  'Veikko Tuhkala,Sorrel Ashgrove,Thandeka Mokoio,Bramwell Quist,Yevgrafa Lodz,Oluremi Badesi,Wystan Holloway,Ruxandra Belciu'.split(
    ',',
  );
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
  {
    name: 'a team in a slider, with forms of address and titles that few lists know',
    url: 'https://i.example/unser-team.html',
    html: shell({
      title: 'Praxis am Kai',
      lang: 'de',
      main: `<h1>Unser Team</h1><div class="splide"><div class="splide__track"><ul>${each(N, (n, i) => `<li class="slide"><img src="${i}.webp"><div class="team-name">${i % 2 ? 'Herr' : 'Frau'} ${n}</div><div class="pill">Medizinische Fachangestellte</div><p>Verantwortlich für alles, was an der Anmeldung geschieht.</p></li>`)}</ul></div></div>`,
    }),
    people: N.map((name) => ({ name, title: 'Medizinische Fachangestellte' })),
  },
  {
    name: 'mottoes of a team below the names',
    url: 'https://j.example/team/',
    html: shell({
      title: 'Team',
      main: `<div class="team-container">${each(N, (n, i) => `<div class="member"><img src="${i}.png" alt="${n}"><h3>${n}</h3><p>“The best time to plant a tree was twenty years ago, the next is today.”</p></div>`)}</div>`,
    }),
    people: N.map((name) => ({ name })),
  },
  {
    name: 'Japanese officers, some of them from outside, which brackets say',
    url: 'https://k.example/company/officer/',
    html: shell({
      title: '役員紹介',
      lang: 'ja',
      main: `<h2>役員紹介</h2>${each(['谷村　宏司', '佐山　仁恵', '斉藤　政子', '永井　正志'], (n, i) => `<dl><dt>${['代表取締役社長', '取締役 経営管理部長', '取締役（社外）', '監査役(社外)'][i]}<span>${n}</span></dt><dd>2011年入社。2019年に就任。</dd></dl>`)}`,
    }),
    people: ['谷村 宏司', '佐山 仁恵', '斉藤 政子', '永井 正志'].map((name) => ({ name })),
  },
  {
    name: 'a president whose name has the class that those of the members below have',
    url: 'https://l.example/board-of-directors',
    html: shell({
      title: 'Board of Directors',
      main: `<section><div class="role">Board President</div><h2 class="x-name">Tobias Reinholt</h2><p class="x-org">Reinholt & Sons</p></section><section><h4>Board Members</h4>${each(['Maren Solberg', 'Declan Farrow', 'Priya Raghavan'], (n, i) => `<article><img src="${i}.jpg" alt=""><h3 class="x-name">${n}</h3><div class="role">${['Treasurer', 'Secretary', 'Director'][i]}</div><p class="x-org">${FIRMS[i]}</p></article>`)}</section>`,
    }),
    people: [
      { name: 'Tobias Reinholt', title: 'Board President', company: 'Reinholt & Sons' },
      { name: 'Maren Solberg', title: 'Treasurer', company: 'Runestone' },
      { name: 'Declan Farrow', title: 'Secretary', company: '4stack' },
      { name: 'Priya Raghavan', title: 'Director', company: 'Contexta' },
    ],
  },
  {
    name: 'a form of address that no list knows before all the names',
    url: 'https://m.example/cabinet-ministers/',
    html: shell({
      title: 'Cabinet Ministers',
      main: `<h2>Cabinet Ministers</h2>${each(N, (n, i) => `<div><h4>Lyonpo ${i ? '' : '(Dr.) '}${n}</h4><p>Ministry of ${['Health', 'Finance', 'Energy', 'Labour', 'Works'][i]}</p></div>`)}`,
    }),
    people: N.map((name) => ({ name })),
  },
  {
    name: 'whom to ask in each department of a town, with their numbers',
    url: 'https://n.example/contact.asp',
    html: shell({
      title: 'City of Port Ellery',
      main: `<table><tr><td>Department</td><td>Department Contact</td><td>Phone</td></tr>${each(['Ada Okafor', 'Daniel Reinholt', 'Laura Montani', 'Peter Farrow'], (n, i) => `<tr><td>${['Public Works', 'Recreation', 'City Hall', 'Planning'][i]}</td><td><a href="mailto:desk${i}@n.example">${n}</a></td><td>555.868.12${i}0</td></tr>`)}</table>`,
    }),
    people: ['Ada Okafor', 'Daniel Reinholt', 'Laura Montani', 'Peter Farrow'].map((name) => ({ name })),
  },
  {
    name: 'speakers by the pages of their accounts, with their firms in the same kind of paragraph',
    url: 'https://o.example/speakers',
    html: shell({
      title: 'Prelegenci',
      lang: 'pl',
      main: `<h1>Prelegenci</h1>${each(N, (n, i) => `<div class="views-row"><a href="/users/u${i}7/"><img src="${i}.png" alt="Obrazek użytkownika"></a><a href="/users/u${i}7/">u${i}7</a><div class="content"><p>${n}</p> <p>${FIRMS[i]}</p></div></div>`)}`,
    }),
    people: N.map((name, i) => ({ name, company: FIRMS[i] ?? '', url: `/users/u${i}7/` })),
  },
  {
    name: 'ministers who are called by the house that they sit in',
    url: 'https://p.example/ministers',
    html: shell({
      title: 'Council of Ministers',
      main: `<h1>Council of Ministers</h1>${each(['Daniel Farrow', 'Laura Montani', 'Peter Reinholt'], (n, i) => `<div class="card"><h3>Senator ${n}</h3><p>${['Chief Minister', 'Minister of Works', 'Minister of Health'][i]}</p></div>`)}`,
    }),
    people: [
      { name: 'Daniel Farrow', title: 'Chief Minister' },
      { name: 'Laura Montani', title: 'Minister of Works' },
      { name: 'Peter Reinholt', title: 'Minister of Health' },
    ],
  },
  {
    name: 'staff set in by a quotation that quotes nobody',
    url: 'https://q.example/staff.html',
    html: shell({
      title: 'Our Staff',
      main: `<h1>Our Staff</h1><blockquote><ul>${each(['Daniel Farrow', 'Laura Montani', 'Peter Reinholt'], (n, i) => `<li><b>${n}</b><br>${['Pharmacist', 'Office Manager', 'Cashier'][i]}</li>`)}</ul></blockquote>`,
    }),
    people: [
      { name: 'Daniel Farrow', title: 'Pharmacist' },
      { name: 'Laura Montani', title: 'Office Manager' },
      { name: 'Peter Reinholt', title: 'Cashier' },
    ],
  },
  {
    name: 'ministers with rare names, in full forms of address',
    url: 'https://r.example/le-gouvernement',
    html: shell({
      title: 'République',
      lang: 'fr',
      main: `<p>Le Gouvernement conduit la politique de la Nation.</p>${each(['Sidoki KABBO', 'Ndèyo DIUPA', 'Oumor GUÈYA', 'Aïssa TALLO'], (n, i) => `<div class="row"><p>${i === 1 ? 'Madame' : 'Monsieur'} ${n}</p><span>${['Ministre des Forces armées', 'Ministre de la Femme', 'Garde des Sceaux', 'Ministre des Pêches'][i]}</span></div>`)}`,
    }),
    people: ['Sidoki KABBO', 'Ndèyo DIUPA', 'Oumor GUÈYA', 'Aïssa TALLO'].map((name) => ({ name })),
  },
  {
    name: 'so many rare names with a role each that it is no chance',
    url: 'https://s.example/a12',
    html: shell({
      title: 'Tidemark',
      main: `<h2>Along the Quay</h2>${each(RARE, (n, i) => `<div class="row"><p>${n}</p><span>${['Weaver', 'Roofer', 'Book Binder', 'Stone Carver', 'Glass Painter', 'Gardener', 'Baker', 'Miller'][i]}</span></div>`)}`,
    }),
    people: RARE.map((name) => ({ name })),
  },
  {
    name: 'players in a table of figures',
    url: 'https://t.example/squads/18/Stats',
    html: shell({
      title: 'Harbor Rovers Stats',
      main: `<table><tr><th>Player</th><th>Nation</th><th>Pos</th><th>Goals</th></tr>${each(RARE.slice(0, 6), (n, i) => `<tr><th><a href="/players/${slug(n)}">${n}</a></th><td>eng</td><td>DF</td><td>${i}</td></tr>`)}</table>`,
    }),
    people: RARE.slice(0, 6).map((name) => ({ name, url: `/players/${slug(name)}` })),
  },
  {
    name: 'the life of a writer who has died',
    url: 'https://u.example/biografia.html',
    html: shell({
      title: 'Daniel Farrow',
      lang: 'es',
      main: '<h1>Daniel Farrow</h1><p>Daniel Farrow (1929–1994) fue un destacado escritor, considerado uno de los mejores.</p>',
    }),
    people: [],
  },
  {
    name: 'a record of somebody that ends with a death',
    url: 'https://v.example/farrow.html',
    html: shell({
      title: 'Daniel Farrow',
      lang: 'it',
      main: '<h1>Daniel Farrow</h1><ul><li>Nome completo: Daniel Farrow</li><li>Nascita: 14 marzo 1879</li><li>Morte: 18 aprile 1955</li></ul>',
    }),
    people: [],
  },
];

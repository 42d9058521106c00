import { bio, each, type Layout, shell } from './page.ts';

const N = ['Maria Solberg', 'Tobias Reinholt', 'Chiara Montani', 'Declan Farrow', 'Priya Raghavan', 'Laura Winslow'];
const HALVES = N.map((name) => name.split(' '));

const nobody = (name: string, main: string): Layout => ({
  name,
  url: 'https://z.example/page-4',
  html: shell({ title: 'Brightwater', main }),
  people: [],
});

const DEPUTIES = [
  'Saroyan Hayk',
  'Abgaryan Vahe',
  'Laura Petrosian',
  'Arshakyan Gagik',
  'Maria Hakobyan',
  'Zeynalyan Armen',
  'Anna Grigoryan',
];

/** Lists that say little more of people than what they are called. */
export const BARE: readonly Layout[] = [
  {
    name: 'names alone, below a heading that speaks of people, on a page whose address and title do not',
    url: 'https://a.example/page-4',
    html: shell({ title: 'Harbor Rowing', main: `<h2>Our Members</h2><ul>${each(N, (n) => `<li>${n}</li>`)}</ul>` }),
    people: N.map((name) => ({ name })),
  },
  nobody(
    'boats which are mostly not called as people are, below such a heading',
    `<h2>Members of the Fleet</h2><ul>${each(['Maria Solberg', 'Red Gull', 'Northern Tide', 'Grey Heron', 'Salty Dawn', 'Laura Winslow'], (n) => `<li>${n}</li>`)}</ul>`,
  ),
  {
    name: 'people in the columns of a table, each with what they study and where to write to',
    url: 'https://b.example/wir.php',
    html: shell({
      lang: 'de',
      title: 'Projekt Ufer',
      main: `<h2>Über uns</h2><table><tr>${each(N.slice(0, 3), (n) => `<td>${n}</td>`)}</tr><tr>${each(N.slice(0, 3), () => '<td>hs, Wirtschaft</td>')}</tr><tr>${each(N.slice(0, 3), (_, i) => `<td><a href="mailto:q${i}81@hs.example">q${i}81@hs.example</a></td>`)}</tr></table>`,
    }),
    people: N.slice(0, 3).map((name, i) => ({ name, email: `q${i}81@hs.example` })),
  },
  {
    name: 'given names above family names, and offices in two lines',
    url: 'https://c.example/el-govern',
    html: shell({
      title: 'El Govern',
      main: `<h3>Composició del Govern</h3>${each(HALVES, ([given, family], i) => `<table><tr><td><img src="${i}.jpg"></td><td><p class="who">${given}<br>${family}</p><p class="what">Ministre de ${['Finances<br>i Portaveu', 'Salut', 'Turisme<br>i Territori', 'Medi Ambient', 'Habitatge', 'Cultura'][i]}</p></td></tr></table>`)}`,
    }),
    people: N.map((name, i) => ({
      name,
      title: `Ministre de ${['Finances i Portaveu', 'Salut', 'Turisme i Territori', 'Medi Ambient', 'Habitatge', 'Cultura'][i]}`,
    })),
  },
  {
    name: 'patronymics and roles below names in headings',
    url: 'https://d.example/about',
    html: shell({
      lang: 'ru',
      title: 'Команда',
      main: `<h2>Наша команда</h2>${each(['Матвеев Дмитрий', 'Сычёв Роман', 'Гаусман Максим'], (n, i) => `<div><img src="${i}.jpg"><h3>${n}</h3><p>${['Дмитриевич', 'Романович', 'Максимович'][i]}<br>Инженер</p></div>`)}`,
    }),
    people: ['Матвеев Дмитрий', 'Сычёв Роман', 'Гаусман Максим'].map((name) => ({ name })),
  },
  nobody(
    'a board in a sentence of prose, without offices',
    `<p>The members of the board: ${N[0]}, ${N[1]}, ${N[2]} and ${N[3]}, who met for the first time in 1998, went on.</p>`,
  ),
  nobody('a band in a sentence', `<p>Band members: ${N[0]}, ${N[1]}, ${N[2]} and ${N[3]}.</p>`),
  {
    name: 'a label with a number below each name, which looks like a name',
    url: 'https://g.example/contacts.php',
    html: shell({
      title: 'Factory Contacts',
      main: `<h1>Factory Contacts</h1>${each(N, (n, i) => `<div>${n}</div><div>${['Vice President', 'Plastics Regional Manager', 'Technician', 'Technician', 'System Designer', 'Parts Manager'][i]}</div><div>Phone Ex: 22${i}4</div><div><a href="/mail.php?to=${i}">Send Email</a></div>`)}`,
    }),
    people: N.map((name, i) => ({
      name,
      title:
        ['Vice President', 'Plastics Regional Manager', 'Technician', 'Technician', 'System Designer', 'Parts Manager'][
          i
        ] ?? '',
    })),
  },
  {
    name: 'firms that could be people in the lines below the names of a board',
    url: 'https://h.example/board-of-directors.html',
    html: shell({
      title: 'Board of Directors',
      main: `<h2>Board of Directors</h2>${each(N, (n, i) => `<p>${n}${i ? '' : ', Chair'}<br><em>${['Pebble Winery', 'Harbor Bank', 'Decker Brands', 'Village Orchards', 'Sansum Clinic', 'Rivers & Sons'][i]}</em></p>`)}`,
    }),
    people: N.map((name) => ({ name })),
  },
  {
    name: 'one heading of a lower rank amid the others',
    url: 'https://i.example/people/members.html',
    html: shell({
      title: 'Members',
      main: `<h2>Students</h2>${each(N, (n, i) => `<div><div class="${i === 2 ? 'w' : 'v'}"><h${i === 2 ? 4 : 3}>${n}</h${i === 2 ? 4 : 3}></div><p>${2019 + i}, Spring</p><p><a href="/people/${i}">Read more</a></p></div>`)}`,
    }),
    people: N.map((name) => ({ name })),
  },
  {
    name: 'deputies whose names are mostly rare, alone, on a page of members',
    url: 'https://j.example/members/list.php',
    html: shell({
      title: 'Members of the Assembly',
      main: each(DEPUTIES, (n, i) => `<div><div>0${i + 11}</div><a href="deputy.php?id=${i}">${n}</a></div>`),
    }),
    people: DEPUTIES.map((name) => ({ name })),
  },
  {
    name: 'one member of a team who has no picture',
    url: 'https://k.example/our-team/',
    html: shell({
      title: 'Our Team',
      main: `<h1>Our Team</h1>${each(N, (n, i) => `<div class="card">${i ? `<img src="${i}.jpg">` : ''}<h3>${n}</h3><p>${bio(n)}</p></div>`)}`,
    }),
    people: N.map((name) => ({ name })),
  },
];

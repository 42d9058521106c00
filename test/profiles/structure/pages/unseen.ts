import { bio, each, type Layout, shell } from './page.ts';

const N = ['Wendela Brouwer', 'Xavier Ponce', 'Yolanda Grimes', 'Zoltán Fekete', 'Amara Diop'];
const P = (names: readonly string[]) => names.map((name) => ({ name }));
const T = (titles: readonly string[]) =>
  N.slice(0, titles.length).map((name, at) => ({ name, title: titles[at] ?? '' }));

/** What pages nobody had seen while the rules were written taught, a layout for each cause. */
export const UNSEEN: readonly Layout[] = [
  {
    name: 'a committee of names alone',
    url: 'https://a.example/committee.html',
    html: shell({
      title: 'Summer School of Data',
      main: `<h2>Organization Committee</h2><div class="participants">${each(N, (n) => `<div class="participant"><p>${n}</p></div>`)}</div>`,
    }),
    people: P(N),
  },
  {
    name: 'name, office and firm in elements of one kind, told apart by class',
    url: 'https://b.example/board-of-directors',
    html: shell({
      title: 'Board of Directors',
      main: `<h1>Board of Directors</h1><ul>${each(N, (n, i) => `<li><div class="office">${['President', 'Vice President', 'Treasurer', 'Secretary', 'Past President'][i]}</div><div class="name">${n}</div><div class="firm">${['Alder Mills', 'Quay Partners', 'Northern Trust', 'Fenwick Steel', 'Lowe Brothers'][i]}</div></li>`)}</ul>`,
    }),
    people: T(['President', 'Vice President', 'Treasurer', 'Secretary', 'Past President']),
  },
  {
    name: 'a page of people that the content manager calls a post',
    url: 'https://c.example/our-team/',
    html: shell({
      title: 'Our Team',
      main: `<article class="post type-post"><h1 class="post-title">Our Team</h1>${each(N, (n, i) => `<div class="post-column"><h3>${n}</h3><p>${['Chief Engineer', 'Surveyor', 'Office Manager', 'Site Engineer', 'Estimator'][i]}</p></div>`)}</article>`,
    }),
    people: T(['Chief Engineer', 'Surveyor', 'Office Manager', 'Site Engineer', 'Estimator']),
  },
  {
    name: 'titles that no list knows, below the names',
    url: 'https://d.example/team',
    html: shell({
      title: 'Team',
      main: `<h1>Our team</h1>${each(N, (n, i) => `<div class="card"><img src="${i}.jpg" alt=""><h3>${n}</h3><p class="sub">${['Paediatrics', 'Cardiology', 'Neurology', 'Oral Surgery', 'Orthodontics'][i]}</p><p>${bio(n)}</p></div>`)}`,
    }),
    people: T(['Paediatrics', 'Cardiology', 'Neurology', 'Oral Surgery', 'Orthodontics']),
  },
  {
    name: 'offices above their holders, in cards with places',
    url: 'https://e.example/equipe',
    html: shell({
      title: 'Equipe',
      lang: 'pt',
      main: `<h1>Conheça a equipe</h1>${each(N, (n, i) => `<article class="member"><img src="${i}.png" alt="Foto de ${n}"><div class="body"><span class="role">${['Coordenadora', 'Analista', 'Pesquisadora', 'Pesquisador', 'Colaborador'][i]}</span><h3>${n}</h3><p>Embrapa do Norte</p></div></article>`)}`,
    }),
    people: T(['Coordenadora', 'Analista', 'Pesquisadora', 'Pesquisador', 'Colaborador']),
  },
  {
    name: 'the office before a name that the picture says alone',
    url: 'https://f.example/zespol.html',
    html: shell({
      title: 'Kancelaria - Zespół',
      lang: 'pl',
      main: `<h1>Nasz zespół</h1>${each(['Dominik Kubat', 'Ewa Sobczak', 'Jan Wilczek'], (n) => `<div class="osoba"><img src="a.jpg" alt="${n}"><h3>Radca Prawny ${n}</h3><p>${bio(n)}</p></div>`)}`,
    }),
    people: P(['Dominik Kubat', 'Ewa Sobczak', 'Jan Wilczek']),
  },
  {
    name: 'two partners, each with a heading, in a language with few known roles',
    url: 'https://g.example/munkatarsaink',
    html: shell({
      title: 'Munkatársaink',
      lang: 'hu',
      main: `<h1>Munkatársaink</h1>${each(['Dr. Szalai Petra', 'Dr. Molnár Gergely'], (n) => `<div class="munkatars"><img src="x.jpg" alt="${n}"><h2>${n}</h2><p>ügyvéd</p></div>`)}`,
    }),
    people: [
      { name: 'Szalai Petra', title: 'ügyvéd' },
      { name: 'Molnár Gergely', title: 'ügyvéd' },
    ],
  },
  {
    name: 'staff of a Finnish school, names alone with numbers',
    url: 'https://h.example/henkilosto',
    html: shell({
      title: 'Henkilöstö',
      lang: 'fi',
      main: `<h1>Henkilöstö</h1>${each(['Aino Lehtonen', 'Mikko Virtala', 'Sari Koivula', 'Jukka Rantala', 'Tiina Salo'], (n, i) => `<p>${n}<br>040 123 456${i}</p>`)}`,
    }),
    people: P(['Aino Lehtonen', 'Mikko Virtala', 'Sari Koivula', 'Jukka Rantala', 'Tiina Salo']),
  },
  {
    name: 'where each of them lives',
    url: 'https://i.example/instructors',
    html: shell({
      title: 'Instructors',
      main: `<h1>Instructors</h1>${each(N, (n, i) => `<div class="person"><img src="${i}.jpg" alt=""><h3>${n}</h3><p>Instructor</p><p>${['Utrecht, Netherlands', 'Lima, Peru', 'Leeds, England', 'Pécs, Hungary', 'Dakar, Senegal'][i]}</p></div>`)}`,
    }),
    people: N.map((name, at) => ({
      name,
      location: ['Utrecht, Netherlands', 'Lima, Peru', 'Leeds, England', 'Pécs, Hungary', 'Dakar, Senegal'][at] ?? '',
    })),
  },
  {
    name: 'offices before the names in one heading',
    url: 'https://j.example/officers.html',
    html: shell({
      title: 'Officers',
      main: each(N, (n, i) => {
        const office = ['Chair', 'Vice-Chair', 'Treasurer', 'Secretary', 'Parliamentarian'][i];
        return `<section class="content-${'ab'[i % 2]}"><h2>${office} -<br>${n}</h2><p>${bio(n)}</p><p><a href="mailto:o${i}@j.example">o${i}@j.example</a></p></section>`;
      }),
    }),
    people: T(['Chair', 'Vice-Chair', 'Treasurer', 'Secretary', 'Parliamentarian']),
  },
  {
    name: 'forms of address: PD, Dott.ssa, Rev',
    url: 'https://k.example/team',
    html: shell({
      title: 'Team',
      main: `<h1>Team</h1><ul><li>PD Dr. Anja Hollmann</li><li>Dott.ssa Chiara Santoro</li><li>Prof.ssa Elena Ricci</li><li>Dr.in Petra Aigner</li><li>Rev Tom Ashby</li><li>Bishop Grace Oduya</li></ul>`,
    }),
    people: P(['Anja Hollmann', 'Chiara Santoro', 'Elena Ricci', 'Petra Aigner', 'Tom Ashby', 'Grace Oduya']),
  },
  {
    name: 'agents with numbers, and links that say email and a name',
    url: 'https://l.example/our-agents',
    html: shell({
      title: 'Our Agents',
      main: `<h1>Our Agents</h1>${each(N, (n, i) => `<div class="tile"><img src="${i}.jpg" alt="${n}"><div class="t1"><a href="/our-agents/${i}">${n}</a></div><div class="t2">Realtor</div><div class="t3">C: (555) 201-10${i}0</div><a href="mailto:a${i}@l.example">Email ${n.split(' ')[0]}</a></div>`)}`,
    }),
    people: T(['Realtor', 'Realtor', 'Realtor', 'Realtor', 'Realtor']),
  },
  {
    name: 'a person whom a heading of the second rank names first',
    url: 'https://m.example/author/yolanda-grimes/',
    html: shell({
      title: 'Yolanda Grimes | Grimes Lab',
      main: `<h2>Yolanda Grimes</h2><h3>Professor of Soil Science</h3><ul><li><a href="mailto:grimes@m.example">Mail</a></li></ul><p>${bio('She')}</p><h3>Interests</h3><ul><li>Peat</li><li>Carbon</li></ul>`,
    }),
    people: [{ name: 'Yolanda Grimes', title: 'Professor of Soil Science' }],
  },
  {
    name: 'what a firm stands for, on the page about it',
    url: 'https://n.example/about',
    html: shell({
      title: 'About us',
      main: `<h1>About us</h1>${each(['Customer First', 'Creative Ideas', 'Success Stories', 'Game Changers'], (n) => `<div class="value"><img src="v.svg" alt=""><h3>${n}</h3><p>We never stop at what was good enough yesterday.</p></div>`)}`,
    }),
    people: [],
  },
  {
    name: 'courses of an academy',
    url: 'https://o.example/courses',
    html: shell({
      title: 'Courses',
      main: `<h1>Learn from our instructors</h1>${each(['Machine Learning', 'Web Design', 'Creative Writing', 'Data Analysis'], (n) => `<div class="course"><img src="c.jpg" alt=""><h3>${n}</h3><p>12 weeks</p></div>`)}`,
    }),
    people: [],
  },
  {
    name: 'the offices of a law firm',
    url: 'https://p.example/about/offices',
    html: shell({
      title: 'Offices',
      main: `<h1>About our offices</h1>${each(['Los Angeles', 'San Francisco', 'Palo Alto', 'Santa Monica'], (n, i) => `<div class="office-card"><h2><a href="/offices/${i}">${n}</a></h2><p>100 Market Street</p><p><a href="tel:415555010${i}">415 555 010${i}</a></p></div>`)}`,
    }),
    people: [],
  },
];

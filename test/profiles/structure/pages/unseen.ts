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
  {
    name: 'addresses made of the names, on a page of contacts',
    url: 'https://tb.example/kontakt.html',
    html: shell({
      title: 'Kontakt',
      lang: 'sv',
      main: `<h1>Kontakta oss</h1>${each(N.slice(0, 3), (n) => `<p><b>${n}</b><br>Ekonomi<br>070-555 01 01<br><a href="mailto:${(n.split(' ')[0] ?? '').toLowerCase()}@tb.example">Mejla</a></p>`)}`,
    }),
    people: P(N.slice(0, 3)),
  },
  {
    name: 'titles of two words with capitals below the names',
    url: 'https://tc.example/equipe',
    html: shell({
      title: 'Administração',
      lang: 'pt',
      main: `<h2>Quadro</h2><div>${each(N, (n, i) => `<p>${n}</p><p class="cargo">${['Diretor Financeiro', 'Diretora Comercial', 'Diretor Executivo', 'Coordenador Técnico', 'Conselheiro Vogal'][i]}</p>`)}</div>`,
    }),
    people: T([
      'Diretor Financeiro',
      'Diretora Comercial',
      'Diretor Executivo',
      'Coordenador Técnico',
      'Conselheiro Vogal',
    ]),
  },
  {
    name: 'name, office and group in one line each',
    url: 'https://td.example/corporacion',
    html: shell({
      title: 'Corporación Municipal',
      lang: 'es',
      main: `<h1>Corporación Municipal</h1>${each(N, (n) => `<div class="concejal"><img src="c.jpg"><div class="datos"><span>${n}</span><span>Teniente de Alcalde</span><span>Grupo Municipal Unido</span></div></div>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'degrees and home towns which are written like names in a register',
    url: 'https://te.example/doctors.html',
    html: shell({
      title: 'Our Doctors',
      main: `<h2>Our Doctors</h2>${each(N, (n, i) => `<div class="doc"><h4>Dr. ${i === 4 ? `(Mrs.) ${n}` : n}</h4><p class="qual">${['MBBS, MD (Medicine)', 'MBBS, DCH', 'MD, DGO', 'MBBS, MD', 'BDS, MDS'][i]}</p><p class="home">${['Provo, Utah / Timpview', 'Boise, Idaho / Hill', 'Mesa, Ariz. / Red', 'Reno, Nev. / Dale', 'Bend, Ore. / Fir'][i]}</p></div>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'a form of address that is a whole word',
    url: 'https://tf.example/equipe.html',
    html: shell({
      title: 'Équipe',
      lang: 'fr',
      main: `<h1>Notre équipe</h1><ul>${each(N, (n) => `<li><a href="/equipe/${n.split(' ')[1]}">Maître ${n}</a></li>`)}</ul>`,
    }),
    people: P(N),
  },
  {
    name: 'schools with a table each, where coaches have sports',
    url: 'https://tg.example/Directory.aspx',
    html: shell({
      title: 'Schools Directory',
      main: each(
        [0, 1],
        (at) =>
          `<div><b>School ${at}</b></div><table><tr><th></th><th>Role</th><th>Name</th><th>Phone</th></tr>${each(N.slice(at * 2, at * 3 + 2), (n, i) => `<tr><td>${i ? 'Girls Soccer' : ''}</td><td>${i ? 'Head Coach' : 'Principal'}</td><td>${n}</td><td></td></tr>`)}</table>`,
      ),
    }),
    people: P(N),
  },
  {
    name: 'roles before the names, in Norwegian',
    url: 'https://th.example/styret.html',
    html: shell({
      title: 'Styret',
      lang: 'no',
      main: `<h2>Styret 2026</h2><p>Leder: ${N[0]}<br>Nestleder: ${N[1]}<br>Sekretær: ${N[2]}<br>Styremedlem: ${N[4]}</p>`,
    }),
    people: P([N[0] ?? '', N[1] ?? '', N[2] ?? '', N[4] ?? '']),
  },
  {
    name: 'titles in Japanese above the names',
    url: 'https://ti.example/staff.html',
    html: shell({
      title: 'salon',
      lang: 'ja',
      main: `<h2>STAFF</h2><ul>${each(['佐藤 美咲', '田中 翔太', '石野 結衣'], (n, i) => `<li><img src="s.jpg"><p class="staff-class">${['ディレクター', 'スタイリスト', 'アシスタント'][i]}</p><p>${n}</p></li>`)}</ul>`,
    }),
    people: [
      { name: '佐藤 美咲', title: 'ディレクター' },
      { name: '田中 翔太', title: 'スタイリスト' },
      { name: '石野 結衣', title: 'アシスタント' },
    ],
  },
  {
    name: 'the curriculum vitae of one person, with a first heading that says so',
    url: 'https://cv.tj.example/',
    html: '<!doctype html><title>CV Yolanda Grimes</title><h1>CURRICULUM VITAE</h1><h2>Yolanda Grimes</h2>Marine Biologist<h3>Contact</h3><p><a href="mailto:yolanda@tj.example">yolanda@tj.example</a></p>',
    people: [{ name: 'Yolanda Grimes' }],
  },
  {
    name: 'the old page of a professor, without any heading of it',
    url: 'https://math.tk.example/~grimes/',
    html: '<!doctype html><title>Home Page of Yolanda Grimes</title><table><tr><td><font size=+2><b>Yolanda Grimes</b></font><br>Professor of Mathematics<br>E-mail: <a href="mailto:grimes@tk.example">grimes@tk.example</a></td></tr></table><h3>Research</h3><p>Number theory.</p>',
    people: [{ name: 'Yolanda Grimes', title: 'Professor of Mathematics' }],
  },
  {
    name: 'those who wrote, on the front page of a paper',
    url: 'https://tl.example/',
    html: shell({
      title: 'The Daily',
      main: each(
        N,
        (n) =>
          `<div><img src="n.jpg"><h2><a href="/n">Plan Is Voted On</a></h2><p>By ${n}, Staff Writer</p><p>Officials said on Tuesday the plan would go ahead.</p></div>`,
      ),
    }),
    people: [],
  },
  {
    name: 'characters of a novel',
    url: 'https://tm.example/characters',
    html: shell({
      title: 'Characters',
      main: `<h1>Characters</h1>${each(N, (n) => `<div><img src="c.png"><h3>${n}</h3><p>Commander of the fleet</p></div>`)}`,
    }),
    people: [],
  },
];

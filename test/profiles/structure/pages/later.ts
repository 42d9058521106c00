import { bio, each, type Layout, shell, slug } from './page.ts';

const N = ['Wendela Brouwer', 'Xavier Ponce', 'Yolanda Grimes', 'Zoltán Fekete', 'Amara Diop'];
const none = (name: string, url: string, title: string, main: string): Layout => ({
  name,
  url,
  html: shell({ title, main }),
  people: [],
});
const P = (names: readonly string[]) => names.map((name) => ({ name }));
const ARTICLE = '<script type="application/ld+json">{"@type":"Article","headline":"Our Team"}</script>';

/** Layouts that were written after the rules. */
export const LATER: readonly Layout[] = [
  {
    name: 'figure/figcaption team',
    url: 'https://a.example/about',
    html: shell({
      title: 'About',
      main: `<h1>About our studio</h1><p>${bio('The studio')}</p><div>${each(N, (n, i) => `<figure><img src="${i}.jpg" alt="${n}"><figcaption><strong>${n}</strong><span>${['Creative Director', 'Illustrator', 'Producer', 'Studio Manager', 'Animator'][i]}</span></figcaption></figure>`)}</div>`,
    }),
    people: P(N),
  },
  {
    name: 'ul li with dash',
    url: 'https://b.example/contact-us',
    html: shell({
      title: 'Contact us',
      main: `<h1>Contact us</h1><p>Key contacts</p><ul>${each(N, (n, i) => `<li>${n} - ${['Sales Manager', 'Service Manager', 'Parts Manager', 'Accounts Payable', 'Warehouse Supervisor'][i]} - <a href="mailto:x${i}@b.example">x${i}@b.example</a></li>`)}</ul>`,
    }),
    people: P(N),
  },
  {
    name: 'h4 + span role + company in prose heading',
    url: 'https://d.example/who-we-are',
    html: shell({
      title: 'Who we are',
      main: `<h2>Management team</h2>${each(N, (n, i) => `<div class="mt"><h4>${n}<span>${['CEO', 'CFO', 'COO', 'General Manager', 'VP Sales'][i]}</span></h4><p>${bio(n)}</p></div>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'advisory board with affiliations',
    url: 'https://e.example/advisory-board',
    html: shell({
      title: 'Scientific Advisory Board',
      main: `<h1>Scientific Advisory Board</h1>${each(N, (n) => `<p><b>Prof. ${n}</b>, University of Port Ellery, Department of Physics</p>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'plain paragraphs name br title br phone',
    url: 'https://f.example/our-staff.html',
    html: shell({
      title: 'Our Staff',
      main: `<h1>Our Staff</h1>${each(N, (n) => `<p>${n}<br>Loan Officer<br>NMLS #12345<br>555-010-2020</p>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'person page h1 + subtitle, no contacts',
    url: 'https://g.example/team/xavier-ponce',
    html: shell({
      title: 'Xavier Ponce - Granby',
      main: `<h1>Xavier Ponce</h1><h2>Partner</h2><p>${bio('Xavier')}</p>`,
    }),
    people: P(['Xavier Ponce']),
  },
  {
    name: 'person page: h1 with credentials',
    url: 'https://h.example/providers/amara-diop-md',
    html: shell({
      title: 'Amara Diop, MD | Health',
      main: `<h1>Amara Diop, MD</h1><p>Cardiology</p><p>Accepting new patients</p>`,
    }),
    people: P(['Amara Diop']),
  },
  {
    name: 'choir members by voice (names only)',
    url: 'https://i.example/members',
    html: shell({
      title: 'Members - Chamber Choir',
      main: `<h1>Members</h1><h3>Soprano</h3><ul><li>${N[0]}</li><li>${N[2]}</li></ul><h3>Tenor</h3><ul><li>${N[1]}</li><li>${N[3]}</li></ul>`,
    }),
    people: P(['Wendela Brouwer', 'Yolanda Grimes', 'Xavier Ponce', 'Zoltán Fekete']),
  },
  {
    name: 'elected officials list',
    url: 'https://j.example/government/city-council',
    html: shell({
      title: 'City Council',
      main: `<h1>City Council</h1>${each(N, (n, i) => `<div><h3>${n}</h3><p>${i ? 'Council Member' : 'Mayor'}, Ward ${i}</p><p>Term expires 2027</p></div>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'a homepage that says hello',
    url: 'https://zoltanfekete.example/',
    html: shell({
      title: 'Zoltán Fekete',
      menu: ['Work', 'Blog', 'Talks'],
      main: `<h1>Hi, I’m <span>Zoltán Fekete</span>, and I make small things for the web.</h1><p>${bio('Zoltán')}</p>`,
    }),
    people: P(['Zoltán Fekete']),
  },
  none(
    'quotes in team-like cards on home',
    'https://k.example/',
    'Home',
    `<h2>Happy customers</h2>${each(N, (n) => `<div class="card"><img src=a.jpg><h5>${n}</h5><small>Project Manager</small><p>I love how simple everything became since we switched to it last spring.</p></div>`)}`,
  ),
  none(
    'case studies',
    'https://l.example/case-studies',
    'Case studies',
    `<h1>Case studies</h1>${each(['Harbor Homes', 'Granby Steel', 'Oakrow Advisory'], (n) => `<div><h3>${n}</h3><p>How a manager cut costs by half</p></div>`)}`,
  ),
  none(
    'blog category w/ author + role',
    'https://m.example/insights',
    'Insights',
    `<h1>Insights</h1>${each(N, (n, i) => `<article><h3><a href=/i/${i}>Five lessons from a decade in shipping</a></h3><div><img src=a.jpg><p>${n}</p><p>Senior Analyst</p></div></article>`)}`,
  ),
  none(
    'webinar with hosts date',
    'https://n.example/webinars',
    'Webinars',
    `<h1>Webinars</h1>${each(N, (n, i) => `<div><time>June ${i + 1}</time><h3>Scaling ports in the cloud, live</h3><p>${n}, CTO</p></div>`)}`,
  ),
  none(
    'awards by year',
    'https://o.example/awards',
    'Awards',
    `<h1>Award winners</h1><ul>${each(N, (n, i) => `<li>201${i} – Best Picture: Silent Waters (${n})</li>`)}</ul>`,
  ),
  none(
    'wine list',
    'https://p.example/wines',
    'Wines',
    `<h1>Wines</h1>${each(['Pinot Noir', 'Cabernet Franc', 'Sauvignon Blanc', 'Grüner Veltliner', 'Château Margaux'], (n) => `<div><h3>${n}</h3><p>Winemaker selection</p></div>`)}`,
  ),
  none(
    'car models',
    'https://q.example/models',
    'Models',
    `<h1>Models</h1>${each(['Alfa Giulia', 'Land Rover', 'Aston Martin', 'Rolls Royce', 'Mini Cooper'], (n) => `<div><img src=a.jpg><h3><a href="/models/${slug(n)}">${n}</a></h3><p>Designer edition</p></div>`)}`,
  ),
  none(
    'departments',
    'https://r.example/departments',
    'Departments',
    `<h1>Departments</h1>${each(['Public Works', 'Parks Recreation', 'Human Resources', 'Fire Rescue'], (n) => `<div><h3>${n}</h3><p>Director: to be announced</p><p><a href="tel:5550100">555-0100</a></p></div>`)}`,
  ),
  none(
    'industries',
    'https://s.example/industries',
    'Industries',
    `<h1>Industries</h1>${each(['Real Estate', 'Oil Gas', 'Life Sciences', 'Consumer Goods'], (n) => `<a href="/industries/${slug(n)}"><h3>${n}</h3><p>For executives</p></a>`)}`,
  ),
  none(
    'saints days',
    'https://t.example/calendar',
    'Calendar',
    `<h1>Saints</h1><ul>${each(['Saint Brendan', 'Saint Agnes', 'Saint Columba', 'Saint Hilda'], (n, i) => `<li>${i + 1} May: ${n}</li>`)}</ul>`,
  ),
  {
    name: "a team's page that its CMS marks as an article, as all of its pages",
    url: 'https://u.example/about/our-team/',
    html: shell({
      title: 'Our Team - Brightwater',
      main: `${ARTICLE}<h1>Our Team</h1>${each(N, (n, i) => `<div><h3>${n}</h3><p>${['Account Manager', 'Engineer', 'Director', 'Engineer', 'Designer'][i]}</p></div>`)}`,
    }),
    people: P(N),
  },
  {
    name: 'a table whose head says that names and functions stand below',
    url: 'https://v.example/foerderverein.html',
    html: shell({
      lang: 'de',
      title: 'Förderverein',
      main: `<h1>Förderverein</h1><p>Der Verein unterstützt die Schule.</p><table><thead><tr><th>Funktion</th><th>Name</th><th>Telefon</th></tr></thead><tbody>${each(N, (n, i) => `<tr><td>${['Kassier', 'Kassier Stellvertreter', 'Schriftführer', 'Beirat', 'Zeugwart'][i]}</td><td class="light">${n}</td><td class="light tel"></td></tr>`)}</tbody></table>`,
    }),
    people: P(N),
  },
  none(
    'an article about a team',
    'https://u.example/news/meet-our-team/',
    'Meet our team',
    `${ARTICLE}<h1>Meet our team</h1>${each(N, (n) => `<div><h3>${n}</h3><p>Engineer</p></div>`)}`,
  ),
];

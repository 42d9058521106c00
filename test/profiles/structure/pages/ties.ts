import { bio, each, type Layout, shell } from './page.ts';

const N = ['Yolanda Grimes', 'Tomas Bexley', 'Wren Okonjo', 'Halvard Lisle'] as const;

/** What ties a person to an address or to a company. */
export const TIES: readonly Layout[] = [
  {
    name: 'cards which are one link each, with the role above the name and words behind it',
    url: 'https://ua.example/attorneys/',
    html: shell({
      title: 'Our Attorneys',
      main: `<h1>Our Attorneys</h1><div>${N.map(
        (n, i) =>
          `<a class="card" href="p${i}.html"><img src="p.jpg"><div>Partner</div><h3>${n}</h3><p>Estates and trusts.</p><span>Read more</span></a>`,
      ).join(' ')}</div>`,
    }),
    people: N.map((name, i) => ({ name, title: 'Partner', url: `/attorneys/p${i}.html` })),
  },
  {
    name: 'names which lead to the pages of people at their own universities',
    url: 'https://ub.example/people/',
    html: shell({
      title: 'People',
      main: `<h1>People</h1><h2>Investigators</h2>${each(N, (n, i) => `<p><a href="https://uni${i}.example/staff/${i}">${n}</a>, Professor of Metallurgy</p>`)}`,
    }),
    people: N.map((name, i) => ({ name, url: `https://uni${i}.example/staff/${i}` })),
  },
  {
    name: 'names which all lead to the page of their firm',
    url: 'https://uc.example/team',
    html: shell({
      title: 'Team',
      main: `<h1>Team</h1>${each(N, (n) => `<div><h3><a href="https://firm.example/">${n}</a></h3><p>Project Manager</p></div>`)}`,
    }),
    people: N.map((name) => ({ name, url: '/team' })),
  },
  {
    name: 'names which lead to portraits and papers',
    url: 'https://ud.example/team',
    html: shell({
      title: 'Team',
      main: `<h1>Team</h1>${each(N, (n, i) => `<div><h3><a href="/files/${i}.${i % 2 ? 'jpg' : 'pdf'}">${n}</a></h3><p>Project Manager</p></div>`)}`,
    }),
    people: N.map((name) => ({ name, url: '/team' })),
  },
  {
    name: 'universities in the line below the names, in one cell for all',
    url: 'https://ue.example/committee.html',
    html: `<!doctype html><title>Committee</title><h2>Program Committee</h2><table><tr><td>${N.map((n, i) => `${n}<br>${['Carlow College', 'Harbor Institute of Technology', 'Moorland University', 'Department of Physics, University of Ellery'][i]}<br>&nbsp;<br>`).join('')}</td></tr></table>`,
    people: [
      { name: N[0], company: 'Carlow College' },
      { name: N[1], company: 'Harbor Institute of Technology' },
      { name: N[2], company: 'Moorland University' },
      { name: N[3], company: 'University of Ellery' },
    ],
  },
  {
    name: 'institutes behind the names of chairs, by their abbreviations',
    url: 'https://uf.example/2026',
    html: shell({
      title: 'UF 2026',
      main: `<h2>Organizing Committee</h2>${each(N, (n, i) => `<div><strong>${['General', 'Program', 'Local', 'Finance'][i]} Chair</strong><div>Dr. ${n}, ${['IIT Borivali', 'TU Seeburg', 'IISc Bengal', 'Moorland University'][i]}</div></div>`)}`,
    }),
    people: N.map((name, i) => ({
      name,
      company: ['IIT Borivali', 'TU Seeburg', 'IISc Bengal', 'Moorland University'][i] ?? '',
    })),
  },
  {
    name: 'speakers with a title and a firm in one line',
    url: 'https://ug.example/speakers',
    html: shell({
      title: 'Speakers',
      main: `<h1>Speakers</h1>${each(N, (n, i) => `<div><img src="s.jpg"><h3>${n}</h3><p>${['CTO, Nordlys', 'Staff Engineer, Brickyard', 'Founder, Sahel Seven', 'Product Manager, Kestrel'][i]}</p></div>`)}`,
    }),
    people: [
      { name: N[0], title: 'CTO', company: 'Nordlys' },
      { name: N[1], title: 'Staff Engineer', company: 'Brickyard' },
      { name: N[2], title: 'Founder', company: 'Sahel Seven' },
      { name: N[3], title: 'Product Manager', company: 'Kestrel' },
    ],
  },
  {
    name: 'managers with the area that they manage behind their titles',
    url: 'https://uh.example/team',
    html: shell({
      title: 'Our Team',
      main: `<h1>Our Team</h1>${each(N, (n, i) => `<div><img src="s.jpg"><h3>${n}</h3><p>Director, ${['Northern Region', 'University Relations', 'Fleet', 'Grants'][i]}</p></div>`)}`,
    }),
    people: N.map((name, i) => ({
      name,
      title: `Director, ${['Northern Region', 'University Relations', 'Fleet', 'Grants'][i]}`,
      company: '',
    })),
  },
  {
    name: 'the label of the employer above it, twice for two widths of screen',
    url: 'https://ui.example/mitglieder/grimes',
    html: shell({
      title: 'Yolanda Grimes | Verband',
      lang: 'de',
      main: '<h1>Yolanda Grimes</h1><div><div><span>Position</span><span>Position</span></div><div>Geschäftsführerin</div></div><div><div><span>Unternehmen</span><span>Unternehmen</span></div><div>Grimes Häuser</div></div>',
    }),
    people: [{ name: N[0], title: 'Geschäftsführerin', company: 'Grimes Häuser' }],
  },
  {
    name: 'what a lawyer has learned, and where',
    url: 'https://uj.example/attorneys/grimes',
    html: shell({
      title: 'Yolanda Grimes',
      main: '<h1>Yolanda Grimes</h1><p>Partner</p><h3>Education</h3><p>University of Ellery</p><p>J.D., Harbor School of Law, 1998</p>',
    }),
    people: [{ name: N[0], title: 'Partner', company: '' }],
  },
  {
    name: 'members of a board with their employers in a line of its own class, and one who has none',
    url: 'https://kb.example/board.html',
    html: shell({
      title: 'Board of Directors',
      main: `<h1>Board of Directors</h1>${each(
        [
          ['Leilani Kahale', 'Treasurer', 'First Reef'],
          ['Gordon Pruitt', 'Secretary', 'Moku Health'],
          ['Noelani Ota', 'Director', 'Retired'],
        ],
        ([name, role, org]) =>
          `<article class="x-member"><h3>${name}</h3><div class="x-role">${role}</div><p class="x-org">${org}</p></article>`,
      )}`,
    }),
    people: [
      { name: 'Leilani Kahale', title: 'Treasurer', company: 'First Reef' },
      { name: 'Gordon Pruitt', title: 'Secretary', company: 'Moku Health' },
      { name: 'Noelani Ota', title: 'Director', company: '' },
    ],
  },
  {
    name: 'callings that no list knows, in the lines of the names behind forms of address',
    url: 'https://ul.example/team',
    html: shell({
      title: 'Zespół',
      main: each(
        [
          ['mgr Yolanda Grimes', 'Psychoterapeutka par'],
          ['dr Ines Calder', 'Fizjolog'],
          ['mgr Tomas Bexley', 'Dietetyk'],
        ],
        ([name, calling]) =>
          `<div class="m"><img src="/p.jpg" alt=""><h4><b>${name}</b><i>${calling}</i></h4><p>${bio('Everybody')}</p></div>`,
      ),
    }),
    people: [
      { name: 'Yolanda Grimes', title: 'Psychoterapeutka par' },
      { name: 'Ines Calder', title: 'Fizjolog' },
      { name: 'Tomas Bexley', title: 'Dietetyk' },
    ],
  },
  {
    name: 'accounts of their own behind pictures, and that of the site for those without',
    url: 'https://ac.example/team/',
    html: shell({
      title: 'Our Team',
      main: `<h1>Our Team</h1>${each(
        [
          ['Daniel Farrow', 'CEO', 'reefwatcher'],
          ['Laura Montani', 'Engineer', 'lm_builds'],
          ['Peter Reinholt', 'Designer', 'brightwater'],
          ['Ines Calder', 'Engineer', 'brightwater'],
        ],
        ([name, role, login]) =>
          `<div class="m"><h4>${name}</h4><p>${role}</p><a href="https://twitter.com/${login}"><i class="icon"></i></a><a href="https://twitter.com/intent/tweet?text=x"><i></i></a></div>`,
      )}`,
    }),
    people: [
      { name: 'Daniel Farrow', title: 'CEO', url: 'https://twitter.com/reefwatcher' },
      { name: 'Laura Montani', title: 'Engineer', url: 'https://twitter.com/lm_builds' },
      { name: 'Peter Reinholt', title: 'Designer', url: '' },
      { name: 'Ines Calder', title: 'Engineer', url: '' },
    ],
  },
  {
    name: 'a column of employers, of which most have the name of a house',
    url: 'https://um.example/committee',
    html: shell({
      title: 'Committee',
      main: `<table>${each(
        [
          ['Yolanda Grimes', 'Harbor University'],
          ['Ines Calder', 'Autograph'],
          ['Tomas Bexley', 'Moorland University'],
          ['Wren Okonjo', 'Tide Land Authority'],
          ['Halvard Lisle', 'University of Ellery'],
        ],
        ([name, house]) => `<tr><td>${name}</td><td>${house}</td></tr>`,
      )}</table>`,
    }),
    people: [
      { name: 'Yolanda Grimes', company: 'Harbor University' },
      { name: 'Ines Calder', company: 'Autograph' },
      { name: 'Tomas Bexley', company: 'Moorland University' },
      { name: 'Wren Okonjo', company: 'Tide Land Authority' },
      { name: 'Halvard Lisle', company: 'University of Ellery' },
    ],
  },
  {
    name: 'former members with what they do now, most at a house',
    url: 'https://un.example/people',
    html: shell({
      title: 'People',
      main: each(
        [
          ['Yolanda Grimes', 'Lecturer, Harbor University'],
          ['Ines Calder', 'Designer, Tidebook'],
          ['Tomas Bexley', 'Professor, Moorland University'],
          ['Halvard Lisle', 'Researcher, Ellery Institute'],
        ],
        ([name, role]) =>
          `<figure><img src="/p.jpg" alt=""><figcaption><b>${name}</b><p>${role}</p></figcaption></figure>`,
      ),
    }),
    people: [
      { name: 'Yolanda Grimes', title: 'Lecturer', company: 'Harbor University' },
      { name: 'Ines Calder', title: 'Designer', company: 'Tidebook' },
      { name: 'Tomas Bexley', title: 'Professor', company: 'Moorland University' },
      { name: 'Halvard Lisle', title: 'Researcher', company: 'Ellery Institute' },
    ],
  },
  {
    name: 'degrees and a dash before titles, and prose behind them',
    url: 'https://uo.example/team',
    html: shell({
      title: 'Our Team',
      main: '<p><b>Yolanda Grimes</b> StB – Partner</p><p><b>Tomas Bexley</b> – Founder of Harbor Law who has a diverse background coupled with a strong dedication to all of his many clients.</p><p><b>Ines Calder</b> – Practice Manager of Harbor Law. Ines expertly handles all aspects of running the practice and helps ensure that all moves along.</p>',
    }),
    people: [
      { name: 'Yolanda Grimes', title: 'Partner' },
      { name: 'Tomas Bexley', title: 'Founder of Harbor Law' },
      { name: 'Ines Calder', title: 'Practice Manager of Harbor Law' },
    ],
  },
  {
    name: 'owners in a column of employers, with their firms behind a comma',
    url: 'https://up.example/board',
    html: shell({
      title: 'Board of Directors',
      main: `<table><tr><th>Name</th><th>Affiliation</th></tr>${each(
        [
          ['Yolanda Grimes', 'Owner, Old Harbor Grill'],
          ['Tomas Bexley', 'Owner, Tidelight'],
          ['Ines Calder', 'Resident'],
        ],
        ([name, tie]) => `<tr><td>${name}</td><td>${tie}</td></tr>`,
      )}</table>`,
    }),
    people: [
      { name: 'Yolanda Grimes', title: 'Owner', company: 'Old Harbor Grill' },
      { name: 'Tomas Bexley', title: 'Owner', company: 'Tidelight' },
      { name: 'Ines Calder' },
    ],
  },
  {
    name: 'pages that only a number tells apart, under a name that says nothing of people',
    url: 'https://no.example/team/',
    html: shell({
      title: 'Our Team',
      main: `<h1>Our Team</h1>${each(['Daniel Farrow', 'Laura Montani', 'Peter Reinholt'], (n, i) => `<div class="m"><h4><a href="/view.php?no=${i}">${n}</a></h4><p>${['CEO', 'Engineer', 'Designer'][i]}</p></div>`)}`,
    }),
    people: ['Daniel Farrow', 'Laura Montani', 'Peter Reinholt'].map((name, i) => ({ name, url: `/view.php?no=${i}` })),
  },
];

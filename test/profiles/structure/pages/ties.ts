import { each, type Layout, shell } from './page.ts';

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
];

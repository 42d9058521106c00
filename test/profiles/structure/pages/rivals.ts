import { each, type Layout, shell } from './page.ts';

const P = (names: readonly string[]) => names.map((name) => ({ name }));

/** Lists of people beside what could be taken for the only person of the page, or for another of them. */
export const RIVALS: readonly Layout[] = [
  {
    name: 'doctors below a heading of two words in capitals',
    url: 'https://ra.example/quadro-clinico/',
    html: shell({
      title: 'RA - Quadro Clínico',
      lang: 'pt',
      main: `<h2>NOSSO QUADRO CLÍNICO</h2>${each(
        ['Dr. Caio Benevides', 'Dra. Iara Figueira', 'Dr. Davi Monteclaro'],
        (name) => `<div><h2>${name}</h2><p>Cardiologista</p><p>CRM 4100</p></div>`,
      )}`,
    }),
    people: P(['Caio Benevides', 'Iara Figueira', 'Davi Monteclaro']),
  },
  {
    name: 'a bare list below the name of a club',
    url: 'https://www.cantiereaperto.example/consigliodirettivo',
    html: `<!doctype html><title>Consiglio Direttivo | CantiereAperto APS</title><header><h1>CantiereAperto APS</h1></header><main><h2>Consiglio Direttivo</h2><p>Il Consiglio Direttivo è composto da:</p><ul>${each(
      ['Ornella Vascotto', 'Fulvio Brandimarte (presidente)', 'Nadia Sorrentino', 'Ennio Carraresi (tesoriere)'],
      (name) => `<li>${name}</li>`,
    )}</ul></main>`,
    people: P(['Ornella Vascotto', 'Fulvio Brandimarte', 'Nadia Sorrentino', 'Ennio Carraresi']),
  },
  {
    name: 'roles in capitals above names in headings',
    url: 'https://rc.example/team/',
    html: shell({
      title: 'Team | RC Bau',
      lang: 'de',
      main: `<h1>Team</h1>${each(
        [
          ['LEITENDER GESCHÄFTSFÜHRER', 'Konrad Zellweger'],
          ['INHABER · BERATEND TÄTIG', 'Urs Abderhalden'],
          ['TECHNISCHE SACHBEARBEITERIN', 'Vreni Lutz'],
        ],
        ([role, name]) =>
          `<article class="team-card"><div><p class="small">${role}</p><h3>${name}</h3><p><a href="mailto:info@rc.example">info@rc.example</a></p></div></article>`,
      )}`,
    }),
    people: [
      { name: 'Konrad Zellweger', title: 'LEITENDER GESCHÄFTSFÜHRER' },
      { name: 'Urs Abderhalden', title: 'INHABER · BERATEND TÄTIG' },
      { name: 'Vreni Lutz', title: 'TECHNISCHE SACHBEARBEITERIN' },
    ],
  },
  {
    name: 'an owner whose firm bears the name, before those with initials like theirs',
    url: 'https://www.spedition-oelze.example/',
    html: `<!doctype html><title>Spedition Oelze</title><div><p>Spedition Oelze</p></div><h2>Unser Team</h2>${each(
      [
        ['F. G. Oelze', 'Geschäftsführer'],
        ['B. Quandt', 'Disposition'],
        ['K.-H. Tietz', 'Werkstatt'],
      ],
      ([name, role], at) =>
        `<div><h4><a href="mailto:team${at}@spedition-oelze.example">${name}</a></h4><div>${role}<br>+49 5531 555-${at}1</div></div>`,
    )}`,
    people: P(['F. G. Oelze', 'B. Quandt', 'K.-H. Tietz']),
  },
  {
    name: 'the name of a blog above the date of its post',
    url: 'https://blog.rd.example/2025/10/otter-9-is-out.html',
    html: shell({
      title: 'Otter Gazette: Otter 9 is out',
      main: '<h1>Otter Gazette</h1><h2>Monday, October 13, 2025</h2><h3>Otter 9 is out</h3><p>It is the newest release.</p><p>Posted by Ansel Ridley at 5:30 AM</p>',
    }),
    people: [],
  },
  {
    name: 'districts named after saints',
    url: 'https://re.example/city-council',
    html: shell({
      title: 'City Council',
      main: '<h1>City Council</h1><h2>Council Seats</h2><table><tr><th>Seat</th><th>Area</th></tr><tr><td>Ward 1</td><td>St. Thomas</td></tr><tr><td>Ward 2</td><td>Martin Hill</td></tr></table>',
    }),
    people: [],
  },
  {
    name: 'speakers by the head of a table with the dates of their talks',
    url: 'https://rf.example/seminars',
    html: shell({
      title: 'Seminars',
      main: `<h1>Seminars</h1><table><tr><th>Date</th><th>Speaker</th><th>Affiliation</th><th>Title</th></tr>${each(
        [
          ['12 November 2025', 'Dr Piers Halloran', 'Tidewater University', 'Norms in Small Towns'],
          ['3 December 2025', 'Professor Yuki Aldana', 'Norland University', 'Entry under Fog'],
          ['14 January 2026', 'Mr Chidi Barrow', 'University of the Isles', 'Form or Substance'],
        ],
        (cells) => `<tr>${each(cells, (cell) => `<td><p>${cell}</p></td>`)}</tr>`,
      )}</table>`,
    }),
    people: P(['Piers Halloran', 'Yuki Aldana', 'Chidi Barrow']),
  },
];

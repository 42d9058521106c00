import { each, type Layout, shell } from './page.ts';

const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr>`;
const P = (names: readonly string[]) => names.map((name) => ({ name }));

/** Registers, tables and forms of names, a layout for each. */
export const REGISTERS: readonly Layout[] = [
  {
    name: 'given and family names in columns of their own',
    url: 'https://a.example/officials',
    html: shell({
      title: 'Officials',
      main: `<table>${head(['Last name', 'First name', 'Title', 'Phone'])}${row(['Tolliver', 'Edith', 'Mayor', '555-0101'])}${row(['van Houten', 'Ruth', 'City Clerk', ''])}${row(['Quill', 'Oscar', 'Bailiff', '555-0103'])}</table>`,
    }),
    people: [
      { name: 'Edith Tolliver', title: 'Mayor' },
      { name: 'Ruth van Houten', title: 'City Clerk' },
      { name: 'Oscar Quill', title: 'Bailiff' },
    ],
  },
  {
    name: 'given and family names in blocks that their classes tell apart',
    url: 'https://b.example/firma',
    html: shell({
      title: 'Firma',
      lang: 'de',
      main: `<section class="team"><h2>Unser Team</h2>${each(
        [
          ['Jonas', 'Wolters'],
          ['Ingrid', 'Pauly'],
          ['Bernd', 'Achenbach'],
        ],
        ([given, family]) =>
          `<div class="item"><img src="x.jpg" alt=""><div class="prename">${given}</div><div class="lastname">${family}</div><div class="position">Projektleitung</div></div>`,
      )}</section>`,
    }),
    people: P(['Jonas Wolters', 'Ingrid Pauly', 'Bernd Achenbach']),
  },
  {
    name: 'titles and firms by the head of the table, one word of a role known to no list',
    url: 'https://c.example/comite',
    html: shell({
      title: 'Comité',
      lang: 'fr',
      main: `<table>${head(['Fonction', 'Nom', 'Organisation'])}${row(['Porte-drapeau', 'Amélie Grandin', 'Port de Brume'])}${row(['Intendance', 'Hugo Lestrade', 'Les Trois Moulins'])}${row(['Archives', 'Denise Carron', 'Atelier Nord'])}</table>`,
    }),
    people: [
      { name: 'Amélie Grandin', title: 'Porte-drapeau', company: 'Port de Brume' },
      { name: 'Hugo Lestrade', title: 'Intendance', company: 'Les Trois Moulins' },
      { name: 'Denise Carron', title: 'Archives', company: 'Atelier Nord' },
    ],
  },
  {
    name: 'an office that spans the rows of its holders',
    url: 'https://d.example/committee',
    html: shell({
      title: 'Committee',
      main: `<h1>Committee</h1><table><tr><td>Chairman</td><td>Walter Finch</td></tr><tr><td rowspan="2">Secretaries</td><td class="shade">Brenda Marsh</td></tr><tr><td class="plain">Nigel Croft</td></tr><tr><td>Treasurer</td><td class="shade">Sylvia Denham</td></tr></table>`,
    }),
    people: P(['Walter Finch', 'Brenda Marsh', 'Nigel Croft', 'Sylvia Denham']),
  },
  {
    name: 'names at the heads of columns, titles below them',
    url: 'https://e.example/staff.html',
    html: shell({
      title: 'Museum Staff',
      main: `<h1>Museum Staff</h1><table>${row(['<p>Harriet Lowe</p>', '<p>Samuel Birch</p>', '<p>Louise Kemp</p>'])}${row(['<p>Curator</p>', '<p>Registrar, Collections Manager</p>', '<p>Conservation Officer</p>'])}</table>`,
    }),
    people: [
      { name: 'Harriet Lowe', title: 'Curator' },
      { name: 'Samuel Birch', title: 'Registrar, Collections Manager' },
      { name: 'Louise Kemp', title: 'Conservation Officer' },
    ],
  },
  {
    name: 'a Spanish register: two family names, a comma, the given name',
    url: 'https://f.example/profesorado',
    html: shell({
      title: 'Profesorado',
      lang: 'es',
      main: `<h1>Profesorado</h1><ul>${each(['Campos Rueda, Antonio', 'Toral Vega, María José', 'Lozano Gil, Sergio', 'Vaquero Sanz, Delia'], (n) => `<li><a href="/f/${n.length}">${n}</a></li>`)}</ul>`,
    }),
    people: P(['Antonio Campos Rueda', 'María José Toral Vega', 'Sergio Lozano Gil', 'Delia Vaquero Sanz']),
  },
  {
    name: 'D. and Dña., M. and Mme before the names',
    url: 'https://g.example/corporacion',
    html: shell({
      title: 'Corporación',
      lang: 'es',
      main: each(
        ['D. Julio Paredes Mota', 'Dña. Carmen Soler Vidal', 'D. Pablo Ibarra Ruiz'],
        (n, i) =>
          `<div class="concejal"><img src="c.jpg"><span class="nombre">${n}</span><p>${['Alcalde', 'Concejala de Cultura', 'Concejal de Deportes'][i]}</p></div>`,
      ),
    }),
    people: P(['Julio Paredes Mota', 'Carmen Soler Vidal', 'Pablo Ibarra Ruiz']),
  },
  {
    name: 'family names in capitals are no degrees',
    url: 'https://h.example/equipe',
    html: shell({
      title: 'Notre équipe',
      lang: 'fr',
      main: `<h1>Notre équipe</h1>${each(['Kossi Selom ADJEI', 'Afi Mawuena KODZO', 'Pierre Elom RADZA', 'Awa Naïma EL BASRI'], (n, i) => `<div class="membre"><img src="${i}.jpg" alt=""><h5>${n}</h5><p>${['Président', 'Trésorière', 'Conseiller', 'Secrétaire'][i]}</p></div>`)}`,
    }),
    people: P(['Kossi Selom ADJEI', 'Afi Mawuena KODZO', 'Pierre Elom RADZA', 'Awa Naïma EL BASRI']),
  },
  {
    name: 'Japanese names without a space, with their readings',
    url: 'https://i.example/staff',
    html: shell({
      title: 'スタッフ',
      lang: 'ja',
      main: `<h1>スタッフ紹介</h1>${each(
        [
          ['川端敬一', 'かわばた けいいち', '院長'],
          ['野々村慈子', 'ののむら しげこ', '看護師'],
          ['安西嵩人', 'あんざい たかと', '副院長'],
        ],
        ([n, kana, role]) =>
          `<div class="card"><img src="x.jpg" alt=""><p class="role">${role}</p><h3>${n}</h3><p class="kana">${kana}</p></div>`,
      )}`,
    }),
    people: P(['川端敬一', '野々村慈子', '安西嵩人']),
  },
  {
    name: 'rarer Chinese family names, and traditional forms',
    url: 'https://j.example/members',
    html: shell({
      title: '团队成员',
      lang: 'zh',
      main: `<h1>团队成员</h1>${each(['纪卫明（教授）', '蓝子昂（讲师）', '鄧思遠（副教授）', '欧阳雨晴（助教）'], (n) => `<div class="card"><img src="x.jpg" alt=""><div class="name">${n}</div></div>`)}`,
    }),
    people: P(['纪卫明', '蓝子昂', '鄧思遠', '欧阳雨晴']),
  },
  {
    name: 'a row of one cell that names a department',
    url: 'https://m.example/staff-directory',
    html: shell({
      title: 'Staff Directory',
      main: `<table>${head(['Name', 'Title', 'Email'])}<tr><th colspan="3"><span>Football Ground</span></th></tr>${row(['Rhonda Kimber', 'Head Coach', 'r@m.example'])}${row(['Brandon Vasko', 'Trainer', 'b@m.example'])}<tr><th colspan="3"><span>Harbor Rowing</span></th></tr>${row(['Kirsten Amdal', 'Head Coach', 'k@m.example'])}</table>`,
    }),
    people: P(['Rhonda Kimber', 'Brandon Vasko', 'Kirsten Amdal']),
  },
  {
    name: 'pronouns behind the names are no titles',
    url: 'https://p.example/our-team',
    html: shell({
      title: 'Our Team',
      main: `<h1>Our Team</h1>${each(['Sarah Lindqvist (she/her)', 'Daniel Osei (he/him)', 'Maria Ferrante (they/them)', 'Thomas Brandt'], (n, i) => `<div class="member"><img src="${i}.jpg" alt=""><h3>${n}</h3></div>`)}`,
    }),
    people: ['Sarah Lindqvist', 'Daniel Osei', 'Maria Ferrante', 'Thomas Brandt'].map((name) => ({ name, title: '' })),
  },
  {
    name: 'headlines that start with the name of whom they are about',
    url: 'https://o.example/management/five-lessons-that-managers-learn-late.html',
    html: shell({
      title: 'Five Lessons That Managers Learn Late',
      main: `<h1>Five Lessons That Managers Learn Late</h1><p>It takes years to see what was there from the first day on.</p><div class="popular"><h2>Most Popular</h2>${each(
        [
          ['Dana Okafor: Why Raises Rarely Work', 'Opening Wine with a Blender'],
          ['Simon Hartley: Keeping Score on a Rainy Field', 'The Suburb That Grows Fastest'],
        ],
        ([one, other], at) =>
          `<ol><li><a href="/a${at}.html">${one}</a></li><li><a href="/b${at}.html">${other}</a></li></ol>`,
      )}</div>`,
    }),
    people: [],
  },
  {
    name: 'degrees of several words before names',
    url: 'https://la.example/zespol/',
    html: shell({
      title: 'Team',
      main: `<h2>Team</h2><ul>${each(
        [
          'M.Sc. Witold Frankiewicz',
          'Ph.D. Lidia Grzelak',
          'M.Sc., Eng. Teodor Kajtan',
          'Prof. Emeritus Mirosław Waluś',
        ],
        (name) => `<li>${name}</li>`,
      )}</ul>`,
    }),
    people: P(['Witold Frankiewicz', 'Lidia Grzelak', 'Teodor Kajtan', 'Mirosław Waluś']),
  },
  {
    name: 'degrees of two letters before names in capitals, and rooms below them',
    url: 'https://lb.example/profesores',
    html: shell({
      title: 'Departamento',
      lang: 'es',
      main: `<h1>Personal académico</h1>${each(
        ['M.C. ALONSO VERDUGO MENA', 'M.I. NURIA ALBA CHACÓN', 'ING. JULIÁN CARRIZO'],
        (name, at) => `<div><h4>${name}</h4><p><b>Profesor Titular</b><br>Edificio Q, cubículo Q2-1${at}</p></div>`,
      )}`,
    }),
    people: P(['ALONSO VERDUGO MENA', 'NURIA ALBA CHACÓN', 'JULIÁN CARRIZO']),
  },
  {
    name: 'a degree behind the name and the title below',
    url: 'https://lc.example/equipe',
    html: shell({
      title: 'Équipe',
      lang: 'fr',
      main: `<h1>Membres de l’équipe</h1>${each(
        ['Jean-Luc Bouvard, PhD.', 'Mathilde Pinçon, PhD.', 'Régine Turbide, PhD.'],
        (name) => `<div><h5>${name}</h5><p>Professeure</p><p>Département de géologie</p></div>`,
      )}`,
    }),
    people: ['Jean-Luc Bouvard', 'Mathilde Pinçon', 'Régine Turbide'].map((name) => ({ name, title: 'Professeure' })),
  },
  {
    name: 'cards which are headings of the first rank, below one of it',
    url: 'https://ld.example/equipe',
    html: `<!doctype html><title>Filature SA</title><h1>L'equipe</h1><h2>Notre force</h2>${each(
      ['Jérôme Aubin', 'Daria Petrov', 'Jonas Gagner'],
      (name) => `<div class="x"><div class="y"><h1>${name}</h1><p>c-level</p></div></div>`,
    )}`,
    people: P(['Jérôme Aubin', 'Daria Petrov', 'Jonas Gagner']),
  },
  {
    name: 'what stands in brackets amid a title, and a firm behind its sign',
    url: 'https://le.example/team',
    html: shell({
      title: 'Team',
      main: `<h1>Team</h1>${each(
        [
          ['Ahmed Tilani', 'Developer Expert (GDX) Android'],
          ['Filippa Berg', 'Senior Engineer @ Spotless'],
          ['Ines Juhl', 'Staff Engineer'],
        ],
        ([name, role]) => `<div><h3>${name}</h3><p>${role}</p></div>`,
      )}`,
    }),
    people: [
      { name: 'Ahmed Tilani', title: 'Developer Expert (GDX) Android' },
      { name: 'Filippa Berg', title: 'Senior Engineer', company: 'Spotless' },
      { name: 'Ines Juhl', title: 'Staff Engineer' },
    ],
  },
  {
    name: 'the page of somebody whom its heading asks to meet',
    url: 'https://www.lindgren-vale.example/about-vale/',
    html: shell({
      title: 'Meet Carlotta Vale | Vale for Mayor',
      main: '<h1><span>Meet</span> Carlotta Vale</h1><ul><li>Student</li><li>Wanderer</li></ul><p>Carlotta Vale was raised by the sea.</p>',
    }),
    people: P(['Carlotta Vale']),
  },
];

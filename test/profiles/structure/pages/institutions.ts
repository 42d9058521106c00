import { bio, each, type Layout, shell, slug } from './page.ts';

type Row = readonly [name: string, title: string];

const FACULTY: readonly Row[] = [
  ['Imogen Fairweather', 'Professor of Marine Biology'],
  ['Tobias Kranz', 'Associate Professor'],
  ['Noor Haddad', 'Senior Lecturer'],
  ['Chidi Nwosu', 'Postdoctoral Researcher'],
  ['Greta Lindholm', 'PhD Student'],
];
const MEMBERS = ['Abel Mutasa', 'Beatrix Calloway', 'Cornelius Dube', 'Dorothea Finch', 'Emeka Obi', 'Faith Wanjiru'];
const as = (rows: readonly Row[], more: (name: string) => object = () => ({})) =>
  rows.map(([name, title]) => ({ name, title, ...more(name) }));

/** Staff, members and speakers of universities, hospitals, parliaments, clubs and conferences. */
export const INSTITUTIONS: readonly Layout[] = [
  {
    name: 'Drupal view of faculty with label: value fields',
    url: 'https://ocean.uni.example/people/faculty',
    html: shell({
      title: 'Faculty | Department of Oceanography',
      main: `<h1 class="page-title">Faculty</h1><div class="view-content">${each(
        FACULTY,
        ([name, title], at) =>
          `<div class="views-row"><div class="views-field views-field-picture"><img src="/${at}.jpg" alt=""></div><div class="views-field views-field-title"><span class="field-content"><a href="/people/${slug(name)}">${name}</a></span></div><div class="views-field"><div class="field-content">${title}</div></div><div class="views-field"><span class="views-label">Office: </span><span class="field-content">Room ${at}12</span></div><div class="views-field"><span class="views-label">Email: </span><span class="field-content"><a href="mailto:staff${at}@ocean.uni.example">staff${at}@ocean.uni.example</a></span></div></div>`,
      )}</div>`,
    }),
    people: as(FACULTY, (name) => ({ url: `/people/${slug(name)}` })),
  },
  {
    name: 'directory table, family name first',
    url: 'https://uni.example/directory?dept=history',
    html: shell({
      title: 'Directory - University',
      main: `<h1>Staff Directory</h1><table><tr><th>Name</th><th>Title</th><th>Office</th><th>Telephone</th></tr>${each(
        [
          ['Fairweather, Imogen', 'Professor'],
          ['Kranz, Tobias', 'Lecturer'],
          ['Nwosu, Chidi E.', 'Research Fellow'],
          ['O’Hara, Maeve', 'Department Administrator'],
        ],
        ([name, title], at) => `<tr><td>${name}</td><td>${title}</td><td>H-${at}02</td><td>555-010${at}</td></tr>`,
      )}</table>`,
    }),
    people: [
      { name: 'Imogen Fairweather', title: 'Professor' },
      { name: 'Tobias Kranz', title: 'Lecturer' },
      { name: 'Chidi E. Nwosu', title: 'Research Fellow' },
      { name: 'Maeve O’Hara', title: 'Department Administrator' },
    ],
  },
  {
    name: 'German chair: staff list with rooms and functions',
    url: 'https://lehrstuhl.uni.example/mitarbeiter/',
    html: shell({
      title: 'Mitarbeiter – Lehrstuhl für Küstenforschung',
      lang: 'de',
      menu: ['Startseite', 'Forschung', 'Lehre', 'Mitarbeiter', 'Veröffentlichungen'],
      main: `<h1>Mitarbeiterinnen und Mitarbeiter</h1><h2>Leitung</h2><p><strong>Univ.-Prof. Dr.-Ing. Wolfram Stein</strong><br>Lehrstuhlinhaber<br>Raum 2.14<br>Tel.: +49 555 0100</p><h2>Wissenschaftliche Mitarbeiter</h2><p><strong>Lena Baumgarten, M.Sc.</strong><br>Wissenschaftliche Mitarbeiterin<br>Raum 2.15</p><p><strong>Dr. Oleg Petrov</strong><br>Akademischer Rat<br>Raum 2.16</p>`,
    }),
    people: [
      { name: 'Wolfram Stein' },
      { name: 'Lena Baumgarten', title: 'Wissenschaftliche Mitarbeiterin' },
      { name: 'Oleg Petrov' },
    ],
  },
  {
    name: 'conference speakers with company and talk',
    url: 'https://harbourconf.example/speakers',
    html: shell({
      title: 'Speakers - HarbourConf 2026',
      menu: ['Home', 'Schedule', 'Speakers', 'Venue', 'Tickets'],
      main: `<h1>Speakers</h1><div class="speakers">${each(
        FACULTY,
        ([name], at) =>
          `<div class="speaker"><a href="/speakers/${slug(name)}"><img src="${at}.jpg" alt="${name}"></a><h3>${name}</h3><p>Staff Engineer at Kestrel Analytics</p><p class="talk">Talk: What the tide taught us about queues</p></div>`,
      )}</div>`,
    }),
    people: FACULTY.map(([name]) => ({
      name,
      title: 'Staff Engineer',
      company: 'Kestrel Analytics',
      url: `/speakers/${slug(name)}`,
    })),
  },
  {
    name: 'members of parliament in a table with party and constituency',
    url: 'https://parliament.example/members',
    html: shell({
      title: 'Members | Parliament',
      main: `<h1>Members of Parliament</h1><table><thead><tr><th>Member</th><th>Party</th><th>Constituency</th></tr></thead>${each(
        MEMBERS,
        (name, at) =>
          `<tr><td><a href="/members/${101 + at}">Hon. ${name}</a></td><td>Unity Party</td><td>Marsh End ${at}</td></tr>`,
      )}</table>`,
    }),
    people: MEMBERS.map((name, at) => ({ name, url: `/members/${101 + at}` })),
  },
  {
    name: 'members with MP behind the name, in bare list items',
    url: 'https://assembly.example/members-of-the-assembly',
    html: shell({
      title: 'Members',
      main: `<h2>Members</h2><ul>${each(MEMBERS, (name) => `<li>${name}, MP</li>`)}</ul>`,
    }),
    people: MEMBERS.map((name) => ({ name })),
  },
  {
    name: 'trustees as "Name – Title" items',
    url: 'https://trust.example/governance',
    html: shell({
      title: 'Governance | Marsh Trust',
      main: `<h1>Governance</h1><p>The trust is run by its trustees.</p><h2>Board of Trustees</h2><ul><li>Beatrix Calloway – Chair</li><li>Emeka Obi – Treasurer</li><li>Faith Wanjiru – Secretary</li><li>Abel Mutasa – Trustee</li></ul><h2>Annual Reports</h2><ul><li>Annual Report 2024</li><li>Annual Report 2025</li></ul>`,
    }),
    people: [
      { name: 'Beatrix Calloway', title: 'Chair' },
      { name: 'Emeka Obi', title: 'Treasurer' },
      { name: 'Faith Wanjiru', title: 'Secretary' },
      { name: 'Abel Mutasa', title: 'Trustee' },
    ],
  },
  {
    name: 'hospital: physicians with degrees and specialities',
    url: 'https://stbrendan.example/find-a-doctor/',
    html: shell({
      title: 'Find a Doctor | St. Brendan',
      main: `<h1>Our physicians</h1>${each(
        [
          ['Imogen Fairweather, MD', 'Cardiology'],
          ['Tobias Kranz, DO', 'Family Medicine'],
          ['Noor Haddad, MD, PhD', 'Neurology'],
        ] as const,
        ([name, field]) =>
          `<div class="result"><img src="d.jpg" alt=""><h4><a href="/doctors/${slug(name.split(',')[0] ?? '')}">${name}</a></h4><p>${field}</p><a href="tel:5550108">Call</a></div>`,
      )}`,
    }),
    people: [
      { name: 'Imogen Fairweather', url: '/doctors/imogen-fairweather' },
      { name: 'Tobias Kranz' },
      { name: 'Noor Haddad' },
    ],
  },
  {
    name: 'football squad by position, shirt number first',
    url: 'https://ellerytown-fc.example/squad',
    html: shell({
      title: 'First Team Squad - Ellery Town FC',
      main: `<h1>First team</h1>${each(
        ['Goalkeepers', 'Defenders'],
        (line, row) =>
          `<h2>${line}</h2><ul>${each(MEMBERS.slice(row * 3, row * 3 + 3), (name, at) => `<li><a href="/squad/${slug(name)}"><span class="no">${row * 3 + at + 1}</span><img src="p.png" alt=""><span class="player">${name}</span></a></li>`)}</ul>`,
      )}`,
    }),
    people: MEMBERS.map((name) => ({ name, url: `/squad/${slug(name)}` })),
  },
  {
    name: 'roster table of a college team',
    url: 'https://gophers.example/sports/rowing/roster',
    html: shell({
      title: '2026 Rowing Roster',
      main: `<h1>2026 Rowing Roster</h1><table><thead><tr><th>#</th><th>Name</th><th>Yr.</th><th>Hometown</th></tr></thead><tbody>${each(MEMBERS, (name, at) => `<tr><td>${at + 1}</td><th scope="row"><a href="/sports/rowing/roster/${slug(name)}/${at}">${name}</a></th><td>Jr.</td><td>Port Ellery</td></tr>`)}</tbody></table>`,
    }),
    people: MEMBERS.map((name, at) => ({ name, url: `/sports/rowing/roster/${slug(name)}/${at}` })),
  },
  {
    name: 'alumni of a group: name and where they went',
    url: 'https://lab.uni.example/people/alumni',
    html: shell({
      title: 'Alumni | Tidal Lab',
      main: `<h1>Lab alumni</h1><ul>${each(MEMBERS, (name, at) => `<li><b>${name}</b> (PhD 202${at}), now Research Scientist at Kestrel</li>`)}</ul>`,
    }),
    people: MEMBERS.map((name) => ({ name })),
  },
  {
    name: 'club officers in a table, office first',
    url: 'https://sailing.example/committee',
    html: shell({
      title: 'Committee - Sailing Club',
      main: `<h1>Committee 2026</h1><table>${each(
        [
          ['Commodore', 'Beatrix Calloway'],
          ['Treasurer', 'Emeka Obi'],
          ['Secretary', 'Faith Wanjiru'],
          ['Membership Secretary', 'Dorothea Finch'],
        ],
        ([title, name]) => `<tr><td>${title}</td><td>${name}</td></tr>`,
      )}</table>`,
    }),
    people: [
      { name: 'Beatrix Calloway' },
      { name: 'Emeka Obi', title: 'Treasurer' },
      { name: 'Faith Wanjiru', title: 'Secretary' },
      { name: 'Dorothea Finch', title: 'Membership Secretary' },
    ],
  },
  {
    name: 'council: "Councillor Name" headings with ward and e-mail',
    url: 'https://marshend.example/council/councillors',
    html: shell({
      title: 'Councillors | Marsh End',
      main: `<h1>Your councillors</h1>${each(MEMBERS.slice(0, 4), (name, at) => `<div><h3>Councillor ${name}</h3><p>Ward ${at + 1}</p><p><a href="mailto:ward${at}@marshend.example">ward${at}@marshend.example</a></p></div>`)}`,
    }),
    people: MEMBERS.slice(0, 4).map((name) => ({ name })),
  },
  {
    name: 'German association: Vorstand in paragraphs "Funktion: Name"',
    url: 'https://verein.example/vorstand',
    html: shell({
      title: 'Vorstand – Segelverein',
      lang: 'de',
      menu: ['Startseite', 'Verein', 'Vorstand', 'Termine', 'Impressum'],
      main: `<h1>Der Vorstand</h1><p>1. Vorsitzende: Heike Brandl</p><p>2. Vorsitzender: Ralf Obermüller</p><p>Kassenwart: Tim Wegener</p><p>Schriftführerin: Aylin Koç</p>`,
    }),
    people: [
      { name: 'Heike Brandl' },
      { name: 'Ralf Obermüller' },
      { name: 'Tim Wegener', title: 'Kassenwart' },
      { name: 'Aylin Koç', title: 'Schriftführerin' },
    ],
  },
  {
    name: 'Italian lecturers as links in a plain list',
    url: 'https://ateneo.example/it/docenti',
    html: shell({
      title: 'Docenti | Ateneo',
      lang: 'it',
      menu: ['Home', 'Ateneo', 'Didattica', 'Docenti', 'Contatti'],
      main: `<h1>Docenti del dipartimento</h1><ul>${each(['Chiara Lombardi', "Niccolò D'Angelo", 'Beatrice De Santis', 'Matteo Ricciardi'], (name) => `<li><a href="/it/docenti/${slug(name)}">${name}</a></li>`)}</ul>`,
    }),
    people: ['Chiara Lombardi', "Niccolò D'Angelo", 'Beatrice De Santis', 'Matteo Ricciardi'].map((name) => ({ name })),
  },
  {
    name: 'Ukrainian department in a table with pictures',
    url: 'https://kafedra.example/spivrobitnyky',
    html: shell({
      title: 'Співробітники кафедри',
      lang: 'uk',
      menu: ['Головна', 'Про кафедру', 'Співробітники', 'Новини'],
      main: `<h1>Співробітники</h1><table>${each(
        [
          ['Шевчук Оксана Петрівна', 'професор, доктор наук'],
          ['Коваль Андрій Ігорович', 'доцент кафедри'],
          ['Бондар Юлія Сергіївна', 'асистент'],
        ],
        ([name, title]) => `<tr><td><img src="p.jpg" alt=""></td><td><p><b>${name}</b></p><p>${title}</p></td></tr>`,
      )}</table>`,
    }),
    people: [
      { name: 'Шевчук Оксана Петрівна' },
      { name: 'Коваль Андрій Ігорович', title: 'доцент' },
      { name: 'Бондар Юлія Сергіївна' },
    ],
  },
  {
    name: 'Japanese laboratory: roles before names, readings behind',
    url: 'https://kenkyu.example/members',
    html: shell({
      title: 'メンバー | 海洋研究室',
      lang: 'ja',
      menu: ['ホーム', '研究内容', 'メンバー', '論文', 'アクセス'],
      main: `<h1>メンバー</h1><dl>${each(
        [
          ['教授', '中村 真一'],
          ['准教授', '藤田 美咲'],
          ['助教', '小川 健'],
        ],
        ([title, name]) => `<dt>${title}</dt><dd>${name}</dd>`,
      )}</dl>`,
    }),
    people: [
      { name: '中村 真一', title: '教授' },
      { name: '藤田 美咲', title: '准教授' },
      { name: '小川 健', title: '助教' },
    ],
  },
  {
    name: 'Chinese teachers in links without roles',
    url: 'https://xueyuan.example/szdw/jiaoshou.htm',
    html: shell({
      title: '师资队伍-海洋学院',
      lang: 'zh',
      menu: ['首页', '学院概况', '师资队伍', '科学研究', '招生就业'],
      main: `<h2>教授</h2><ul>${each(['王建华', '刘芳', '张晓东', '陈思远', '周婷'], (name, at) => `<li><a href="/info/1021/${at}.htm">${name}</a></li>`)}</ul>`,
    }),
    people: ['王建华', '刘芳', '张晓东', '陈思远', '周婷'].map((name) => ({ name })),
  },
  {
    name: 'Arabic faculty with academic titles',
    url: 'https://kulliya.example/faculty',
    html: shell({
      title: 'أعضاء هيئة التدريس',
      lang: 'ar',
      menu: ['الرئيسية', 'عن الكلية', 'الأقسام', 'الأخبار'],
      main: `<h1>أعضاء هيئة التدريس</h1>${each(
        [
          ['د. أحمد المنصوري', 'أستاذ مشارك'],
          ['د. فاطمة الزهراء', 'أستاذ مساعد'],
          ['د. خالد العمري', 'محاضر'],
        ],
        ([name, title]) => `<div><img src="x.jpg" alt=""><h4>${name}</h4><span>${title}</span></div>`,
      )}`,
    }),
    people: [
      { name: 'أحمد المنصوري', title: 'أستاذ مشارك' },
      { name: 'فاطمة الزهراء', title: 'أستاذ مساعد' },
      { name: 'خالد العمري', title: 'محاضر' },
    ],
  },
  {
    name: 'employees behind accordions, the names in summaries',
    url: 'https://consultants.example/team',
    html: shell({
      title: 'Team | Vale Consultants',
      main: `<h1>Our team</h1>${each(FACULTY.slice(0, 3), ([name, title]) => `<details><summary><b>${name}</b> <i>${title}</i></summary><p>${bio(name)}</p></details>`)}`,
    }),
    people: as(FACULTY.slice(0, 3)),
  },
  {
    name: 'staff page of a university, one person with fields',
    url: 'https://uni.example/staff/tobias-kranz',
    html: shell({
      title: 'Dr Tobias Kranz - Department of History - University',
      main: `<div class="profile"><img src="k.jpg" alt="Tobias Kranz"><h1>Dr Tobias Kranz</h1><p>Lecturer in Modern History</p><dl><dt>Office</dt><dd>H-102</dd><dt>Phone</dt><dd>555-0101</dd><dt>Email</dt><dd><a href="mailto:t.kranz@uni.example">t.kranz@uni.example</a></dd></dl><h2>Research Interests</h2><p>Harbour towns.</p><h2>Recent Publications</h2><ul><li>Kranz, T. and Obi, E. (2025) Harbours.</li></ul></div>`,
    }),
    people: [{ name: 'Tobias Kranz', title: 'Lecturer in Modern History', email: 't.kranz@uni.example' }],
  },
  {
    name: 'a board in one paragraph per person, bold names and ages',
    url: 'https://granby.example/investors/board-of-directors',
    html: shell({
      title: 'Board of Directors – Granby Steel',
      main: `<h1>Board of Directors</h1>${each(MEMBERS.slice(0, 4), (name, at) => `<p><strong>${name}</strong>, age 5${at}, has served as a director since 201${at}. Before that, the director held several posts in the steel industry and in government.</p>`)}`,
    }),
    people: MEMBERS.slice(0, 4).map((name) => ({ name })),
  },
];

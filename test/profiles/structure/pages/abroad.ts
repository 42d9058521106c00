import { each, type Layout, shell } from './page.ts';

type Row = readonly [name: string, title: string];

const people = (rows: readonly Row[]) => rows.map(([name, title]) => ({ name, title }));

const BOARD: readonly Row[] = [
  ['Albin Hägg', 'Ordförande'],
  ['Pernilla Sandkvist', 'Kassör'],
  ['Jonas Arvid Lund', 'Ledamot'],
  ['Marie Hedlund', 'Suppleant'],
];

const COLLEGE: readonly Row[] = [
  ['Лиханова Таисия Егоровна', 'Директор'],
  ['Солодков Сергей Олегович', 'Заместитель директора по учебной работе'],
  ['Крылов Дмитрий Павлович', 'Заведующий отделением'],
];

const CLUB: readonly Row[] = [
  ['Klaas Terpstra', 'voorzitter'],
  ['Alida Bergsma-Pijl', 'penningmeester'],
  ['Andre Kramer', 'secretaris'],
];

const HOUSE: readonly Row[] = [
  ['Netti Fugledal', 'Husfar og styreleder'],
  ['Gro Osland', 'Daglig leder'],
  ['Arne Sollid', 'Vaktmester'],
];

const LECTURERS: readonly Row[] = [
  ['Carolina Marques Sobral', 'Diretora Geral - Escola Nova'],
  ['Marcos Almeida Campos', 'Coordenador Regional'],
  ['Larissa Argolo Peres', 'Professora - Desenvolvimento de Sistemas'],
  ['Marlene Godinho', 'Professora - Desenho de Páginas'],
];

const DOCTORS: readonly Row[] = [
  ['大川健太郎', '院長'],
  ['桜井誠司', '副院長'],
  ['平山文代', '医師'],
];

const CHAIR: readonly Row[] = [
  ['Корнева Валентина Фёдоровна', 'заведующая кафедрой'],
  ['Бурлак Виктор Викторович', 'профессор'],
  ['Панова Ольга Михайловна', 'старший преподаватель'],
];

const FACULTY: readonly Row[] = [
  ['Beatriz Olmos Funes', 'Jefa de Departamento'],
  ['Julián Castaño', 'Profesor Titular'],
  ['Irma Zarza', 'Secretaria'],
];

const CLINIC: readonly Row[] = [
  ['נעמה ברק', 'מנהלת המרפאה'],
  ['יובל שטרן', 'פיזיותרפיסט בכיר'],
  ['מיכל אביב', 'מרפאה בעיסוק'],
];

const SPECIALISTS: readonly Row[] = [
  ['Alessandra Lima Seixas', 'Cardiologista'],
  ['Domingos Sávio Argolo', 'Endocrinologista'],
  ['Érica Bahia Nunes', 'Ortopedista'],
];

const MINISTERS: readonly Row[] = [
  ['Marco Dragoni', 'Presidente'],
  ['Roberto Garofalo', 'Sottosegretario di Stato'],
  ['Bruna Tabacco', 'Sottosegretaria di Stato'],
];

const LAWYERS: readonly Row[] = [
  ['Gürhan Karaca', 'Kurucu/Avukat'],
  ['Özlem Demir', 'Avukat'],
  ['Serkan Aydın', 'Ortak Avukat'],
];

const COUNCIL: readonly Row[] = [
  ['Berényi Anna', 'Elnök'],
  ['Kristóf József', 'Társelnök'],
  ['Gyurkó Henrik', 'Titkár'],
];

/** Layouts of pages in languages whose words for offices no one had listed. */
export const ABROAD: readonly Layout[] = [
  {
    name: 'Swedish board in one paragraph, terms behind the offices',
    url: 'https://klubben.example/styrelsen',
    html: shell({
      title: 'Styrelsen',
      lang: 'sv',
      main: `<h1>Styrelsen</h1><p>${each(BOARD, ([name, title]) => `${title} (1år): ${name}<br>`)}</p>`,
    }),
    people: people(BOARD),
  },
  {
    name: 'Russian college, a table of labels for each',
    url: 'https://kolledzh.example/sveden/employees',
    html: shell({
      title: 'Сведения',
      lang: 'ru',
      main: `<h2>Руководство. Педагогический состав</h2>${each(
        COLLEGE,
        ([name, title], at) =>
          `<table><tr><td>Должность:</td><td>${title}</td></tr><tr><td>ФИО:</td><td>${name}</td></tr><tr><td>Телефон:</td><td>(8442) 55-01-0${at}</td></tr></table>`,
      )}`,
    }),
    people: people(COLLEGE),
  },
  {
    name: 'Dutch club, a list under a line that says whose it is',
    url: 'https://vereniging.example/over-ons',
    html: shell({
      title: 'Over ons',
      lang: 'nl',
      main: `<h3>Over de vereniging</h3><div>Het bestuur van de vereniging bestaat uit:</div><ul>${each(
        CLUB,
        ([name, title]) => `<li>${name} – ${title}</li>`,
      )}</ul>`,
    }),
    people: people(CLUB),
  },
  {
    name: 'Norwegian staff, offices as terms over names and addresses',
    url: 'https://hjem.example/ansatte',
    html: shell({
      title: 'Ansatte',
      lang: 'no',
      main: `<h1>Ansatte</h1>${each(
        HOUSE,
        ([name, title], at) =>
          `<dl><dt>${title}</dt><dd>${name}</dd><dt>E-post</dt><dd><a href="mailto:student${at}@hjem.example">student${at}@hjem.example</a></dd></dl>`,
      )}`,
    }),
    people: people(HOUSE),
  },
  {
    name: 'Brazilian lecturers, names and offices in paragraphs of one kind',
    url: 'https://escola.example/corpo-docente',
    html: shell({
      title: 'Corpo docente',
      lang: 'pt-BR',
      main: `<h1>Corpo docente</h1>${each(LECTURERS, ([name, title]) => `<p>${name}</p><p>${title}</p>`)}`,
    }),
    people: people(LECTURERS),
  },
  {
    name: 'Japanese doctors, the office in the heading, the name in letters below',
    url: 'https://byoin.example/doctor',
    html: shell({
      title: '医師紹介',
      lang: 'ja',
      main: `<h2>医師紹介</h2>${each(
        DOCTORS,
        ([name, title], at) =>
          `<div><h4>${name}<span>${title}</span></h4><p>${['Okawa Kentaro', 'Sakurai Seiji', 'Hirayama Fumiyo'][at]}</p><ul><li>精神保健指定医</li></ul></div>`,
      )}`,
    }),
    people: people(DOCTORS),
  },
  {
    name: 'Russian chair, a label before each office',
    url: 'https://institut.example/kafedra/sotrudniki',
    html: shell({
      title: 'Сотрудники кафедры',
      lang: 'ru',
      main: `<h1>Сотрудники</h1>${each(
        CHAIR,
        ([name, title]) => `<div><h3>${name}</h3><p>Занимаемая должность: ${title}</p></div>`,
      )}`,
    }),
    people: people(CHAIR),
  },
  {
    name: 'Mexican faculty, marks of no width in all cells',
    url: 'https://fisica.example/paginas/personal.aspx',
    html: shell({
      title: 'Personal',
      lang: 'es',
      main: `<h1>Personal</h1><table><tr><td>\u200bNombre</td><td>\u200bPuesto</td></tr>${each(
        FACULTY,
        ([name, title]) => `<tr><td>\u200bDra. ${name}</td><td>\u200b${title}</td></tr>`,
      )}</table>`,
    }),
    people: people(FACULTY),
  },
  {
    name: 'Hebrew clinic, one with a title before the name',
    url: 'https://mirpaa.example/team',
    html: shell({
      title: 'הצוות שלנו',
      lang: 'he',
      main: `<h1>הצוות שלנו</h1>${each(
        CLINIC,
        ([name, title], at) =>
          `<div><img src="/${at}.jpg"><h2>${at === 0 ? 'ד"ר ' : ''}${name}</h2><p>${title}</p></div>`,
      )}`,
    }),
    people: people(CLINIC),
  },
  {
    name: 'Brazilian doctors, their numbers in the register behind what they are',
    url: 'https://clinica.example/equipe',
    html: shell({
      title: 'Equipe médica',
      lang: 'pt-BR',
      main: `<h1>Equipe Médica</h1>${each(
        SPECIALISTS,
        ([name, title], at) => `<div><h4>${name}</h4><p>${title} - CRM 1952${at}</p></div>`,
      )}`,
    }),
    people: people(SPECIALISTS),
  },
  {
    name: 'Italian ministers, the first with the office above, the others below',
    url: 'https://governo.example/organigramma',
    html: shell({
      title: 'Organigramma',
      lang: 'it',
      main: `<h1>Organigramma</h1>${each(MINISTERS, ([name, title], at) =>
        at === 0 ? `<div><h4>${title}</h4><h3>${name}</h3></div>` : `<div><h3>${name}</h3><p>${title}</p></div>`,
      )}`,
    }),
    people: people(MINISTERS),
  },
  {
    name: 'Turkish lawyers, the office in the heading behind the name',
    url: 'https://hukuk.example/ekibimiz',
    html: shell({
      title: 'Ekibimiz',
      lang: 'tr',
      main: `<h1>Ekibimiz</h1>${each(LAWYERS, ([name, title]) => `<div><h2>Av. ${name} ${title}</h2><p>1993 yılında mezun olmuştur.</p></div>`)}`,
    }),
    people: people(LAWYERS),
  },
  {
    name: 'Hungarian council, each office a heading over its holder',
    url: 'https://egyesulet.example/elnokseg',
    html: shell({
      title: 'Elnökség',
      lang: 'hu',
      main: `<h1>Elnökség</h1>${each(COUNCIL, ([name, title]) => `<h4>${title}:</h4><ul><li>${name}</li></ul>`)}`,
    }),
    people: people(COUNCIL),
  },
  {
    name: 'a contact page of a firm whose mailboxes are called after offices',
    url: 'https://skola.example/kontakt',
    html: shell({
      title: 'Kontakt',
      lang: 'sk',
      main: `<h1>Kontakt</h1><h5>Riaditeľ školy</h5><p>Email: riaditel@skola.example</p><h5>Vedúca jedálne</h5><p>Email: veduca@skola.example</p>`,
    }),
    people: [],
  },
];

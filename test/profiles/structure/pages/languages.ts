import { bio, each, type Layout, shell, slug } from './page.ts';

type Row = readonly [name: string, title: string];

/** A team page in one language: heading and menu as its sites have them. */
function team(name: string, lang: string, url: string, heading: string, menu: string[], rows: readonly Row[]): Layout {
  return {
    name,
    url,
    html: shell({
      title: `${heading} | Brightwater`,
      lang,
      menu,
      main: `<h1>${heading}</h1><div class="grid">${each(
        rows,
        ([who, title], at) => `<div class="cell"><img src="/${at}.jpg" alt=""><h3>${who}</h3><p>${title}</p></div>`,
      )}</div>`,
    }),
    people: rows.map(([who, title]) => ({ name: who.replace(/^(?:Dr\.|Prof\. Dr\.|د\.) ?/, ''), title })),
  };
}

/** The same in many languages, and layouts that belong to one of them. */
export const LANGUAGES: readonly Layout[] = [
  team(
    'German team',
    'de',
    'https://nordlicht.example/ueber-uns',
    'Über uns',
    ['Startseite', 'Unsere Leistungen', 'Über uns', 'Aktuelles', 'Kontakt'],
    [
      ['Dr. Annegret Vogelsang', 'Geschäftsführerin'],
      ['Björn Haßler', 'Leiter Vertrieb'],
      ['Katharina von der Heide', 'Buchhaltung'],
      ['Mehmet Yıldız', 'Auszubildender zum Fachinformatiker'],
    ],
  ),
  team(
    'French team',
    'fr',
    'https://atelier-lune.example/equipe',
    'Notre équipe',
    ['Accueil', 'Nos services', 'Notre équipe', 'Actualités', 'Mentions légales'],
    [
      ['Élodie Marchand', 'Directrice générale'],
      ['Jean-Baptiste de Kervily', 'Responsable technique'],
      ['Aïcha Benali', 'Chargée de communication'],
    ],
  ),
  team(
    'Spanish team',
    'es',
    'https://olivar.example/quienes-somos',
    'Quiénes somos',
    ['Inicio', 'Servicios', 'Quiénes somos', 'Noticias', 'Contacto'],
    [
      ['María del Carmen Ortega Ruiz', 'Directora general'],
      ['Íñigo Etxeberria', 'Jefe de obra'],
      ['Lucía Fernández', 'Abogada'],
    ],
  ),
  team(
    'Polish team',
    'pl',
    'https://zielonagora.example/zespol',
    'Nasz zespół',
    ['Strona główna', 'Oferta', 'Zespół', 'Aktualności', 'Kontakt'],
    [
      ['Małgorzata Wiśniewska-Kos', 'Prezes zarządu'],
      ['Łukasz Żak', 'Specjalista ds. sprzedaży'],
      ['Agnieszka Dąbrowska', 'Księgowa'],
    ],
  ),
  team(
    'Turkish team',
    'tr',
    'https://maviltd.example/ekibimiz',
    'Ekibimiz',
    ['Ana Sayfa', 'Hakkımızda', 'Hizmetler', 'Ekibimiz', 'İletişim'],
    [
      ['Ayşe Gül Karaca', 'Genel Müdür'],
      ['Çağrı Öztürk', 'Yazılım Mühendisi'],
      ['İpek Şahin', 'İnsan Kaynakları Uzmanı'],
    ],
  ),
  team(
    'Russian team',
    'ru',
    'https://sever.example/komanda',
    'Наша команда',
    ['Главная', 'О компании', 'Услуги', 'Новости', 'Контакты'],
    [
      ['Анна Сергеевна Белова', 'Генеральный директор'],
      ['Дмитрий Ковалёв', 'Главный бухгалтер'],
      ['Ольга Ким', 'Менеджер по продажам'],
    ],
  ),
  team(
    'Japanese officers',
    'ja',
    'https://hikari.example/company/officers',
    '役員紹介',
    ['ホーム', '会社情報', '事業内容', 'ニュース', 'お問い合わせ'],
    [
      ['山本 恵子', '代表取締役社長'],
      ['佐々木 大輔', '取締役 技術部長'],
      ['渡辺 さくら', '執行役員'],
    ],
  ),
  team(
    'Chinese team',
    'zh',
    'https://qinghe.example/about/team',
    '管理团队',
    ['首页', '关于我们', '产品中心', '新闻动态', '联系我们'],
    [
      ['王晓明', '董事长'],
      ['李雨桐', '总经理'],
      ['陈建国', '技术总监'],
      ['欧阳文静', '财务总监'],
    ],
  ),
  team(
    'Arabic team',
    'ar',
    'https://noor.example/team',
    'فريق العمل',
    ['الرئيسية', 'من نحن', 'خدماتنا', 'الأخبار', 'اتصل بنا'],
    [
      ['سارة عبد الله', 'مديرة المشاريع'],
      ['محمد الحسن', 'مهندس برمجيات'],
      ['ليلى خوري', 'رئيس قسم التسويق'],
    ],
  ),
  {
    name: 'Czech register in a table, titles around the names',
    url: 'https://fakulta.example/lide',
    html: shell({
      title: 'Zaměstnanci | Fakulta',
      lang: 'cs',
      menu: ['Úvod', 'Studium', 'Výzkum', 'Lidé', 'Kontakty'],
      main: `<h1>Zaměstnanci katedry</h1><table>${each(
        [
          ['doc. Ing. Petra Horáková, Ph.D.', 'vedoucí katedry', 'horakova'],
          ['Mgr. Tomáš Říha', 'odborný asistent', 'riha'],
          ['Ing. Jana Kučerová, CSc.', 'sekretářka', 'kucerova'],
        ] as const,
        ([who, title, box]) =>
          `<tr><td>${who}</td><td>${title}</td><td><a href="mailto:${box}@fakulta.example">${box}@fakulta.example</a></td></tr>`,
      )}</table>`,
    }),
    people: [
      { name: 'Petra Horáková', title: 'vedoucí katedry' },
      { name: 'Tomáš Říha', title: 'odborný asistent' },
      { name: 'Jana Kučerová', title: 'sekretářka' },
    ],
  },
  {
    name: 'German practice: doctors with long forms of address and no roles',
    url: 'https://praxis-am-see.example/team',
    html: shell({
      title: 'Team - Praxis am See',
      lang: 'de',
      menu: ['Startseite', 'Leistungen', 'Team', 'Sprechzeiten', 'Kontakt'],
      main: `<h1>Unser Ärzteteam</h1>${each(
        ['Dr. med. Ulrike Sommerfeld', 'Prof. Dr. med. Hans-Peter Grün', 'Dr. med. dent. Leyla Aksoy'],
        (who) => `<div class="arzt"><img src="x.jpg" alt=""><h2>${who}</h2><p>${bio('Nach dem Studium')}</p></div>`,
      )}`,
    }),
    people: [{ name: 'Ulrike Sommerfeld' }, { name: 'Hans-Peter Grün' }, { name: 'Leyla Aksoy' }],
  },
  {
    name: 'Spanish professor: a page of her own',
    url: 'https://universidad.example/profesorado/lucia-fernandez-sanz',
    html: shell({
      title: 'Lucía Fernández Sanz - Universidad del Valle',
      lang: 'es',
      menu: ['Inicio', 'Estudios', 'Investigación', 'Profesorado', 'Contacto'],
      main: `<h1>Lucía Fernández Sanz</h1><p>Profesora titular</p><p>Departamento de Historia</p><p><a href="mailto:lfernandez@universidad.example">lfernandez@universidad.example</a></p><h2>Publicaciones</h2><p>Fernández Sanz, L. (2021). Historia de los mares.</p>`,
    }),
    people: [{ name: 'Lucía Fernández Sanz', title: 'Profesora titular', email: 'lfernandez@universidad.example' }],
  },
  {
    name: 'French deputies in a list with group and constituency',
    url: 'https://assemblee.example/deputes/liste',
    html: shell({
      title: 'Liste des députés - Assemblée',
      lang: 'fr',
      menu: ['Accueil', 'Les députés', 'Travaux', 'Séances'],
      main: `<h1>Les députés</h1><ul>${each(
        ['Mme Solène Audibert', 'Karim Haddou', 'Mme Anne-Lise Péchenard', 'Mlle Yvonne Le Goff'],
        (who, at) =>
          `<li><a href="/deputes/fiche/${4711 + at}">${who}</a><span>Finistère (${at + 1}e circonscription)</span></li>`,
      )}</ul>`,
    }),
    people: [
      { name: 'Solène Audibert', url: '/deputes/fiche/4711' },
      { name: 'Karim Haddou', url: '/deputes/fiche/4712' },
      { name: 'Anne-Lise Péchenard', url: '/deputes/fiche/4713' },
      { name: 'Yvonne Le Goff', url: '/deputes/fiche/4714' },
    ],
  },
  {
    name: 'Dutch employees, each line a link with the slug of the name',
    url: 'https://waterschap.example/medewerkers',
    html: shell({
      title: 'Medewerkers - Waterschap',
      lang: 'nl',
      menu: ['Home', 'Diensten', 'Medewerkers', 'Nieuws', 'Contact'],
      main: `<h1>Onze medewerkers</h1>${each(
        [
          ['Pieter van den Berg', 'Adviseur'],
          ['Sanne de Wit', 'Projectleider'],
          ['Fatima el Amrani', 'Directeur'],
        ] as const,
        ([who, title]) =>
          `<div class="views-row"><h3><a href="/medewerkers/${slug(who)}">${who}</a></h3><div class="field-functie">${title}</div></div>`,
      )}`,
    }),
    people: [
      { name: 'Pieter van den Berg', title: 'Adviseur', url: '/medewerkers/pieter-van-den-berg' },
      { name: 'Sanne de Wit', title: 'Projectleider' },
      { name: 'Fatima el Amrani', title: 'Directeur' },
    ],
  },
];

import { bio, each, type Layout, shell, slug } from './page.ts';

type Row = readonly [name: string, title: string];

const LEADERS: readonly Row[] = [
  ['Ada Okafor', 'Chief Executive Officer'],
  ['Jonas Lindqvist', 'Chief Technology Officer'],
  ['Maria Teresa Bianchi', 'VP of Marketing'],
  ["Siobhán O'Rourke", 'Head of People'],
  ['Rajesh K. Menon', 'Finance Director'],
  ['Wei-Ling Tan', 'General Counsel'],
];
const CREW: readonly Row[] = [
  ['Hannah Brandt', 'Project Manager'],
  ['Luis de la Vega', 'Site Superintendent'],
  ['Marcus Whitfield', 'Estimator'],
  ['Priya Raman', 'Office Administrator'],
];
const as = (rows: readonly Row[], more: (name: string) => object = () => ({})) =>
  rows.map(([name, title]) => ({ name, title, ...more(name) }));

/** Teams of firms, as the common builders of web sites make them. */
export const COMPANIES: readonly Layout[] = [
  {
    name: 'Bootstrap cards with picture, name and role',
    url: 'https://brightwater.example/team',
    html: shell({
      title: 'Our Team | Brightwater',
      main: `<div class="container"><h1>Meet the Team</h1><p>We are a small company with big plans.</p><div class="row">${each(
        LEADERS,
        ([name, title]) =>
          `<div class="col-md-4"><div class="card"><img class="card-img-top" src="/img/${slug(name)}.jpg" alt="${name}"><div class="card-body"><h5 class="card-title">${name}</h5><p class="card-text">${title}</p></div></div></div>`,
      )}</div></div>`,
    }),
    people: as(LEADERS, () => ({ company: 'Brightwater' })),
  },
  {
    name: 'Elementor team widgets, each section nested deeply',
    url: 'https://fernhill.example/about-us/',
    html: shell({
      title: 'About us – Fernhill Builders',
      main: `<div class="elementor"><h1 class="elementor-heading-title">Building since 1988</h1><div class="elementor-text-editor"><p>${bio('The founder')}</p></div><h2>Our people</h2><section class="elementor-section">${each(
        CREW,
        ([name, title]) =>
          `<div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-widget-image"><img src="/w/${slug(name)}.webp"></div><div class="elementor-widget-heading"><div class="elementor-widget-container"><h3 class="elementor-heading-title"><span>${name}</span></h3></div></div><div class="elementor-widget-text-editor"><div class="elementor-widget-container"><p>${title}</p></div></div></div></div>`,
      )}</section><h2>Our values</h2><div class="elementor-column"><h3>Honest Work</h3><p>We say what we do.</p></div><div class="elementor-column"><h3>Lasting Quality</h3><p>We build for generations.</p></div></div>`,
    }),
    people: as(CREW),
  },
  {
    name: 'Squarespace blocks: bold name and role in one paragraph',
    url: 'https://studio-marrow.example/people',
    html: shell({
      title: 'People — Studio Marrow',
      main: `<div class="sqs-layout">${each(
        CREW,
        ([name, title]) =>
          `<div class="sqs-block image-block"><img data-src="/s/${slug(name)}.jpg" alt=""></div><div class="sqs-block html-block"><p><strong>${name}</strong><br>${title}</p><p>${bio(name)}</p></div>`,
      )}</div>`,
    }),
    people: as(CREW),
  },
  {
    name: 'Wix rich text: every line a paragraph of spans',
    url: 'https://hallowell.example/our-team',
    html: shell({
      title: 'OUR TEAM | Hallowell Dental',
      main: each(
        LEADERS.slice(0, 4),
        ([name, title]) =>
          `<div class="comp-k1"><div data-testid="richTextElement"><h2 class="font_2"><span style="color:#111"><span>${name.toUpperCase()}</span></span></h2></div><div data-testid="richTextElement"><p class="font_8"><span>${title}</span></p><p class="font_8">${bio('She')}</p></div></div>`,
      ),
    }),
    people: LEADERS.slice(0, 4).map(([name, title]) => ({ name: name.toUpperCase(), title })),
  },
  {
    name: 'Webflow grid of links: the whole card is one link to the own page',
    url: 'https://northlane.example/company',
    html: shell({
      title: 'Company | Northlane',
      main: `<section><h1>We make maps</h1><p>Maps for everybody.</p></section><section><h2>Leadership</h2><div role="list" class="w-dyn-items">${each(
        LEADERS,
        ([name, title]) =>
          `<div role="listitem" class="w-dyn-item"><a href="/team/${slug(name)}" class="link-block w-inline-block"><img src="/cdn/${slug(name)}.png" alt=""><div class="text-block-7">${name}</div><div class="text-block-8">${title}</div></a></div>`,
      )}</div></section>`,
    }),
    people: as(LEADERS, (name) => ({ url: `/team/${slug(name)}` })),
  },
  {
    name: 'cards made of spans alone, without any white space',
    url: 'https://kestrel.example/about/leadership',
    html: shell({
      title: 'Leadership - Kestrel Analytics',
      main: `<h1>Leadership</h1><ul class="grid">${LEADERS.map(
        ([name, title]) =>
          `<li><a href="/about/leadership/${slug(name)}/"><img src="/p.jpg" alt="Portrait"><span class="n">${name}</span><span class="t">${title}</span></a></li>`,
      ).join('')}</ul>`,
    }),
    people: as(LEADERS, (name) => ({ url: `/about/leadership/${slug(name)}/` })),
  },
  {
    name: 'given and family name in elements of their own',
    url: 'https://tidewell.example/team/',
    html: shell({
      title: 'Team – Tidewell',
      main: `<h1>Team</h1>${each(
        [
          ['Ada', 'Okafor', 'Founder'],
          ['Jonas', 'Lindqvist', 'Product Designer'],
          ['Mika', 'Saarinen', 'Developer'],
        ],
        ([given, family, title]) =>
          `<article class="member"><figure><img src="/${given}.jpg" alt=""></figure><h3><span class="first">${given}</span> <span class="last">${family}</span></h3><span class="role">${title}</span></article>`,
      )}`,
    }),
    people: [
      { name: 'Ada Okafor', title: 'Founder' },
      { name: 'Jonas Lindqvist', title: 'Product Designer' },
      { name: 'Mika Saarinen', title: 'Developer' },
    ],
  },
  {
    name: 'headings "Name, Title" between paragraphs',
    url: 'https://oakrow.example/about',
    html: shell({
      title: 'About | Oakrow Advisory',
      main: `<h1>About Oakrow</h1><h2>Our Promise</h2><p>${bio('Oakrow')}</p>${each(
        LEADERS.slice(0, 3),
        ([name, title]) => `<h3>${name}, ${title}</h3><p>${bio(name)}</p>`,
      )}<h2>Our Offices</h2><p>Port Ellery and Marsh End.</p>`,
    }),
    people: as(LEADERS.slice(0, 3)),
  },
  {
    name: 'lines "Title: Name" on a contact page, with addresses',
    url: 'https://marshend.example/contact',
    html: shell({
      title: 'Contact - Town of Marsh End',
      main: `<h1>Contact the Town Hall</h1><p>Open Monday to Friday, 9:00 to 17:00</p>${each(
        [
          ['Town Clerk', 'Dolores Haze', 'clerk'],
          ['Building Inspector', 'T.J. Marlowe', 'building'],
          ['Finance Director', 'Eleanor Voss-Patel', 'finance'],
        ],
        ([title, name, box]) =>
          `<div><b>${title}:</b> ${name} - <a href="mailto:${box}@marshend.example">${box}@marshend.example</a></div>`,
      )}`,
    }),
    people: [
      { name: 'Dolores Haze', title: 'Town Clerk', email: 'clerk@marshend.example' },
      { name: 'T.J. Marlowe', title: 'Building Inspector' },
      { name: 'Eleanor Voss-Patel', title: 'Finance Director' },
    ],
  },
  {
    name: 'a table with Name, Position, Phone and E-mail',
    url: 'https://granby.example/contacts.aspx',
    html: shell({
      title: 'Contacts',
      main: `<table><thead><tr><th>Name</th><th>Position</th><th>Phone</th><th>E-mail</th></tr></thead><tbody>${each(
        CREW,
        ([name, title], at) =>
          `<tr><td>${name}</td><td>${title}</td><td><a href="tel:+15550102${at}">(555) 010-2${at}</a></td><td><a href="mailto:info${at}@granby.example">E-mail</a></td></tr>`,
      )}</tbody></table>`,
    }),
    people: as(CREW),
  },
  {
    name: 'a definition list of offices and their holders',
    url: 'https://lakeside-housing.example/board',
    html: shell({
      title: 'Board of Directors | Lakeside Housing',
      main: `<h1>Board of Directors</h1><dl>${each(
        [
          ['President', 'Ada Okafor'],
          ['Vice President', 'Sam Ferreira'],
          ['Treasurer', 'Ingrid Moe'],
          ['Secretary', 'Bao Nguyen'],
        ],
        ([title, name]) => `<dt>${title}</dt><dd>${name}</dd>`,
      )}</dl>`,
    }),
    people: [
      { name: 'Ada Okafor', title: 'President' },
      { name: 'Sam Ferreira', title: 'Vice President' },
      { name: 'Ingrid Moe', title: 'Treasurer' },
      { name: 'Bao Nguyen', title: 'Secretary' },
    ],
  },
  {
    name: 'real-estate agents with phone links and LinkedIn',
    url: 'https://harborhomes.example/agents',
    html: shell({
      title: 'Our Agents | Harbor Homes',
      main: `<h1>Our Agents</h1><div class="agents">${each(
        CREW,
        ([name], at) =>
          `<div class="agent"><img src="/a${at}.jpg" alt="${name}"><h4><a href="/agents/${slug(name)}">${name}</a></h4><a href="tel:555-010-33${at}0">555-010-33${at}0</a><a href="https://www.linkedin.com/in/${slug(name)}-${at}/"><i class="icon"></i></a><a class="btn" href="/agents/${slug(name)}">View listings</a></div>`,
      )}</div>`,
    }),
    people: CREW.map(([name]) => ({ name, url: `/agents/${slug(name)}` })),
  },
  {
    name: 'one team in sections by department, one of them with a single person',
    url: 'https://plumhouse.example/our-people',
    html: shell({
      title: 'Our People - Plumhouse',
      main: `<h1>Our People</h1>${each(
        [
          ['Sales', CREW.slice(0, 2)],
          ['Design Studio', CREW.slice(2, 3)],
          ['Back Office', CREW.slice(3)],
        ] as const,
        ([department, rows]) =>
          `<section><h2>${department}</h2><div class="people">${each(rows, ([name, title]) => `<div class="person"><div class="photo" style="background:url(x.jpg)"></div><div class="name">${name}</div><div class="job">${title}</div></div>`)}</div></section>`,
      )}`,
    }),
    people: as(CREW),
  },
  {
    name: 'teasers with biographies in overlays that repeat the name',
    url: 'https://vantage-capital.example/team/',
    html: shell({
      title: 'Team | Vantage Capital',
      main: `<h1>Team</h1><div class="grid">${each(
        LEADERS.slice(0, 4),
        ([name, title], at) =>
          `<div class="item"><a href="#bio-${at}"><h3>${name}</h3><p>${title}</p></a><div id="bio-${at}" class="popup" style="display:none"><h2>${name}</h2><h4>${title}</h4><p>${bio(name)}</p></div></div>`,
      )}</div>`,
    }),
    people: as(LEADERS.slice(0, 4)),
  },
  {
    name: 'the role above the name',
    url: 'https://cobaltworks.example/about/team',
    html: shell({
      title: 'Team | Cobaltworks',
      main: `<h1>The people behind Cobaltworks</h1><ul>${each(
        LEADERS.slice(0, 4),
        ([name, title]) =>
          `<li class="tile"><img src="x.jpg" alt=""><p class="eyebrow">${title}</p><h3>${name}</h3><p>${bio(name)}</p></li>`,
      )}</ul>`,
    }),
    people: as(LEADERS.slice(0, 4)),
  },
  {
    name: 'law firm attorneys by name alone, with pictures and own pages',
    url: 'https://dunmore-law.example/attorneys/',
    html: shell({
      title: 'Attorneys | Dunmore & Vale LLP',
      menu: ['Home', 'Practice Areas', 'Personal Injury', 'Family Law', 'Attorneys', 'Contact'],
      main: `<h1>Attorneys</h1><ul class="attorney-list">${each(
        ['Eleanor J. Dunmore', 'Thaddeus Vale, Jr.', 'Rosa Maria Quintero', 'Benjamin Ashworth III', 'Caroline Betts'],
        (name) =>
          `<li><a href="/attorneys/${slug(name)}/"><img src="/${slug(name)}.jpg" alt="${name}"></a><h3><a href="/attorneys/${slug(name)}/">${name}</a></h3></li>`,
      )}</ul>`,
    }),
    people: [
      'Eleanor J. Dunmore',
      'Thaddeus Vale, Jr.',
      'Rosa Maria Quintero',
      'Benjamin Ashworth III',
      'Caroline Betts',
    ].map((name) => ({ name, url: `/attorneys/${slug(name)}/` })),
  },
  {
    name: "one person's page on a firm's site",
    url: 'https://dunmore-law.example/attorneys/rosa-maria-quintero/',
    html: shell({
      title: 'Rosa Maria Quintero | Dunmore & Vale LLP',
      menu: ['Home', 'Practice Areas', 'Personal Injury', 'Family Law', 'Attorneys', 'Contact'],
      main: `<article><h1>Rosa Maria Quintero</h1><p class="pos">Senior Associate</p><p><a href="tel:+15550100">+1 555 0100</a><br><a href="mailto:rquintero@dunmore-law.example">Email Rosa</a></p><p>${bio('Rosa')}</p><h2>Practice Areas</h2><ul><li>Family Law</li><li>Estate Planning</li></ul><h2>Education</h2><ul><li>Ellery School of Law</li></ul></article>`,
    }),
    people: [
      {
        name: 'Rosa Maria Quintero',
        title: 'Senior Associate',
        url: '/attorneys/rosa-maria-quintero/',
        email: 'rquintero@dunmore-law.example',
      },
    ],
  },
];

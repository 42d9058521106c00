import { each, type Layout, shell, slug } from './page.ts';

const nobody = (name: string, url: string, title: string, main: string, lang = 'en'): Layout => ({
  name,
  url,
  html: shell({ title, main, lang }),
  people: [],
});
const PEOPLE = ['Oona Kavanagh', 'Piet Verhoeven', 'Quentin Adair', 'Ravi Chandran', 'Stella Moretti'];

/** More pages without profiles: works and their makers, places and firms, and talk of people. */
export const PLACES: readonly Layout[] = [
  nobody(
    'news front with topics and bylines',
    'https://dailygull.example/',
    'The Daily Gull',
    `${each(PEOPLE, (name, at) => `<div class="story"><span class="section">World News</span><h3><a href="/2026/${at}">Storm closes the harbour for the third day running</a></h3><p class="by">${name}, Port Ellery Correspondent</p></div>`)}`,
  ),
  nobody(
    'podcast episodes with guests',
    'https://wavebox.example/podcasts/harbour-talk',
    'Harbour Talk | Podcast',
    `<h1>Harbour Talk</h1>${each(PEOPLE, (name, at) => `<div class="episode"><h3><a href="/e/${at}">#${at + 40} ${name}: how ports learn to live with the sea</a></h3><p>52 min · June ${at + 1}</p></div>`)}`,
  ),
  nobody(
    'gallery: painting and painter',
    'https://museum.example/collection',
    'Collection | Museum',
    `<h1>Collection highlights</h1>${each(PEOPLE, (name, at) => `<figure><img src="${at}.jpg" alt=""><figcaption><i>Harbour at Dawn</i><br>${name}, 18${at}4</figcaption></figure>`)}`,
  ),
  nobody(
    'street names',
    'https://atlas.example/port-ellery/streets',
    'Streets of Port Ellery',
    `<h1>Streets</h1><ul>${each(['Baker Street', 'Harbour Lane', 'Queen Anne Road', 'Saint James Square', 'Mary Ann Court'], (name) => `<li><a href="/s/${slug(name)}">${name}</a></li>`)}</ul>`,
  ),
  nobody(
    'branches with managers in words',
    'https://creditunion.example/branches',
    'Branches | Credit Union',
    `<h1>Branches</h1>${each(['Port Ellery', 'Marsh End', 'East Harrow'], (name, at) => `<div class="branch"><h3>${name}</h3><p>${at}2 Harbour Street</p><p>Branch Manager</p><p>Mon–Fri 9:00–17:00</p></div>`)}`,
  ),
  nobody(
    'companies with their chief executives',
    'https://startups.example/portfolio',
    'Portfolio | Ellery Ventures',
    `<h1>Portfolio</h1>${each(['Kestrel Analytics', 'Cobalt Works', 'Plum House', 'Tidewell Labs'], (name) => `<div class="company"><img src="l.svg" alt=""><h3><a href="https://${slug(name)}.example">${name}</a></h3><p>Analytics for engineers</p></div>`)}`,
  ),
  nobody(
    'theatre season',
    'https://theatre.example/season',
    'Season 2026 | Theatre',
    `<h1>The season</h1>${each(['Hedda Gabler', 'Uncle Vanya', 'Peer Gynt', 'Henry Fifth', 'Miss Julie'], (name, at) => `<div><h3><a href="/shows/${slug(name)}">${name}</a></h3><p>From ${at + 3} March</p><p>Directed by ${PEOPLE[at]}</p></div>`)}`,
  ),
  nobody(
    'novels by title alone',
    'https://inkwell.example/classics',
    'Classics | Inkwell',
    `<h1>Classics</h1><ul>${each(['Jane Eyre', 'Anna Karenina', 'Oliver Twist', 'David Copperfield', 'Emma Woodhouse', 'Madame Bovary'], (name, at) => `<li><a href="/book/${slug(name)}"><img src="${at}.jpg" alt="${name}"></a><a href="/book/${slug(name)}">${name}</a><span>Paperback</span><span>£ 8.99</span></li>`)}</ul>`,
  ),
  nobody(
    'encyclopedia article about a person',
    'https://pedia.example/wiki/Oona_Kavanagh',
    'Oona Kavanagh - Pedia, the free encyclopedia',
    `<h1>Oona Kavanagh</h1><p>From Pedia, the free encyclopedia</p><table class="infobox"><tr><th colspan="2">Oona Kavanagh</th></tr><tr><th>Born</th><td>3 May 1921, Port Ellery</td></tr><tr><th>Died</th><td>1 June 1999</td></tr><tr><th>Occupation</th><td>Painter</td></tr></table><p><b>Oona Kavanagh</b> (3 May 1921 – 1 June 1999) was a painter.</p><h2>Early life</h2><p>She was born in Port Ellery.</p>`,
  ),
  nobody(
    'category page of an encyclopedia',
    'https://pedia.example/wiki/Category:Painters',
    'Category:Painters - Pedia',
    `<h1>Category:Painters</h1><ul>${each(PEOPLE, (name) => `<li><a href="/wiki/${name.replace(' ', '_')}">${name}</a></li>`)}</ul>`,
  ),
  nobody(
    'shop of artists’ prints',
    'https://prints.example/artists',
    'Prints | Artists A–Z',
    `<h1>Shop by artist</h1><ul>${each(PEOPLE, (name, at) => `<li><a href="/collections/${slug(name)}">${name}</a> <span>${at + 3} products</span></li>`)}</ul>`,
  ),
  nobody(
    'issues of a tracker with reporters',
    'https://tracker.example/issues',
    'Issues · tracker',
    `<table>${each(PEOPLE, (name, at) => `<tr><td><a href="/issues/${at}">Crash when the window is resized twice in a row</a></td><td>${name}</td><td>${at + 1} hours ago</td></tr>`)}</table>`,
  ),
  nobody(
    'chat messages',
    'https://chat.example/channel/general',
    'general | chat',
    `${each(PEOPLE, (name, at) => `<div class="msg"><b>${name}</b><span>10:0${at} AM</span><div>Did anyone see the new harbour plan?</div></div>`)}`,
  ),
  nobody(
    'donors on a wall of thanks',
    'https://trust.example/donors',
    'Thank you | Marsh Trust',
    `<h1>Our donors</h1><p>Thank you for your gifts.</p><ul>${each([...PEOPLE, 'Anonymous', 'Harbour Foundation', 'The Vale Family'], (name) => `<li>${name}</li>`)}</ul>`,
  ),
  nobody(
    'race results',
    'https://regatta.example/results/2026',
    'Results 2026 | Regatta',
    `<h1>Results</h1><table><tr><th>Pos</th><th>Name</th><th>Time</th></tr>${each(PEOPLE, (name, at) => `<tr><td>${at + 1}</td><td>${name}</td><td>1:0${at}:22</td></tr>`)}</table>`,
  ),
  nobody(
    'German shop: customers’ ratings',
    'https://laden.example/produkt/tee',
    'Ostfriesentee | Laden',
    `<h1>Ostfriesentee</h1><p>7,90 €</p><h2>Kundenbewertungen</h2>${each(PEOPLE, (name) => `<div><strong>${name}</strong><span>5 von 5 Sternen</span><p>Sehr guter Tee, wir bestellen immer wieder gern davon.</p></div>`)}`,
    'de',
  ),
  nobody(
    'Spanish recipes',
    'https://cocina.example/recetas',
    'Recetas | Cocina',
    `<h1>Recetas</h1>${each(['Tortilla Española', 'Gazpacho Andaluz', 'Paella Valenciana', 'Crema Catalana'], (name, at) => `<div class="card"><img src="${at}.jpg" alt=""><h3>${name}</h3><p>30 minutos</p></div>`)}`,
    'es',
  ),
  nobody(
    'French bookshop',
    'https://librairie.example/nouveautes',
    'Nouveautés | Librairie',
    `<h1>Nouveautés</h1>${each(PEOPLE, (name) => `<div class="livre"><h3>La Mer Immense</h3><p>${name}</p><p>18,90 €</p></div>`)}`,
    'fr',
  ),
  nobody(
    'Japanese menu of goods',
    'https://shoten.example/items',
    '商品一覧',
    `<h1>商品一覧</h1><ul>${each(['山田 茶碗', '高級 緑茶', '有田 花瓶', '南部 鉄瓶'], (name, at) => `<li><a href="/i/${at}">${name}</a><span>¥${at + 2},800</span></li>`)}</ul>`,
    'ja',
  ),
  nobody(
    'Chinese portal of links',
    'https://menhu.example/',
    '门户网站',
    `<div>${each(['新闻中心', '高考招生', '金融服务', '马上注册', '方便生活', '白领生活'], (name) => `<h3><a href="/x">${name}</a></h3>`)}</div>`,
    'zh',
  ),
  nobody(
    'Arabic news',
    'https://akhbar.example/',
    'أخبار اليوم',
    `<h1>أخبار اليوم</h1>${each(['أسعار النفط', 'حالة الطقس', 'سوق المال', 'كرة القدم'], (name) => `<h3><a href="/n">${name}</a></h3><p>تفاصيل الخبر هنا في هذا المكان</p>`)}`,
    'ar',
  ),
  nobody(
    'sign-in page',
    'https://brightwater.example/login',
    'Sign In | Brightwater',
    '<h1>Sign In</h1><form><label>E-Mail</label><input><label>Password</label><input type="password"><button>Sign In</button></form><a href="/reset">Forgot Password</a>',
  ),
  nobody(
    'guides of a help centre for roles',
    'https://help.brightwater.example/',
    'Help Center',
    `<h1>Help Center</h1>${each(['Workspace Admins', 'Team Managers', 'Billing Owners'], (name) => `<div><h3>${name}</h3><p>Guides for managers and administrators</p></div>`)}`,
  ),
  nobody(
    'scholarships named after people',
    'https://uni.example/scholarships',
    'Scholarships | University',
    `<h1>Scholarships</h1>${each(PEOPLE, (name) => `<h3>${name} Memorial Scholarship</h3><p>For students of history, awarded by the dean.</p>`)}`,
  ),
  nobody(
    'a blog’s about box in the sidebar',
    'https://tidal-blog.example/2026/08/rope',
    'Rope – Tidal Blog',
    `<article><h1>Rope</h1><p>All about rope, from hemp to steel, and what to do with it at sea.</p></article><aside><h3>About Me</h3><img src="me.jpg" alt=""><p>Piet Verhoeven</p><p>Writer and sailor</p></aside><aside><h3>Recent Posts</h3><ul><li>Ten Knots</li><li>Silent Waters</li></ul></aside>`,
  ),
];

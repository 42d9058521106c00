import { each, type Layout, shell, slug } from './page.ts';

const nobody = (name: string, url: string, title: string, main: string): Layout => ({
  name,
  url,
  html: shell({ title, main }),
  people: [],
});
const cards = (names: readonly string[], more: (name: string, at: number) => string = () => '') =>
  each(
    names,
    (name, at) =>
      `<div class="card"><a href="/${slug(name)}"><img src="${at}.jpg" alt="${name}"></a><h3><a href="/${slug(name)}">${name}</a></h3>${more(name, at)}</div>`,
  );

/** Pages full of names in capitals that are no people's. */
export const GOODS: readonly Layout[] = [
  nobody(
    'product grid with prices',
    'https://inkwell.example/shop',
    'Shop – Inkwell',
    `<h1>Notebooks</h1>${cards(['Leather Journal', 'Pocket Diary', 'Travel Sketchbook', 'Linen Planner', 'Desk Organizer'], (_, at) => `<p>€ ${at}9.00</p><button>Add to cart</button>`)}`,
  ),
  nobody(
    'products named like people, without prices',
    'https://sofaworks.example/collections/sofas',
    'Sofas | Sofaworks',
    `<h1>Sofas</h1>${cards(['Charlotte Grey', 'Oliver Corner', 'Stella Lounge', 'Oscar Daybed', 'Hugo Recliner'], () => '<p>Available in 12 fabrics</p>')}`,
  ),
  nobody(
    'services of an agency',
    'https://brightwater.example/services',
    'Services | Brightwater',
    `<h1>Our services</h1>${cards(['Search Marketing', 'Executive Coaching', 'Content Strategy', 'Brand Design', 'Sales Training'], () => '<p>For managers and their teams, from the first workshop to the last mile.</p>')}`,
  ),
  nobody(
    'practice areas of a law firm',
    'https://dunmore-law.example/practice-areas',
    'Practice Areas | Dunmore & Vale',
    `<h1>Practice Areas</h1>${cards(['Family Law', 'Criminal Defense', 'Personal Injury', 'Estate Planning', 'Immigration Matters'], () => '<p>Our attorneys have decades of experience.</p>')}`,
  ),
  nobody(
    'open positions',
    'https://brightwater.example/careers',
    'Careers | Brightwater',
    `<h1>Join our team</h1><h2>Open positions</h2>${each(['Senior Software Engineer', 'Product Manager', 'Sales Representative', 'Office Assistant'], (name) => `<div class="job"><h3><a href="/careers/${slug(name)}">${name}</a></h3><p>Port Ellery, Marsh End</p><p>Full-time</p></div>`)}`,
  ),
  nobody(
    'cities with offices',
    'https://brightwater.example/locations',
    'Locations | Brightwater',
    `<h1>Our offices</h1>${each(['Port Ellery', 'Marsh End', 'San Aurelio', 'Santa Lucia', 'East Harrow', 'Mount Vernon'], (name) => `<div class="office"><h3>${name}</h3><p>12 Harbour Street</p><p><a href="tel:+15550199">+1 555 0199</a></p><p><a href="mailto:${slug(name)}@brightwater.example">E-mail us</a></p></div>`)}`,
  ),
  nobody(
    'countries in a list',
    'https://atlas.example/countries',
    'Countries | Atlas',
    `<h1>Countries and territories</h1><ul>${each(['Costa Rica', 'Sri Lanka', 'Burkina Faso', 'Sierra Leone', 'Cabo Verde', 'San Marino', 'El Salvador', 'Puerto Rico'], (name) => `<li><a href="/${slug(name)}">${name}</a></li>`)}</ul>`,
  ),
  nobody(
    'logo wall of customers',
    'https://brightwater.example/customers',
    'Customers | Brightwater',
    `<h1>Trusted by leading teams</h1>${cards(['Fernhill Builders', 'Kestrel Analytics', 'Northlane Maps', 'Oakrow Advisory', 'Vantage Capital'], () => '<p>Manufacturing</p>')}`,
  ),
  nobody(
    'partners: companies with a line each',
    'https://brightwater.example/partners',
    'Partners | Brightwater',
    `<h1>Our partners</h1>${cards(['Harbor Homes', 'Granby Steel', 'Cobalt Works', 'Plum House'], () => '<p>Technology partner</p><a href="https://granby.example">Visit website</a>')}`,
  ),
  nobody(
    'pricing table',
    'https://brightwater.example/pricing',
    'Pricing | Brightwater',
    `<h1>Pricing</h1>${each(['Starter Plan', 'Growth Plan', 'Scale Plan'], (name, at) => `<div><h3>${name}</h3><p>For sales managers</p><p>$${at}9 / month</p><ul><li>Unlimited Projects</li><li>Priority Support</li></ul></div>`)}`,
  ),
  nobody(
    'questions and answers',
    'https://brightwater.example/faq',
    'FAQ | Brightwater',
    `<h1>Frequently Asked Questions</h1>${each(['How do I reset my password?', 'Can I change my plan?', 'Who owns my data?'], (q) => `<details><summary>${q}</summary><p>Yes, ask your manager or our director of support.</p></details>`)}`,
  ),
  nobody(
    'change log',
    'https://brightwater.example/changelog',
    'Changelog | Brightwater',
    `<h1>Changelog</h1>${each(['2.4.0', '2.3.1', '2.3.0'], (v) => `<h2>${v}</h2><ul><li>Better Search</li><li>Faster Sync</li><li>New Dashboard</li></ul>`)}`,
  ),
  nobody(
    'recipes',
    'https://larder.example/recipes',
    'Recipes | Larder',
    `<h1>Recipes of the week</h1>${cards(['Lemon Drizzle', 'Beef Wellington', 'Victoria Sponge', 'Eggs Benedict', 'Caesar Salad'], () => '<p>45 minutes, serves four</p>')}`,
  ),
  nobody(
    'events with dates',
    'https://brightwater.example/events',
    'Events | Brightwater',
    `<h1>Upcoming events</h1>${each(['Summer Gala', 'Harbour Festival', 'Winter Market'], (name, at) => `<div class="event"><time>1${at} June 2026</time><h3><a href="/e/${at}">${name}</a></h3><p>Town Hall</p></div>`)}`,
  ),
  nobody(
    'forum index with last posters',
    'https://knots.example/forum',
    'Forum | Knots',
    `<h1>Forum</h1><table>${each(['General Discussion', 'Rope Care', 'Sailing Trips', 'Lost Found'], (name, at) => `<tr><td><a href="/f/${at}">${name}</a></td><td>1${at}4 topics</td><td>by <a href="/u/${at}">salty_dog${at}</a></td></tr>`)}</table>`,
  ),
  nobody(
    'search results',
    'https://finder.example/search?q=harbour',
    'harbour - Finder',
    `${each(['Harbour Bridge', 'Harbour Authority Port Ellery', 'Sydney Harbour'], (name) => `<div class="g"><h3><a href="https://x.example/${slug(name)}">${name}</a></h3><p>The harbour is a place where ships may shelter from the weather.</p></div>`)}`,
  ),
  nobody(
    'not found',
    'https://brightwater.example/nope',
    'Page not found | Brightwater',
    '<h1>Page Not Found</h1><p>Sorry, that page has gone.</p><a href="/">Back Home</a>',
  ),
  nobody(
    'hotels by name',
    'https://staywell.example/hotels',
    'Hotels | Staywell',
    `<h1>Places to stay</h1>${cards(['Grand Meridian', 'Villa Rosa', 'Casa Verde', 'Hotel Continental', 'Mount Royal'], () => '<p>Port Ellery</p><p>9.1 Excellent</p>')}`,
  ),
  nobody(
    'sights of a city',
    'https://atlas.example/port-ellery',
    'Port Ellery travel guide',
    `<h1>Port Ellery</h1><h2>Top sights</h2>${cards(['Saint Mary Cathedral', 'Victoria Tower', 'Albert Memorial', 'Queen Anne Gate'], () => '<p>Historic landmark</p>')}`,
  ),
  nobody(
    'courses with lengths',
    'https://academy.example/courses',
    'Courses | Academy',
    `<h1>Courses</h1>${cards(['Project Management', 'Data Science', 'Public Speaking', 'Team Leadership'], () => '<p>12 weeks</p><p>For engineers and managers</p>')}`,
  ),
  nobody(
    'breeds of dogs',
    'https://kennel.example/breeds',
    'Breeds | Kennel',
    `<h1>Dog breeds</h1>${cards(['Golden Retriever', 'Irish Setter', 'Basset Hound', 'Jack Russell', 'Saint Bernard'], () => '<p>Friendly and loyal</p>')}`,
  ),
  nobody(
    'schools named after people',
    'https://district.example/schools',
    'Schools | Port Ellery District',
    `<h1>Our schools</h1><table>${each(['Abraham Lind Elementary', 'Rosa Marlowe Middle', 'Thomas Vale High', 'Helen Betts Academy'], (name, at) => `<tr><td>${name}</td><td>${at} Harbour Street</td><td>(555) 010-44${at}0</td></tr>`)}</table>`,
  ),
  nobody(
    'a product page',
    'https://sofaworks.example/products/charlotte-grey',
    'Charlotte Grey | Sofaworks',
    '<h1>Charlotte Grey</h1><p>Sofa designer edition</p><p>£ 1,290</p><p>Contact sales: <a href="mailto:sales@sofaworks.example">sales@sofaworks.example</a></p>',
  ),
  nobody(
    'front page of a firm',
    'https://kestrel.example/',
    'Kestrel Analytics',
    '<h1>Kestrel Analytics</h1><p>Manager dashboards</p><h2>Big Data</h2><p>Made easy.</p><h2>Real Insight</h2><p>Every day.</p><p><a href="mailto:info@kestrel.example">info@kestrel.example</a></p>',
  ),
];

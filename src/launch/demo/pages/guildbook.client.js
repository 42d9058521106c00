/*
 * What a single-page site does: it draws the page that the address names, and follows links by pushState. People are
 * marked up as microdata while they are drawn.
 */

/** @typedef {{ name: string, title: string, company: string, domain: string, slug: string }} Person */

const main = /** @type {HTMLElement} */ (document.querySelector('#main'));
const search = /** @type {HTMLFormElement} */ (document.querySelector('#search'));
const words = /** @type {HTMLInputElement} */ (search.elements.namedItem('q'));

/**
 * An element with properties, attributes and children.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} path */
async function load(path) {
  const response = await fetch(path);
  return response.ok ? response.json() : null;
}

/** @param {string} address */
function go(address) {
  history.pushState(null, '', address);
  void draw();
}

async function draw() {
  const { pathname, searchParams } = new URL(location.href);
  if (pathname.startsWith('/people/')) return drawPerson(pathname.slice('/people/'.length));
  const query = searchParams.get('q') ?? '';
  const page = Number(searchParams.get('page')) || 1;
  words.value = query;
  const found = await load(`/api/people?${new URLSearchParams({ q: query, page: String(page) })}`);
  document.title = query ? `${query} - Guildbook` : 'People - Guildbook';
  const list = make('ul', { class: 'results' }, ...found.people.map(item));
  const pages = make('nav', { class: 'pages', 'aria-label': 'Pages of results' });
  for (let number = 1; number <= found.pages; number++) {
    const address = `/search?${new URLSearchParams({ q: query, page: String(number) })}`;
    const current = number === page ? { 'aria-current': 'page' } : {};
    pages.append(make('a', { href: address, 'data-go': '', ...current }, String(number)));
  }
  main.replaceChildren(make('p', { class: 'count' }, `${found.total} people`), list);
  if (page < found.pages) main.append(moreButton(list, query, page + 1, found.pages));
  main.append(pages);
}

/**
 * The button that adds the next page's people below the others, without another address.
 * @param {HTMLElement} list
 * @param {string} query
 * @param {number} next
 * @param {number} last
 */
function moreButton(list, query, next, last) {
  const button = make('button', { class: 'more', type: 'button' }, 'Load more');
  let page = next;
  button.addEventListener('click', async () => {
    const found = await load(`/api/people?${new URLSearchParams({ q: query, page: String(page) })}`);
    list.append(...found.people.map(item));
    page++;
    if (page > last) button.remove();
  });
  return button;
}

/** @param {string} slug */
async function drawPerson(slug) {
  const person = await load(`/api/people/${encodeURIComponent(slug)}`);
  if (!person) {
    document.title = 'Nobody here - Guildbook';
    main.replaceChildren(make('p', {}, 'Nobody of that name.'));
    return;
  }
  document.title = `${person.name} - Guildbook`;
  main.replaceChildren(
    make('a', { class: 'back', href: '/search', 'data-go': '' }, '‹ All people'),
    make(
      'article',
      { class: 'single', itemscope: '', itemtype: 'https://schema.org/Person' },
      make('link', { itemprop: 'url', href: location.pathname }),
      make('h1', { itemprop: 'name' }, person.name),
      work(person),
    ),
  );
}

/** @param {Person} person */
function item(person) {
  return make(
    'li',
    { itemscope: '', itemtype: 'https://schema.org/Person' },
    make('span', { class: 'mark', 'aria-hidden': 'true' }, person.name.slice(0, 1)),
    make(
      'div',
      { class: 'who' },
      make(
        'a',
        { href: `/people/${person.slug}`, itemprop: 'url', 'data-go': '' },
        make('span', { itemprop: 'name' }, person.name),
      ),
      work(person),
    ),
  );
}

/** @param {Person} person */
function work(person) {
  return make(
    'p',
    {},
    make('span', { itemprop: 'jobTitle' }, person.title),
    ' at ',
    make(
      'span',
      { itemprop: 'worksFor', itemscope: '', itemtype: 'https://schema.org/Organization' },
      make('span', { itemprop: 'name' }, person.company),
      make('link', { itemprop: 'url', href: `https://${person.domain}/` }),
    ),
  );
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[data-go]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href') ?? '/search');
});
search.addEventListener('submit', (event) => {
  event.preventDefault();
  go(`/search?${new URLSearchParams({ q: words.value })}`);
});
window.addEventListener('popstate', () => void draw());
void draw();

import { bio, type Layout, shell } from './page.ts';

/** A page with more in its head. */
const headed = (html: string, head: string) => html.replace('</title>', `</title>${head}`);

/** Whom people work for on a page of their own: what its title names beside them, if more than the title says so. */
export const EMPLOYERS: readonly Layout[] = [
  {
    name: 'a firm in the title, at which the description says that somebody is',
    url: 'https://cm.example/bio-daniel',
    html: headed(
      shell({ title: 'Daniel Farrow | Cobalt Mortgage', main: '<h1>Daniel Farrow</h1><p>Managing Partner</p>' }),
      '<meta name="description" content="Managing Partner at Cobalt Mortgage">',
    ),
    people: [{ name: 'Daniel Farrow', title: 'Managing Partner', company: 'Cobalt Mortgage' }],
  },
  {
    name: 'a firm of her own name, which is that of the site, among its lawyers',
    url: 'https://ma.example/attorneys/laura-montani/',
    html: headed(
      shell({ title: 'Laura Montani | Montani & Associates', main: '<h1>Laura Montani</h1><p>Trial Attorney</p>' }),
      '<meta property="og:site_name" content="Montani &amp; Associates">',
    ),
    people: [{ name: 'Laura Montani', title: 'Trial Attorney', company: 'Montani & Associates' }],
  },
  {
    name: 'a firm whose host has less in its name, among its people',
    url: 'https://tidebooks.example/team/peter',
    html: shell({ title: 'Peter Reinholt - Tide Books Ltd', main: '<h1>Peter Reinholt</h1><p>Financial Manager</p>' }),
    people: [{ name: 'Peter Reinholt', title: 'Financial Manager', company: 'Tide Books Ltd' }],
  },
  {
    name: 'a directory of anybody, which nobody works for',
    url: 'https://askaround.example/ines-calder',
    html: shell({
      title: 'Ines Calder | Ask Around',
      main: `<h1>Ines Calder</h1><p>Head of Sales</p><p>${bio('Ines')}</p>`,
    }),
    people: [{ name: 'Ines Calder', title: 'Head of Sales', company: '' }],
  },
];

import { samePage } from '../address.ts';
import { all, attribute, one, textOf } from '../dom.ts';
import type { Markup } from '../person.ts';

/** What a title says after the name: a nickname, the site, what the page is. */
const REST = /\s+(?:\(?@|[|•·–—:-]\s|\().*$/s;

/**
 * A page that calls itself somebody's profile (https://ogp.me/#type_profile). Archives of an author's posts do so too: so
 * the page must be the one that is described, and besides the name nothing is taken. The same of a page which offers one
 * person's vCard.
 */
export const openGraph: Markup = {
  id: 'opengraph',
  *steps(document, page) {
    const said = (property: string) => {
      const meta = one(document, `[property="${property}"],[name="${property}"]`);
      return (meta && attribute(meta, 'content')) || undefined;
    };
    let name: string | undefined;
    if (said('og:type') === 'profile' && samePage(said('og:url') ?? page.href, page.href)) {
      const [first, last] = [said('profile:first_name'), said('profile:last_name')];
      const title = said('og:title');
      name = first && last ? `${first} ${last}` : title === said('og:site_name') ? undefined : title?.replace(REST, '');
    }
    name ??= ownerOfCard(document);
    yield;
    return { people: name ? [{ name, emails: [], phones: [], subject: true }] : [] };
  },
};

/** The only heading of a page that offers one vCard, when the card's address names the same person (`okafor.vcf`). */
function ownerOfCard(document: Document): string | undefined {
  const cards = new Set(all(document, 'a[href*=".vcf" i]', 9).map((link) => attribute(link, 'href')?.toLowerCase()));
  const [heading, another] = all(document, 'h1', 2);
  const [card] = cards;
  if (cards.size !== 1 || !heading || another) return undefined;
  const name = textOf(heading, 100).replace(/,.*/, '');
  const last = /\s(\p{L}{3,})$/u.exec(name)?.[1]?.toLowerCase();
  return last && card?.includes(last) ? name : undefined;
}

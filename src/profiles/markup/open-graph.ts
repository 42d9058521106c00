import { samePage } from '../address.ts';
import { all, attribute, metaContent, textOf } from '../dom.ts';
import type { Markup } from '../person.ts';
import { REST } from './items.ts';
import { NO_NAME } from './schema-org.ts';

/** What stands before and behind the name in a profile's title: "About Ada Okafor", "Ada Okafor's profile on Guild", "Ada Okafor, VP Sales". */
const AROUND = /^(?:about|meet) |(?:['’]s? profile\b| on \p{L}| \([^\s)]+\)$|(?<= \S+), ).*$/giu;

/**
 * A page that calls itself somebody's profile (https://ogp.me/#type_profile). Archives of an author's posts do so too: so
 * the page must be the one that is described, and besides the name nothing is taken. Those of firms and bands do as well,
 * which other markup may say. The same of a page which offers one person's vCard.
 */
export const openGraph: Markup = {
  id: 'opengraph',
  within: 'meta,h1,[href*=".vcf" i]',
  *steps(document, page, about) {
    const said = (property: string) => metaContent(document, `meta[property="${property}"],meta[name="${property}"]`);
    let name = '';
    if (said('og:type') === 'profile' && samePage(said('og:url') || page.href, page)) {
      const [first, last] = [said('profile:first_name'), said('profile:last_name')];
      // Either may be the whole name already.
      name = first.includes(last) ? first : last.includes(first) ? last : `${first} ${last}`;
      if (!/\s/.test(name)) {
        const title = said('og:title');
        const called = title === said('og:site_name') ? '' : title.replace(REST, '').replace(AROUND, '');
        // One word without more is what a user or a shop calls itself.
        name = NO_NAME.test(called) || about?.things?.includes(called) ? '' : called.replace(/^\w+$/, '');
      }
    }
    yield;
    name ||= ownerOfCard(document);
    return { people: name ? [{ name, emails: [], phones: [], subject: true }] : [] };
  },
};

/** The only heading of a page all of whose vCards have the same person's name in their addresses (`okafor.vcf`). */
function ownerOfCard(document: Document): string {
  const cards = all(document, 'a[href*=".vcf" i]', 9);
  const [heading, another] = all(document, 'h1', 2);
  if (!cards[0] || !heading || another) return '';
  const name = textOf(heading, 100).replace(/,.*/, '');
  const last = /\s(\p{L}{3,})$/u.exec(name)?.[1]?.toLowerCase();
  return last && cards.every((link) => attribute(link, 'href')?.toLowerCase().includes(last)) ? name : '';
}

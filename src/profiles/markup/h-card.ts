import { absolute, samePage } from '../address.ts';
import { all, attribute, children, closest, hasClass, matches, one, parent, tag } from '../dom.ts';
import type { Markup, Person } from '../person.ts';
import { Card, classesOf, textOfProperty } from './microformats.ts';

/** Cards read on one page at most. */
const CARDS_LIMIT = 2_000;

/** A card in one of these belongs to what it stands in: the author of a post, the place of an event. */
const OWNERS =
  '.h-card, .h-entry, .h-event, .h-recipe, .h-review, .h-product, .h-cite, .h-resume, .vcard, .hentry, .hreview, .vevent, .hrecipe, .hproduct, .haudio, .hlisting, .author, .byline, [itemprop~="author"]';

/** Posts. A card beside them is the author's, unless it says that the page is this person's. */
const POSTS = '.h-entry, .h-feed, .hentry, .hreview, .h-review';

/** Parts of an old-style CV that hold the cards of companies and schools. */
const CAREER = '.experience, .education, .affiliation';

/** Words in names of firms. */
const FIRM =
  /(?:^|[\s,])(?:inc|llc|llp|ltd|limited|plc|corp|corporation|company|gmbh|ag|kg|bv|b\.v|nv|s\.?a\.?r?\.?l|srl|s\.p\.a|oy|pty|university|institute|association|foundation)\.?$/i;

/** Cards of people: h-card (https://microformats.org/wiki/h-card), classic hCard, and h-resume. */
export const hCard: Markup = {
  id: 'h-card',
  read(document, page) {
    if (!hasClass(document, 'h-card', 'vcard', 'h-resume')) return { people: [], work: false };
    const posts = one(document, POSTS) !== null;
    const people = all(document, '.h-card, .vcard, .h-resume')
      .filter(standsAlone)
      .slice(0, CARDS_LIMIT)
      .flatMap((root) => personOf(new Card(root), page) ?? [])
      .filter(({ subject }) => !posts || subject === true);
    return { people, work: false };
  },
};

/** Whether a card is no property or part of anything else. The one a CV is about stands in it as its contact. */
function standsAlone(root: Element): boolean {
  const up = parent(root);
  if (matches(root, '.author, [itemprop~="author"]')) return false;
  return up === null || (closest(up, OWNERS) === null && closest(root, CAREER) === null);
}

function personOf(card: Card, page: URL): Person | undefined {
  const name = card.text('p-name', 'fn') ?? impliedName(card);
  const company = card.text('p-org', 'organization-name', 'org', 'h-org');
  if (name === undefined || name === company || FIRM.test(name)) return undefined;
  // The name of an organisation is marked up as both.
  if (
    card.elements('p-name', 'fn').some((element) => /(?:^|\s)(?:p-)?org(?:\s|$)/.test(classesOf(element).join(' ')))
  ) {
    return undefined;
  }
  const urls = linksOf(card, page);
  return {
    name,
    url: urls.find((url) => new URL(url).host === page.host) ?? urls[0],
    title: card.text('p-job-title', 'p-role') ?? card.text('title', 'role'),
    company,
    companyUrl: companyUrl(card, page),
    location: location(card),
    emails: contacts(card, 'mailto:', 'u-email', 'p-email', 'email'),
    phones: contacts(card, 'tel:', 'p-tel', 'u-tel', 'tel'),
    subject: urls.some((url) => samePage(url, page.href)) ? true : undefined,
  };
}

/** A card with nothing marked up but itself is its own name: the text, or the picture's. */
function impliedName(card: Card): string | undefined {
  if (!classesOf(card.root).includes('h-card') || card.nested || card.has('p-', 'e-')) return undefined;
  const name = textOfProperty(card.root);
  return name !== undefined && name.length <= 100 ? name : undefined;
}

/** The person's addresses; a card without any that is a link, or holds just one, leads to theirs. */
function linksOf(card: Card, page: URL): string[] {
  const marked = card.elements('u-url', 'url');
  const inside = children(card.root);
  const implied = [card.root, ...(inside.length === 1 ? inside : [])].filter((element) => tag(element) === 'a');
  return (marked.length > 0 ? marked : implied).flatMap((element) => {
    const link = attribute(element, 'href');
    const url = link === undefined ? undefined : absolute(link, page);
    return url === undefined ? [] : [url];
  });
}

function companyUrl(card: Card, page: URL): string | undefined {
  const element = card.elements('p-org', 'org')[0];
  const link = element === undefined ? null : tag(element) === 'a' ? element : one(element, 'a[href]');
  const href = link === null ? undefined : attribute(link, 'href');
  return href === undefined ? undefined : absolute(href, page);
}

function location(card: Card): string | undefined {
  const parts = [
    card.text('p-locality', 'locality'),
    card.text('p-region', 'region'),
    card.text('p-country-name', 'country-name'),
  ].filter((part) => part !== undefined);
  return [...new Set(parts)].join(', ') || undefined;
}

/** Where the elements lead, or what they say. A fax number is no phone. */
function contacts(card: Card, scheme: string, ...names: string[]): string[] {
  return card.elements(...names).flatMap((element) => {
    const type = one(element, '.type');
    if (type !== null && /fax/i.test(textOfProperty(type) ?? '')) return [];
    const link = attribute(element, 'href') ?? '';
    const value = link.startsWith(scheme) ? link : textOfProperty(element);
    return value === undefined ? [] : [value];
  });
}

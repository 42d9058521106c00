import { all, attribute, closest, linesOf, matches, one, pageTitle, parent, precedes, textOf, within } from '../dom.ts';
import { hCard } from '../markup/h-card.ts';
import { jsonLd } from '../markup/json-ld.ts';
import type { Person } from '../person.ts';
import type { Site } from '../site.ts';

/*
 * LinkedIn serves dozens of layouts at once, with class names that differ from page to page. So nothing here rests on
 * those: the anchors are the address, the names of screens and components, roles, headings, and links to `/in/`.
 */

/** Pages that list people: search results, the member's connections, the people of a company or a school. */
const LIST =
  /^\/(?:search\/results\/people|mynetwork\/invite-connect\/connections|(?:company|school)\/[^/]+\/people)\/?$/;

/** What holds one person on a list, in any layout. */
const CARD =
  'li, [role="listitem"], [data-chameleon-result-urn], [data-view-name="search-entity-result-universal-template"]';

/** Screen of the layout since 2026, and its card with name and headline. */
const TOP_CARD = 'section[componentkey*="profile.card"][componentkey$="Topcard"]';

const PROFILE_LINK = 'a[href*="/in/"]';

/** Opens the contact details; it stands behind the location in every layout. */
const CONTACT_LINK = 'a[href*="contact-info"]';

/** Levels above a link that are searched for its card. */
const LEVELS_LIMIT = 60;

/** Words that stand beside a name without being a headline. */
const PRONOUN = /^\(?(?:s?he|they|ze|xe|him|her|them)(?:\/|\)?$)/i;

export const site: Site = {
  id: 'linkedin',
  matches: ['https://*.linkedin.com/*'],
  grant: 'install',
  read(document, page) {
    const slug = slugOf(page.pathname);
    if (slug !== undefined) {
      const person = readProfile(document, page, slug);
      return person === undefined ? 'neither' : [person];
    }
    return LIST.test(page.pathname) ? readList(document, page) : 'neither';
  },
};

/** `ada-okafor` of `/in/ada-okafor/details/experience/`; letters beyond ASCII come percent-escaped or not. */
function slugOf(path: string): string | undefined {
  const slug = /^\/in\/([^/?#]+)(?:\/|$)/.exec(path)?.[1];
  if (slug === undefined) return undefined;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The slug that a link leads to, if it is to a profile of this site. */
function linkedSlug(link: Element, page: URL): string | undefined {
  const href = attribute(link, 'href') ?? '';
  if (!URL.canParse(href, page.href)) return undefined;
  const url = new URL(href, page.href);
  return /(?:^|\.)linkedin\.com$/.test(url.hostname) ? slugOf(url.pathname) : undefined;
}

function sameSlug(one: string | undefined, other: string): boolean {
  return one?.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** The person under their one address; what the layouts say is added. */
function member(slug: string, name: string, more: Partial<Person> = {}): Person {
  const url = `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
  return { emails: [], phones: [], ...more, name, url, handle: `in/${slug}` };
}

function readProfile(document: Document, page: URL, slug: string): Person | undefined {
  return (
    readPublic(document, page, slug) ??
    readHCard(document, page, slug) ??
    readTopCard(document, page, slug) ??
    readTitle(document, page, slug)
  );
}

/** The card at the top of a profile: its heading is the name, and the lines below say the rest. */
function readTopCard(document: Document, page: URL, slug: string): Person | undefined {
  const card = one(document, TOP_CARD);
  const heading = card === null ? one(document, 'main h1, h1') : one(card, 'h1, h2');
  if (heading === null) return undefined;
  const name = visible(heading);
  // Walls and "not found" pages stand under a profile's address too, but neither link to it nor name its owner.
  if (!isPerson(name) || (card === null && !linksTo(document, page, slug) && titleName(document) !== name)) {
    return undefined;
  }
  const around = card ?? closest(heading, 'section') ?? closest(heading, 'main');
  return member(slug, name, around === null ? {} : topCardLines(around, heading));
}

/** Headline, company and location, from the lines between the name and the link to the contact details. */
function topCardLines(card: Element, heading: Element): Partial<Person> {
  const lines = linesOf(card, 4_000, isChrome);
  const at = lines.findIndex(({ element }) => within(element, heading));
  const after = lines.slice(at + 1).filter(({ text }) => isTold(text));
  const end = one(card, CONTACT_LINK);
  const told = end === null ? after.slice(0, 1) : after.filter(({ element }) => precedes(element, end));
  return {
    title: told[0]?.text,
    company: currentCompany(card) ?? (told.length === 3 ? employer(told[1]?.text, told[0]?.text) : undefined),
    location: told.length > 1 ? told.at(-1)?.text : undefined,
  };
}

/** The company of the card's own label, in layouts that have one: `Current company: Brightwater. Click to skip…`. */
function currentCompany(card: Element): string | undefined {
  const labelled = one(card, '[aria-label^="Current company"]');
  if (labelled === null) return undefined;
  const label = /^Current company: (.+?)\. Click/.exec(attribute(labelled, 'aria-label') ?? '')?.[1];
  return label ?? (textOf(labelled) || undefined);
}

/**
 * `Brightwater` of "Brightwater · University of Ghent". A single name may as well be the school: it is the company when
 * the headline speaks of it.
 */
function employer(line: string | undefined, headline: string | undefined): string | undefined {
  const [first, ...others] = line?.split(' · ') ?? [];
  return first !== undefined && (others.length > 0 || headline?.includes(first)) ? first : undefined;
}

/** The page that visitors without an account see: its data for search engines, beside headings that name the rest. */
function readPublic(document: Document, page: URL, slug: string): Person | undefined {
  const people = jsonLd.read(document, page).people;
  const person = people.find(({ url }) => url !== undefined && sameSlug(slugOf(new URL(url).pathname), slug));
  if (person === undefined) return undefined;
  const headline = one(document, 'main h1 ~ h2, h1 ~ h2');
  return member(slug, person.name, {
    ...person,
    title: (headline && textOf(headline)) || person.title,
    // LinkedIn's data give the company's page on LinkedIn, never its own.
    companyUrl: undefined,
  });
}

/** Public pages up to 2017 and signed-in ones of their time: the first hCard is the owner's, others are companies. */
function readHCard(document: Document, page: URL, slug: string): Person | undefined {
  const [person] = hCard.read(document, page).people;
  return person && member(slug, person.name, { ...person, emails: [], phones: [], companyUrl: undefined });
}

/** Pages within a profile often name its owner in the title alone: "Experience | Ada Okafor | LinkedIn". */
function readTitle(document: Document, page: URL, slug: string): Person | undefined {
  const name = titleName(document);
  return name !== undefined && isPerson(name) && linksTo(document, page, slug) ? member(slug, name) : undefined;
}

function titleName(document: Document): string | undefined {
  const parts = pageTitle(document)
    .replace(/^\(\d+\+?\)\s*/, '')
    .split(' | ');
  return parts.at(-1) === 'LinkedIn' ? parts.at(-2)?.split(' - ')[0] : undefined;
}

function linksTo(document: Document, page: URL, slug: string): boolean {
  return all(document, PROFILE_LINK).some((link) => sameSlug(linkedSlug(link, page), slug));
}

/** A person a card: the first profile that it links to. Those further down are connections in common. */
function readList(document: Document, page: URL): Person[] {
  const people: Person[] = [];
  const done = new Set<Element>();
  for (const link of all(document, 'main a[href*="/in/"], [role="main"] a[href*="/in/"]')) {
    const card = outermost(link);
    if (card === null || done.has(card)) continue;
    done.add(card);
    const person = readCard(card, page);
    if (person !== undefined) people.push(person);
  }
  return people;
}

function readCard(card: Element, page: URL): Person | undefined {
  const links = all(card, PROFILE_LINK);
  const slug = links.map((link) => linkedSlug(link, page)).find((found) => found !== undefined);
  if (slug === undefined) return undefined;
  // The whole card may be a link around the one that is the name.
  const names = links.filter((link) => sameSlug(linkedSlug(link, page), slug) && one(link, 'a') === null);
  for (const link of names) {
    const lines = linesOf(card, 4_000, isChrome);
    const at = lines.findIndex(({ element }) => within(element, link));
    const name = visible(link);
    if (at === -1 || !isPerson(name)) continue;
    const [headline, place] = lines.slice(at + 1).filter(({ text }) => isTold(text));
    return member(slug, name, { title: headline?.text, location: place?.text });
  }
  return undefined;
}

/** The outermost card around a link: some layouts put a list into a card. */
function outermost(link: Element): Element | null {
  let card: Element | null = null;
  let up = parent(link);
  for (let level = 0; up !== null && level < LEVELS_LIMIT; level++) {
    if (matches(up, CARD)) card = up;
    up = parent(up);
  }
  return card;
}

/** The first line of an element's text; some layouts say a name twice, once for screen readers. */
function visible(element: Element): string {
  // Where a whole card is one link, the degree stands in the line of the name.
  const [text = ''] = linesOf(element, 400, isChrome)[0]?.text.split(/ [·•] /) ?? [];
  const half = text.slice(0, text.length / 2).trim();
  return text === `${half} ${half}` || text === half + half ? half : text;
}

/** Controls, dates, and text for screen readers only. */
function isChrome(element: Element): boolean {
  return matches(
    element,
    `button, [role="button"], [role="menu"], time, .visually-hidden, .a11y-text, ${CONTACT_LINK}`,
  );
}

/** Whether a line tells something of the person: not their distance ("· 2nd", "• 2.º", "3rd") and not a pronoun. */
function isTold(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/^[·•]/.test(text) && !/^\d\S{0,4}$/.test(text) && !PRONOUN.test(text);
}

/** Members out of the network are shown without a name: "LinkedIn Member", in the reader's language. */
function isPerson(name: string): boolean {
  return /\p{L}/u.test(name) && !/LinkedIn/i.test(name);
}

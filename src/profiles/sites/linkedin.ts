import { all, attribute, closest, linesOf, matches, one, pageTitle, textOf, within } from '../dom.ts';
import type { Person } from '../person.ts';
import type { Owns, SiteRules } from '../site.ts';
import { firstLine, isChrome, isTold } from '../site-text.ts';

/*
 * LinkedIn serves dozens of layouts at once, with class names that differ from page to page. So nothing here rests on
 * those: the anchors are the address, the names of screens and components, roles, headings, and links to `/in/`.
 */

/** Card of the layout since 2026 with name and headline. */
const TOP_CARD = '[componentkey*=topcard i]';

/** Public pages up to 2017 are hCards, not all of which say so: the first is the owner's, others are companies. */
const HCARD = ':is(.vcard,#topcard)';

/** Opens the contact details; it stands behind the location in every layout. */
const CONTACT_LINK = 'a[href*=contact-info]';

export const install = ['https://*.linkedin.com/*'];

export const site: SiteRules = {
  hosts: 'www.linkedin.com',
  profile(url) {
    // Until 2015 `/pub/ada-okafor/1/2b3/45`, which is `/in/ada-okafor-0452b31` now.
    const [, slug, name, last = '', middle = '', first = ''] =
      /^(?:\/preload|\/mwlite|\/comm)?\/(?:(in\/[^/]+)|pub\/([^/]+)\/(\w+)\/(\w+)\/(\w+))/.exec(url.pathname) ?? [];
    return name ? `in/${name}-${first.padStart(3, '0')}${middle.padStart(3, '0')}${last.replace(/^0$/, '')}` : slug;
  },
  // Any of them may begin with `/preload`.
  lists: [
    /\/results\/people/,
    /-connect\/connections/,
    /\/(?:company|showcase|school|groups)\/[^/]+\/(?:people|members)/,
    // For visitors: everybody of one name.
    /^\/pub\/dir\//,
  ],
  // The member's own number stands in for the slug in some links.
  alias: [/^in\/ACoA/i, [/\/(in\/[^/]+)/, 'a[href*="/overlay/"]@href']],
  name: [`${HCARD} .fn`],
  title: ['h1 ~ h2', `${HCARD} .title`],
  company: [`${HCARD} .org`],
  location: [`${HCARD} .locality`],
  card: 'li,[role=listitem],[data-view-name^=search-entity],[data-view-name^=people-search]',
  lines: ['title', 'location'],
  readProfile: readTopCard,
};

/**
 * The card at the top of a profile: its heading is the name, and the lines below say the rest. Pages within a profile often
 * name its owner in the title alone: "Experience | Ada Okafor | LinkedIn".
 */
function readTopCard(document: Document, owns: Owns): Partial<Person> | undefined {
  const card = one(document, TOP_CARD);
  const heading = one(card ?? document, card ? 'h1,h2' : 'h1');
  // "(3) Ada Okafor – Analystin | LinkedIn"
  const titles = pageTitle(document).split(/^\(\d+\) | [-–—|] /);
  const name = heading ? firstLine(heading) : titles.at(-2);
  if (!name) return undefined;
  const titled = heading && titles.includes(name);
  const isLinked = () => all(document, 'a[href*="/in/"]').some((link) => owns(attribute(link, 'href')));
  // Walls and "not found" pages stand under a profile's address too, but neither link to it nor name its owner.
  if (!card && !titled && !isLinked()) return undefined;
  // A bar above those pages repeats name and headline.
  const around = card ?? (heading ? closest(heading, 'section,main') : one(document, 'body'));
  return { name, ...(around && topCardLines(around, heading, name)) };
}

/** Headline, company and location, from the lines between the name and the link to the contact details. */
function topCardLines(card: Element, heading: Element | null, name: string): Partial<Person> {
  let ended = false;
  const lines = linesOf(card, 4_000, (element) => {
    ended ||= matches(element, CONTACT_LINK);
    return ended || isChrome(element) || (!heading && matches(element, 'main,header,nav,aside,code'));
  });
  const at = lines.findIndex(({ element, text }) => (heading ? within(element, heading) : text === name));
  const told = lines.flatMap(({ text }, line) => (line > at && at >= 0 && isTold(text) ? [text] : []));
  const [title, between] = told;
  return {
    title,
    company: currentCompany(card) ?? (ended && told.length === 3 ? employer(between, title) : undefined),
    location: ended ? told.slice(1).at(-1) : undefined,
  };
}

/**
 * The company of the card's own label, in layouts that have one: `Current company: Brightwater. Click to skip…`, or since
 * 2026 a button with the picture of a firm, which is not that of a school.
 */
function currentCompany(card: Element): string | undefined {
  const labelled = one(
    card,
    '[aria-label^="Current company"],[data-control-name^=position],[role=button]:has([id^=company-accent])',
  );
  if (labelled === null) return undefined;
  return attribute(labelled, 'aria-label')?.replace(/^Current company:? ?|\. Click.*/g, '') || textOf(labelled);
}

/**
 * `Brightwater` of "Brightwater · University of Ghent". A single name may as well be the school: it is the company when
 * the headline speaks of it.
 */
function employer(line = '', headline = ''): string | undefined {
  const [first = '', ...others] = line.split(' · ');
  return others[0] || headline.includes(first) ? first : undefined;
}

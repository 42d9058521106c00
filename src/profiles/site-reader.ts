import { all, attribute, linesOf, matches, one, parent, textOf, within } from './dom.ts';
import { hCard } from './markup/h-card.ts';
import { jsonLd } from './markup/json-ld.ts';
import { microdata } from './markup/microdata.ts';
import type { Person } from './person.ts';
import { type Anchors, handleOf, kindOf, type Owns, type SiteRules, sameHandle } from './site.ts';
import { firstLine, isChrome, isTold } from './site-text.ts';

/** What a site's file says of a page that is a profile or a list by its address. */
export interface SiteReading {
  /** `profile`, or the name of the list. */
  kind: string;
  people: Person[];
  /** Names of the anchors that gave nothing, when nobody was found. */
  missed: string[];
}

/** Levels above a link that are searched for its card. */
const LEVELS_LIMIT = 60;

/**
 * Reads a page as one of the site, whoever's it is.
 * @returns undefined for a page which is neither a profile nor a list by its address
 */
export function readSite(site: SiteRules, document: Document, page: URL): SiteReading | undefined {
  const kind = kindOf(site, page);
  if (kind === undefined) return undefined;
  const missed: string[] = [];
  const people = (kind === 'profile' ? readProfile : readList)(site, document, page, missed);
  return { kind, people, missed };
}

function readProfile(site: SiteRules, document: Document, page: URL, missed: string[]): Person[] {
  const { owner, name: names } = site.person;
  const address = handleOf(site, page) ?? '';
  const owns: Owns = (href) => sameHandle(linked(site, href, page), address);
  if (owner && !sameHandle(anchorText(document, owner), address.replace(/^.*\//, ''))) missed.push('owner');
  const marked = markedOwner(document, page, owns);
  const named = marked?.name ?? anchorText(document, names);
  const read = named === undefined ? site.readProfile?.(document, owns) : { name: named };
  const name = read?.name;
  if (name === undefined || site.nobody?.test(name)) missed.push('name');
  if (name === undefined || missed.length > 0) return [];
  const [alias, lasting] = site.alias ?? [];
  const handle = (alias?.test(address) && anchorText(document, lasting)) || address;
  return [person(site, document, handle, name, { ...marked, ...read })];
}

/** Whom the page's markup names as its owner: by their address, or because it names nobody else. */
function markedOwner(document: Document, page: URL, owns: Owns): Person | undefined {
  for (const markup of [jsonLd, microdata, hCard]) {
    const { people } = markup.read(document, page);
    // Cards behind the first are of companies and colleagues.
    const first = people.length === 1 || markup === hCard ? people[0] : undefined;
    const owner = people.find(({ url }) => owns(url)) ?? first;
    if (owner) return owner;
  }
  return undefined;
}

/** The person under their one address: what the anchors give within `root`, else what is known otherwise. */
function person(
  site: SiteRules,
  root: Document | Element,
  handle: string,
  name: string,
  known: Partial<Person>,
): Person {
  const told = (field: 'title' | 'company' | 'location') => anchorText(root, site.person[field]) ?? known[field];
  return {
    emails: [],
    phones: [],
    ...known,
    name,
    handle,
    url: site.home + handle,
    title: told('title'),
    company: told('company'),
    location: told('location'),
  };
}

/** The first text that anchors give. */
function anchorText(root: Document | Element, anchors: Anchors = []): string | undefined {
  for (const [at, anchor] of anchors.entries()) {
    if (typeof anchor !== 'string') continue;
    const [, selector = anchor, name] = /^(.*)@([\w:-]+)$/.exec(anchor) ?? [];
    const element = one(root, selector || `meta[property="${name}"],meta[name="${name}"]`);
    if (element === null) continue;
    const text = name ? attribute(element, selector ? name : 'content') : textOf(element, 400);
    const part = anchors[at + 1];
    const found = part instanceof RegExp ? part.exec(text ?? '')?.[1]?.trim() : text;
    if (found) return found;
  }
  return undefined;
}

function readList(site: SiteRules, document: Document, page: URL, missed: string[]): Person[] {
  const { links = 'main a[href],[role="main"] a[href]', card: held, lines } = site.list ?? {};
  const own = handleOf(site, page) ?? '';
  const found = new Map<Element, string>();
  /** Whom all links within an element lead to; nobody's where they part. */
  const owners = new Map<Element, string>();
  for (const link of all(document, links)) {
    const handle = linked(site, attribute(link, 'href'), page);
    if (handle === undefined || sameHandle(handle, own)) continue;
    found.set(link, handle);
    for (const up of lineage(link)) owners.set(up, sameHandle(owners.get(up) ?? handle, handle) ? handle : '');
  }
  const cards = new Set<Element>();
  const people: Person[] = [];
  for (const [link, handle] of found) {
    const card = lineage(link).findLast((up) => (held ? matches(up, held) : owners.get(up) === handle));
    if (card === undefined || cards.has(card)) continue;
    cards.add(card);
    people.push(...readCard(site, card, handle, page, lines));
  }
  if (people.length === 0) missed.push(found.size > 0 ? 'names' : 'links');
  return people;
}

/** The element and those around it, from the inside out. */
function lineage(element: Element): Element[] {
  const up = [element];
  for (let at = parent(element); at !== null && up.length < LEVELS_LIMIT; at = parent(at)) up.push(at);
  return up;
}

/** The person of a card: the name is a link to the profile, what tells of them stands below. */
function readCard(
  site: SiteRules,
  card: Element,
  handle: string,
  page: URL,
  told: readonly ('title' | 'company' | 'location')[] = [],
): Person[] {
  const lines = linesOf(card, 4_000, isChrome);
  for (const link of all(card, 'a[href]')) {
    // The whole card may be a link around the one that is the name.
    if (!sameHandle(linked(site, attribute(link, 'href'), page), handle) || one(link, 'a') !== null) continue;
    const at = lines.findIndex(({ element }) => within(element, link));
    const name = nameIn(firstLine(link), handle);
    if (at < 0 || site.nobody?.test(name)) continue;
    const below = lines.slice(at + 1).filter(({ text }) => isTold(text));
    const known = Object.fromEntries(told.map((field, line) => [field, below[line]?.text]));
    return [{ ...person(site, card, handle, name, known), root: card }];
  }
  return [];
}

/** The name in the text of a link: without the handle beside it, which stands in for it where there is no other. */
function nameIn(text: string, handle: string): string {
  const login = handle.replace(/^.*[/@]/, '');
  const name = text.replace(/\s*@\S+$/, '');
  if (name.startsWith(`${login} (`)) return name.slice(login.length + 2, -1);
  return (name.endsWith(` ${login}`) ? name.slice(0, -login.length).trim() : name) || login;
}

/** The handle in an address as it stands in the page. */
function linked(site: SiteRules, href: string | undefined, page: URL): string | undefined {
  return href && URL.canParse(href, page.href) ? handleOf(site, new URL(href, page.href)) : undefined;
}

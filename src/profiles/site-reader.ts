import type { Missed } from '#contract/messages.ts';
import { parsedUrl } from '#contract/parsed-url.ts';
import { siteKey } from '#contract/profile-key.ts';
import { baseOf } from './address.ts';
import { all, attribute, closest, isElement, linesOf, matches, one, parent, textOf, within, withParts } from './dom.ts';
import { type Kept, keptOf, type Markup, type Person, type Steps } from './person.ts';
import { type Anchors, addressOf, handleOf, kindOf, SAID, type SiteReading, type SiteRules } from './site.ts';
import { firstLine, isChrome, isTold } from './site-text.ts';

/**
 * What stands in a name's place: on a page under a profile's address that is none, and for members out of the network, in
 * any language ("LinkedIn Member").
 */
const NOBODY = /not found|security check|^linkedin|linkedin$/i;

/** Links that are looked at in one step. */
const STEP = 50;

/** Whose profile an address of the page leads to: one spelling of the handle for each person. */
type Whose = (href: string | undefined) => string | undefined;

/**
 * Reads a page as one of the site, whoever's it is.
 * @param scope the page; or of a list a card, which is read as if nothing stood around it
 * @returns undefined for a page which is neither a profile nor a list by its address
 */
export function* readSite(
  id: string,
  site: SiteRules,
  scope: Document | Element,
  page: URL,
  readers: readonly Markup[],
  kept: Kept = new WeakMap(),
): Steps<SiteReading | undefined> {
  const kind = kindOf(site, page);
  if (!kind) return undefined;
  const anchors: Missed['anchors'] = [];
  const whose = handles(site, page, kept);
  const people =
    kind === 'profile'
      ? yield* readProfile(site, scope as Document, page, readers, whose, anchors)
      : yield* readList(site, scope, page, whose, anchors, kept);
  return { people, missed: { site: id, page: kind, anchors } };
}

/** Reads the addresses of a page: each once, however often it stands there. */
function handles(site: SiteRules, page: URL, kept: Kept): Whose {
  const met = keptOf<readonly [handle: string, key: string]>(kept, site);
  const first = new Map<string, string>();
  const base = baseOf(page);
  return (href = '') => {
    let known = met.get(href);
    if (!known) {
      const at = href ? parsedUrl(href, base) : undefined;
      // A server speaks for its own people alone.
      const handle = (at && (!site.sign || at.host === page.host) && handleOf(site, at)) || '';
      known = [handle, siteKey('', handle)];
      met.set(href, known);
    }
    const [handle, key] = known;
    if (handle && !first.has(key)) first.set(key, handle);
    return first.get(key);
  };
}

function* readProfile(
  site: SiteRules,
  document: Document,
  page: URL,
  readers: readonly Markup[],
  whose: Whose,
  missed: Missed['anchors'],
): Steps<Person[]> {
  const address = whose(page.href) ?? '';
  const [alias, lasting] = site.alias ?? [];
  const shown = anchorText(document, lasting);
  const handle = (alias?.test(address) && shown) || address;
  // An address moves ahead of what its page shows.
  const owner = site.owner ? (anchorText(document, site.owner) ?? '') : (shown ?? handle);
  if (siteKey('', loginOf(owner)) !== siteKey('', loginOf(handle))) {
    missed.push('owner');
    return [];
  }
  const marked = yield* markedOwner(document, page, readers, whose);
  // An owner who gave no name goes by the handle.
  const named = anchorText(document, site.name) ?? marked?.name ?? (site.owner && loginOf(handle));
  const read = named ? { name: named } : site.readProfile?.(document, (href) => whose(href) === address);
  const name = read?.name;
  if (!name || NOBODY.test(name)) missed.push('name');
  return name && missed.length === 0 ? [person(site, document, handle, { ...marked, ...read, name })] : [];
}

/** Whom the page's markup names as its owner: by their address, or because it names nobody else. */
function* markedOwner(
  document: Document,
  page: URL,
  readers: readonly Markup[],
  whose: Whose,
): Steps<Person | undefined> {
  for (const markup of readers.filter(({ last }) => !last)) {
    const people = (yield* markup.steps(document, page)).people.filter(({ subject }) => subject !== false);
    // Cards behind the first are of companies and colleagues.
    const [first] = people.length === 1 || markup.id === 'h-card' ? people : [];
    const owner = people.find(({ url }) => whose(url) === whose(page.href)) ?? (whose(first?.url) ? undefined : first);
    if (owner) return owner;
  }
  return undefined;
}

/** The person under their one address: what the anchors give within `root`, else what is known otherwise. */
function person(
  site: SiteRules,
  root: Document | Element,
  handle: string,
  known: Partial<Person> & { name: string },
): Person {
  const email = anchorText(root, site.email);
  return {
    phones: [],
    ...known,
    emails: [known.emails ?? [], email ?? []].flat(),
    handle,
    url: addressOf(site, handle),
    ...Object.fromEntries(SAID.map((field) => [field, anchorText(root, site[field]) ?? known[field]])),
    root: isElement(root) ? root : undefined,
  };
}

/** The first text that anchors give. */
function anchorText(root: Document | Element, anchors: Anchors = []): string | undefined {
  let part = /(.+)/s;
  for (const anchor of anchors) {
    if (typeof anchor !== 'string') {
      part = anchor;
      continue;
    }
    const element = one(root, selectorOf(anchor));
    const [, of] = anchor.split('@');
    const beside = of === '~' && element && parent(element);
    const text = beside
      ? textOf(beside, 400, isElement)
      : element && (attribute(element, of || 'content') ?? textOf(element, 400));
    const found = part.exec(text ?? '')?.[1]?.trim();
    if (found) return found;
  }
  return undefined;
}

/** Where an anchor is looked for: what stands before its attribute, or the title. */
const selectorOf = (anchor: string) => anchor.split('@', 1)[0] || 'head>title,[property="og:title"]';

function* readList(
  site: SiteRules,
  scope: Document | Element,
  page: URL,
  whose: Whose,
  missed: Missed['anchors'],
  kept: Kept,
): Steps<Person[]> {
  // Whose followers these are: their own profile is linked to as well.
  const own = whose(page.href) ?? whose(new URL('.', page).href);
  const main = (isElement(scope) ? closest : one)(scope as Element, 'main,[role=main]');
  const links = site.links ?? (main ? 'main a,[role=main] a' : 'a:not(:is(header,nav,aside,footer) a)');
  const found = new Map<Element, string>();
  /** Whom all links within an element lead to; nobody's where they part. */
  const owners = new Map<Element, string>();
  let known: string | undefined;
  const above = (element: Element) => (element === scope ? null : parent(element));
  for (const [at, link] of withParts(scope, links).entries()) {
    if (at % STEP === 0) yield;
    const handle = link !== scope || matches(link, links) ? whose(attribute(link, 'href')) : undefined;
    if (!handle || handle === own) continue;
    found.set(link, handle);
    if (!known && site.card && closest(link, site.card)) known = site.card;
    // Around an element that has one of these already all is said.
    for (let up: Element | null = link; up; up = above(up)) {
      const owner = owners.get(up);
      if (owner === '' || owner === handle) break;
      owners.set(up, owner ? '' : handle);
    }
  }
  // To look in every card for what the page has nowhere, or in its head, would take long.
  const there = SAID.map((field) => [
    field,
    site[field]?.filter((anchor) => typeof anchor !== 'string' || (anchor !== '@' && one(scope, selectorOf(anchor)))),
  ]);
  const rules = { ...site, ...Object.fromEntries(there) };
  const asked = String(there);
  const cards = new Set<Element>();
  const people: Person[] = [];
  let seen = 0;
  for (const [link, handle] of found) {
    if (++seen % STEP === 0) yield;
    let card: Element | null = null;
    for (let up: Element | null = link; up; up = above(up)) {
      if (known) up = closest(up, known);
      if (!up || !(known || owners.get(up))) break;
      card = up;
      if (cards.has(up)) break;
    }
    if (!card || cards.has(card)) continue;
    const before = keptOf<Person>(kept, card);
    const person = before.get(handle + asked) ?? readCard(rules, card, handle, whose);
    // A picture may lead to the person by another of their addresses; whoever is named next was not found.
    if (person || firstLine(link)) cards.add(card);
    if (!person) continue;
    before.set(handle + asked, person);
    people.push(person);
  }
  if (people.length === 0) missed.push(found.size > 0 ? 'names' : 'links');
  return people;
}

/** The person of a card: the name is a link to the profile, if no anchor has it; what tells of them stands below. */
function readCard(site: SiteRules, card: Element, handle: string, whose: Whose): Person | undefined {
  const named = anchorText(card, site.name);
  if (named) return NOBODY.test(named) ? undefined : person(site, card, handle, { name: named });
  const lines = linesOf(card, 4_000, isChrome);
  // Whom such a card links to are only acquaintances.
  if (NOBODY.test(lines[0]?.text ?? '')) return undefined;
  // The card may be a link itself, around others; any other link around links is not the one that is the name.
  for (const link of [...all(card, 'a'), card]) {
    if (whose(attribute(link, 'href')) !== handle || (link !== card && one(link, 'a'))) continue;
    const at = lines.findIndex(({ element }) => within(element, link));
    const name = nameIn(firstLine(link), handle);
    if (at < 0 || NOBODY.test(name)) continue;
    const told = lines.slice(at + 1).filter(({ text }) => isTold(text));
    const known = Object.fromEntries(site.lines?.map((field, line) => [field, told[line]?.text]) ?? []);
    const [alias, , below] = site.alias ?? [];
    const lasting = alias?.test(handle) && below?.exec(lines[at + 1]?.text ?? '')?.[1];
    return person(site, card, lasting || handle, { ...known, name });
  }
  return undefined;
}

/** The name in the text of a link: without the handle beside it, which stands in for it where there is no other. */
function nameIn(text: string, handle: string): string {
  const login = loginOf(handle);
  const name = text.replace(/(?:^|\s)@\S.*/, '');
  if (name.startsWith(`${login} (`)) return name.slice(login.length + 2, -1);
  return (name.endsWith(` ${login}`) ? name.slice(0, -login.length).trim() : name) || login;
}

/** The part of a handle that names the person: `ada` of `in/ada`, `@ada` and `social.example/@ada@other.example`. */
function loginOf(handle: string): string {
  return handle.replace(/^(?:.*\/)?@?|@.*/g, '');
}

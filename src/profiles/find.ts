import type { Missed } from '#contract/messages.ts';
import type { Profile } from '#contract/profile.ts';
import { PROFILES_LIMIT } from '#contract/profile-key.ts';
import { pageAt, tidied } from './address.ts';
import { pageTitle, titleParts } from './dom.ts';
import { type Merged, merge, nameKey, type Sighting, sighted } from './merge.ts';
import { type About, finish, type Kept, type Markup, type Person, type Reading, type Steps } from './person.ts';
import { isBlank, isName, profileOf } from './profile.ts';
import type { Site } from './site.ts';
import { siteOf } from './sites.ts';

/** The people that a page shows. */
export interface Found {
  profiles: Profile[];
  /** People on the page beyond those in `profiles`. */
  more: number;
  /** On a page of a known site that shows nobody: what its file missed. */
  missed?: Missed | undefined;
}

/** What the people of a site's list stand in. */
export const LINKS = 'a';

/** What was found, and what it was found in, so that a small change need not mean to read all again. */
export interface Scan extends Found {
  /** The page as whose everything was read. */
  page?: URL;
  /** All people, in the order of the page. */
  people: Merged[];
  /** The elements that people were read from alone, with nobody where there is more to it: null where several were. */
  roots: Map<Element, Merged | undefined | null>;
  /** Selects the elements that all people stand in, and all that has a say in who they are; undefined: any. */
  within?: string | undefined;
  /** Whose name the page bears: who is called so is more than one of many. */
  called?: readonly string[];
  /** The site whose file knows the page. */
  site?: Site | undefined;
}

/**
 * Finds the people that a page is about: one on a profile page, several on a list, none on any other. Reads the
 * document and nothing else; never throws, whatever the page holds.
 * @param url the page's address; anything but http(s) has no people
 * @param readers of pages that no site file knows, in the order of trust
 */
export function findProfiles(document: Document, url: string, readers: readonly Markup[]): Found {
  const { profiles, more, missed } = finish(scan(document, url, readers));
  return { profiles, more, ...(missed && { missed }) };
}

export const nobody = (): Scan => ({ profiles: [], more: 0, people: [], roots: new Map() });

/**
 * The same in steps, none of which takes long on any page.
 * @param kept what was read of the same document under the same address before
 */
export function* scan(
  document: Document,
  url: string,
  readers: readonly Markup[],
  kept: Kept = new WeakMap(),
): Steps<Scan> {
  return yield* attempt(function* () {
    const found = nobody();
    const page = pageAt(url, document);
    if (!page) return found;
    found.page = page;
    const site = siteOf(page, document);
    const { profiles, roots } = found;
    const known = site && (yield* readSite(site, document, page, readers, kept, found));
    const people = (known?.people ?? (yield* readMarkups(document, page, readers, kept, found))).filter(({ name }) =>
      isName(name),
    );
    const keys = new Set<string>();
    for (const [at, person] of people.entries()) {
      if (at % 50 === 49) yield;
      if (person.root && person.single && roots.get(person.root) !== null) roots.set(person.root, person);
      if (profiles.length === PROFILES_LIMIT) {
        found.more++;
        continue;
      }
      const profile = profileOf(person, page, people.length === 1, site?.id);
      // One key is one person: a second under it could only be told apart by what must not count.
      if (!profile || keys.has(profile.key)) continue;
      keys.add(profile.key);
      profiles.push(profile);
      person.profile = profile;
    }
    return { ...found, people, site, missed: profiles[0] ? undefined : known?.missed };
  }, nobody());
}

/** What the site's own file says; undefined if it fails, so that the markup may still speak. */
function* readSite(
  site: Site,
  document: Document,
  page: URL,
  readers: readonly Markup[],
  kept: Kept,
  found: Scan,
): Steps<{ people: Merged[]; missed?: Missed | undefined } | undefined> {
  return yield* attempt(function* () {
    const { people, missed } = (yield* site.read(document, page, readers, kept)) ?? { people: [] };
    if (missed && missed.page !== 'profile') found.within = LINKS;
    return { people: yield* merge(yield* note(people, site.id, [], found), page), missed };
  }, undefined);
}

/** What the page's markup says, all kinds taken together, and where it says nothing, how the page is built. */
function* readMarkups(
  document: Document,
  page: URL,
  readers: readonly Markup[],
  kept: Kept,
  found: Scan,
): Steps<Merged[]> {
  const sightings: Sighting[] = [];
  // The front page of a site that bears a name anywhere is about its owner.
  const called = titleParts(pageTitle(document))
    .slice(0, tidied(page.href) === `${page.origin}/` ? 9 : 1)
    .map(nameKey);
  found.called = called;
  const about: About = {};
  let marked: boolean | undefined;
  for (const { id, steps, last } of readers) {
    // One person in the markup may be who the site belongs to; more are those whom it lists.
    const sure = last ? sightings.filter(({ subject }) => subject !== false) : [];
    if (last && (sure.length > 1 || sure.some(({ subject, title }) => subject && title))) break;
    const silence: Reading = { people: [] };
    const reading = yield* attempt(() => steps(document, page, about, kept), silence);
    marked = !last || (about.work && !reading.people[0]);
    yield* note(reading.people, id, about.work ? [] : called, found, sightings);
    // Who stands on a page as people do is there for more than having made it.
    about.work = last && reading.people[0] ? false : about.work || reading.work;
    about.things = (about.things ?? []).concat(reading.things ?? []);
    yield;
  }
  if (marked) found.within = ['title', ...readers.flatMap(({ within = [] }) => within)].join();
  const people = (yield* merge(sightings, page)).filter(({ subject }) => subject !== false);
  const subjects = people.filter(({ subject }) => subject);
  // People beside the one whom the page is about are friends and colleagues; on a page about a work they are its makers.
  return subjects[0] || about.work ? subjects : people;
}

/**
 * Adds what a reader says of people to the sightings. Whoever may turn out to be another's double is not alone in what
 * they were read from.
 * @param called who is called so is whom the page is about
 */
function* note(
  people: readonly Person[],
  reader: string,
  called: readonly string[],
  { page, roots }: Scan,
  sightings: Sighting[] = [],
): Steps<Sighting[]> {
  for (const person of people) {
    if (sightings.length % 100 === 99) yield;
    if (page && isBlank(person, page)) continue;
    if (person.root) roots.set(person.root, roots.has(person.root) ? null : undefined);
    const sighting = sighted(person, reader);
    if (called.includes(sighting.called) && /\W/.test(person.name)) sighting.subject = true;
    sightings.push(sighting);
  }
  return sightings;
}

/** A page can break any reader: the failure costs what this reader would have found, never the whole scan. */
function* attempt<T>(steps: () => Steps<T>, otherwise: T): Steps<T> {
  try {
    return yield* steps();
  } catch {
    return otherwise;
  }
}

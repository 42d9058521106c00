import type { Missed } from '#contract/messages.ts';
import { parsedUrl } from '#contract/parsed-url.ts';
import type { Profile } from '#contract/profile.ts';
import { PROFILES_LIMIT } from '#contract/profile-key.ts';
import { isFrontPage } from './address.ts';
import { pageTitle } from './dom.ts';
import { type Merged, merge, nameKey, type Sighting } from './merge.ts';
import { finish, type Markup, type Reading, type Steps } from './person.ts';
import { isName, profileOf } from './profile.ts';
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

/** What was found, and what it was found in, so that a small change need not mean to read all again. */
export interface Scan extends Found {
  /** All people, in the order of the page. */
  people: Merged[];
  /** Those of `profiles`, in the same order. */
  shown: Merged[];
  /** The elements that people were read from alone, each with its place among `people`, or -1 when there is more to it. */
  roots: Map<Element, number>;
  /** Nothing but markup was read, which stands in elements that can be told from all others. */
  marked: boolean;
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

/** The same in steps, none of which takes long on any page. */
export function* scan(document: Document, url: string, readers: readonly Markup[]): Steps<Scan> {
  const nobody: Scan = { profiles: [], more: 0, people: [], shown: [], roots: new Map(), marked: false };
  const page = parsedUrl(url);
  if (!page || !/^https?:$/.test(page.protocol)) return nobody;
  return yield* attempt(function* () {
    const site = siteOf(page, document);
    const found: Scan = { ...nobody, people: [], shown: [], profiles: [], roots: new Map() };
    const { shown, profiles, roots } = found;
    const known = site && (yield* readSite(site, document, page, readers));
    const people = (known?.people ?? (yield* readMarkups(document, page, readers, found))).filter(({ name }) =>
      isName(name),
    );
    const keys = new Set<string>();
    for (const [at, person] of people.entries()) {
      if (at % 50 === 49) yield;
      if (person.root && person.single) roots.set(person.root, roots.get(person.root) === -1 ? at : -1);
      if (profiles.length === PROFILES_LIMIT) {
        found.more++;
        continue;
      }
      const profile = profileOf(person, page, people.length === 1, site?.id);
      // One key is one person: a second under it could only be told apart by what must not count.
      if (!profile || keys.has(profile.key)) continue;
      keys.add(profile.key);
      profiles.push(profile);
      shown.push(person);
    }
    return { ...found, people, missed: profiles[0] ? undefined : known?.missed };
  }, nobody);
}

/** What the site's own file says; undefined if it fails, so that the markup may still speak. */
function* readSite(
  site: Site,
  document: Document,
  page: URL,
  readers: readonly Markup[],
): Steps<{ people: Merged[]; missed?: Missed } | undefined> {
  try {
    const reading = yield* site.read(document, page, readers);
    if (!reading) return { people: [] };
    const sightings = reading.people.map((person) => ({ ...person, reader: site.id }));
    return { people: yield* merge(sightings, page), missed: reading.missed };
  } catch {
    return undefined;
  }
}

/** What the page's markup says, all kinds taken together, and where it says nothing, how the page is built. */
function* readMarkups(document: Document, page: URL, readers: readonly Markup[], found: Scan): Steps<Merged[]> {
  const sightings: Sighting[] = [];
  // The front page of a site that bears a name anywhere is about its owner.
  const called = pageTitle(document)
    .split(/[|•·–—:,(]|\s-\s/)
    .slice(0, isFrontPage(page.href) ? 9 : 1)
    .map(nameKey);
  let work: boolean | undefined;
  for (const { id, steps, last } of readers) {
    // One person in the markup may be who the site belongs to; more are those whom it lists.
    const sure = sightings.filter(({ subject }) => subject !== false);
    if (last && (sure.length > 1 || sure.some(({ subject, title }) => subject && title))) break;
    const silence: Reading = { people: [] };
    const reading = yield* attempt(() => steps(document, page, work), silence);
    found.marked = !last || (work === true && !reading.people[0]);
    for (const person of reading.people) {
      const subject = (!work && /\W/.test(person.name) && called.includes(nameKey(person.name))) || person.subject;
      sightings.push({ ...person, subject, reader: id });
      if (person.root) found.roots.set(person.root, -1);
    }
    // Who stands on a page as people do is there for more than having made it.
    work = last && reading.people[0] ? false : work || reading.work;
    yield;
  }
  const people = (yield* merge(sightings, page)).filter(({ subject }) => subject !== false);
  const subjects = people.filter(({ subject }) => subject);
  // People beside the one whom the page is about are friends and colleagues; on a page about a work they are its makers.
  return subjects[0] || work ? subjects : people;
}

/** A page can break any reader: the failure costs what this reader would have found, never the whole scan. */
function* attempt<T>(steps: () => Steps<T>, otherwise: T): Steps<T> {
  try {
    return yield* steps();
  } catch {
    return otherwise;
  }
}

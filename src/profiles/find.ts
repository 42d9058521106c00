import type { Profile } from '#contract/profile.ts';
import { PROFILES_LIMIT, siteKey, webKey } from '#contract/profile-key.ts';
import { cleanText } from '#contract/text.ts';
import { absolute, domainOf, namedByPath } from './address.ts';
import { publicContacts } from './contacts.ts';
import { hCard } from './markup/h-card.ts';
import { jsonLd } from './markup/json-ld.ts';
import { microdata } from './markup/microdata.ts';
import { openGraph } from './markup/open-graph.ts';
import { rdfa } from './markup/rdfa.ts';
import { type Merged, merge, type Sighting } from './merge.ts';
import type { Markup } from './person.ts';
import type { Site } from './site.ts';
import { siteOf } from './sites.ts';

/** The people that a page shows. */
export interface Found {
  profiles: Profile[];
  /** People on the page beyond those in `profiles`. */
  more: number;
}

/** In the order of trust: what is written for machines alone is more exact than what is also shown. */
const MARKUPS: readonly Markup[] = [jsonLd, microdata, rdfa, hCard, openGraph];

/**
 * Finds the people that a page is about: one on a profile page, several on a list, none on any other. Reads the
 * document and nothing else; never throws, whatever the page holds.
 * @param url the page's address; anything but http(s) has no people
 */
export function findProfiles(document: Document, url: string): Found {
  const none: Found = { profiles: [], more: 0 };
  if (!URL.canParse(url)) return none;
  const page = new URL(url);
  if (page.protocol !== 'https:' && page.protocol !== 'http:') return none;
  return attempt(() => {
    const site = siteOf(page);
    const people = ((site && readSite(site, document, page)) ?? readMarkups(document, page)).filter(({ name }) =>
      isName(name),
    );
    const profiles: Profile[] = [];
    const keys = new Set<string>();
    let more = 0;
    for (const person of people) {
      if (profiles.length === PROFILES_LIMIT) {
        more++;
        continue;
      }
      const profile = profileOf(person, page, people.length === 1, site);
      // One key is one person: a second under it could only be told apart by what must not count.
      if (profile === undefined || keys.has(profile.key)) continue;
      keys.add(profile.key);
      profiles.push(profile);
    }
    return { profiles, more };
  }, none);
}

/** What the site's own file says; undefined if it fails, so that the markup may still speak. */
function readSite(site: Site, document: Document, page: URL): Merged[] | undefined {
  return attempt(() => {
    const people = site.read(document, page);
    return people === 'neither'
      ? []
      : merge(
          people.map((person) => ({ ...person, reader: site.id })),
          page,
        );
  }, undefined);
}

/** What the page's markup says, all kinds taken together. */
function readMarkups(document: Document, page: URL): Merged[] {
  const sightings: Sighting[] = [];
  let work = false;
  for (const { id, read } of MARKUPS) {
    const reading = attempt(() => read(document, page), { people: [], work: false });
    for (const person of reading.people) sightings.push({ ...person, reader: id });
    work ||= reading.work;
  }
  const people = merge(sightings, page);
  const subjects = people.filter(({ subject }) => subject === true);
  // People beside the one whom the page is about are friends and colleagues; on a page about a work they are its makers.
  return subjects.length > 0 || work ? subjects : people;
}

/** The profile as the contract wants it, under a key that only this page's host can give. */
function profileOf(person: Merged, page: URL, alone: boolean, site: Site | undefined): Profile | undefined {
  const name = cleanText(person.name, 200);
  const key = keyOf(person, name, page, alone, site);
  if (key === null) return undefined;
  const title = optional(person.title, 300);
  const company = optional(person.company, 200);
  const companyDomain = person.companyUrl === undefined ? undefined : domainOf(person.companyUrl);
  const location = optional(person.location, 200);
  return {
    key,
    site: person.reader,
    url: person.url ?? pageAddress(page),
    name,
    ...(title && { title }),
    ...(company && { company }),
    ...(companyDomain && { companyDomain }),
    ...(location && { location }),
    contacts: publicContacts(person.emails, person.phones),
  };
}

/** A known site names its people itself; elsewhere the address does, with the name where it leads to several. */
function keyOf(person: Merged, name: string, page: URL, alone: boolean, site: Site | undefined): string | null {
  if (site !== undefined && person.handle !== undefined) return siteKey(site.id, person.handle);
  const url = person.ownUrl ?? page.href;
  const byAddress = (person.ownUrl !== undefined || alone) && namedByPath(url);
  return byAddress ? webKey(url) : webKey(url, name);
}

/** The page's address without fragment and tracking, for a person who has no page of their own. */
function pageAddress(page: URL): string {
  return absolute(page.href, page) ?? page.origin;
}

function optional(text: string | undefined, max: number): string | undefined {
  const clean = cleanText(text ?? '', max);
  // Sites that hide a value from visitors put asterisks in its place.
  return /[\p{L}\p{N}]/u.test(clean) ? clean : undefined;
}

/** Whether a text can be the name of a person: with a letter, without an address in it, and not a paragraph. */
function isName(text: string): boolean {
  const name = cleanText(text, 200);
  return /\p{L}/u.test(name) && name.length <= 120 && !/@[^\s]+\.|:\/\//.test(name);
}

/** A page can break any reader: the failure costs what this reader would have found, never the whole scan. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

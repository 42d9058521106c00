import { siteKey } from '#contract/profile-key.ts';
import type { Person } from './person.ts';

/**
 * Where a text stands in a page: selectors in the order of trust, the first which gives a text counts. A pattern behind
 * a selector says what of its text is meant (group 1). What is read is the visible text of the element, or with
 * `selector@attribute` that attribute; `@og:title` is short for the content of the `meta` element of that name.
 */
export type Anchors = readonly (string | RegExp)[];

/** How a person is read. What no anchor gives is taken from the page's markup, if that speaks of its owner. */
export interface PersonAnchors {
  /** Says whose page it is; unless it is the handle in the address, the page is no profile. Left out where all are. */
  owner?: Anchors;
  /** Where the markup gives no name. */
  name: Anchors;
  /** On a profile and, within a card, on a list. */
  title?: Anchors;
  company?: Anchors;
  location?: Anchors;
}

/** How the people of a list are found: each has a card, in which links with their name lead to their profile. */
export interface ListAnchors {
  /** Links among which those to profiles are looked for; those in the page's main part when left out. */
  links?: string;
  /**
   * What holds one person, whose profile is the first it links to. When left out, a card reaches as far around a link as
   * nobody else is linked to.
   */
  card?: string;
  /** What the lines below the name tell, in their order. */
  lines?: readonly ('title' | 'company' | 'location')[];
}

/**
 * A web site whose pages are known. One file in `sites/`, named after the site, is all that a new one needs; the name is
 * the profile's `site` and the first part of its key. The file is also read by Node when the manifest is made: nothing
 * but the functions in it may touch the DOM.
 *
 * The addresses are matched by path and query, without a slash at the path's end: `/citations?user=x`.
 */
export interface SiteRules {
  hosts: RegExp;
  /** Match patterns which the extension may read from its installation on. Left out: only where a member allowed it. */
  install?: readonly string[];
  /** Element by which pages of this software are known on hosts which nobody can list. */
  sign?: string;
  /** What stands before a handle in the canonical address of a profile. */
  home: string;
  /** Addresses of profiles: group 1 is the handle, one for all addresses of the person. */
  profile: RegExp | ((url: URL) => string | undefined);
  /** Addresses of lists of people by the name of the kind of page. They come before `profile`; all others are neither. */
  lists?: Readonly<Record<string, RegExp>>;
  /** Handles that are not the person's lasting one, with what on their profile gives that. */
  alias?: readonly [handle: RegExp, lasting: Anchors];
  person: PersonAnchors;
  list?: ListAnchors;
  /** Texts which stand in a name's place where the site shows none. */
  nobody?: RegExp;
  /** For layouts which no anchors can tell: reads a profile when neither `name` nor the markup gives one. */
  readProfile?(document: Document, owns: Owns): Partial<Person> | undefined;
}

/** Whether an address is of the profile that is being read. */
export type Owns = (link: string | undefined) => boolean;

/** A known site as the engine asks it. */
export interface Site {
  /** Name of the file; the profile's `site`, and the first part of its key. */
  id: string;
  rules: SiteRules;
  /**
   * The people that the page is about, each with `handle`. The last word on the site's pages: `neither` for one which is
   * no profile and no list of people, whatever its markup says.
   */
  read(document: Document, page: URL): Person[] | 'neither';
}

/** The handle of the person whose profile the address is, percent-escaped or not. */
export function handleOf(site: SiteRules, url: URL): string | undefined {
  if (!site.hosts.test(url.hostname)) return undefined;
  return site.profile instanceof RegExp ? site.profile.exec(pathOf(url))?.[1] : site.profile(url);
}

/** Whether two handles name one person: letter case, escapes and Unicode form aside. */
export function sameHandle(one: string | undefined, other: string): boolean {
  return one !== undefined && siteKey('', one) === siteKey('', other);
}

/** The kind of page that an address is of: `profile`, the name of a list, or undefined for neither. */
export function kindOf(site: SiteRules, url: URL): string | undefined {
  const path = pathOf(url);
  const list = Object.entries(site.lists ?? {}).find(([, pattern]) => pattern.test(path))?.[0];
  return list ?? (handleOf(site, url) === undefined ? undefined : 'profile');
}

/** What the patterns of addresses are matched against. */
export function pathOf(url: URL): string {
  return url.pathname.replace(/\/+$/, '') + url.search;
}

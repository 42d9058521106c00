import type { Missed } from '#contract/messages.ts';
import { canonicalUrl } from '#contract/profile-key.ts';
import type { Kept, Markup, Person, Steps } from './person.ts';

/**
 * Where a text stands in a page: selectors in the order of trust, the first which gives a text counts. A pattern says
 * what is meant of the texts of the selectors behind it (group 1). What is read is the content of a `meta` element, the
 * visible text of any other, with `selector@attribute` that attribute, or with `selector@~` the text beside the
 * element that is in no other; `@` is short for the title of the page.
 */
export type Anchors = readonly (string | RegExp)[];

/** What anchors may say of a person. */
export const SAID = ['name', 'title', 'company', 'location'] as const;

/** What may be told of a person beside their name. */
export type Told = Exclude<(typeof SAID)[number], 'name'>;

/**
 * A web site whose pages are known. One file in `sites/`, named after the site, is all that a new one needs; the name is
 * the profile's `site` and the first part of its key. Beside `site` a file may export `install`: match patterns which the
 * extension may read from its installation on; all others only where a member allowed it. The file is also read by Node
 * when the manifest is made: nothing but the functions in it may touch the DOM.
 */
export interface SiteRules extends Readonly<Partial<Record<Told, Anchors>>> {
  /**
   * The site's hosts, parted by spaces; `m.`, `mobile.`, `de.` and the like before them are taken for granted, and `www.`
   * stands where canonical addresses have it. Or a pattern of whole host names. Left out: any, where `sign` tells.
   */
  hosts?: string | RegExp;
  /**
   * Element by which pages of this software are known on hosts which nobody can list. Its handles begin with the host, and
   * a page has the people of its own alone.
   */
  sign?: string;
  /** What stands before a handle in the canonical address of a profile; when left out the first of the hosts, if any. */
  home?: string;
  /** Profiles by path, without a slash at its end: group 1 is the handle, one for all addresses of the person. */
  profile: RegExp | ((url: URL) => string | undefined);
  /** Lists of people by path and query. They come before `profile`; what is neither is no page with people. */
  lists?: readonly RegExp[];
  /** Handles that are not the person's lasting one, with what gives that: on their profile, and below their name on a list. */
  alias?: readonly [handle: RegExp, lasting: Anchors, below?: RegExp];
  /** Says whose page it is: unless it is the end of the handle, the page is no profile. Left out where all are. */
  owner?: Anchors;
  /**
   * On a profile. What no anchor gives is taken from the page's markup, if that speaks of the page's owner; where `owner`
   * is told, the handle stands in for a name. On a list, within a card whose link does not hold the name.
   */
  name?: Anchors;
  /** An address to write to, on a profile. */
  email?: Anchors;
  /** For layouts which no anchors can tell: reads a profile when neither `name` nor the markup gives one. */
  readProfile?(document: Document, owns: Owns): Partial<Person> | undefined;
  /**
   * On a list, links among which those to profiles are looked for. When left out those in the page's main part, or where it
   * has none all but in headers, navigation, asides and footers.
   */
  links?: string;
  /**
   * On a list, what holds one person, whose profile is the first it links to. Where the page has no such card, one reaches
   * as far around a link as nobody else is linked to. The name is the text of the link; `title` and the like are looked for within.
   */
  card?: string;
  /** On a list, what the lines below the name tell, in their order. */
  lines?: readonly Told[];
}

/** Whether an address is of the profile that is being read. */
export type Owns = (link: string | undefined) => boolean;

/** What a site's file says of a page that is a profile or a list by its address. */
export interface SiteReading {
  /** Each with `handle`. */
  people: Person[];
  /** Why there are none. */
  missed: Missed;
}

/** A known site as the engine asks it. */
export interface Site {
  /** Name of the file; the profile's `site`, and the first part of its key. */
  id: string;
  rules: SiteRules;
  /**
   * The people that the page is about. The last word on the site's pages: undefined for one which by its address is no
   * profile and no list of people, whatever its markup says.
   * @param readers of the markup that may name the owner of a profile
   * @param kept what was read under the same address before
   */
  read(document: Document, page: URL, readers: readonly Markup[], kept?: Kept): Steps<SiteReading | undefined>;
  /** As of a `Markup`, for the people of lists. */
  again(root: Element, page: URL): Person[];
}

/** Whether an address is on one of the site's hosts. */
export function isHost({ hosts }: SiteRules, url: URL): boolean {
  if (typeof hosts !== 'string') return hosts?.test(url.hostname) ?? true;
  return hosts
    .replaceAll('www.', '')
    .split(' ')
    .includes(canonicalUrl(url.origin) ?? '');
}

/** The handle of the person whose profile the address is, percent-escaped or not. */
export function handleOf(site: SiteRules, url: URL): string | undefined {
  if (!isHost(site, url)) return undefined;
  const handle = site.profile instanceof RegExp ? site.profile.exec(pathOf(url))?.[1] : site.profile(url);
  return handle && site.sign ? `${url.host}/${handle}` : handle;
}

/** The canonical address of a profile. */
export function addressOf({ home, hosts }: SiteRules, handle: string): string {
  return (home ?? `https://${hosts ? `${String(hosts).split(' ')[0]}/` : ''}`) + handle;
}

/** The kind of page that an address is of: `profile`, `list 1` by the first of `lists`, or undefined for neither. */
export function kindOf(site: SiteRules, url: URL): string | undefined {
  if (!isHost(site, url)) return undefined;
  const list = site.lists?.findIndex((pattern) => pattern.test(pathOf(url) + url.search)) ?? -1;
  return list >= 0 ? `list ${list + 1}` : handleOf(site, url) && 'profile';
}

/** The path of an address without a slash at its end. */
export function pathOf(url: URL): string {
  return url.pathname.replace(/\/+$/, '');
}

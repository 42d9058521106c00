import { decoded } from './decoded.ts';
import { parsedUrl } from './parsed-url.ts';
import { cleanText } from './text.ts';

/** Longest profile key, in characters. */
export const KEY_LENGTH = 400;

/** Profiles on one page at most; what a page shows beyond is counted, not sent. */
export const PROFILES_LIMIT = 500;

/**
 * Labels before the registrable name that only say which edition of a site is being read. Two letters before what looks
 * like a country's second level (`co.uk`, `com.au`) are a name themselves: bt.co.uk and hp.co.uk are two companies.
 */
const EDITION = /^(?:www|m|mobile|[a-z]{2}(?!\.[a-z]{2,3}\.[a-z]{2}(?::\d+)?$))\.(?=[^.]+\.[^.]+)/;

/**
 * One spelling for all addresses of one page: no scheme, user, port of the scheme, `www.`, `m.`, `mobile.` or
 * two-letter language host, query, fragment or trailing slash; percent-escapes decoded but for control characters, NFC,
 * lower case.
 * @returns `host/path`, or null when `url` is not an absolute http(s) address
 */
export function canonicalUrl(url: string | URL): string | null {
  const address = typeof url === 'string' ? parsedUrl(url) : url;
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  const { host, pathname } = address;
  return `${host.toLowerCase().replace(EDITION, '')}${plain(pathname).replace(/\/+$/, '')}`;
}

/**
 * The key of a person on a site that names its people by path, such as `linkedin:in/ada` or `github:ada`.
 * @param site id of the site file
 * @param path what names the person on the site, percent-escaped or not
 */
export function siteKey(site: string, path: string): string {
  return cut(`${site}:${plain(path).replace(/^\/+|\/+$/g, '')}`);
}

/**
 * The key of a person on any other page. It is bound to the host of the page it was read from, so that no page can
 * claim the key of a person on another site. On a page that lists several people without a page of their own each is
 * told apart by name: `web:brightwater.example/team#ada-okafor`.
 * @param pageUrl address of the page, or of the person's own page on the same host
 * @param name the person's name where the address alone does not identify them
 * @returns null when `pageUrl` is not an http(s) address
 */
export function webKey(pageUrl: string, name?: string): string | null {
  const page = canonicalUrl(pageUrl);
  if (page === null) return null;
  if (name === undefined) return cut(`web:${page}`);
  const slug = cleanText(name, 100)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return cut(`web:${page}#${slug}`);
}

/** A path with its escapes decoded where they are sound, in one Unicode form and letter case. */
function plain(path: string): string {
  // No control character comes out of an escape: PostgreSQL keeps no NUL, and people see none of them.
  return decoded(path)
    .replace(/\p{Cc}/gu, encodeURIComponent)
    .normalize('NFC')
    .toLowerCase();
}

/** White space can't stand in a key, and a page must not make one arbitrarily long. */
function cut(key: string): string {
  const short = key.replace(/[\s\p{C}]+/gu, '-').slice(0, KEY_LENGTH);
  // Cut in the middle of a character, its first half would be left.
  return short.replace(/[\uD800-\uDBFF]$/, '');
}

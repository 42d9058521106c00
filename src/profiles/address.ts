import { parsedUrl } from '#contract/parsed-url.ts';
import { canonicalUrl } from '#contract/profile-key.ts';
import { attribute, one } from './dom.ts';
import { remembered } from './remembered.ts';

/** Longest address that a profile may carry, in characters. */
const URL_LENGTH = 2_000;

/** Query parameters that follow a visitor about and name nothing. */
const TRACKING = /^(?:utm_.*|\w+clk?id|mc_.id|igshid|trk.*|ref(?:_\w+)?|source|src|hl|lang|locale)$/i;

/** Query parameters that say whose page it is, on sites with one path for all people (`profile.php?id=5`). */
const IDENTIFYING = /^(?:(?!utm)[a-z]+[_-])?(?:u?id|u|user(?:name)?|p|person|people|profile|member|staff|name|slug)$/i;

/** Hosts that house pages of companies without being their own site. */
const HOUSES =
  /(?:^|\.)(?:linkedin|facebook|twitter|x|instagram|youtube|tiktok|github|crunchbase|wiki\w+|medium|xing|google)\.(?:com|org)$/;

/** The address of a page; readers that came in another script find on it what relative ones stand on. */
export interface Page extends URL {
  base?: string;
}

/** What an address says of whose page it is. */
interface Identity {
  /** Host and path in the one spelling of keys. */
  path: string;
  host: string;
  /** What names the page beside its path: query parameters and `#/` routes. */
  rest: string;
}

/** A path that stands in an address as it is written: nothing to escape, to fold or to cut off. */
const PLAIN_PATH = /^\/(?!\/)[\w/-]*$/;

/** A front page's address, and a plain path behind it, without slashes at its end. */
const PLAIN_ADDRESS = /^(https?:\/\/[a-z\d.-]+\/)([\w/-]*[\w-])\/*$/;

/** What takes long to tell of a page: its own address and who that is of, what relative ones stand on, and the origin of that. */
interface Place {
  page: Page;
  own: Identity;
  base: string;
  origin: string;
}

const identity = remembered((address): Identity => {
  const [, front, plain] = PLAIN_ADDRESS.exec(address) ?? [];
  if (front && plain) {
    const { host } = identity(front);
    return { host, path: `${host}/${plain.toLowerCase()}`, rest: '' };
  }
  const url = new URL(address);
  const path = canonicalUrl(url) ?? address;
  const named = url.search ? [...url.searchParams] : [];
  const rest = named.filter(([name, value]) => value && IDENTIFYING.test(name)).join('&');
  return { path, host: path.replace(/\/.*/s, ''), rest: rest + (/^#!?\/.*/s.exec(url.hash)?.[0] ?? '') };
});

/** The page whose addresses were looked at lately. */
let lately: Place | undefined;

function placeOf(page: Page): Place {
  if (lately?.page !== page) {
    const base = baseOf(page);
    lately = { page, own: identity(page.href), base, origin: new URL(base).origin };
  }
  return lately;
}

/**
 * The address of a document, with what relative addresses in it stand on
 * (https://html.spec.whatwg.org/multipage/semantics.html#the-base-element).
 * @returns undefined when it is not http(s)
 */
export function pageAt(url: string, document: Document): Page | undefined {
  const page: Page | undefined = parsedUrl(url);
  if (!page || !/^https?:$/.test(page.protocol)) return undefined;
  const element = one(document, 'base[href]');
  const said = element && parsedUrl(attribute(element, 'href') ?? '', url);
  if (said && said.origin !== 'null') page.base = said.href;
  return page;
}

/** What relative addresses on a page stand on. */
export const baseOf = (page: Page): string => page.base ?? page.href;

/**
 * An address as the page gives it, made absolute.
 * @param page where a relative one stands
 * @returns undefined when it is not http(s), or too long
 */
export function absolute(value: string, page: Page): string | undefined {
  if (value.length > URL_LENGTH) return undefined;
  const { base, origin } = placeOf(page);
  const path = value.startsWith(origin) ? value.slice(origin.length) : value;
  if (PLAIN_PATH.test(path)) return origin + path;
  const { protocol = '', href = '' } = parsedUrl(value, base) ?? {};
  return /^https?:$/.test(protocol) && href.length <= URL_LENGTH ? href : undefined;
}

/** An absolute address without fragment, tracking parameters and what signs a visitor in. */
export function tidied(address: string): string {
  // Each of these makes the browser read the whole address anew.
  if (!/[@#?]/.test(address)) return address;
  const url = new URL(address);
  url.username = url.password = url.hash = '';
  // Not keys(): what it returns can't be iterated over in Firefox's content scripts (https://bugzil.la/1023984).
  if (url.search) for (const [name] of [...url.searchParams]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Whether an address leads to the page, as far as addresses tell. */
export function samePage(url: string, page: URL): boolean {
  const { own } = placeOf(page);
  // Most addresses lead elsewhere, which their end tells.
  const plain = PLAIN_ADDRESS.exec(url)?.[2];
  if (plain && !own.path.endsWith(plain.slice(-1).toLowerCase())) return false;
  const { path, rest } = identity(url);
  return path === own.path && rest === own.rest;
}

/** Whether an address is on the page's host, editions (`www.`, `m.`, `de.`) apart. */
export function sameHost(url: string, page: URL): boolean {
  return identity(url).host === placeOf(page).own.host;
}

/**
 * Whether the path of an address, which is all that a key takes of it, names the page of somebody: nothing stands behind
 * it, or only what shows their page in another way (`/ada-okafor?tab=posts`, but not `/staff.php?no=12`).
 */
export function namedByPath(url: string, name: string): boolean {
  const { path, rest } = identity(url);
  return !rest && (!/\?/.test(tidied(url)) || path.includes(name.toLowerCase().replace(/.* /, '')));
}

/** Whether an address can be a person's own page: on the page's host, but not the page itself nor one that it lies under. */
export function isOwnPage(url: string, page: URL): boolean {
  return sameHost(url, page) && !`${placeOf(page).own.path}/`.startsWith(`${identity(url).path}/`);
}

/**
 * The domain of a company from the address of its own site.
 * @returns undefined for an address on a site that houses the pages of many
 */
export function domainOf(url: string): string | undefined {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const named = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(host) && host.length <= 253;
  return named && !HOUSES.test(host) ? host : undefined;
}

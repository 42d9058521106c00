import { canonicalUrl } from '#contract/profile-key.ts';

/** Longest address that a profile may carry, in characters. */
const URL_LENGTH = 2_000;

/** Query parameters that follow a visitor about and name nothing. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|trk.*|ref|ref_src|ref_url|source|src|hl|lang|locale)$/i;

/** Query parameters that say whose page it is, on sites with one path for all people (`profile.php?id=5`). */
const IDENTIFYING =
  /^(?:(?!utm)[a-z]+[_-])?(?:id|uid|user|username|u|p|person|people|profile|member|staff|name|slug)$/i;

/** Hosts that house pages of companies without being their own site. */
const HOUSES =
  /(?:^|\.)(?:linkedin|facebook|twitter|x|instagram|youtube|tiktok|github|crunchbase|wikipedia|wikidata|medium|xing|google)\.(?:com|org)$/;

/**
 * An address as the page gives it, made absolute, without fragment and tracking parameters.
 * @param page the address that a relative one stands on
 * @returns undefined when it is not http(s), or too long
 */
export function absolute(value: string, page: URL): string | undefined {
  if (value.length > URL_LENGTH || !URL.canParse(value, page.href)) return undefined;
  const url = new URL(value, page.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  // Not keys(): what it returns can't be iterated over in Firefox's content scripts (https://bugzil.la/1023984).
  for (const [name] of [...url.searchParams]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href.length > URL_LENGTH ? undefined : url.href;
}

/** Whether both addresses lead to one page, as far as addresses tell. */
export function samePage(one: string, other: string): boolean {
  const page = canonicalUrl(one);
  return page !== null && page === canonicalUrl(other) && identity(one) === identity(other);
}

/** Whether both addresses are on one host, editions (`www.`, `m.`, `de.`) apart. */
export function sameHost(one: string, other: string): boolean {
  const host = (url: string) => canonicalUrl(url)?.split('/')[0] ?? url;
  return host(one) === host(other);
}

/** Whether the address names one page by its path alone, which is all that a key takes of it. */
export function namedByPath(url: string): boolean {
  return identity(url) === '';
}

/** Whether the address is of the front page of its host. */
export function isFrontPage(url: string): boolean {
  return new URL(url).pathname === '/' && identity(url) === '';
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

/** The part of an address beside its path which says whose page it is: query parameters and `#/` routes. */
function identity(address: string): string {
  const url = new URL(address);
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  const named = [...url.searchParams].filter(([name, value]) => value !== '' && IDENTIFYING.test(name));
  return named.map(([name, value]) => `${name}=${value}`).join('&') + route;
}

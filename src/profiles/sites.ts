import { one } from './dom.ts';
import { finish } from './person.ts';
import { isHost, kindOf, type Site, type SiteRules } from './site.ts';
import { readSite } from './site-reader.ts';

const files = import.meta.glob<SiteRules>('./*.ts', { base: './sites', eager: true, import: 'site' });

/** Every known site. */
export const SITES: readonly Site[] = Object.entries(files).map(([path, rules]) => {
  const id = path.slice('./'.length, -'.ts'.length);
  const read = readSite.bind(null, id, rules);
  return { id, rules, read, again: (root, page) => finish(read(root, page, []))?.people ?? [] };
});

/**
 * The site that the page belongs to. Where two share a host, the one which knows the page's address.
 * @param document the page, for software that is known by what its pages hold; without it none of those is found
 */
export function siteOf(url: URL, document?: Document): Site | undefined {
  const hosts = SITES.filter(
    ({ rules }) => isHost(rules, url) && (!rules.sign || (document && one(document, rules.sign))),
  );
  return hosts.find(({ rules }) => kindOf(rules, url)) ?? hosts[0];
}

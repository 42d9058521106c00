import type { SiteRules } from '../site.ts';

/** The title of the page says all of a person; cards of search and of members begin with a link that is the name. */
export const site: SiteRules = {
  hosts: 'www.researchgate.net',
  profile(url) {
    // Links are relative to the root wherever they stand. `Ada_Okafor2` of old is `Ada-Okafor-2` now.
    const handle = /\/((?:profile|scientific-contributions)\/[^/]+)/.exec(url.pathname)?.[1];
    return handle?.replaceAll('_', '-').replace(/([^\d-])(\d+)$/, '$1-$2');
  },
  lists: [/^\/search(?:\/|.*type=)researcher/, /^\/institution\/.+\/members/],
  // "Ada OKAFOR | Professor (Full) | PhD | University of Ghent, Ghent | UGENT | Department of Water | Research profile"
  name: [/^([^|]+) \| .*Research/, '@'],
  title: [/^[^|]+\| ([^|,]+) \|/, '@'],
  company: [/\| ([^|]+), [^|,]+ \|/, '@'],
  links: 'a[href*=profile]:not(header a,nav a)',
};

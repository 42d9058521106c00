import type { SiteRules } from '../site.ts';

/** Public pages are schema.org microdata; signed-in ones carry the marks of the site's own tests. */
export const site: SiteRules = {
  hosts: 'www.xing.com',
  profile: /^\/(profile\/[^/]+)/,
  lists: [/^\/search\/.*members/, /^\/(?:pages|companies)\/[^/]+\/employees/],
  // "Ada Okafor - VP Sales - Brightwater | XING"
  name: ['[data-qa=malt-profile-display-name]', /^([^|]+?)(?: - .+)? \| XING/, '@'],
  title: ['[data-qa=profile-occupations] p'],
  location: ['[data-qa=profile-location]'],
  lines: ['title', 'company'],
};

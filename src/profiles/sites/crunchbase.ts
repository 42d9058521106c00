import type { SiteRules } from '../site.ts';

/**
 * The title of the page says all of a person. Tables are made of the site's own elements, which public code has named for
 * years; other lists were not seen.
 */
export const site: SiteRules = {
  hosts: 'www.crunchbase.com',
  profile: /^\/(person\/[^/]+)/,
  lists: [/^\/(?:discover|search|lists)\/.*people/, /^\/organization\/[^/]+\/(?:people|profiles)/],
  // "Ada Okafor - VP Sales @ Brightwater - Crunchbase Person Profile"
  name: [/^(.+?) - .*Crunchbase Person/, '@'],
  title: [/ - (.+?) @ /, '@'],
  company: ['grid-cell a[href*=organization]', / @ (.+?) - Crunchbase/, '@'],
  links: 'a[href*=person]',
  lines: ['title'],
};

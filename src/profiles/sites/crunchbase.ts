import type { SiteRules } from '../site.ts';

/** The title of the page says all of a person. The lists are written without having seen one. */
export const site: SiteRules = {
  hosts: 'www.crunchbase.com',
  profile: /^\/(person\/[^/]+)/,
  lists: [/^\/(?:discover|search|lists)\/.*people/, /^\/organization\/[^/]+\/(?:people|profiles)/],
  // "Ada Okafor - VP Sales @ Brightwater - Crunchbase Person Profile"
  name: [/^(.+?) - .*Crunchbase Person/, '@'],
  title: [/ - (.+?) @ /, '@'],
  company: [/ @ (.+?) - Crunchbase/, '@'],
  links: 'a[href^="/person/"]',
  lines: ['title'],
};

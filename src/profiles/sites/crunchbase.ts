import type { SiteRules } from '../site.ts';

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

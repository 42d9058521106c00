import type { SiteRules } from '../site.ts';

/** AngelList's pages of people, under both names of the site. */
export const site: SiteRules = {
  hosts: 'wellfound.com angel.co',
  profile: /^\/(u\/[\w-]+)/,
  lists: [/^\/company\/[^/]+\/people/],
  name: [/^(.+?) [|•–-] /, '@'],
  lines: ['title'],
};

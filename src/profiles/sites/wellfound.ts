import type { SiteRules } from '../site.ts';

/** AngelList's pages of people, under both names of the site. Written after their titles; the rest was not seen. */
export const site: SiteRules = {
  hosts: 'wellfound.com angel.co',
  profile: /^\/(u\/[\w-]+)/,
  lists: [/^\/company\/[^/]+\/people/],
  name: [/^(.+?) [|•–-] /, '@'],
  lines: ['title'],
};

import type { SiteRules } from '../site.ts';

/** AngelList's pages of people, under both names of the site. Written after their titles; the rest was not seen. */
export const site: SiteRules = {
  hosts: 'wellfound.com angel.co',
  // What anybody may see has an address of its own, `/p/ada`: whether it is always that of `/u/ada` nobody says.
  profile: /^\/([pu]\/[\w-]+)/,
  lists: [/^\/company\/[^/]+\/people/],
  name: [/^(.+?) [|•–-] /, '@'],
  lines: ['title'],
};

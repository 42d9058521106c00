import type { SiteRules } from '../site.ts';

/** Software that anybody may host. Somebody shown on two servers has two keys. */
export const site: SiteRules = {
  sign: '#mastodon',
  // `/users/ada` leads here. Posts are one number deeper.
  profile: /^(?:\/web|\/deck)?\/(@[\w.@-]+)(?:\/[a-z].*)?$/,
  lists: [/\/@[^/]+\/(?:follow|\d+\/(?:reblogs|favourites))/],
  // "(2) Ada Okafor (@ada@social.example) - Social Example"
  owner: [/.*\(@([\w.-]+)/, '@'],
  name: [/^(?:\(\d+\) )?(.+) \(@/, '@'],
  links: '[role=feed] a',
};

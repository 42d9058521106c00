import { pathOf, type SiteRules } from '../site.ts';

/**
 * Software that anybody may host, so it is known by what its pages hold. A handle begins with the host that shows it:
 * no server can speak for the people of another, and somebody shown on two has two keys.
 */
export const site: SiteRules = {
  hosts: /./,
  sign: '#mastodon',
  home: 'https://',
  profile(url) {
    const path = /^(?:\/web|\/deck)?\/(?:@|users\/)([\w.@-]+)(?:\/(?:with_replies|media|featured))?$/;
    const name = path.exec(pathOf(url))?.[1];
    return name && `${url.host}/@${name}`;
  },
  lists: [/^(?:\/web|\/deck)?\/@[^/]+\/follow/],
  // "Ada Okafor (@ada@social.example) - Social Example"
  name: [/^(?:\(\d+\) )?(.+) \(@/, '@'],
  links: '[role=feed] a',
};

import type { SiteRules } from '../site.ts';

/** The pages are built from classes that say how things look; the title names the person. */
export const site: SiteRules = {
  hosts: 'stackoverflow.com',
  // The CV of old, `/cv/ada`, has no number.
  profile: /^\/(users\/\d+|cv\/[^/]+)/,
  lists: [/^\/users(?:\?|$)/],
  name: ['#section-personal h1', /^User (.+) - Stack Overflow/, '@'],
  links: '#content a[href*="/users/"]',
};

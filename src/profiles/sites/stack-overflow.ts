import type { SiteRules } from '../site.ts';

/** The pages are built from classes that say how things look; the title names the person. */
export const site: SiteRules = {
  // Other languages (`ru.`, `pt.`) are communities of their own, with numbers of their own.
  hosts: /^(?:www\.)?stackoverflow\.com$/,
  home: 'https://stackoverflow.com/',
  // The CV of old, `/cv/ada`, has no number.
  profile: /^\/(users\/\d+|cv\/[^/]+)/,
  lists: [/^\/users(?:\?|$)/],
  name: ['#section-personal h1', /^User (.+) - Stack Overflow/, '@'],
  links: '#content a[href*=users]',
};

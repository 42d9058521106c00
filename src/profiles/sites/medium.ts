import { pathOf, type SiteRules } from '../site.ts';

/**
 * A writer's page is `medium.com/@ada` or `ada.medium.com`; one step deeper are their stories. Titles are after pages, lists
 * are not.
 */
export const site: SiteRules = {
  hosts: /(?:^|\.)medium\.com$/,
  home: 'https://medium.com/',
  profile(url) {
    const name = /^(?!www|help|policy)(.+)\.medium/.exec(url.hostname)?.[1];
    return /^\/?(@[\w.-]+)(?:\/about)?$/.exec(`${name ? `@${name}` : ''}${pathOf(url)}`)?.[1];
  },
  lists: [/^(?:\/@[^/]+)?\/follow/, /^\/search\/users/],
  name: [/^(?:About [–—-] )?(.+?)(?: [–—-] Medium)?$/, '[property="og:title"]'],
};

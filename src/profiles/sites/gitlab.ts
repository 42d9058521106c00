import type { SiteRules } from '../site.ts';

/** The page of a user is schema.org microdata; groups have the same addresses and no such data. */
export const site: SiteRules = {
  hosts: 'gitlab.com',
  profile: /^(?:\/users|\/u)?\/([\w.-]+)(?:\/(?:activity|groups|contributed|projects|starred|snippets))?$/,
  lists: [/\/-\/(?:group|project)_members/, /^\/users\/[^/]+\/follow/],
  // Pronouns and "(Busy)" may stand behind the name.
  name: [/^([^(]+)/, '[itemtype$="/Person"] [itemprop=name]'],
  links: 'a[data-user-id]',
};

import type { SiteRules } from '../site.ts';

export const site: SiteRules = {
  hosts: 'bsky.app',
  home: 'https://bsky.app/profile/',
  profile: /^\/profile\/([^/]+)$/,
  lists: [/^\/profile\/[^/]+\/(?:known-)?follow/],
  // A person's lasting number is an address as well; the handle is what people know.
  alias: [/^did:/, [/@([\w.-]+)/, '[data-testid=profileView]', '@']],
  owner: [/@([\w.-]+)/, '[data-testid=profileView]', '@'],
  name: ['[data-testid=profileHeaderDisplayName]', /^(.+) \(@/, '@'],
  title: ['[data-testid=profileHeaderDescription]', '[name=description]'],
};

import type { SiteRules } from '../site.ts';

/** Whose page it is: their handle stands below their name. */
const OWNER = [/@([\w.-]+)/, '[data-testid=profileView]', '@'];

export const site: SiteRules = {
  hosts: 'bsky.app',
  home: 'https://bsky.app/profile/',
  profile: /^\/profile\/([^/]+)$/,
  lists: [/^\/profile\/[^/]+\/(?:known-)?follow/],
  // A person's lasting number is an address as well; the handle is what people know.
  alias: [/^did:/, OWNER],
  owner: OWNER,
  name: ['[data-testid=profileHeaderDisplayName]', /^(.+) \(@/, '@'],
  title: ['[data-testid=profileHeaderDescription]', '[name=description]'],
};

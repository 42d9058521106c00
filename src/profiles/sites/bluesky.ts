import type { SiteRules } from '../site.ts';

/** Whose page it is, by an address: names and descriptions may hold handles of others. */
const OWNER = [/e\/([^/]+)\//, '[data-testid$=FollowersButton]@href'];

export const site: SiteRules = {
  hosts: 'bsky.app',
  home: 'https://bsky.app/profile/',
  profile: /^\/profile\/([^/]+)$/,
  lists: [/^\/profile\/[^/]+\/(?:[\w-]*follow|post.*-by)/],
  // A person's lasting number is an address as well, and the one in lists; the handle is what people know.
  alias: [/^did:/, OWNER, /@([\w.-]+)/],
  // "Ada Okafor (@ada.brightwater.example) — Bluesky"
  owner: [...OWNER, /.*@([\w.-]+)/, '@'],
  name: ['[data-testid=profileHeaderDisplayName]', /^(.+) \(@/, '@'],
  title: ['[data-testid=profileHeaderDescription]'],
  card: 'a[href^="/profile/"]:not(a a)',
};

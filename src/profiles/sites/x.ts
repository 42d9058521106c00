import type { SiteRules } from '../site.ts';

/** Who is shown, with their handle. */
const NAMED = ['[data-testid=UserName]', '@'];

const BIO = ['[data-testid=UserDescription]', '[name=description]'];

/** Test ids have outlived the site's name; the page's title stands in for them where no script has run. */
export const site: SiteRules = {
  hosts: 'x.com twitter.com',
  profile: /^\/(\w{1,15})(?:\/(?:\w+_replies|media|likes|highlights|articles|\w*photo))?$/,
  // `/ada/verified_followers`, `/i/lists/7/members`, `/ada/status/12/retweets`
  lists: [/^\/\w+\/(?:\w+\/\d+\/)?(?:\w*follow|members|affiliates|re\w+ts)/, /^\/search\?(?:.*&)?f=user/],
  // "Ada Okafor @ Brightwater (@ada) / X"; search, settings and the like live beside handles and name nobody.
  owner: [/.*@(\w+)/s, ...NAMED],
  name: [/^(?:\(\d+\) )?(.+) \(?@/s, ...NAMED],
  title: BIO,
  // "CTO @brightwater. Dad of @jonas"
  company: [/(?:[A-Z]{3}|[eo]r|ent|ist) (?:at )?@(\w+)/, ...BIO],
  location: ['[data-testid=UserLocation]'],
  links: '[data-testid=primaryColumn] a',
  card: '[data-testid=UserCell]',
};

import type { SiteRules } from '../site.ts';

/** "Angestellt, VP Sales, Brightwater GmbH", below the name; an icon stands before it since 2025. */
const OCCUPATION = '#XingIdModule :is(section p,[data-xds=IconJobs]+*)';

/** Somebody that a search has found. */
const HIT = '[data-testid^=members]';

/**
 * Public pages were schema.org microdata; later ones name their modules and parts. In the search, written after public
 * code which reads it, the link need not hold the name, and the company is a link behind the title.
 */
export const site: SiteRules = {
  hosts: 'www.xing.com',
  profile: /^\/(profile\/[^/]+)/,
  lists: [/^\/search\/.*members/, /\/employees/],
  // "Ada Okafor - VP Sales - Brightwater | XING", or no more than the name.
  name: [`${HIT} h2`, '#vcard p', /^([^|]+?)(?: - .+)? \| XING/, '@'],
  title: ['#vcard [itemprop=jobTitle]', /(.+),/, `${HIT} p:has(a)`, /, (.+), /, OCCUPATION],
  company: [`${HIT} p a`, '#vcard [itemprop=worksFor]', /, .+, (.+)/, OCCUPATION],
  location: ['#XingIdModule [data-xds=IconLocationPin]+*', `${HIT} p:not(:has(a))`],
};

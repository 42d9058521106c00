import type { SiteRules } from '../site.ts';

/** "Angestellt, VP Sales, Brightwater GmbH", below the name. */
const OCCUPATION = '#XingIdModule section p';

/** Public pages were schema.org microdata; later ones name their modules and parts. The lists were not seen. */
export const site: SiteRules = {
  hosts: 'www.xing.com',
  profile: /^\/(profile\/[^/]+)/,
  lists: [/^\/search\/.*members/, /^\/(?:pages|companies)\/[^/]+\/employees/],
  // "Ada Okafor - VP Sales - Brightwater | XING", or no more than the name.
  name: [/^([^|]+?)(?: - .+)? \| XING/, '@'],
  title: [/^[^,]+, (.+), /, OCCUPATION],
  company: [/^[^,]+, .+, (.+)/, OCCUPATION],
  location: ['#XingIdModule [data-xds=IconLocationPin]+*'],
  lines: ['title', 'company'],
};

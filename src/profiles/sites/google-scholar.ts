import type { SiteRules } from '../site.ts';

/** The ids of the profile's parts are the site's own and have stood for over a decade. */
export const site: SiteRules = {
  hosts: /^scholar\.google(?:\.com?)?(?:\.[a-z]{2})?$/,
  home: 'https://scholar.google.com/citations?user=',
  // One publication of a person has the person in its address as well.
  profile: ({ pathname, searchParams: query }) =>
    (pathname === '/citations' && !query.has('citation_for_view') && query.get('user')) || undefined,
  lists: [/view_op=(?:search_authors|view_org|list_colleagues)/],
  name: ['#gsc_prf_in'],
  // "Professor of Hydrology, University of Ghent", where the university is a link.
  title: ['#gsc_prf_inw+div:not(:has(a))', /^([^,]+),/, '#gsc_prf_inw+div'],
  company: ['#gsc_prf_i [href*=view_org]'],
  lines: ['title'],
};

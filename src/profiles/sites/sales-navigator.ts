import type { SiteRules } from '../site.ts';

/** What LinkedIn blurs in demonstrations. On a list, that of one person; the page of one has marks of others as well. */
const blurred = (as: string, within = ':is([data-x-search-result],tr) ') => `${within}[data-anonymize=${as}]`;

/** On a person's page, what they do now. */
const ROLE = '[data-sn-view-name$=role] ';

/**
 * Experimental: LinkedIn's tool for sales teams, written after public code which reads it, not after a page. A lead's own
 * number also leads to their profile on LinkedIn.
 */
export const site: SiteRules = {
  hosts: 'linkedin.com',
  home: 'https://www.linkedin.com/in/',
  // `/sales/lead/ACwAA…,NAME_SEARCH,x1y2`
  profile: /^\/sales\/(?:lead|people)\/([\w-]+)/,
  lists: [/^\/sales\/\w+\/people/],
  name: [blurred('person-name', 'h1'), blurred('person-name', '')],
  // In search a job-title is how long they have had it.
  title: [blurred('job-title', ROLE), blurred('headline', ''), blurred('title'), blurred('job-title', 'td ')],
  // A company without a page is text beside the title.
  company: [blurred('company-name', ROLE), blurred('company-name'), `${blurred('title')}@~`],
  location: [blurred('location', '[data-sn-view-name$=top-card] '), blurred('location')],
  card: 'li,tr',
};

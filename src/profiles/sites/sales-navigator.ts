import type { SiteRules } from '../site.ts';

/** On a list, what tells of one person; beside a person's own card a page has marks of the same names on others. */
const IN_LIST = ':is([data-x-search-result],tr) ';
/** On a person's page, what they do now. */
const ROLE = '[data-sn-view-name$=current-role] ';

/**
 * Experimental: LinkedIn's tool for sales teams, written after public code which reads it, not after a page. What it
 * rests on are the marks by which LinkedIn blurs personal data in demonstrations and counts views. A lead's own number
 * also leads to their profile on LinkedIn.
 */
export const site: SiteRules = {
  hosts: 'linkedin.com',
  home: 'https://www.linkedin.com/in/',
  // `/sales/lead/ACwAA…,NAME_SEARCH,x1y2`
  profile: /^\/sales\/(?:lead|people)\/([\w-]+)/,
  lists: [/^\/sales\/\w+\/people/],
  name: ['h1[data-anonymize=person-name]', '[data-anonymize=person-name]'],
  // In search a job-title is how long they have had it.
  title: [
    `${ROLE}[data-anonymize=job-title]`,
    '[data-anonymize=headline]',
    '[data-anonymize=title]',
    'td [data-anonymize=job-title]',
  ],
  // A company without a page is text behind the title.
  company: [
    `${ROLE}[data-anonymize=company-name]`,
    `${IN_LIST}[data-anonymize=company-name]`,
    `${IN_LIST}[data-anonymize=title]@~`,
  ],
  location: ['[data-sn-view-name$=top-card] [data-anonymize=location]', `${IN_LIST}[data-anonymize=location]`],
  card: 'li,tr',
};

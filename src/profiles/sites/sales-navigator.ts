import type { SiteRules } from '../site.ts';

/**
 * Experimental: LinkedIn's tool for sales teams, written after public code which reads it, not after a page. What it
 * rests on are the marks by which LinkedIn blurs personal data in demonstrations. A lead's own number also leads to
 * their profile on LinkedIn.
 */
export const site: SiteRules = {
  hosts: 'linkedin.com',
  home: 'https://www.linkedin.com/in/',
  // `/sales/lead/ACwAA…,NAME_SEARCH,x1y2`
  profile: /^\/sales\/(?:lead|people)\/([\w-]+)/,
  lists: [/^\/sales\/\w+\/people/],
  name: ['[data-anonymize=person-name]'],
  title: ['[data-anonymize$=title]', '[data-anonymize=headline]'],
  company: ['[data-anonymize=company-name]'],
  location: ['[data-anonymize=location]'],
  card: 'li,tr',
};

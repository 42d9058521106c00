import type { SiteRules } from '../site.ts';

/**
 * The address is the person's number, which the title repeats behind the name. The search shows names beside its links, not
 * in them, so it is no list here.
 */
export const site: SiteRules = {
  hosts: 'orcid.org',
  profile: /^\/((?:\d{4}-){3}\d{3}[\dX])/i,
  name: [/^(.+) \(\d{4}-/, '@'],
};

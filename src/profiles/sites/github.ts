import type { SiteRules } from '../site.ts';

/** The card beside a profile is schema.org microdata, which has outlived several layouts. */
export const site: SiteRules = {
  hosts: 'github.com',
  install: ['https://github.com/*'],
  // A login is letters, digits and single hyphens; `/ada/repository` and deeper are no profiles.
  profile: /^\/([a-z\d](?:-?[a-z\d]){0,38})$/i,
  lists: [
    /^\/orgs\/.+\/(?:people|followers|members)/,
    /^\/[^/]+\?(?:.*&)?tab=follow/,
    /^\/[^/]+\/[^/]+\/(?:stargazers|watchers)/,
    /^\/[^/]+\/[^/]+\/graphs\/contributors/,
    /^\/trending\/developers/,
  ],
  // Organisations have the addresses of logins; so do settings and search, which name no owner.
  owner: [
    ':not(:has([itemtype$=Organization]))>head>[property="profile:username"]',
    // Pronouns may stand behind the login: "ada · she/her".
    /^(\S+)/,
    '[itemprop=additionalName]',
  ],
  // "ada (Ada Okafor) · GitHub"
  name: [/\((.+)\)/, '@'],
  title: ['.p-note'],
  // Organisations of GitHub are written "@brightwater".
  company: [/^@?(.+)/, '[itemprop=worksFor]'],
  location: ['[itemprop=homeLocation]'],
  email: ['[itemprop=email] a'],
  // Links to organisations and to the owner of a repository say so.
  links: 'a[data-hovercard-type=user]:not([rel=author])',
};

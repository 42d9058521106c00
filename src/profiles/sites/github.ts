import type { SiteRules } from '../site.ts';

/** The card beside a profile is schema.org microdata, which has outlived several layouts. */
export const site: SiteRules = {
  hosts: /^github\.com$/,
  install: ['https://github.com/*'],
  home: 'https://github.com/',
  // A login is letters, digits and single hyphens; `/ada/repository` and deeper are no profiles.
  profile: /^\/([a-z\d](?:-?[a-z\d]){0,38})(?![^?])/i,
  lists: {
    'organisation people': /^\/orgs\/[^/]+\/people/,
    followers: /^\/[^/]+\?(?:.*&)?tab=follow/,
    stargazers: /^\/[^/]+\/[^/]+\/(?:stargazers|watchers)/,
    contributors: /^\/[^/]+\/[^/]+\/graphs\/contributors/,
    'trending developers': /^\/trending\/developers/,
  },
  person: {
    // Organisations have the addresses of logins; so do settings and search, which name no owner.
    owner: [
      'html:not(:has([itemtype$="/Organization"])) meta[property="profile:username"]@content',
      // Pronouns may stand behind the login: "ada · she/her".
      '[itemtype$="/Person"] [itemprop="additionalName"]',
      /^(\S+)/,
    ],
    // "ada (Ada Okafor) · GitHub"
    name: [
      'head>title',
      /\((.+)\)(?: \/ [^/]+)? · GitHub$/,
      '@profile:username',
      '[itemprop="additionalName"]',
      /^(\S+)/,
    ],
    title: ['[data-bio-text]@data-bio-text', '.user-profile-bio'],
    // Organisations of GitHub are written "@brightwater".
    company: ['[itemprop="worksFor"]', /^@?(.+)/],
  },
  // Links to organisations and to the owner of a repository say so.
  list: { links: 'a[data-hovercard-type="user"]:not([rel="author"])' },
};

import type { SiteRules } from '../site.ts';

export const install = ['https://github.com/*'];

/** The card beside a profile is schema.org microdata, which has outlived several layouts; lists go by their hovercards. */
export const site: SiteRules = {
  hosts: 'github.com',
  // A login is letters, digits and hyphens, with the firm's short name behind `_`; `/ada/repository` is no profile.
  profile: /^\/([\w-]+)$/,
  lists: [
    /^\/orgs\/.+\/(?:people|followers|members)/,
    /^\/[^/]+\?(?:.*&)?tab=follow/,
    /^\/[^/]+\/[^/]+\/(?:stargazers|watchers|graphs\/contributors)/,
    /^\/trending\/developers/,
  ],
  // Organisations have the addresses of logins, as settings and search have; none of them names an owner. Pronouns may
  // stand behind the login: "ada · she/her".
  owner: [/^(\S+)/, '[itemprop=additionalName]'],
  // "ada (Ada Okafor) · GitHub"
  name: [/\((.+)\)/, '@'],
  title: ['.p-note'],
  // Organisations of GitHub are written "@brightwater", one behind the other.
  company: [/^@?([^@]+)/, '[itemprop=worksFor]'],
  location: ['[itemprop=homeLocation]'],
  email: ['[itemprop=email] a'],
  // Links to organisations and to the owner of a repository say so; earlier pages let one follow people alone.
  links: 'a[data-hovercard-type=user]:not([rel=author]),li:has([action^="/users/follow"]) h2 a',
};

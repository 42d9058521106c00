import type { SiteRules } from '../site.ts';

/**
 * Software that anybody may host: each of its pages has a name, such as `users:show`, and a target for "Skip to main
 * content". The page of a user is schema.org microdata; groups have the same addresses and no such data.
 */
export const site: SiteRules = {
  sign: 'body[data-page*=":"] #content-body',
  // `/ada`, and the tabs as `/users/ada/activity`.
  profile: /^\/(?:users\/|u\/)?([\w.-]+)(?:(?<=^\/users\/.*)\/\w+)?$/,
  lists: [/\/-\/(?:\w+_members|starrers)/, /^\/users\/[^/]+\/follow/],
  // Pronouns and "(Busy)" may stand behind the name.
  name: [/^([^(]+)/, '[itemtype$="/Person"] [itemprop=name]'],
  links: 'a[data-user-id]',
};

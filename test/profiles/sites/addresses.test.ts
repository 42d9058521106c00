import { expect, test } from 'vitest';
import { siteKey } from '#contract/profile-key.ts';
import { installMatches } from '#profiles/install-sites.ts';
import { addressOf, handleOf, isHost, kindOf } from '#profiles/site.ts';
import { SITES, siteOf } from '#profiles/sites.ts';

test.each([
  ['https://www.linkedin.com/in/ada', 'linkedin'],
  ['https://de.linkedin.com/in/ada', 'linkedin'],
  ['https://github.com/ada', 'github'],
  ['https://gist.github.com/ada', undefined],
  ['https://ru.stackoverflow.com/users/2201', undefined],
  ['https://meta.stackoverflow.com/users/2201', undefined],
  ['https://brightwater.example/team', undefined],
])('%s belongs to %s', (url, id) => {
  expect(siteOf(new URL(url))?.id).toBe(id);
});

test.each(SITES.filter(({ rules }) => rules.sign === undefined))('no other host passes for $id', ({ rules }) => {
  const address = new URL(addressOf(rules, 'x'));
  const host = address.hostname.replace(/^www\./, '');
  for (const other of [`evil-${host}`, `${host}.evil.example`, `${host}x`, host.replaceAll('.', '-'), 'a.example']) {
    expect(isHost(rules, new URL(`https://${other}/`)), `${other} would be read as a page of ${host}`).toBe(false);
  }
  expect(isHost(rules, address), `${host} is not read at all`).toBe(true);
});

test('only LinkedIn and GitHub are read from installation on, whatever files there are', async () => {
  const patterns = (await installMatches()).sort();
  expect(patterns, 'each pattern here widens what every user is asked for').toEqual([
    'https://*.linkedin.com/*',
    'https://github.com/*',
  ]);
});

/** One key for all addresses of one person; what stands under `neither` has no people of its own. */
const people: [key: string, ...addresses: string[]][] = [
  [
    'linkedin:in/ada-okafor-0452b31',
    'https://www.linkedin.com/in/ada-okafor-0452b31/',
    'http://linkedin.com/in/Ada-Okafor-0452b31?trk=people',
    'https://de.linkedin.com/in/ada-okafor-0452b31/de',
    'https://m.linkedin.com/in/ada-okafor-0452b31',
    'https://www.linkedin.com/mwlite/in/ada-okafor-0452b31',
    'https://www.linkedin.com/comm/in/ada-okafor-0452b31?midToken=x',
    'https://www.linkedin.com/preload/in/ada-okafor-0452b31/',
    'https://be.linkedin.com/pub/ada-okafor/1/2b3/45',
    'https://www.linkedin.com/in/ada-okafor-0452b31/overlay/contact-info/',
  ],
  [
    'linkedin:in/jürgen-weiß',
    'https://www.linkedin.com/in/j%C3%BCrgen-wei%C3%9F',
    'https://linkedin.com/in/J%C3%BCrgen-Wei%C3%9F/',
  ],
  [
    'linkedin:in/jonas-lind-033b22',
    'https://www.linkedin.com/pub/jonas-lind/0/b22/33',
    'https://www.linkedin.com/in/jonas-lind-033b22',
  ],
  [
    'sales-navigator:acwaabada01',
    'https://www.linkedin.com/sales/lead/ACwAABada01,NAME_SEARCH,x1?_ntb=1',
    'https://www.linkedin.com/sales/people/ACwAABada01,OUT',
  ],
  ['github:ada-okafor_brightwater', 'https://github.com/ada-okafor_brightwater'],
  ['github:ada-okafor', 'https://github.com/Ada-Okafor', 'https://www.github.com/ada-okafor/?tab=repositories'],
  [
    'gitlab:gitlab.com/ada',
    'https://gitlab.com/ada',
    'https://gitlab.com/users/Ada/activity',
    'https://gitlab.com/u/ada',
    'https://gitlab.com/users/ada/starred',
  ],
  ['gitlab:git.brightwater.example:8443/ada', 'https://git.brightwater.example:8443/Ada/'],
  [
    'x:ada_okafor',
    'https://x.com/ada_okafor',
    'https://twitter.com/Ada_Okafor',
    'https://mobile.twitter.com/ada_okafor/with_replies?lang=de',
    'https://m.x.com/ada_okafor/',
    'https://x.com/ada_okafor/articles',
    'https://x.com/ada_okafor/header_photo',
  ],
  ['bluesky:ada.example', 'https://bsky.app/profile/ada.example', 'https://bsky.app/profile/Ada.example/'],
  [
    'stack-overflow:users/2201',
    'https://stackoverflow.com/users/2201',
    'https://stackoverflow.com/users/2201/ada-okafor?tab=profile',
    'https://www.stackoverflow.com/users/2201/old-name',
  ],
  [
    'medium:@ada',
    'https://medium.com/@ada',
    'https://medium.com/@Ada/about',
    'https://ada.medium.com/',
    'https://ada.medium.com/about',
  ],
  [
    'orcid:0000-0002-1825-009x',
    'https://orcid.org/0000-0002-1825-009X',
    'http://www.orcid.org/0000-0002-1825-009x?lang=de',
  ],
  [
    'google-scholar:adaokaforaaj',
    'https://scholar.google.com/citations?user=AdaOkaforAAJ',
    'https://scholar.google.co.uk/citations?hl=de&user=AdaOkaforAAJ&view_op=list_works',
    'https://scholar.google.de/citations?user=AdaOkaforAAJ&sortby=pubdate',
  ],
  [
    'researchgate:profile/ada-okafor-2',
    'https://www.researchgate.net/profile/Ada-Okafor-2',
    'https://www.researchgate.net/profile/Ada_Okafor2/publications',
  ],
  [
    'crunchbase:person/ada-okafor',
    'https://www.crunchbase.com/person/ada-okafor',
    'https://crunchbase.com/person/ada-okafor/person_overview_highlights',
  ],
  ['wellfound:u/ada-okafor', 'https://wellfound.com/u/ada-okafor', 'https://angel.co/u/ada-okafor'],
  ['wellfound:p/ada-okafor', 'https://wellfound.com/p/ada-okafor', 'https://angel.co/p/ada-okafor'],
  [
    'xing:profile/ada_okafor',
    'https://www.xing.com/profile/Ada_Okafor',
    'https://xing.com/profile/Ada_Okafor/cv?sc_o=x',
  ],
];

test.each(people)('%s is one key', (key, ...addresses) => {
  for (const address of addresses) {
    const url = new URL(address);
    const site = siteOf(url) ?? SITES.find(({ id, rules }) => rules.sign && key.startsWith(`${id}:`));
    const handle = site && handleOf(site.rules, url);
    expect(site && handle && siteKey(site.id, handle), address).toBe(key);
  }
});

test('a server of Mastodon or GitLab speaks for its own people alone, by its host', () => {
  const handle = (id: string, url: string) => {
    const rules = SITES.find((site) => site.id === id)?.rules;
    return rules && handleOf(rules, new URL(url));
  };
  expect(handle('mastodon', 'https://social.example/@ada')).toBe('social.example/@ada');
  expect(handle('mastodon', 'https://social.example/deck/@ada/tagged/water')).toBe('social.example/@ada');
  expect(handle('mastodon', 'https://evil.example/@ada@social.example'), 'it names its own host first').toBe(
    'evil.example/@ada@social.example',
  );
  expect(handle('gitlab', 'https://evil.example/gitlab.com/ada')).toBeUndefined();
  expect(handle('gitlab', 'https://evil.example/gitlab.com'), 'it names its own host first').toBe(
    'evil.example/gitlab.com',
  );
  expect(handle('gitlab', 'https://gitlab.com/brightwater/pump/-/issues')).toBeUndefined();
  expect(handle('gitlab', 'https://gitlab.com/brightwater/activity'), 'a project').toBeUndefined();
  expect(handle('mastodon', 'https://social.example/@ada/1234567')).toBeUndefined();
});

test.each([
  ['https://www.linkedin.com/pub/dir/Ada/Okafor', 'list 4'],
  ['https://www.linkedin.com/pub/dir/Ada/Okafor/be-0-Belgium', 'list 4'],
  ['https://www.linkedin.com/groups/71/members/', 'list 3'],
  ['https://www.linkedin.com/showcase/brightwater-pumps/people/?keywords=sales', 'list 3'],
  ['https://www.linkedin.com/preload/mynetwork/invite-connect/connections/', 'list 2'],
  ['https://www.linkedin.com/in/connections/', 'profile'],
  ['https://github.com/orgs/brightwater/teams/sales/members', 'list 1'],
  ['https://github.com/orgs/brightwater/followers', 'list 1'],
  ['https://github.com/Ada-Okafor?page=2&tab=following', 'list 2'],
  ['https://x.com/ada_okafor/followers_you_follow', 'list 1'],
  ['https://x.com/i/lists/71/members', 'list 1'],
  ['https://x.com/ada_okafor/status/12/retweets', 'list 1'],
  ['https://x.com/ada_okafor/likes', 'profile'],
  ['https://bsky.app/profile/ada.example/known-followers', 'list 1'],
  ['https://bsky.app/profile/ada.example/post/3md/liked-by', 'list 1'],
  ['https://medium.com/search/users?q=water', 'list 2'],
  ['https://ada.medium.com/followers', 'list 1'],
  ['https://www.researchgate.net/institution/Ghent/department/Water/members/2', 'list 2'],
  ['https://www.xing.com/pages/brightwater/employees', 'list 2'],
])('%s is a %s', (address, kind) => {
  const url = new URL(address);
  const site = siteOf(url);
  expect(site && kindOf(site.rules, url)).toBe(kind);
});

test.each([
  'https://www.linkedin.com/feed/',
  'https://www.linkedin.com/company/brightwater/',
  'https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada',
  'https://www.linkedin.com/sales/company/1',
  'https://github.com/ada-okafor/pump',
  'https://github.com/orgs/brightwater/repositories',
  'https://x.com/ada_okafor/status/12',
  'https://bsky.app/profile/ada.example/post/3md',
  'https://bsky.app/profile/ada.example/feed/followers-only',
  'https://bsky.app/profile/ada.example/feed/stand-by',
  'https://www.linkedin.com/in/',
  'https://github.com/orgs/brightwater/teams',
  'https://x.com/i/lists/71',
  'https://help.medium.com/',
  'https://policy.medium.com/terms',
  'https://stackoverflow.com/questions/1/how-wet-is-water',
  'https://stackoverflow.com/users/edit/2201',
  'https://medium.com/@ada/how-we-sell-0123456789ab',
  'https://medium.com/brightwater',
  'https://orcid.org/signin',
  'https://scholar.google.com/scholar?q=water',
  'https://scholar.google.com/citations?view_op=view_citation&user=AdaOkaforAAJ&citation_for_view=AdaOkaforAAJ:1',
  'https://www.researchgate.net/publication/1_On_wetness',
  'https://www.crunchbase.com/organization/brightwater',
  'https://wellfound.com/company/brightwater',
  'https://www.xing.com/pages/brightwater',
])('%s is a page of its site that is neither profile nor list', (address) => {
  const url = new URL(address);
  const site = siteOf(url);
  expect(site, 'the site is known').toBeDefined();
  expect(site && kindOf(site.rules, url)).toBeUndefined();
});

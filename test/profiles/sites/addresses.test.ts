import { expect, test } from 'vitest';
import { installMatches } from '#profiles/install-sites.ts';
import { SITES, siteOf } from '#profiles/sites.ts';

test.each([
  ['https://www.linkedin.com/in/ada', 'linkedin'],
  ['https://de.linkedin.com/in/ada', 'linkedin'],
  ['https://github.com/ada', 'github'],
  ['https://gist.github.com/ada', undefined],
  ['https://brightwater.example/team', undefined],
])('%s belongs to %s', (url, id) => {
  expect(siteOf(new URL(url))?.id).toBe(id);
});

test.each(SITES.map((site) => ({ id: site.id, ...site.rules })))(
  'no other host passes for $id',
  ({ hosts, home, sign }) => {
    const hostname = new URL(home).hostname.replace(/^www\./, '');
    const others = [
      `evil-${hostname}`,
      `${hostname}.evil.example`,
      `${hostname}x`,
      hostname.replaceAll('.', '-'),
      'a.example',
    ];
    for (const host of others) {
      if (sign === undefined) expect(hosts.test(host), `${host} would be read as a page of ${hostname}`).toBe(false);
    }
    expect(hosts.test(hostname), `${hostname} is not read at all`).toBe(true);
  },
);

test('only LinkedIn and GitHub are read from installation on, whatever files there are', async () => {
  const sites = SITES.filter(({ rules }) => rules.install !== undefined);
  expect(sites.map(({ id }) => id).sort(), 'each site here widens what every user is asked for').toEqual([
    'github',
    'linkedin',
  ]);
  const patterns = sites.flatMap(({ rules }) => rules.install ?? []).sort();
  expect(patterns).toEqual(['https://*.linkedin.com/*', 'https://github.com/*']);
  expect((await installMatches()).sort(), 'the manifest gets exactly these').toEqual(patterns);
});

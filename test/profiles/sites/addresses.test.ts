import { expect, test } from 'vitest';
import { installMatches } from '#profiles/install-sites.ts';
import { addressOf, isHost } from '#profiles/site.ts';
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

test.each(SITES.filter(({ rules }) => rules.sign === undefined))('no other host passes for $id', ({ rules }) => {
  const address = new URL(addressOf(rules, 'x'));
  const host = address.hostname.replace(/^www\./, '');
  for (const other of [`evil-${host}`, `${host}.evil.example`, `${host}x`, host.replaceAll('.', '-'), 'a.example']) {
    expect(isHost(rules, new URL(`https://${other}/`)), `${other} would be read as a page of ${host}`).toBe(false);
  }
  expect(isHost(rules, address), `${host} is not read at all`).toBe(true);
});

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

import { describe, expect, test } from 'vitest';
import { readDirectory } from '#launch/demo/directory.ts';
import { brightwater, NEWCOMER } from '#launch/demo/pages/brightwater.ts';
import { SITES } from '#launch/demo/pages/sites.ts';

/** Numbers that regulators keep for films and books: nobody is ever rung up by the demo. */
const FICTIONAL = [
  { where: 'North America, 555-01xx', pattern: /^\+1 \d{3} 555 01\d\d$/ },
  { where: 'London', pattern: /^\+44 20 7946 0\d{3}$/ },
  { where: 'United Kingdom, mobile', pattern: /^\+44 7700 900\d{3}$/ },
  { where: 'Berlin', pattern: /^\+49 30 23125 \d{3}$/ },
  { where: 'Munich', pattern: /^\+49 89 99998 \d{3}$/ },
  { where: 'Hamburg', pattern: /^\+49 40 66969 \d{3}$/ },
  { where: 'Paris', pattern: /^\+33 1 99 00 \d\d \d\d$/ },
  { where: 'France, mobile', pattern: /^\+33 6 39 98 \d\d \d\d$/ },
  { where: 'Stockholm', pattern: /^\+46 8 465 004 \d\d$/ },
  { where: 'Sweden, mobile', pattern: /^\+46 70 174 06 (?:0[5-9]|[1-9]\d)$/ },
  { where: 'Australia, 5550 and 7010', pattern: /^\+61 (?:[23] 5550|[78] 7010) \d{4}$/ },
  { where: 'Ireland', pattern: /^\+353 20 91\d \d{4}$/ },
];

const rows = readDirectory();

describe('the demo directory', () => {
  test('has about 200 people of some 20 companies', () => {
    expect(rows.length).toBeGreaterThanOrEqual(190);
    expect(rows.length).toBeLessThanOrEqual(210);
    expect(new Set(rows.map(({ company }) => company)).size).toBeGreaterThanOrEqual(18);
  });

  test.each(['email', 'phone', 'profile_url', 'profile_key'] as const)('says no %s twice', (column) => {
    const values = rows.map((row) => row[column]).filter(Boolean);
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  });

  test('has no two people of one name at one company, between whom nobody could choose', () => {
    const people = rows.map(({ name, domain }) => `${name} @ ${domain}`);
    expect(people.filter((person, index) => people.indexOf(person) !== index)).toEqual([]);
  });

  test('has only .example domains, which never exist', () => {
    const hosts = rows.flatMap(({ domain, email, profile_url }) => [
      domain,
      ...(email ? [email.split('@')[1]] : []),
      ...(profile_url ? [new URL(profile_url).hostname] : []),
    ]);
    expect(hosts.filter((host) => !host?.endsWith('.example'))).toEqual([]);
  });

  test('has only telephone numbers kept for fiction', () => {
    const phones = rows.map(({ phone }) => phone).filter(Boolean);
    expect(phones.filter((phone) => !FICTIONAL.some(({ pattern }) => pattern.test(phone)))).toEqual([]);
  });

  test('has a contact for everybody, and a type and a check for each contact', () => {
    const odd = rows.filter(
      (row) =>
        (!row.email && !row.phone) ||
        Boolean(row.email) !== (Boolean(row.email_type) && Boolean(row.email_verified)) ||
        Boolean(row.phone) !== (Boolean(row.phone_type) && Boolean(row.phone_verified)),
    );
    expect(odd).toEqual([]);
  });
});

describe('the demo pages', () => {
  test.each(SITES.map((site) => [site.host, site] as const))('%s answers with its first page', async (host, site) => {
    const response = await site.app.request(`http://${host}${site.path}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(site.name.replace('&', '&amp;'));
  });

  test('the team page has the people of the directory, and one more', async () => {
    const page = await (await brightwater.app.request('http://brightwater.example/team')).text();
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
    const named: string[] = data.employee.map(({ name }: { name: string }) => name);
    const known = rows.filter(({ domain }) => domain === 'brightwater.example').map(({ name }) => name);
    expect(named).toEqual([...known, NEWCOMER.name]);
    for (const name of named) expect(page).toContain(`">${name}</a>`);
  });

  test.each(['helio-summit.example', 'marlowfinch.example', 'raviraman.example'])(
    'the person on %s is in the directory with both contacts',
    async (host) => {
      const site = SITES.find((one) => one.host === host);
      const page = (await (await site?.app.request(`http://${host}${site.path}`))?.text()) ?? '';
      const person = rows.find(({ profile_url }) => profile_url === `https://${host}${site?.path}`.replace(/\/$/, ''));
      expect(page).toContain(person?.name);
      expect(page).toContain(person?.title);
      expect(person?.email && person.phone).toBeTruthy();
    },
  );

  test('the list of results is of the directory, and its pages hold everybody once', async () => {
    const guildbook = SITES.find(({ host }) => host === 'guildbook.example');
    const ask = async (page: number) =>
      (await (await guildbook?.app.request(`http://guildbook.example/api/people?page=${page}`))?.json()) as {
        total: number;
        pages: number;
        people: { name: string }[];
      };
    const { total, pages } = await ask(1);
    const all: string[] = [];
    for (let page = 1; page <= pages; page++) all.push(...(await ask(page)).people.map(({ name }) => name));
    const expected = rows.filter(({ profile_url }) => profile_url.startsWith('https://guildbook.example/'));
    expect(total).toBe(expected.length);
    expect(all.toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
  });
});

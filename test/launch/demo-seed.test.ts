import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIRECTORY_FILE, readDirectory } from '#launch/demo/directory.ts';
import { LEFT, OWNED, profileOf, SPENT, seed, type Team, TOP_UP } from '#launch/demo/seed.ts';
import { readConfig } from '#server/config.ts';
import { NO_PRICES } from '#server/credits/plan.ts';
import { importContacts } from '#server/providers/import.ts';
import { type Server, startServer } from '#server/start.ts';

let folder: string;
let server: Server;
let team: Team;
const northwind = { name: 'Northwind Sales', fresh: false, password: 'an invented password' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-seed-'));
  const config = readConfig({
    LATCHKEY_PORT: '0',
    LATCHKEY_LOG: 'silent',
    DATABASE_URL: `file:${join(folder, 'latchkey.db')}`,
  });
  if ('mistakes' in config) throw new Error(config.mistakes.join(' '));
  server = await startServer({ config });
  team = await seed(server, northwind);
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const balance = () => server.purses.balance(team.workspace.id);
const entries = async () => (await server.purses.ledger(team.workspace.id, 0, 1000)).items;

describe('the demo seed', () => {
  test('leaves a plan of 100 partly spent and 25 top-up credits', async () => {
    const { available, plan, topUp, held, prices } = await balance();
    expect({ available, left: plan?.left, allowance: plan?.allowance, topUp, held, prices }).toEqual({
      available: LEFT,
      left: LEFT - TOP_UP,
      allowance: 100,
      topUp: TOP_UP,
      held: 0,
      prices: { ...NO_PRICES, email: 1, phone: 8 },
    });
  });

  test('spent by reveals that found something: each has its hold and its capture in the ledger', async () => {
    const kinds = (await entries()).map(({ kind }) => kind);
    const reveals = SPENT.phones + SPENT.emails;
    expect(kinds.filter((kind) => kind === 'hold')).toHaveLength(reveals);
    expect(kinds.filter((kind) => kind === 'capture')).toHaveLength(reveals);
  });

  test('the team owns e-mails of the team page under the keys that the page gives', async () => {
    const owned = (await server.reveals.owned(team.workspace.id, 0, 1000)).items;
    const keys = readDirectory()
      .filter(({ name }) => OWNED.includes(name))
      .map((row) => profileOf(row).key);
    expect(keys).toEqual(['web:brightwater.example/team/grace-adeyemi', 'web:brightwater.example/team/samira-haddad']);
    for (const key of keys) expect(owned).toContainEqual(expect.objectContaining({ key, field: 'email' }));
  });

  test('done again, it changes nothing', async () => {
    const before = { team, balance: (await balance()).available, entries: await entries() };
    const again = await seed(server, northwind);
    expect(again).toEqual(before.team);
    expect((await balance()).available).toBe(before.balance);
    expect(await entries()).toEqual(before.entries);
  });

  test('a fresh one is a workspace of its own, with members of its own', async () => {
    const other = await seed(server, { ...northwind, fresh: true });
    expect(other.workspace.id).not.toBe(team.workspace.id);
    expect(other.rep.email).not.toBe(team.rep.email);
    expect((await server.purses.balance(other.workspace.id)).available).toBe(LEFT);
  });

  test('the directory is imported without a problem', async () => {
    const workspace = await server.accounts.workspaces.create('Import only');
    const result = await importContacts(server.database, workspace.id, createReadStream(DIRECTORY_FILE));
    expect(result).toEqual({ imported: readDirectory().length, updated: 0, problems: [] });
  });
});

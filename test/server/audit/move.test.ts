import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createAccounts } from '#server/accounts/accounts.ts';
import { move } from '#server/audit/move.ts';
import { tablesOf } from '#server/audit/table-shape.ts';
import { verifyWorkspace } from '#server/audit/verify.ts';
import { type Database, openDatabase } from '#server/db/open.ts';
import { eachDatabase } from '../databases.ts';
import { WORKSPACE, writeHistory } from './history.ts';

const SETTINGS = { url: 'http://127.0.0.1:8787', secret: 'Jk3nV9sQ2xW7mB5tR8yL1pD6gH4fC0aZ', log: () => undefined };
const ADA = { email: 'ada@brightwater.example', password: 'a quiet brass key' };

/** A database with an account that is signed in, a directory, and books that have something of everything. */
async function populate(database: Database): Promise<void> {
  const accounts = createAccounts(database, SETTINGS);
  const { id } = await accounts.workspaces.create('Brightwater');
  await accounts.members.add({ workspace: id, ...ADA, name: 'Ada Okafor', role: 'admin', operator: true });
  expect(await accounts.pages.signIn(ADA, new Headers())).not.toBeNull();
  await writeHistory(database);
  await database.db
    .insertInto('directory_contact')
    .values({
      workspace_id: WORKSPACE,
      id: 'c1',
      name: 'Söhne Ünïcødé 💶',
      name_key: 'sohne',
      title: null,
      company: null,
      company_key: null,
      domain: null,
      email: 'ada@brightwater.example',
      email_type: 'work',
      email_verified: 1,
      phone: null,
      phone_type: null,
      phone_verified: 0,
      profile_url: null,
      url_key: null,
      profile_key: null,
    })
    .execute();
}

/** Every row of every table, in one order and one spelling. */
async function contents(database: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name, columns } of await tablesOf(database)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(database.db);
    const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : Number(value === true) || value);
    const order = columns.map((column) => column.name).sort();
    all[name] = rows
      .map((row) => JSON.stringify(order.map((column) => plain(row[column] === false ? 0 : row[column]))))
      .sort();
  }
  return all;
}

async function filled(url: string, fill = populate): Promise<Record<string, string[]>> {
  const database = await openDatabase(url);
  try {
    await fill(database);
    return await contents(database);
  } finally {
    await database.close();
  }
}

eachDatabase('a move from', (open) => {
  const other = open.kind === 'sqlite' ? 'postgres' : 'sqlite';

  test.each(['sqlite', 'postgres'] as const)('to %s brings every row, accounts and all', async (kind) => {
    const [from, to] = [await open.url(), await open.url(kind)];
    const before = await filled(from);
    const moved = await move(from, to);
    if ('mistake' in moved) expect.fail(moved.mistake);
    expect(moved).toMatchObject({ workspaces: 1 });
    expect(moved.tables.find(({ name }) => name === 'ledger_entry')?.rows).toBe(moved.entries);
    const target = await open(to);
    expect(await contents(target)).toEqual(before);
    expect(before.session, 'a session').toHaveLength(1);
    expect(await verifyWorkspace(target, WORKSPACE, { fault: () => undefined })).toMatchObject({ faults: 0 });
    const signedIn = await createAccounts(target, SETTINGS).pages.signIn(ADA, new Headers());
    expect(signedIn, 'the password is still good').not.toBeNull();
    expect(await contents(await open(from)), 'the source is left as it was').toEqual(before);
  });

  test('refuses a target that has rows, and leaves it alone', async () => {
    const [from, to] = [await open.url(), await open.url(other)];
    await filled(from);
    const there = await filled(to);
    expect(await move(from, to)).toEqual({ mistake: expect.stringMatching(/^The database to move to is not empty/) });
    expect(await contents(await open(to))).toEqual(there);
  });

  test('refuses while the source is in use by another process, and goes on once it is not', async () => {
    const [from, to] = [await open.url(), await open.url(other)];
    await filled(from);
    const server = spawn(process.execPath, [fileURLToPath(new URL('hold-open.ts', import.meta.url)), from], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      await new Promise((resolve) => server.stdout.once('data', resolve));
      const refused = await move(from, to);
      expect(refused).toEqual({ mistake: expect.stringMatching(/in use\. Stop every server/) });
    } finally {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.stdin.end();
      await ended;
    }
    expect(await move(from, to)).toMatchObject({ workspaces: 1 });
  });

  test('moves no books that are at fault', async () => {
    const [from, to] = [await open.url(), await open.url(other)];
    await filled(from, async (database) => {
      await populate(database);
      await sql`update purse set available = available + 1`.execute(database.db);
    });
    expect(await move(from, to)).toEqual({
      mistake: expect.stringMatching(/^The books to be moved are at fault in workspace brightwater: purse: /),
    });
    expect((await contents(await open(to))).purse, 'the target is as empty as it was').toEqual([]);
  });

  test('that fails on the way leaves the target empty, so that it can be done again', async () => {
    const [from, to] = [await open.url(), await open.url(other)];
    const before = await filled(from);
    const stopped = move(from, to, {
      progress: (text) => {
        if (text.startsWith('unlock:')) throw new Error('the plug was pulled');
      },
    });
    await expect(stopped).rejects.toThrow('the plug was pulled');
    const empty = await openDatabase(to);
    expect(Object.values(await contents(empty)).flat()).toEqual([]);
    await empty.close();
    expect(await move(from, to)).toMatchObject({ workspaces: 1 });
    expect(await contents(await open(to))).toEqual(before);
  });

  test('refuses itself', async () => {
    const url = await open.url();
    expect(await move(url, url)).toEqual({ mistake: 'The two addresses are the same.' });
  });
});

eachDatabase('a move to', (open) => {
  if (open.kind === 'postgres') return;
  test('from a file that is not there makes none', async () => {
    const url = await open.url();
    expect(await move(url, await open.url('postgres'))).toEqual({
      mistake: expect.stringMatching(/^There is no file /),
    });
  });
});

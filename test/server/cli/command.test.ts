import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '#server/cli/commands.ts';
import { eachDatabase } from '../databases.ts';
import { Visitor } from '../http/browser.ts';
import { person, samples, send, startWorld, type World } from '../http/world.ts';
import { commandHere, MAIN, mainIn } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const main = (words: readonly string[], environment: Record<string, string>) => mainIn(folder, words, environment);

eachDatabase('commands beside a running server', (open) => {
  let world: World;
  let databaseUrl: string;
  beforeEach(async () => {
    databaseUrl = await open.url();
    world = await startWorld({ url: async () => databaseUrl });
  });
  afterEach(() => world.server.stop());

  const run = (...words: string[]) =>
    commandHere(words, {
      DATABASE_URL: databaseUrl,
      LATCHKEY_URL: world.server.url,
      LATCHKEY_SECRET: 'Jk3nV9sQ2xW7mB5tR8yL1pD6gH4fC0aZ',
    });
  const balance = () => world.server.purses.balance(world.a.workspace);

  test('invite prints a link that works once in the running server', async () => {
    const { status, out } = await run(
      'invite',
      'Bea@Northwind.example',
      '--role',
      'rep',
      '--workspace',
      'A',
      '--name',
      'Bea',
    );
    expect(status).toBe(0);
    const path = /\/welcome\/[\w-]{43}/.exec(out)?.[0] ?? '';
    expect(out).toContain(`${world.server.url}${path}`);
    const visitor = new Visitor(world.server);
    expect((await visitor.get(path)).html).toContain('bea@northwind.example');
    expect((await visitor.post(path, { name: 'Bea', password: 'a quiet brass key' })).status).toBe(303);
    expect((await visitor.get('/account')).html).toContain('<dd>rep</dd>');
    const again = await run('invite', 'bea@northwind.example', '--role', 'admin', '--workspace', 'a');
    expect(again.out).toMatch(/^Known already: bea@northwind.example, now admin of A\./);
    expect((await visitor.get(/\/welcome\/[\w-]{43}/.exec(again.out)?.[0] ?? '')).status).toBe(200);
  });

  test('grant, balance and settle', async () => {
    const asked = await send(world.server, 'requestTopUp', {
      ...samples.requestTopUp(world),
      token: world.a.rep.token,
    });
    const { id } = (asked.json as { topUp: { id: string } }).topUp;
    expect(await run('grant', '5', '--workspace', 'A', '--reason', 'Play money')).toMatchObject({ status: 0, err: '' });
    expect((await balance()).topUp).toBe(5);
    const shown = await run('balance', '--workspace', world.a.workspace);
    expect(shown.out).toMatch(
      /^A\n25 credits to spend\n {2}plan Team 20: 20 of 20, renews .*\n {2}top-up: 5\n {2}20 plan credits expire .*\n {2}prices: .*\nPending:\n/,
    );
    expect(shown.out).toContain(`  ${id}  100 credits, asked for by ARep`);
    expect(await run('settle', id, '--workspace', 'A')).toMatchObject({ status: 0 });
    expect(await balance()).toMatchObject({ available: 125, pending: [] });
    expect(await run('settle', id, '--workspace', 'A'), 'again is harmless').toMatchObject({ status: 0 });
    expect(await balance()).toMatchObject({ available: 125 });
    const failed = await run('settle', id, '--failed', '--workspace', 'A');
    expect(failed.status, 'what is settled cannot fail').toBe(1);
    expect(failed.err).toMatch(/\.\n$/);
    expect((await run('settle', '--all', '--workspace', 'A')).out).toBe('No top-up is pending.\n');
    expect((await run('settle', crypto.randomUUID(), '--workspace', 'A')).status).toBe(1);
    const { items } = await world.server.purses.ledger(world.a.workspace, 0, 100);
    expect(items.map(({ by }) => by)).toEqual([null, 'Operator (command line)', 'Operator (command line)']);
  });

  test('plan puts another plan in force', async () => {
    const done = await run(
      'plan',
      '--workspace',
      'A',
      '--allowance',
      '50',
      '--name',
      'Fifty',
      '--email',
      '2',
      '--phone',
      'none',
    );
    expect(done).toMatchObject({ status: 0, err: '' });
    expect(await balance()).toMatchObject({
      plan: { name: 'Fifty', allowance: 50 },
      prices: { email: 2, phone: null },
    });
    for (const wrong of [
      ['allowance', '--allowance', 'many'],
      ['time zone', '--allowance', '5', '--time-zone', 'Mars/Olympus'],
      ['cycle', '--allowance', '5', '--cycle', 'daily'],
      ['anchor', '--allowance', '5', '--anchor', 'yesterday'],
      ['prices email', '--allowance', '5', '--email', 'one'],
    ] as const) {
      const [what, ...flags] = wrong;
      const ended = await run('plan', '--workspace', 'A', ...flags);
      expect(ended, flags.join(' ')).toMatchObject({ status: 2, out: '' });
      expect(ended.err).toMatch(new RegExp(`^The plan's ${what} is not right\\.\\n`));
    }
  });

  test('import reports bad rows and lets the good ones in', async () => {
    const file = join(folder, 'people.csv');
    writeFileSync(
      file,
      'name,company,email,phone\nAda Okafor,Brightwater Foods,ada@brightwater.example,\nBob Nobody,Brightwater Foods,not an address,\n',
    );
    const done = await run('import', file, '--workspace', 'A');
    expect(done.out).toMatch(/^line 3, email: .*\n1 imported, 0 updated, 1 row left out\.\n$/);
    for (const unreadable of [join(folder, 'none.csv'), folder]) {
      const err = `The file ${unreadable} cannot be read.\n`;
      expect(await run('import', unreadable, '--workspace', 'A')).toEqual({ status: 1, out: '', err });
    }
    const wrong = join(folder, 'wrong.csv');
    writeFileSync(wrong, 'first,last\na,b\n');
    const none = await run('import', wrong, '--workspace', 'A');
    expect(none).toMatchObject({ status: 1, err: 'Nothing was imported.\n' });
    expect(none.out).toMatch(/^line 1, header: /);
    const own = await startWorldOn(databaseUrl);
    try {
      const request = {
        profile: { ...person('okafor'), name: 'Ada Okafor' },
        field: 'email',
        maxCredits: 1,
        another: false,
      } as const;
      const reply = await own.reveals.reveal(world.a.rep, crypto.randomUUID(), request);
      expect(reply).toMatchObject({ outcome: { kind: 'found', contact: { value: 'ada@brightwater.example' } } });
    } finally {
      await own.stop();
    }
  });

  test('a workspace is made, and has to be named where there are several', async () => {
    const made = await run('workspace', 'C & Söhne');
    expect(made.out).toMatch(/^C & Söhne is made\. Its slug is c-sohne, its id \w{32}\.\n$/);
    const which = await run('balance');
    expect(which).toMatchObject({ status: 2, out: '' });
    expect(which.err).toMatch(/^Say which workspace by --workspace: a, b, c-sohne\.\nUsage: npm run server -- balance/);
    expect((await run('balance', '--workspace', 'nobody')).err).toBe(
      'There is no workspace nobody. There are: a, b, c-sohne.\n',
    );
  });
});

/** A second server on the same database, with the providers that a real one has. */
async function startWorldOn(databaseUrl: string) {
  const { startServer } = await import('#server/start.ts');
  const { readConfig } = await import('#server/config.ts');
  const config = readConfig({ DATABASE_URL: databaseUrl, LATCHKEY_PORT: '0', LATCHKEY_LOG: 'silent' });
  if ('mistakes' in config) throw new Error(config.mistakes.join(' '));
  return startServer({ config: { ...config, dataDir: folder } });
}

describe('what is not understood', () => {
  const environment = { DATABASE_URL: `file:${join(folder, 'l.db')}` };

  test.each([
    ['an unknown command', ['sell'], /^There is no command sell\.\nUsage: npm run server /],
    ['a name every object has', ['constructor'], /^There is no command constructor\./],
    ['an unknown flag', ['balance', '--team', 'A'], /^Unknown option '--team'\.\nUsage: npm run server -- balance/],
    ['a flag without its value', ['balance', '--workspace'], /argument missing\.\nUsage/],
    ['a number below zero', ['plan', '--allowance', '-5'], /^Option '--allowance' argument is ambiguous\.\nUsage/],
    ['a missing word', ['invite'], /^Something is missing\.\nUsage: npm run server -- invite ADDRESS/],
    ['a word too many', ['workspace', 'North', 'West'], /^“West” is one word too many\.\n/],
  ])('%s: one sentence, the usage, status 2', async (_what, words, expected) => {
    const ended = await main(words, environment);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toMatch(expected);
  });

  test('every mistake of the configuration at once, before anything is opened', async () => {
    const ended = await main([], { LATCHKEY_PORT: 'x', LATCHKEY_HSOT: 'x', DATABASE_URL: 'mysql://x' });
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(3);
  });

  test('without any workspace says how to make one', async () => {
    const ended = await main(['balance'], environment);
    expect(ended).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^There is no workspace yet\. Open the link .* npm run server -- workspace NAME\n$/),
    });
  });

  test.each([
    ['a PostgreSQL that is not there', 'postgres://latchkey:hidden@127.0.0.1:1/latchkey', /ECONNREFUSED/],
    ['a file that is no database', `file:${join(folder, 'junk.db')}`, /not a database/],
    ['a file in a folder that is none', `file:${join(folder, 'junk.db', 'x.db')}`, /EEXIST|ENOTDIR/],
  ])('%s: one sentence without a password, for the server and for a command', async (_what, url, why) => {
    writeFileSync(join(folder, 'junk.db'), 'not a database at all, but long enough to look at'.repeat(20));
    for (const words of [[], ['balance']]) {
      const ended = await main(words, { DATABASE_URL: url, LATCHKEY_PORT: '0' });
      expect(ended).toMatchObject({ status: 1, out: '' });
      expect(ended.err).toMatch(/^The database cannot be opened \(.*\)\. Check DATABASE_URL\.\n$/);
      expect(ended.err).toMatch(why);
      expect(ended.err).not.toContain('hidden');
    }
  });

  test('help names every command', async () => {
    const ended = await main(['help'], environment);
    expect(ended.status).toBe(0);
    for (const name of Object.keys(commands)) expect(ended.out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});

describe('the server as a process', () => {
  test('prints a link for its operator, serves, and ends well when asked to', async () => {
    const child = spawn(process.execPath, [MAIN], {
      cwd: folder,
      env: { PATH: process.env.PATH, LATCHKEY_PORT: '0', LATCHKEY_LOG: 'silent', DATABASE_URL: 'file:own/latchkey.db' },
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let out = '';
    const link = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
        const found = /^Open this once to set it up: (http:\S+)$/m.exec(out)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.on('close', () => reject(new Error(`it ended: ${out}`)));
    });
    const page = await fetch(link);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Set up this server')]);
    expect(readFileSync(join(folder, 'own/secret'), 'utf8')).toMatch(/^[\w-]{43}$/);

    const taken = await main([], { LATCHKEY_PORT: new URL(link).port, DATABASE_URL: 'file:other/latchkey.db' });
    expect(taken).toMatchObject({ status: 1 });
    expect(taken.err).toMatch(/^Port \d+ is taken\. Set LATCHKEY_PORT to another one\.\n$/);

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

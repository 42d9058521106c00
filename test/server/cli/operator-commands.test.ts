import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { RevealReply } from '#contract/reveal.ts';
import { eachDatabase } from '../databases.ts';
import { person, startWorld, type World } from '../http/world.ts';
import { commandHere, mainIn } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

eachDatabase('an operator’s commands', (open) => {
  let world: World;
  let databaseUrl: string;
  beforeEach(async () => {
    databaseUrl = await open.url();
    world = await startWorld({ url: async () => databaseUrl });
  });
  let stopped = false;
  afterEach(async () => {
    if (!stopped) await world.server.stop();
    stopped = false;
  });

  const environment = () => ({
    DATABASE_URL: databaseUrl,
    LATCHKEY_URL: world.server.url,
    LATCHKEY_SECRET: 'Jk3nV9sQ2xW7mB5tR8yL1pD6gH4fC0aZ',
  });
  const run = (...words: string[]) => commandHere(words, environment());
  const inA = (...words: string[]) => run(...words, '--workspace', 'A');
  /** The command does something, and says so. */
  const does = async (...words: string[]) => {
    const ended = await inA(...words);
    expect(ended, words.join(' ')).toMatchObject({ status: 0, err: '' });
    return ended.out;
  };
  /** The command is not understood. */
  const misunderstood = async (expected: RegExp, ...words: string[]) => {
    const ended = await inA(...words);
    expect(ended, words.join(' ')).toMatchObject({ status: 2, out: '' });
    expect(ended.err, words.join(' ')).toMatch(expected);
  };
  const balance = () => world.server.purses.balance(world.a.workspace);
  async function reveal(what: string): Promise<RevealReply> {
    const request = { profile: person(what), field: 'email', maxCredits: 1, another: false } as const;
    const reply = await world.server.reveals.reveal(world.a.rep, crypto.randomUUID(), request);
    if ('refusal' in reply) expect.fail(reply.refusal.message);
    return reply;
  }

  test('a plan at the next renewal, its end, and add-ons', async () => {
    const { renewsAt } = (await balance()).plan ?? { renewsAt: '' };
    expect(
      await does('plan', '--allowance', '90', '--name', 'Ninety', '--at', 'renewal', '--ai-insight', '3'),
    ).toContain('from then on Ninety, 90');
    expect((await balance()).plan).toMatchObject({ name: 'Team 20', renewsAt, next: { name: 'Ninety' } });
    expect(await does('plan', 'cancel')).toContain(`cancelled: it ends ${renewsAt}`);
    await does('plan', '--allowance', '50', '--refund-days', '14', '--held-over', 'goodwill', '--phone', 'none');
    expect(await balance()).toMatchObject({
      plan: { name: 'Plan of 50', renewsAt, next: null },
      prices: { email: 1, phone: null, ai_insight: null },
      refundDays: 14,
    });
    const id = crypto.randomUUID();
    for (const _ of [1, 2]) expect(await does('add-on', '7', '--id', id)).toContain('add-on: 7 until');
    expect(await does('add-on', 'list')).toBe(`${id}  7 credits\n`);
    await does('add-on', 'drop', id);
    expect(await does('add-on', 'list')).toBe('There is no add-on.\n');
    expect((await balance()).addOn).toMatchObject({ left: 7, refreshes: 0 });
    await misunderstood(/^Say --at now or --at renewal\./, 'plan', '--allowance', '5', '--at', 'noon');
    await misunderstood(/^“sell” is nothing/, 'plan', 'sell');
    await misunderstood(/^The plan's days for disputes is not right/, 'plan', '--allowance', '5', '--refund-days', 'x');
    await misunderstood(/^The plan's prices ai_insight is not right/, 'plan', '--allowance', '5', '--ai-insight', 'x');
    await misunderstood(/^Give 1 to 1,000,000 credits/, 'add-on', '0');
    await misunderstood(/^An id is a UUID/, 'add-on', '5', '--id', 'mine');
    expect((await inA('add-on', 'drop', crypto.randomUUID())).status).toBe(1);
  });

  test('grants of each kind, once for each id; and what is taken back of them', async () => {
    const id = crypto.randomUUID();
    const until = ['--until', '2099-05-31', '--reason', 'For the fair'];
    for (const _ of [1, 2]) await does('grant', '7', '--id', id, ...until);
    expect(await balance()).toMatchObject({
      available: 27,
      topUp: 7,
      expiring: expect.arrayContaining([{ at: '2099-06-01T00:00:00.000Z', credits: 7, kind: 'top_up' }]),
    });
    const reused = await inA('grant', '8', '--id', id, ...until);
    expect(reused).toMatchObject({ status: 1, err: expect.stringContaining('used before') });
    await does('grant', '3', '--kind', 'add_on', '--reason', 'Late, “sorry”');
    expect((await balance()).addOn).toMatchObject({ left: 3 });
    expect(await does('grants')).toMatch(
      /^3 {2}add-on: 3 of 3 left, until .*, Late, “sorry”\n2 {2}top-up: 7 of 7 left/,
    );
    const once = crypto.randomUUID();
    for (const _ of [1, 2]) {
      expect(await does('revoke', '2', '5', '--reason', 'By mistake', '--id', once)).toMatch(
        /^Took 5 credits out of grant 2/,
      );
    }
    expect(await does('revoke', '2', '5', '--reason', 'The rest')).toMatch(/^Took 2 credits/);
    expect((await balance()).topUp).toBe(0);
    await misunderstood(/^Say why, by --reason/, 'revoke', '2', '5');
    await misunderstood(/^Say which grant/, 'revoke', 'two', '5', '--reason', 'x');
    await misunderstood(/^Say --kind plan/, 'grant', '5', '--kind', 'gold', '--reason', 'x');
    await misunderstood(/^Say until when/, 'grant', '5', '--until', 'soon', '--reason', 'x');
    expect((await inA('grant', '5', '--until', '2020-01-01', '--reason', 'x')).status).toBe(1);
    expect((await inA('revoke', '99', '5', '--reason', 'x')).status).toBe(1);
  });

  test('a purchase that is settled by a payment, then taken back: what was spent is debt', async () => {
    const { purses } = world.server;
    const asked = await purses.requestTopUp(world.a.rep, crypto.randomUUID(), { credits: 10, note: null });
    const other = await purses.requestTopUp(world.a.rep, crypto.randomUUID(), { credits: 10, note: null });
    if ('refusal' in asked || 'refusal' in other) expect.fail('refused');
    const { id } = asked.topUp;
    for (const _ of [1, 2]) await does('settle', id, '--payment', 'invoice 7');
    expect((await balance()).topUp).toBe(10);
    const twice = await inA('settle', other.topUp.id, '--payment', 'invoice 7');
    expect(twice.status, 'one payment settles one top-up').toBe(1);
    expect(await does('top-ups')).toContain('(settled)');
    expect(await does('settle', id, '--reversed')).toMatch(/^Top-up of 10 credits: reversed\.\n20 credits to spend/);
    await misunderstood(/^A top-up is either/, 'settle', id, '--failed', '--reversed');
    await misunderstood(/^Say which top-up/, 'settle', '--all', '--reversed');
    await misunderstood(/^Say which top-up/, 'settle', '--all', '--payment', 'x');
  });

  test('a dispute is listed and granted, once', async () => {
    await does('plan', '--allowance', '20', '--refund-days', '14');
    const { outcome } = await reveal('okafor');
    if (outcome.kind !== 'found' || outcome.receipt === null) expect.fail('nothing was charged');
    const { id } = outcome.receipt;
    const raised = await world.server.reveals.dispute(world.a.rep, id, { reason: 'bounced', note: 'twice' });
    expect(raised).toMatchObject({ dispute: { status: 'open' } });
    expect((await run('dispute', 'list')).out).toMatch(
      new RegExp(`^${id} {2}A: 1 credits for email, bounced, says ARep`),
    );
    const before = (await balance()).available;
    for (const _ of [1, 2]) await does('dispute', id, 'grant', '--answer', 'Sorry');
    expect((await balance()).available).toBe(before + 1);
    expect((await run('dispute', 'list')).out).toBe('No dispute is open.\n');
    expect((await inA('dispute', id, 'decline')).status, 'it is decided').toBe(1);
    await misunderstood(/^Say grant or decline/, 'dispute', id, 'maybe');
    await misunderstood(/^Say which dispute/, 'dispute', 'this', 'grant');
  });

  test('caps: set, raised on request, taken off', async () => {
    const { rep } = world.a;
    await does('cap', rep.email.toUpperCase(), '5');
    const asked = await world.server.purses.requestRaise(rep, crypto.randomUUID(), { credits: 9, note: 'the fair' });
    if ('refusal' in asked) expect.fail(asked.refusal.message);
    const { id } = asked.request;
    expect(await does('raise', 'list')).toBe(`${id}  ARep: 9 more, the fair\n`);
    expect(await does('raise', id, '9', '--until', '2099-05-31')).toBe(
      'ARep may spend 9 more until 2099-06-01T00:00:00.000Z.\n',
    );
    expect(await does('raise', 'list')).toBe('Nobody asks for more.\n');
    expect(await does('cap', 'list')).toContain(
      `${rep.email}  ARep, rep: 0 of 5 used, 9 more until 2099-06-01T00:00:00.000Z`,
    );
    await does('cap', rep.email, 'none');
    expect(await does('cap', 'list')).toContain('ARep, rep: no cap');
    await misunderstood(/^Say how many credits/, 'cap', rep.email, 'many');
    await misunderstood(/^Say how many more/, 'raise', id, '9');
    expect((await inA('cap', world.b.rep.email, '5')).err).toMatch(/is no member of A\.\n$/);
  });

  test('the ledger is verified, exported and checked; a fault ends it with status 1', async () => {
    await reveal('okafor');
    expect((await run('ledger', 'verify')).out).toMatch(
      /^A: 3 entries, 1 grant, 1 hold, 1 receipt: sound\nB: 1 entry, .*: sound\n2 workspaces, 4 entries: no fault\.\n$/,
    );
    for (const format of ['csv', 'jsonl']) {
      const file = join(folder, `${open.kind}.${format}`);
      expect(await does('ledger', 'export', '--format', format, '--out', file)).toMatch(
        /^Wrote 3 entries of A, 1 to 3\./,
      );
      expect(await does('ledger', 'check-export', file)).toMatch(
        /is whole and unchanged: entries 1 to 3, 3 of them\.\n$/,
      );
      const there = await inA('ledger', 'export', '--format', format, '--out', file);
      expect(there, 'a file that is there is not overwritten').toMatchObject({ status: 1, out: '' });
      const words = ['ledger', 'export', '--format', format, '--workspace', 'A'];
      const printed = (await mainIn(folder, words, environment())).out;
      const without = (text: string) => text.replace(/"at":"[^"]*"|sha256 ?.*/g, '');
      expect(without(printed), 'the same on the standard output').toBe(without(readFileSync(file, 'utf8')));
      writeFileSync(file, readFileSync(file, 'utf8').replace('ARep', 'BRep'));
      expect(await inA('ledger', 'check-export', file)).toMatchObject({
        status: 1,
        out: expect.stringMatching(/^file: sha256 of what stands before the last line: /),
      });
    }
    expect(await inA('ledger', 'check-export', join(folder, 'none'))).toMatchObject({ status: 1 });
    await misunderstood(/^Say ledger verify, ledger export/, 'ledger', 'sell');
    await misunderstood(/^Say --format csv or --format jsonl/, 'ledger', 'export', '--format', 'xml');
    await misunderstood(/^Say after which entry/, 'ledger', 'export', '--after', 'x');

    await world.server.database.db.updateTable('purse').set({ available: 5000 }).where('available', '=', 19).execute();
    const found = await run('ledger', 'verify');
    expect(found.status).toBe(1);
    expect(found.out).toMatch(
      /^A: purse: what its entries add up to: expected .*"to spend":19.*, found .*"to spend":5000/,
    );
    expect(found.err).toMatch(/^2 workspaces, 4 entries: 1 fault\./);
    expect((await inA('ledger', 'verify')).status).toBe(1);
    expect((await run('ledger', 'verify', '--workspace', 'B')).status).toBe(0);
  });

  test('a move refuses while the server runs, and says what it wants', async () => {
    const to = await open.url(open.kind === 'sqlite' ? 'postgres' : 'sqlite');
    const moving = await mainIn(folder, ['move', '--from', databaseUrl, '--to', to], environment());
    expect(moving, 'a server is on it').toMatchObject({ status: 1, err: expect.stringMatching(/in use/) });
    await misunderstoodAlone(await run('move', '--from', 'mysql://x', '--to', to));
    await misunderstoodAlone(await run('move', '--from', databaseUrl));
    await world.server.stop();
    stopped = true;
    const moved = await run('move', '--from', databaseUrl, '--to', to);
    expect(moved).toMatchObject({ status: 0, err: '' });
    expect(moved.out).toMatch(/^Moved 2 workspaces with 2 entries; the books are sound on both sides\.$/m);
  });

  async function misunderstoodAlone(ended: { status: number | null; err: string }): Promise<void> {
    expect(ended).toMatchObject({ status: 2, err: expect.stringMatching(/^Say --from and --to/) });
  }
});

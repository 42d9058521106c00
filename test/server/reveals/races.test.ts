import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { RevealReply, RevealRequest } from '#contract/reveal.ts';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import { createReveals, type Reveals } from '#server/reveals/reveals.ts';
import { clockAt } from '../clock.ts';
import { expectSoundBooks } from '../credits/books.ts';
import { ADA, BEN, OPERATOR, TEAM } from '../credits/team.ts';
import { eachDatabase } from '../databases.ts';
import { losingAnswers } from './lost-answers.ts';
import { found, gate, scripted } from './scripted-provider.ts';
import { movements, newId, profile, replied, request, setting } from './setting.ts';

const W = ADA.workspace;
const many = <T>(count: number, one: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => one(index)));

/** Does as the extension does: what failed without an answer is sent again under its id. */
async function resent(reveals: Reveals, id: string, body: RevealRequest): Promise<RevealReply> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await reveals.reveal(ADA, id, body).catch((error: unknown) => {
      if (attempt === 20) throw error;
    });
    if (reply !== undefined) return replied(reply);
  }
}

/** A process that is taken for dead goes on in truth, and finds the database closed when the test is over. */
const diesWithTheTest = () => {};

eachDatabase('race', (open) => {
  test('50 times the same id at once: one charge, one answer', async () => {
    const { reveals, purses, provider, database } = await setting(open);
    const id = newId();
    const replies = await many(50, async () => replied(await reveals.reveal(ADA, id, request('Noor Haddad'))));
    expect(new Set(replies.map(({ outcome }) => JSON.stringify(outcome))).size, 'different answers').toBe(1);
    expect(await movements(purses)).toEqual(['hold -1/1', 'capture 0/-1']);
    expect(provider.asked).toHaveLength(1);
    await expectSoundBooks(database);
  });

  test('the same id with another body at the same moment is refused, and the first is not disturbed', async () => {
    const { reveals } = await setting(open);
    const id = newId();
    const [first, second] = await Promise.all([
      reveals.reveal(ADA, id, request('Noor Haddad')),
      reveals.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })),
    ]);
    expect(replied(first).outcome).toMatchObject({ charged: 1 });
    expect(second).toMatchObject({ refusal: { code: 'key_reused' } });
  });

  test('20 tabs reveal the same person under 20 ids: one is charged, the others wait for it and pay nothing', async () => {
    const { reveals, purses, provider, database } = await setting(open);
    const replies = await many(20, async () => replied(await reveals.reveal(ADA, newId(), request('Noor Haddad'))));
    const free = replies.map(({ outcome }) => (outcome.kind === 'found' ? (outcome.free ?? 'charged') : outcome.kind));
    expect(free.sort()).toEqual(['charged', ...Array(19).fill('owned')]);
    expect(provider.asked).toHaveLength(1);
    expect(await movements(purses)).toEqual(['hold -1/1', 'capture 0/-1']);
    await expectSoundBooks(database);
  });

  test('the same over two processes: one is charged, whoever was first', async () => {
    const { reveals, another, purses, database } = await setting(open);
    const servers = [reveals, another()];
    const replies = await many(12, async (index) =>
      replied(await (servers[index % 2] ?? reveals).reveal(ADA, newId(), request('Noor Haddad'))),
    );
    expect(replies.filter(({ outcome }) => outcome.kind === 'found')).toHaveLength(12);
    expect(await movements(purses)).toEqual(['hold -1/1', 'capture 0/-1']);
    await expectSoundBooks(database);
  });

  test('20 tabs on somebody who is not found: one asks, all are told', async () => {
    const { another, provider, purses } = await setting(open);
    const { wait: held, open: go } = gate();
    provider.answers(() => held().then(() => ({ kind: 'not_found' })));
    let begun = 0;
    const counted: Purses = {
      ...purses,
      transact: async (...given) => {
        const done = await purses.transact(...given);
        begun += 1;
        return done;
      },
    };
    const reveals = another({ purses: counted });
    const running = many(20, async () => replied(await reveals.reveal(ADA, newId(), request('Noor Haddad'))));
    await expect.poll(() => begun).toBe(20);
    go();
    const replies = await running;
    expect(new Set(replies.map(({ outcome }) => outcome.kind))).toEqual(new Set(['not_found']));
    expect(provider.asked).toHaveLength(1);
    expect(await movements(purses)).toEqual(['hold -1/1', 'release 1/-1']);
  });

  test('one that waited asks for itself when the first asked otherwise: the first’s page showed the value', async () => {
    const { reveals, provider } = await setting(open);
    const { wait: held, open: go, reached } = gate();
    provider.answers(async () => {
      await held();
      return found('p1', 'email', 'noor@brightwater.example');
    });
    const page = profile('Noor Haddad', { contacts: [{ field: 'email', value: 'noor@brightwater.example' }] });
    const first = reveals.reveal(ADA, newId(), request(page, { another: true }));
    await reached;
    const second = reveals.reveal(BEN, newId(), request('Noor Haddad'));
    go();
    expect(replied(await first).outcome).toMatchObject({ free: 'public', charged: 0 });
    expect(replied(await second).outcome).toMatchObject({ free: null, charged: 1 });
  });

  test('100 different reveals on 10 credits: 10 are charged, 90 refused, nothing is overdrawn', async () => {
    const { reveals, purses, database } = await setting(open, { credits: 10 });
    const replies = await many(100, async (index) =>
      replied(await reveals.reveal(ADA, newId(), request(`Person ${'x'.repeat(index + 1)}`))),
    );
    expect(replies.filter(({ outcome }) => outcome.kind === 'found')).toHaveLength(10);
    const refused = replies.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.refusal.code] : []));
    expect(refused).toEqual(Array(90).fill('insufficient_credits'));
    expect(await purses.balance(W)).toMatchObject({ available: 0, held: 0 });
    await expectSoundBooks(database);
  });
});

eachDatabase('crash', (open) => {
  test('killed between hold and capture: a retry elsewhere is pending, then takes the same hold over: one charge', async () => {
    const { reveals: dying, another, provider, purses, clock, database } = await setting(open);
    const { wait: hang, open: revive, reached } = gate();
    provider.answers(async ({ profile, field }) => {
      await hang();
      return found(profile.key, field);
    });
    const id = newId();
    const lost = dying.reveal(ADA, id, request('Noor Haddad', { field: 'phone' }));
    await reached;

    const next = another();
    const early = replied(await next.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })));
    expect(early.outcome).toEqual({
      kind: 'pending',
      key: 'guildbook:in/noor-haddad',
      field: 'phone',
      held: 8,
      since: clock.iso(),
    });
    expect(early.balance).toMatchObject({ available: 92, held: 8 });
    expect(replied(await next.byId(ADA, id)).outcome.kind).toBe('pending');

    clock.forward({ seconds: 11 });
    provider.answers(({ profile, field }) => found(profile.key, field));
    const late = replied(await next.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })));
    expect(late.outcome).toMatchObject({ kind: 'found', charged: 8, receipt: { entry: 3, before: 100, after: 92 } });

    // It was not dead, only slow: what it says now counts for nothing.
    revive();
    expect(replied(await lost).outcome).toEqual(late.outcome);
    expect(await movements(purses)).toEqual(['hold -8/8', 'capture 0/-8']);
    await expectSoundBooks(database);
  });

  test('a process that wakes up while another has taken its reveal over changes nothing', async () => {
    const { reveals: slow, another, provider, purses, clock, database } = await setting(open);
    const [first, second] = [gate(), gate()];
    provider.answers(() => first.wait().then(() => found('p1', 'email')));
    const id = newId();
    const lost = slow.reveal(ADA, id, request('Noor Haddad'));
    await first.reached;
    clock.forward({ seconds: 11 });
    provider.answers(() => second.wait().then(() => found('p2', 'email')));
    const taken = another().reveal(ADA, id, request('Noor Haddad'));
    await second.reached;
    first.open();
    expect(replied(await lost).outcome).toMatchObject({ kind: 'pending', held: 1 });
    second.open();
    expect(replied(await taken).outcome).toMatchObject({ charged: 1, contact: { value: 'p2@brightwater.example' } });
    expect(await movements(purses)).toEqual(['hold -1/1', 'capture 0/-1']);
    await expectSoundBooks(database);
  });

  test('killed, and another tab wants the same person: it waits for the lease, ends the dead one, and is charged once', async () => {
    const { reveals: dying, another, provider, purses, clock, database } = await setting(open);
    provider.answers(() => new Promise(() => {}));
    const dead = newId();
    dying.reveal(ADA, dead, request('Noor Haddad')).catch(diesWithTheTest);
    await expect.poll(() => provider.asked.length).toBe(1);
    provider.answers(({ profile, field }) => found(profile.key, field));
    const next = another();
    const waiting = next.reveal(BEN, newId(), request('Noor Haddad'));
    // It is seen to wait: nothing is given back while the lease runs.
    await wait(400);
    expect(await movements(purses)).toEqual(['hold -1/1']);
    clock.forward({ seconds: 11 });
    expect(replied(await waiting).outcome).toMatchObject({ charged: 1 });
    const retried = replied(await next.reveal(ADA, dead, request('Noor Haddad')));
    expect(retried.outcome, 'the dead one’s retry gets what the team owns by now').toMatchObject({ free: 'owned' });
    expect(await movements(purses)).toEqual(['hold -1/1', 'release 1/-1', 'hold -1/1', 'capture 0/-1']);
    await expectSoundBooks(database);
  });

  test.each(['sweep', 'spend', 'look'] as const)(
    'killed, and nobody comes back: the next %s gives the hold back, and the reveal has ended uncharged',
    async (touch) => {
      const { reveals: dying, another, provider, purses, clock, database } = await setting(open);
      provider.answers(() => new Promise(() => {}));
      const id = newId();
      dying.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })).catch(diesWithTheTest);
      await expect.poll(() => provider.asked.length).toBe(1);
      const next = another();
      expect(await next.sweep(), 'not yet').toBe(0);
      clock.forward({ minutes: 31 });
      provider.answers(() => ({ kind: 'not_found' }));
      if (touch === 'sweep') expect(await next.sweep()).toBe(1);
      if (touch === 'spend') await next.reveal(BEN, newId(), request('Tomás Villalobos'));
      expect(await purses.balance(W)).toMatchObject({ available: 100, held: 0 });
      expect((await movements(purses)).slice(0, 2)).toEqual(['hold -8/8', 'release 8/-8']);
      const ended = { kind: 'refused', refusal: { code: 'unavailable', next: 'retry' } };
      expect(replied(await next.byId(ADA, id)).outcome).toMatchObject(ended);
      const retried = replied(await next.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })));
      expect(retried.outcome).toMatchObject(ended);
      expect(await next.sweep()).toBe(0);
      await expectSoundBooks(database);
    },
  );

  test('a connection that breaks after every third COMMIT: each of 30 reveals is charged once', async () => {
    const { database, provider, clock, purses } = await setting(open);
    let commits = 0;
    const flaky = losingAnswers(database, () => {
      commits += 1;
      return commits % 3 === 0;
    });
    const reveals = createReveals({
      database: flaky,
      purses: createPurses(flaky, { now: clock.now }),
      providers: [provider],
      now: clock.now,
    });
    const replies = await many(30, async (index) =>
      resent(reveals, newId(), request(`Person ${'y'.repeat(index + 1)}`)),
    );
    for (const { outcome } of replies) expect(outcome).toMatchObject({ kind: 'found', charged: 1, free: null });
    expect(await purses.balance(W)).toMatchObject({ available: 70, held: 0 });
    expect((await reveals.owned(W, 0, 100)).items.map(({ number }) => number)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    await expectSoundBooks(database);
  });

  if (open.kind === 'postgres') {
    test('PostgreSQL ends all connections again and again under 60 reveals: each is charged once, the process lives on', async () => {
      const url = await open.url();
      const database = await open(url);
      const clock = clockAt('2026-02-10T09:00:00.000Z');
      const purses = createPurses(database, { now: clock.now });
      await purses.setPlan(W, TEAM, OPERATOR);
      const reveals = createReveals({ database, purses, providers: [scripted()], now: clock.now });
      const killer = new pg.Client({ connectionString: url });
      await killer.connect();
      let running = true;
      const killing = (async () => {
        let killed = 0;
        while (running) {
          const { rowCount } = await killer.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and application_name = 'latchkey' and state <> 'idle'`,
          );
          killed += rowCount ?? 0;
          // Long enough for a connection and a transaction, at times, also where the machine is busy.
          await wait(25 + Math.random() * 100);
        }
        return killed;
      })();
      const replies = await many(60, (index) => resent(reveals, newId(), request(`Person ${'z'.repeat(index + 1)}`)));
      running = false;
      expect(await killing, 'nothing was killed: the test proves nothing').toBeGreaterThan(0);
      await killer.end();
      expect(replies.map(({ outcome }) => outcome.kind)).toEqual(Array(60).fill('found'));
      expect(await purses.balance(W)).toMatchObject({ available: 40, held: 0 });
      await expectSoundBooks(database);
    });
  }
});

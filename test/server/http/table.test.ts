import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { api, type EndpointName, type Reply } from '#contract/api.ts';
import { Refusal } from '#contract/refusal.ts';
import { eachDatabase } from '../databases.ts';
import { AT, callerOf, emailOf, names, person, samples, send, startWorld, type World } from './world.ts';

eachDatabase('every endpoint of the table, over HTTP', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(open);
  });
  afterEach(() => world.server.stop());

  /** Calls a row with its sample, as whoever may, and reads the reply by the row's schema. */
  async function call<N extends EndpointName>(name: N, more: object = {}): Promise<Reply<N>> {
    const received = await send(world.server, name, { token: callerOf(world, name), ...samples[name](world), ...more });
    expect(received.status, JSON.stringify(received.json)).toBe(200);
    expect(received.headers.get('cache-control')).toBe('no-store');
    return api[name].reply.parse(received.json) as Reply<N>;
  }

  /** What each row does, seen from outside. A row without a trip does not compile. */
  const trips: { [N in EndpointName]: () => Promise<void> } = {
    health: async () => {
      expect(await call('health')).toMatchObject({ ok: true, service: 'latchkey' });
    },
    me: async () => {
      const { a } = world;
      expect(await call('me')).toEqual({
        member: { id: a.rep.id, name: 'ARep', email: 'arep@northwind.example', role: 'rep', operator: false },
        workspace: { id: a.workspace, name: 'A' },
      });
    },
    signOut: async () => {
      await call('signOut');
      expect((await send(world.server, 'me', { token: world.a.rep.token })).status).toBe(401);
    },
    balance: async () => {
      expect(await call('balance')).toMatchObject({ available: 20, topUp: 0, held: 0, prices: { email: 1, phone: 8 } });
    },
    reveal: async () => {
      const key = crypto.randomUUID();
      const first = await call('reveal', { key });
      expect(first).toMatchObject({ id: key, outcome: { kind: 'found', charged: 1 }, balance: { available: 19 } });
      const again = await call('reveal', { key: key.toUpperCase() });
      expect(again.outcome, 'the same key gets the same answer').toEqual(first.outcome);
      expect(again.balance.asOf.entry, 'and no effect').toBe(first.balance.asOf.entry);
    },
    revealById: async () => {
      const { id } = await call('reveal');
      expect(await call('revealById', { params: { id } })).toMatchObject({ id, outcome: { kind: 'found' } });
    },
    owned: async () => {
      await call('reveal');
      expect(await call('owned')).toEqual({
        items: [{ number: 1, key: person('okafor').key, field: 'email' }],
        more: false,
      });
    },
    openUnlock: async () => {
      await call('reveal');
      const { outcome } = await call('openUnlock');
      const value = emailOf(person('okafor'));
      expect(outcome).toMatchObject({ kind: 'found', charged: 0, free: 'owned', contact: { value } });
    },
    requestTopUp: async () => {
      const { topUp, balance } = await call('requestTopUp');
      expect(topUp).toMatchObject({ credits: 100, status: 'pending', requestedBy: 'ARep', note: 'for the fair' });
      expect(balance).toMatchObject({ available: 20, pending: [{ id: topUp.id }] });
    },
    ledger: async () => {
      await call('reveal');
      const { items, more } = await call('ledger');
      expect({ kinds: items.map(({ kind }) => kind), more }).toEqual({
        kinds: ['grant', 'hold', 'capture'],
        more: false,
      });
      expect((await call('ledger', { query: { after: 1, limit: 1 } })).items.map(({ number }) => number)).toEqual([2]);
    },
    workspaces: async () => {
      expect((await call('workspaces')).items.map(({ name }) => name)).toEqual(['A', 'B']);
    },
    workspaceBalance: async () => {
      expect(await call('workspaceBalance')).toMatchObject({ available: 20 });
    },
    grant: async () => {
      const key = crypto.randomUUID();
      expect(await call('grant', { key })).toMatchObject({ balance: { available: 25, topUp: 5 } });
      expect(await call('grant', { key })).toMatchObject({ balance: { available: 25 } });
    },
    settleTopUp: async () => {
      const { topUp } = await call('requestTopUp');
      const params = { workspace: world.a.workspace, id: topUp.id };
      const settled = await call('settleTopUp', { params });
      expect(settled).toMatchObject({ topUp: { status: 'settled' }, balance: { available: 120, pending: [] } });
      expect(await call('settleTopUp', { params }), 'again changes nothing').toMatchObject({
        balance: { available: 120 },
      });
    },
  };

  test.each(names)('%s', (name) => trips[name]());

  describe('a reveal that ends otherwise is an answer, not an error', () => {
    test.each([
      ['nobody found', { profile: person('nobody') }, { kind: 'not_found', charged: 0 }],
      ['price too low', { maxCredits: 0 }, { kind: 'refused', refusal: { code: 'price_changed', price: 1 } }],
      ['provider down', { profile: person('broken') }, { kind: 'refused', refusal: { code: 'provider_unavailable' } }],
    ])('%s', async (_what, change, outcome) => {
      const body = { profile: person('okafor'), field: 'email', maxCredits: 1, another: false, ...change };
      const reply = await call('reveal', { body });
      expect(reply).toMatchObject({ outcome, balance: { available: 20, held: 0 } });
    });

    test('out of credits says what is missing and when the plan renews', async () => {
      const body = { field: 'phone', maxCredits: 8, another: false };
      for (const who of ['one', 'two']) await call('reveal', { body: { ...body, profile: person(who) } });
      const { outcome } = await call('reveal', { body: { ...body, profile: person('three') } });
      if (outcome.kind !== 'refused') expect.fail(`it was ${outcome.kind}`);
      expect(outcome.refusal).toMatchObject({ code: 'insufficient_credits', missing: 4, price: 8, allowance: 20 });
      expect(Refusal.parse(outcome.refusal).next).toBe('top_up');
      expect(Date.parse(outcome.refusal.renewsAt ?? '')).toBeGreaterThan(Date.parse(AT));
    });
  });
});

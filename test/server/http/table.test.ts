import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { api, type EndpointName, type Reply } from '#contract/api.ts';
import { Refusal } from '#contract/refusal.ts';
import { eachDatabase } from '../databases.ts';
import { expectRefused } from './walk.ts';
import {
  AT,
  callerOf,
  emailOf,
  names,
  person,
  type Sending,
  samples,
  send,
  startWorld,
  TEAM_50,
  type World,
} from './world.ts';

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

  /** A row's sample by whoever may, for calls that are refused. */
  function sent(name: EndpointName): Sending {
    return { token: callerOf(world, name), ...samples[name](world) };
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
    dispute: async () => {
      const { id } = await call('reveal');
      const { dispute } = await call('dispute', { params: { id } });
      expect(dispute).toMatchObject({ id, status: 'open', reason: 'bounced', raisedBy: 'ARep', charged: 1 });
      expect(await call('dispute', { params: { id } }), 'again it is the same one').toEqual({ dispute });
    },
    disputes: async () => {
      const { id } = await call('reveal');
      await call('dispute', { params: { id } });
      expect((await call('disputes')).items).toMatchObject([{ id, person: 'Ada okafor' }]);
      const { a } = world;
      expect((await call('disputes', { token: a.admin.token })).items, 'an admin sees all').toHaveLength(1);
    },
    receipts: async () => {
      const body = { profile: person('adebayo'), field: 'phone', maxCredits: 8, another: false };
      await call('reveal');
      await call('reveal', { body, token: world.a.admin.token });
      const seen = async (more: object) => (await call('receipts', more)).items.map(({ activity }) => activity);
      expect(await seen({}), 'a rep sees their own').toEqual(['email']);
      const { token } = world.a.admin;
      expect(await seen({ token }), 'an admin sees all').toEqual(['phone', 'email']);
      const first = await call('receipts', { token, query: { limit: 1 } });
      expect(first).toMatchObject({ more: true, items: [{ before: 19, after: 11, charged: 8, refund: null }] });
      const rest = await call('receipts', { token, query: { limit: 1, before: first.items[0]?.entry } });
      expect(rest).toMatchObject({ more: false, items: [{ activity: 'email' }] });
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
    requestRaise: async () => {
      expectRefused(await send(world.server, 'requestRaise', sent('requestRaise')), 'invalid_request');
      await call('setCap');
      const key = crypto.randomUUID();
      const { request } = await call('requestRaise', { key });
      expect(request).toMatchObject({ id: key, status: 'pending', credits: 5, member: { name: 'ARep' } });
      expect(await call('requestRaise', { key }), 'again it is the same one').toEqual({ request });
    },
    raiseRequests: async () => {
      await call('setCap');
      const { request } = await call('requestRaise');
      expect(await call('raiseRequests')).toEqual({ items: [request] });
      expect(await call('raiseRequests', { token: world.a.admin.token })).toEqual({ items: [request] });
    },
    decideRaise: async () => {
      await call('setCap');
      const { request } = await call('requestRaise');
      const params = { id: request.id };
      const raise = { credits: 5, until: '2100-01-01T00:00:00.000Z' };
      const decided = await call('decideRaise', { params, body: { raise } });
      expect(decided.request).toMatchObject({ status: 'granted', raise, decidedBy: 'AAdmin' });
      expect(await call('decideRaise', { params, body: { raise } }), 'again changes nothing').toEqual(decided);
      const other = { ...sent('decideRaise'), params };
      expectRefused(await send(world.server, 'decideRaise', other), 'already_ended');
      expect((await call('balance')).cap).toMatchObject({ credits: 6, left: 6, raisedUntil: raise.until });
    },
    members: async () => {
      const { items } = await call('members');
      expect(items.map(({ name, role, cap }) => [name, role, cap])).toEqual([
        ['AAdmin', 'admin', null],
        ['ARep', 'rep', null],
      ]);
    },
    setCap: async () => {
      await call('reveal');
      const { member } = await call('setCap', { body: { credits: 3 } });
      expect(member.cap).toMatchObject({ credits: 3, used: 1, left: 2 });
      expect((await call('members')).items[1], 'and so it is listed').toEqual(member);
      expect((await call('setCap', { body: { credits: null } })).member.cap).toBeNull();
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
    setPlan: async () => {
      const { balance } = await call('setPlan');
      expect(balance.plan).toMatchObject({ name: 'Team 20', next: { name: 'Team 50', allowance: 50 } });
      const now = await call('setPlan', { body: { when: 'now', plan: TEAM_50 } });
      expect(now.balance).toMatchObject({ available: 50, plan: { name: 'Team 50', next: null }, prices: { email: 2 } });
      expect(now.balance.plan?.renewsAt, 'the cycle goes on').toBe(balance.plan?.renewsAt);
      const nowhere = { ...TEAM_50, timeZone: 'Europe/Atlantis' };
      const wrong = { ...sent('setPlan'), body: { when: 'now', plan: nowhere } };
      const received = await send(world.server, 'setPlan', wrong);
      expectRefused(received, 'invalid_request');
      expect(received.json).toMatchObject({ refusal: { at: 'plan.timeZone' } });
    },
    cancelPlan: async () => {
      expect((await call('cancelPlan')).balance).toMatchObject({ available: 20, plan: { next: 'cancelled' } });
      expect((await call('cancelPlan')).balance).toMatchObject({ plan: { next: 'cancelled' } });
    },
    addAddOn: async () => {
      const key = crypto.randomUUID();
      const { balance } = await call('addAddOn', { key });
      expect(balance).toMatchObject({ available: 30, addOn: { left: 10, refreshes: 10 } });
      expect((await call('addAddOn', { key })).balance.available, 'again adds nothing').toBe(30);
    },
    addOns: async () => {
      const key = crypto.randomUUID();
      await call('addAddOn', { key });
      expect(await call('addOns')).toEqual({ items: [{ id: key, credits: 10 }] });
    },
    dropAddOn: async () => {
      const key = crypto.randomUUID();
      await call('addAddOn', { key });
      const params = { workspace: world.a.workspace, id: key };
      expect((await call('dropAddOn', { params })).balance.addOn).toMatchObject({ left: 10, refreshes: 0 });
      expect((await call('dropAddOn', { params })).balance.addOn).toMatchObject({ refreshes: 0 });
      await call('addAddOn', { key });
      expect((await call('addOns')).items, 'a late replay does not bring it back').toEqual([]);
    },
    grants: async () => {
      await call('grant');
      expect((await call('grants')).items).toMatchObject([
        { kind: 'top_up', credits: 5, left: 5, status: 'open', reason: 'Play money' },
        { kind: 'plan', credits: 20, left: 20, status: 'open' },
      ]);
    },
    revoke: async () => {
      const { balance } = await call('grant');
      const params = { workspace: world.a.workspace, entry: String(balance.asOf.entry) };
      const key = crypto.randomUUID();
      const body = { credits: 3, reason: 'Given by mistake' };
      expect(await call('revoke', { key, params, body })).toMatchObject({ revoked: 3, balance: { topUp: 2 } });
      expect(await call('revoke', { key, params, body })).toMatchObject({ revoked: 3, balance: { topUp: 2 } });
      const more = { ...body, credits: 30 };
      const rest = await call('revoke', { params, body: more });
      expect(rest, 'at most what is left').toMatchObject({ revoked: 2, balance: { topUp: 0, available: 20 } });
      const reused = { ...sent('revoke'), key, params, body: more };
      expectRefused(await send(world.server, 'revoke', reused), 'key_reused');
    },
    topUps: async () => {
      const { topUp } = await call('requestTopUp');
      expect(await call('topUps')).toEqual({ items: [topUp] });
    },
    operatorDisputes: async () => {
      const { id } = await call('reveal');
      await call('dispute', { params: { id } });
      expect((await call('operatorDisputes')).items).toMatchObject([
        { workspace: world.a.workspace, dispute: { id, status: 'open' } },
      ]);
    },
    decideDispute: async () => {
      const { id } = await call('reveal');
      await call('dispute', { params: { id } });
      const params = { workspace: world.a.workspace, id };
      const decided = await call('decideDispute', { params });
      expect(decided).toMatchObject({ dispute: { status: 'granted', decidedBy: 'Olu' }, balance: { available: 20 } });
      expect((await call('decideDispute', { params })).balance.available, 'again gives nothing').toBe(20);
      const { outcome } = await call('revealById', { params: { id } });
      expect(outcome, 'the receipt shows it').toMatchObject({ receipt: { charged: 1, refund: { credits: 1 } } });
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

    test('at the cap says what is left of it, and who can help', async () => {
      await call('setCap', { body: { credits: 0 } });
      const { outcome, balance } = await call('reveal');
      expect(outcome).toMatchObject({ refusal: { code: 'capped', next: 'ask_admin', left: 0, admins: ['AAdmin'] } });
      expect(outcome.kind === 'refused' && outcome.refusal.message).toContain('AAdmin');
      expect(balance).toMatchObject({ available: 20, cap: { credits: 0, left: 0 } });
      const other = await call('reveal', { token: world.a.admin.token });
      expect(other, 'others have caps of their own, or none').toMatchObject({
        outcome: { kind: 'found' },
        balance: { cap: null },
      });
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

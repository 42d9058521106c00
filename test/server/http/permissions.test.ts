import { expect, test } from 'vitest';
import type { EndpointName, Reply } from '#contract/api.ts';
import { eachDatabase } from '../databases.ts';
import { books, expectRefused, worldOf } from './walk.ts';
import { names, request, rowOf, samples, send } from './world.ts';

eachDatabase('who may do what', (open) => {
  const world = worldOf(open);
  const walk = (to: (name: EndpointName) => Promise<void>) => Promise.all(names.map(to));

  test('without a token, with a wrong one and after sign-out: 401, on every row', async () => {
    const before = await books(world());
    const { token } = world().a.rep;
    await world().server.accounts.sessions.end(token);
    for (const wrong of [undefined, 'noSuchTokenNoSuchTokenNoSuchTok0', token]) {
      await walk(async (name) => {
        if (rowOf(name).who === 'anyone') return;
        const received = await send(world().server, name, { ...samples[name](world()), token: wrong });
        expectRefused(received, 'not_signed_in', name);
      });
    }
    expect(await books(world())).toEqual(before);
  });

  test('a cookie, or a token elsewhere than in the header, signs nobody in', async () => {
    const { token } = world().a.rep;
    for (const headers of [{ cookie: `latchkey.session_token=${token}` }, { authorization: `Basic ${token}` }]) {
      expectRefused(await send(world().server, 'balance', { headers }), 'not_signed_in');
    }
    expectRefused(await request(world().server, 'GET', `/v1/balance?access_token=${token}`), 'not_signed_in');
  });

  test('a rep gets 403 for what is an admin’s or an operator’s, an admin for an operator’s', async () => {
    const before = await books(world());
    const { a } = world();
    await walk(async (name) => {
      const { who } = rowOf(name);
      const call = (token: string) => send(world().server, name, { ...samples[name](world()), token });
      if (who === 'admin' || who === 'operator') expectRefused(await call(a.rep.token), 'forbidden', `rep ${name}`);
      if (who === 'operator') expectRefused(await call(a.admin.token), 'forbidden', `admin ${name}`);
    });
    expect(await books(world())).toEqual(before);
  });

  test('an operator who is a member of no workspace has none of a member’s rights', async () => {
    await walk(async (name) => {
      const { who } = rowOf(name);
      if (who !== 'rep' && who !== 'admin') return;
      const call = { ...samples[name](world()), token: world().operator.token };
      expectRefused(await send(world().server, name, call), 'no_workspace', name);
    });
  });

  test('what is another workspace’s does not exist: 404, and nothing of it is in any answer', async () => {
    const { server, a, b, operator } = world();
    const revealed = await send(server, 'reveal', { ...samples.reveal(world()), token: a.rep.token });
    const { id } = revealed.json as { id: string };
    const asked = await send(server, 'requestTopUp', { ...samples.requestTopUp(world()), token: a.rep.token });
    const topUp = (asked.json as { topUp: { id: string } }).topUp.id;
    const cap = { token: a.admin.token, params: { member: a.rep.id }, body: { credits: 15 } };
    await send(server, 'setCap', cap);
    const wished = await send(server, 'requestRaise', { ...samples.requestRaise(world()), token: a.rep.token });
    const raise = (wished.json as Reply<'requestRaise'>).request.id;
    await send(server, 'dispute', { ...samples.dispute(world()), token: a.rep.token, params: { id } });
    const addOn = crypto.randomUUID();
    await send(server, 'addAddOn', { ...samples.addAddOn(world()), token: operator.token, key: addOn });
    await send(server, 'grant', { ...samples.grant(world()), token: operator.token });
    const given = await send(server, 'grants', { ...samples.grants(world()), token: operator.token });
    const grantOfA = (given.json as Reply<'grants'>).items[0]?.entry;
    const before = await books(world());
    const token = b.admin.token;
    const nothing = (name: EndpointName) => async () =>
      expect((await send(server, name, { token })).json, name).toMatchObject({ items: [] });
    const nowhere = (name: EndpointName) => async () => {
      const sample = samples[name](world());
      const params = { ...sample.params, workspace: 'no-such-workspace' };
      expectRefused(await send(server, name, { ...sample, token: operator.token, params }), 'not_found', name);
    };
    /** For each row: what a member of B gets when asking for what is A's. A new row does not compile without one. */
    const strangers: { [N in EndpointName]: (() => Promise<void>) | 'names nothing of a workspace' } = {
      health: 'names nothing of a workspace',
      me: async () =>
        expect((await send(server, 'me', { token })).json).toMatchObject({ workspace: { id: b.workspace } }),
      signOut: 'names nothing of a workspace',
      balance: async () =>
        expect((await send(server, 'balance', { token })).json).toMatchObject({ available: 20, pending: [] }),
      reveal: 'names nothing of a workspace',
      revealById: async () => expectRefused(await send(server, 'revealById', { token, params: { id } }), 'not_found'),
      dispute: async () => {
        const call = { ...samples.dispute(world()), token, params: { id } };
        expectRefused(await send(server, 'dispute', call), 'not_found');
      },
      disputes: nothing('disputes'),
      receipts: nothing('receipts'),
      owned: async () => expect((await send(server, 'owned', { token })).json).toEqual({ items: [], more: false }),
      openUnlock: async () =>
        expectRefused(await send(server, 'openUnlock', { ...samples.openUnlock(world()), token }), 'not_found'),
      requestTopUp: 'names nothing of a workspace',
      requestRaise: 'names nothing of a workspace',
      raiseRequests: nothing('raiseRequests'),
      decideRaise: async () => {
        const call = { ...samples.decideRaise(world()), token, params: { id: raise } };
        expectRefused(await send(server, 'decideRaise', call), 'not_found');
      },
      members: async () => {
        const { items } = (await send(server, 'members', { token })).json as Reply<'members'>;
        expect(items.map(({ id: member }) => member).sort()).toEqual([b.admin.id, b.rep.id].sort());
      },
      setCap: async () =>
        expectRefused(await send(server, 'setCap', { ...samples.setCap(world()), token }), 'not_found'),
      ledger: async () => expect(JSON.stringify((await send(server, 'ledger', { token })).json)).not.toContain(id),
      workspaces: async () => expectRefused(await send(server, 'workspaces', { token }), 'forbidden'),
      workspaceBalance: async () => {
        const params = { workspace: 'no-such-workspace' };
        expectRefused(await send(server, 'workspaceBalance', { token: operator.token, params }), 'not_found');
      },
      setPlan: nowhere('setPlan'),
      cancelPlan: nowhere('cancelPlan'),
      addAddOn: nowhere('addAddOn'),
      addOns: nowhere('addOns'),
      dropAddOn: async () => {
        await nowhere('dropAddOn')();
        const call = { token: operator.token, params: { workspace: b.workspace, id: addOn } };
        expectRefused(await send(server, 'dropAddOn', call), 'not_found');
      },
      grant: nowhere('grant'),
      grants: nowhere('grants'),
      revoke: async () => {
        await nowhere('revoke')();
        const params = { workspace: b.workspace, entry: String(grantOfA) };
        const call = { ...samples.revoke(world()), token: operator.token, params };
        expectRefused(await send(server, 'revoke', call), 'not_found');
      },
      topUps: nowhere('topUps'),
      operatorDisputes: async () => expectRefused(await send(server, 'operatorDisputes', { token }), 'forbidden'),
      decideDispute: async () => {
        await nowhere('decideDispute')();
        const call = { ...samples.decideDispute(world()), token: operator.token };
        const params = { workspace: b.workspace, id };
        expectRefused(await send(server, 'decideDispute', { ...call, params }), 'not_found');
      },
      settleTopUp: async () => {
        const params = { workspace: b.workspace, id: topUp };
        const call = { ...samples.settleTopUp(world()), token: operator.token, params };
        expectRefused(await send(server, 'settleTopUp', call), 'not_found');
      },
    };
    for (const name of names) {
      const stranger = strangers[name];
      if (typeof stranger === 'function') await stranger();
    }
    expect(await books(world())).toEqual(before);
  });

  test('the same key in another workspace is another key', async () => {
    const { server, a, b } = world();
    const sample = samples.reveal(world());
    await send(server, 'reveal', { ...sample, token: a.rep.token });
    const second = await send(server, 'reveal', { ...sample, token: b.rep.token });
    expect(second.json).toMatchObject({ outcome: { kind: 'found', charged: 1 }, balance: { available: 19 } });
  });

  test('an expired session says so', async () => {
    const { server, a } = world();
    await server.database.db
      .withTables<{ session: { expiresAt: string; token: string } }>()
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      .where('token', '=', a.rep.token)
      .execute();
    expectRefused(await send(server, 'balance', { token: a.rep.token }), 'session_expired');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EndpointName } from '#contract/api.ts';
import { REFUSALS, Refusal } from '#contract/refusal.ts';
import { eachDatabase, type Open } from '../databases.ts';
import {
  callerOf,
  codeOf,
  names,
  person,
  type Received,
  request,
  rowOf,
  type Sending,
  samples,
  send,
  startWorld,
  type World,
} from './world.ts';

const BODY_TIMEOUT = 300;

/** A refusal as the contract has it, under its status. */
function expectRefused(received: Received, code: string, what = ''): void {
  const { refusal } = received.json as { refusal: unknown };
  const read = Refusal.parse(refusal);
  expect(read.code, `${what} ${read.message}`).toBe(code);
  expect(received.status, what).toBe(REFUSALS[read.code]);
  expect(read.message, 'the sentence ends as one').toMatch(/[.!?]$/);
}

function worldOf(open: Open): () => World {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(open, { bodyTimeout: BODY_TIMEOUT });
  });
  afterEach(() => world.server.stop());
  return () => world;
}

/** Everything that money could have moved. */
async function books({ server, a, b }: World): Promise<unknown> {
  const of = async (workspace: string) => {
    const { asOf: _, ...balance } = await server.purses.balance(workspace);
    return { balance, ledger: await server.purses.ledger(workspace, 0, 1000) };
  };
  return { a: await of(a.workspace), b: await of(b.workspace) };
}

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
    const before = await books(world());
    const token = b.admin.token;
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
      owned: async () => expect((await send(server, 'owned', { token })).json).toEqual({ items: [], more: false }),
      openUnlock: async () =>
        expectRefused(await send(server, 'openUnlock', { ...samples.openUnlock(world()), token }), 'not_found'),
      requestTopUp: 'names nothing of a workspace',
      ledger: async () => expect(JSON.stringify((await send(server, 'ledger', { token })).json)).not.toContain(id),
      workspaces: async () => expectRefused(await send(server, 'workspaces', { token }), 'forbidden'),
      workspaceBalance: async () => {
        const params = { workspace: 'no-such-workspace' };
        expectRefused(await send(server, 'workspaceBalance', { token: operator.token, params }), 'not_found');
      },
      grant: async () => {
        const call = { ...samples.grant(world()), token: operator.token, params: { workspace: 'no-such-workspace' } };
        expectRefused(await send(server, 'grant', call), 'not_found');
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

eachDatabase('bad input', (open) => {
  const world = worldOf(open);

  /** Sends something bad to every row that takes such input, and sees that the books stay as they are. */
  async function everyRow(takes: (name: EndpointName) => boolean, bad: (sample: Sending) => Sending, code: string) {
    const before = await books(world());
    const rows = names.filter(takes);
    expect(rows.length, 'some row takes this').toBeGreaterThan(0);
    for (const name of rows) {
      const sample = { ...samples[name](world()), token: callerOf(world(), name) };
      expectRefused(await send(world().server, name, bad(sample)), code, name);
    }
    expect(await books(world()), 'the books').toEqual(before);
  }
  const takesBody = (name: EndpointName) => rowOf(name).body !== undefined;
  const takesKey = (name: EndpointName) => rowOf(name).idempotent === true;

  test.each<[string, unknown, string]>([
    ['no JSON', '{"profile":', 'invalid_request'],
    ['not UTF-8', '\uD800', 'invalid_request'],
    ['an empty body', '', 'invalid_request'],
    ['null', null, 'invalid_request'],
    ['a list', [], 'invalid_request'],
    ['an empty object', {}, 'invalid_request'],
    ['a prototype', '{"__proto__":{"kind":"top_up"},"constructor":1}', 'invalid_request'],
    ['10 MB', `{"a":"${'x'.repeat(10_000_000)}"}`, 'payload_too_large'],
    ['deep nesting', '['.repeat(20_000), 'invalid_request'],
  ])('a body of %s', async (_what, body, code) => {
    await everyRow(
      takesBody,
      (sample) => ({ ...sample, body: typeof body === 'string' ? body : JSON.stringify(body) }),
      code,
    );
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('a body of type %j', async (type) => {
    await everyRow(takesBody, (s) => ({ ...s, headers: { 'content-type': type } }), 'unsupported_media_type');
  });

  test('a compressed body', async () => {
    const headers = { 'content-encoding': 'gzip' };
    await everyRow(takesBody, (sample) => ({ ...sample, headers }), 'unsupported_media_type');
  });

  test.each([undefined, '', 'first', '1234', 'ffffffff-ffff-ffff-ffff-fffffffffffz'])(
    'an Idempotency-Key of %j',
    async (key) => {
      await everyRow(takesKey, (sample) => ({ ...sample, key }), 'invalid_request');
    },
  );

  test('each field of each body, of a wrong type: the refusal says where', async () => {
    const before = await books(world());
    for (const name of names.filter(takesBody)) {
      const sample = { ...samples[name](world()), token: callerOf(world(), name) };
      for (const field of Object.keys(sample.body as object)) {
        const body = { ...(sample.body as object), [field]: { wrong: true } };
        const received = await send(world().server, name, { ...sample, body });
        expectRefused(received, 'invalid_request', `${name}.${field}`);
        expect((received.json as { refusal: Refusal }).refusal.at, `${name}.${field}`).toMatch(
          new RegExp(`^${field}\\b`),
        );
      }
    }
    expect(await books(world())).toEqual(before);
  });

  test.each<[EndpointName, Sending, string]>([
    ['reveal', { body: { field: 'email', maxCredits: -1, another: false } }, 'profile'],
    [
      'reveal',
      { body: { profile: { ...person('x'), name: '' }, field: 'email', maxCredits: 1, another: false } },
      'profile.name',
    ],
    [
      'reveal',
      { body: { profile: { ...person('x'), url: 'javascript:1' }, field: 'email', maxCredits: 1, another: false } },
      'profile.url',
    ],
    ['reveal', { body: { profile: person('x'), field: 'fax', maxCredits: 1, another: false } }, 'field'],
    ['reveal', { body: { profile: person('x'), field: 'email', maxCredits: 1.5, another: false } }, 'maxCredits'],
    ['requestTopUp', { body: { credits: 0, note: null } }, 'credits'],
    ['requestTopUp', { body: { credits: 1e12, note: null } }, 'credits'],
    ['requestTopUp', { body: { credits: '100', note: null } }, 'credits'],
    ['owned', { query: { after: -1 } }, 'after'],
    ['owned', { query: { limit: 100_000 } }, 'limit'],
    ['owned', { query: { after: 'x' } }, 'after'],
    ['ledger', { query: { limit: 0 } }, 'limit'],
    ['revealById', { params: { id: 'not-a-uuid' } }, 'id'],
    ['grant', { body: { kind: 'plan', credits: 5, reason: 'x' } }, 'kind'],
    ['grant', { body: { kind: 'top_up', credits: 5, reason: ' ' } }, 'reason'],
    ['settleTopUp', { body: { status: 'reversed' } }, 'status'],
  ])('%s %j is refused at %s', async (name, bad, at) => {
    const before = await books(world());
    const received = await send(world().server, name, {
      ...samples[name](world()),
      token: callerOf(world(), name),
      ...bad,
    });
    expectRefused(received, 'invalid_request');
    expect((received.json as { refusal: Refusal }).refusal.at).toBe(at);
    expect(await books(world())).toEqual(before);
  });

  test('unknown ids, addresses and methods', async () => {
    const { server, a, operator } = world();
    const before = await books(world());
    const { token } = a.rep;
    expectRefused(await send(server, 'revealById', { token, ...samples.revealById(world()) }), 'not_found');
    expectRefused(await send(server, 'openUnlock', { token, ...samples.openUnlock(world()) }), 'not_found');
    const settle = { token: operator.token, ...samples.settleTopUp(world()) };
    expectRefused(await send(server, 'settleTopUp', settle), 'not_found');
    for (const [method, path] of [
      ['GET', '/v1'],
      ['GET', '/v1/nothing'],
      ['POST', '/v1/nothing'],
      ['GET', '/api/auth/get-session'],
      ['POST', '/api/auth/sign-up/email'],
      ['GET', '/nothing'],
      ['GET', '/v1/operator/workspaces/..%2f..'],
    ] as const) {
      expectRefused(await request(server, method, path, { token }), 'not_found', path);
    }
    for (const [method, path, allow] of [
      ['DELETE', '/v1/balance', 'GET'],
      ['POST', '/v1/balance', 'GET'],
      ['GET', '/v1/reveals', 'POST'],
      ['PUT', '/api/auth/device/code', 'POST'],
    ] as const) {
      const received = await request(server, method, path, { token });
      expectRefused(received, 'method_not_allowed', path);
      expect(received.headers.get('allow')).toBe(allow);
    }
    expect(await books(world())).toEqual(before);
  });

  test('the same key with another body is refused, and charged once', async () => {
    const { server, a } = world();
    const sample = { ...samples.reveal(world()), token: a.rep.token };
    await send(server, 'reveal', sample);
    const other = { ...(sample.body as object), field: 'phone', maxCredits: 8 };
    expectRefused(await send(server, 'reveal', { ...sample, body: other }), 'key_reused');
    expect(await server.purses.balance(a.workspace)).toMatchObject({ available: 19, held: 0 });
  });
});

describe('bodies on a raw socket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-raw-'));
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ url: async () => `file:${folder}/latchkey.db` }, { bodyTimeout: BODY_TIMEOUT });
  });
  afterAll(async () => {
    await world.server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes the head, then the parts one by one, and returns all that came back until the server hung up. */
  function raw(headers: readonly string[], parts: AsyncIterable<string> | Iterable<string>): Promise<string> {
    const { hostname, port } = new URL(world.server.url);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer));
    // A server that hangs up while we still write is what some of these want.
    socket.on('error', () => resolve(answer));
    socket.on('connect', async () => {
      const key = crypto.randomUUID();
      const head = ['POST /v1/reveals HTTP/1.1', 'Host: x', `Authorization: Bearer ${world.a.rep.token}`];
      try {
        socket.write(
          [...head, `Idempotency-Key: ${key}`, 'Content-Type: application/json', ...headers, '', ''].join('\r\n'),
        );
        for await (const part of parts) if (socket.writable) socket.write(part);
      } catch (error) {
        reject(error);
      }
    });
    return promise;
  }

  test('a body that never ends is refused in time, and the connection closed', async () => {
    const started = performance.now();
    const answer = await raw(['Content-Length: 1000'], ['{"profile":']);
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s);
    expect(performance.now() - started).toBeLessThan(BODY_TIMEOUT * 10);
  });

  test('a body that trickles is refused in time, however busy it keeps the line', async () => {
    async function* trickle() {
      for (let count = 0; count < 200; count += 1) {
        yield ' ';
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    const answer = await raw(['Content-Length: 1000'], trickle());
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a chunked body without an end is cut at its size, whatever its headers say', async () => {
    function* chunks() {
      for (let count = 0; count < 1000; count += 1) yield `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    }
    const answer = await raw(['Transfer-Encoding: chunked'], chunks());
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*"code":"payload_too_large"/s);
  });

  test('whoever hangs up in the middle leaves the server well', async () => {
    const { hostname, port } = new URL(world.server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST /v1/reveals HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{');
        socket.destroy();
        resolve();
      });
    });
    expect((await request(world.server, 'GET', '/healthz')).status).toBe(200);
    expect(codeOf(await request(world.server, 'GET', '/v1/balance'))).toBe('not_signed_in');
  });
});

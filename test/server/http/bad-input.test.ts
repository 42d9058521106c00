import { expect, test } from 'vitest';
import type { EndpointName } from '#contract/api.ts';
import type { Refusal } from '#contract/refusal.ts';
import { eachDatabase } from '../databases.ts';
import { Visitor } from './browser.ts';
import { books, expectRefused, worldOf } from './walk.ts';
import {
  callerOf,
  codeOf,
  names,
  PASSWORD,
  person,
  request,
  rowOf,
  type Sending,
  samples,
  send,
  TEAM_50,
} from './world.ts';

interface Found {
  outcome: unknown;
}

/** A bad value of a row, and where the refusal has to say it is. */
const OUT_OF_BOUNDS: readonly [EndpointName, Sending, string][] = [
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
  ['owned', { query: { after: 3_000_000_000 } }, 'after'],
  ['ledger', { query: { after: Number.MAX_SAFE_INTEGER } }, 'after'],
  ['workspaceBalance', { params: { workspace: 'a\u0000b' } }, 'workspace'],
  [
    'reveal',
    {
      body: {
        profile: { ...person('x'), url: 'https://a.example/\u0000' },
        field: 'email',
        maxCredits: 1,
        another: false,
      },
    },
    'profile.url',
  ],
  ['ledger', { query: { limit: 0 } }, 'limit'],
  ['revealById', { params: { id: 'not-a-uuid' } }, 'id'],
  ['grant', { body: { kind: 'gift', credits: 5, reason: 'x' } }, 'kind'],
  ['grant', { body: { kind: 'top_up', credits: 5, reason: 'x', expiresAt: 'tomorrow' } }, 'expiresAt'],
  ['grant', { body: { kind: 'top_up', credits: 5, reason: 'x', expiresAt: '2020-01-01T00:00:00Z' } }, 'expiresAt'],
  ['revoke', { body: { credits: 0, reason: 'x' } }, 'credits'],
  ['revoke', { body: { credits: 5 } }, 'reason'],
  ['addAddOn', { body: { credits: -5 } }, 'credits'],
  ['setPlan', { body: { when: 'later', plan: TEAM_50 } }, 'when'],
  ['setPlan', { body: { when: 'now', plan: { ...TEAM_50, cycle: 'weekly' } } }, 'plan.cycle'],
  ['setPlan', { body: { when: 'now', plan: { ...TEAM_50, allowance: 1e9 } } }, 'plan.allowance'],
  ['setPlan', { body: { when: 'now', plan: { ...TEAM_50, prices: { email: 1 } } } }, 'plan.prices.phone'],
  ['setPlan', { body: { when: 'now', plan: { ...TEAM_50, timeZone: 'Mars/Base' } } }, 'plan.timeZone'],
  ['setPlan', { body: { when: 'now', plan: { ...TEAM_50, anchor: '2026-02-30' } } }, 'plan.anchor'],
  ['setPlan', { body: { when: 'now', plan: { ...TEAM_50, name: 'a\u0000b' } } }, 'plan.name'],
  ['setCap', { body: { credits: 1.5 } }, 'credits'],
  ['setCap', { body: {} }, 'credits'],
  ['requestRaise', { body: { credits: 0, note: null } }, 'credits'],
  ['decideRaise', { body: { raise: { credits: 5 } } }, 'raise.until'],
  ['dispute', { body: { reason: 'because', note: null } }, 'reason'],
  ['decideDispute', { body: { grant: 'yes', answer: null } }, 'grant'],
  ['receipts', { query: { before: 0 } }, 'before'],
  ['settleTopUp', { body: { status: 'settled', payment: '' } }, 'payment'],
  ['grant', { body: { kind: 'top_up', credits: 5, reason: ' ' } }, 'reason'],
  ['settleTopUp', { body: { status: 'paid' } }, 'status'],
];

eachDatabase('bad input', (open) => {
  const world = worldOf(open);

  /** Sends something bad to every row that takes such input, and sees that the books stay as they are. */
  async function everyRow(
    takes: (name: EndpointName) => boolean,
    bad: readonly [what: string, change: Sending, code: string][],
  ) {
    const before = await books(world());
    const rows = names.filter(takes);
    expect(rows.length, 'some row takes this').toBeGreaterThan(0);
    for (const [what, change, code] of bad) {
      for (const name of rows) {
        const call = { ...samples[name](world()), token: callerOf(world(), name), ...change };
        expectRefused(await send(world().server, name, call), code, `${name}, ${what}`);
      }
      expect(await books(world()), `the books after ${what}`).toEqual(before);
    }
  }
  const takesBody = (name: EndpointName) => rowOf(name).body !== undefined;
  const takesKey = (name: EndpointName) => rowOf(name).idempotent === true;

  test('bodies that are not what they should be', async () => {
    await everyRow(takesBody, [
      ['no JSON', { body: '{"profile":' }, 'invalid_request'],
      ['not UTF-8', { body: Uint8Array.of(0x22, 0xff, 0x22) }, 'invalid_request'],
      ['an empty body', { body: '' }, 'invalid_request'],
      ['null', { body: 'null' }, 'invalid_request'],
      ['a list', { body: [] }, 'invalid_request'],
      ['an empty object', { body: {} }, 'invalid_request'],
      ['a prototype', { body: '{"__proto__":{"kind":"top_up"},"constructor":1}' }, 'invalid_request'],
      ['10 MB', { body: `{"a":"${'x'.repeat(10_000_000)}"}` }, 'payload_too_large'],
      ['deep nesting', { body: '['.repeat(20_000) }, 'invalid_request'],
    ]);
  });

  test('bodies of another content type', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      '',
    ];
    const rows = types.map(
      (type) =>
        [`type ${type}`, { headers: { 'content-type': type } }, 'unsupported_media_type'] as [string, Sending, string],
    );
    await everyRow(takesBody, [
      ...rows,
      ['a compressed body', { headers: { 'content-encoding': 'gzip' } }, 'unsupported_media_type'],
    ]);
  });

  test('a missing or unsound Idempotency-Key', async () => {
    await everyRow(takesKey, [
      ['no key', { key: undefined }, 'invalid_request'],
      ['an empty key', { key: '' }, 'invalid_request'],
      ['a word', { key: 'first' }, 'invalid_request'],
      ['almost a UUID', { key: 'ffffffff-ffff-ffff-ffff-fffffffffffz' }, 'invalid_request'],
    ]);
  });

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

  test('values out of bounds: the refusal says where', async () => {
    const before = await books(world());
    for (const [name, bad, at] of OUT_OF_BOUNDS) {
      const call = { ...samples[name](world()), token: callerOf(world(), name), ...bad };
      const received = await send(world().server, name, call);
      expectRefused(received, 'invalid_request', `${name} ${at}`);
      expect((received.json as { refusal: Refusal }).refusal.at, name).toBe(at);
    }
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

  test('characters that no text has are refused or cleaned, on whatever database', async () => {
    const { server, a, operator } = world();
    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: 'latchkey-extension' };
    const body = { ...grant, device_code: 'a\u0000b' };
    const device = await request(server, 'POST', '/api/auth/device/token', { body });
    expect(device).toMatchObject({ status: 400, json: { error: 'invalid_request' } });

    const visitor = new Visitor(server);
    const link = await server.accounts.links.forMember(operator.id);
    expect((await visitor.get('/welcome/%00')).status).toBe(410);
    expect((await visitor.post(`/welcome/${link}`, { name: 'Olu', password: PASSWORD })).status).toBe(303);
    const topUp = crypto.randomUUID();
    for (const [path, fields] of [
      ['/welcome/%00', { name: 'x', password: PASSWORD }],
      ['/sign-in', { email: 'a\u0000@northwind.example', password: PASSWORD }],
      ['/device', { user_code: 'A\u0000B', decision: 'approve' }],
      ['/account/revoke', { session: '\u0000' }],
      ['/operator/top-ups', { workspace: '\u0000', topUp, status: 'settled' }],
      ['/operator/top-ups', { workspace: 'nowhere', topUp, status: 'settled' }],
      ['/operator/grants', { id: topUp, workspace: '\u0000', credits: '1', reason: 'x' }],
      ['/operator/grants', { id: topUp, workspace: a.workspace, credits: '1', reason: 'a\u0000b' }],
    ] as const) {
      expect((await visitor.post(path, fields)).status, path).toBeLessThan(500);
    }
    const purses = await server.database.db.selectFrom('purse').select('workspace_id').execute();
    expect(purses.map((row) => row.workspace_id).sort(), 'no purse of no workspace').toEqual(
      [a.workspace, world().b.workspace].sort(),
    );
    expect(
      world().lines.filter((line) => JSON.parse(line).level >= 50),
      'nothing failed',
    ).toEqual([]);
  });

  test('an id counts in any letter case', async () => {
    const { server, a, operator } = world();
    const { token } = a.rep;
    const sample = { ...samples.reveal(world()), token };
    const id = sample.key ?? '';
    await send(server, 'reveal', sample);
    const again = await send(server, 'reveal', { ...sample, key: id.toUpperCase() });
    expect(again.json).toMatchObject({ id, outcome: { charged: 1 } });
    const params = { id: id.toUpperCase() };
    expect((await send(server, 'revealById', { token, params })).json).toMatchObject({ id });
    const asked = { ...samples.requestTopUp(world()), token };
    await send(server, 'requestTopUp', asked);
    const settled = await send(server, 'settleTopUp', {
      token: operator.token,
      params: { workspace: a.workspace, id: (asked.key ?? '').toUpperCase() },
      body: { status: 'settled' },
    });
    expect(settled.json).toMatchObject({ topUp: { id: asked.key, status: 'settled' } });
  });

  test('a hundred calls at once of one key and several bodies: one of them happens', async () => {
    const { server, a } = world();
    const sample = { ...samples.reveal(world()), token: a.rep.token };
    const bodies = ['p', 'q', 'r', 's'].map((what) => ({ ...(sample.body as object), profile: person(what) }));
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) => send(server, 'reveal', { ...sample, body: bodies[index % 4] })),
    );
    expect(all.filter((received) => codeOf(received) === 'key_reused')).toHaveLength(75);
    const found = all.filter(({ status }) => status === 200).map(({ json }) => JSON.stringify((json as Found).outcome));
    expect([found.length, new Set(found).size]).toEqual([25, 1]);
    expect(await server.purses.balance(a.workspace)).toMatchObject({ available: 19, held: 0 });
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

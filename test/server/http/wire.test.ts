import { afterEach, beforeEach, expect, test } from 'vitest';
import { eachDatabase } from '../databases.ts';
import { Visitor } from './browser.ts';
import {
  codeOf,
  emailOf,
  names,
  PASSWORD,
  person,
  phoneOf,
  request,
  rowOf,
  type Sending,
  samples,
  send,
  startWorld,
  type World,
} from './world.ts';

eachDatabase('on the wire', (open) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(open);
  });
  afterEach(() => world.server.stop());

  const preflight = (origin: string, path: string) =>
    request(world.server, 'OPTIONS', path, {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });
  const PATHS = ['/healthz', '/v1/me', '/v1/reveals', '/api/auth/device/code', '/v1/nothing'];

  test.each([
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://3f0a7f1e-6c1d-4b58-9a43-0d5f0c6b1a2e',
  ])('an extension at %s is answered, with bearer tokens only', async (origin) => {
    for (const path of PATHS) {
      const { status, headers } = await preflight(origin, path);
      expect(status, path).toBe(204);
      expect(headers.get('access-control-allow-origin'), path).toBe(origin);
      expect(headers.get('access-control-allow-headers')).toBe(
        'authorization, content-type, idempotency-key, if-none-match',
      );
      expect(headers.get('access-control-allow-credentials'), 'never cookies').toBeNull();
      expect(headers.get('vary')).toBe('Origin');
    }
    const { headers } = await send(world.server, 'me', { headers: { origin } });
    expect(headers.get('access-control-allow-origin'), 'refusals, too').toBe(origin);
    expect(headers.get('access-control-expose-headers'), 'the tag and nothing else').toBe('etag');
  });

  test('a balance that did not change is answered by 304, and only then', async () => {
    const { a, operator, server } = world;
    const get = async (token: string, tag?: string | null) =>
      send(server, 'balance', { token, headers: tag ? { 'if-none-match': tag } : {} });
    const first = await get(a.rep.token);
    const tag = first.headers.get('etag');
    expect(tag).toMatch(/^"[\w.-]+"$/);
    const again = await get(a.rep.token, tag);
    expect({ status: again.status, json: again.json, tag: again.headers.get('etag') }).toEqual({
      status: 304,
      json: null,
      tag,
    });
    expect((await get(a.rep.token, `W/${tag}`)).status, 'as a proxy hands it on').toBe(304);
    expect((await get(a.admin.token, tag)).status, 'another member’s').toBe(200);
    expect((await get(world.b.rep.token, tag)).status, 'another team’s').toBe(200);
    expect((await get(a.rep.token, '"0.something"')).status, 'an unknown tag').toBe(200);

    /** Everything that changes what is shown, one after the other. */
    const topUp = crypto.randomUUID();
    const params = { workspace: a.workspace };
    const changes: [string, Parameters<typeof send>[1], Sending][] = [
      ['a reveal', 'reveal', { ...samples.reveal(world), token: a.rep.token }],
      ['a top-up asked for', 'requestTopUp', { ...samples.requestTopUp(world), token: a.rep.token, key: topUp }],
      [
        'a top-up that failed',
        'settleTopUp',
        { token: operator.token, params: { ...params, id: topUp }, body: { status: 'failed' } },
      ],
      ['a cap', 'setCap', { ...samples.setCap(world), token: a.admin.token }],
      ['a plan at renewal', 'setPlan', { ...samples.setPlan(world), token: operator.token }],
      ['an add-on', 'addAddOn', { ...samples.addAddOn(world), token: operator.token }],
      ['a grant', 'grant', { ...samples.grant(world), token: operator.token }],
    ];
    let known = tag;
    for (const [what, name, sending] of changes) {
      expect((await send(server, name, sending)).status, what).toBe(200);
      const changed = await get(a.rep.token, known);
      expect(changed.status, `after ${what}`).toBe(200);
      known = changed.headers.get('etag');
      expect((await get(a.rep.token, known)).status, `${what}, seen`).toBe(304);
    }
  });

  test.each([
    'https://www.linkedin.com',
    'null',
    'http://localhost:8787',
    'chrome-extension://short',
    'https://chrome-extension.example',
    'moz-extension://3f0a7f1e-6c1d-4b58-9a43-0d5f0c6b1a2e.evil.example',
  ])('a page at %s gets no CORS header on any row', async (origin) => {
    for (const path of PATHS) {
      const { headers } = await preflight(origin, path);
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
    for (const name of names) {
      const { headers } = await send(world.server, name, { headers: { origin } });
      expect(
        [...headers.keys()].filter((key) => key.startsWith('access-control')),
        name,
      ).toEqual([]);
    }
  });

  test('the OpenAPI document has every row, its schemas and its refusals', async () => {
    const { json } = await request(world.server, 'GET', '/openapi.json');
    const { paths, openapi } = json as { openapi: string; paths: Record<string, Record<string, Described>> };
    expect(openapi).toBe('3.1.0');
    for (const name of names) {
      const row = rowOf(name);
      const described = paths[row.path.replace(/:(\w+)/g, '{$1}')]?.[row.method.toLowerCase()];
      expect(described, name).toMatchObject({ operationId: name, summary: row.summary });
      expect(described?.requestBody !== undefined, `${name} body`).toBe(row.body !== undefined);
      const wanted = [
        ...Object.keys(row.params?.shape ?? {}),
        ...Object.keys(row.query?.shape ?? {}),
        ...(row.idempotent ? ['Idempotency-Key'] : []),
        ...(row.tagged ? ['If-None-Match'] : []),
      ];
      expect(
        described?.parameters.map((parameter) => parameter.name),
        name,
      ).toEqual(wanted);
    }
    expect(JSON.stringify(json), 'every schema could be described').not.toContain('"schema":{}');
  });

  test('neither a contact nor an address nor a token is ever in the log', async () => {
    const { server, a, lines } = world;
    const token = a.rep.token;
    const visitor = new Visitor(server);
    const link = await server.accounts.links.forMember(a.rep.id);
    for (const what of ['okafor', 'nobody', 'broken']) {
      for (const field of ['email', 'phone'] as const) {
        const profile = {
          ...person(what),
          contacts: [{ field, value: field === 'email' ? emailOf(person(what)) : phoneOf(person(what)) }],
        };
        const body = { profile, field, maxCredits: 8, another: true };
        await send(server, 'reveal', { token, key: crypto.randomUUID(), body });
      }
    }
    await send(server, 'openUnlock', { token, ...samples.openUnlock(world) });
    await send(server, 'reveal', {
      token,
      key: crypto.randomUUID(),
      body: { profile: { name: emailOf(person('x')) } },
    });
    await request(server, 'GET', `/v1/nothing/${emailOf(person('okafor'))}?q=${a.rep.email}`);
    await visitor.post(`/welcome/${link}`, { name: 'Mira', password: PASSWORD });
    await visitor.post('/sign-in', { email: 'nobody@northwind.example', password: 'wrong password' });
    await visitor.post('/sign-in', { email: a.rep.email, password: 'wrong password' });

    const log = lines.join('');
    expect(lines.length, 'there is a log').toBeGreaterThan(10);
    expect(log, 'with a line of the provider that is down').toContain('no answer for [address] and [number]');
    expect(log, 'and the route of each request').toContain('"route":"/v1/reveals"');
    for (const secret of [/@/, /312.?555/, token, link, PASSWORD, 'wrong password', 'Okafor', '#okafor']) {
      expect(log).not.toMatch(secret);
    }
  });

  test('a mistake of ours is a refusal with an id that the log has, and nothing else of it', async () => {
    const { server, a, lines } = world;
    server.purses.taggedBalance = async () => {
      throw new Error(`the row of ${a.rep.email} is odd`);
    };
    const received = await send(server, 'balance', { token: a.rep.token });
    expect(codeOf(received)).toBe('internal');
    const { message } = (received.json as { refusal: { message: string } }).refusal;
    const id = /[0-9a-f-]{36}/.exec(message)?.[0] ?? 'none';
    expect(message).not.toContain('odd');
    const line = lines.find((each) => each.includes('a request failed')) ?? '';
    expect(line).toContain(id);
    expect(line).toContain('the row of [address] is odd');
  });

  test('a session is extended by being used', async () => {
    const { server, a } = world;
    const sessions = server.database.db.withTables<{ session: { expiresAt: string; token: string } }>();
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await sessions.updateTable('session').set({ expiresAt: soon }).where('token', '=', a.rep.token).execute();
    expect((await send(server, 'me', { token: a.rep.token })).status).toBe(200);
    await expect
      .poll(async () => new Date((await server.accounts.sessions.list(a.rep.id))[0]?.expiresAt ?? 0).getTime())
      .toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  test('stopping lets a reveal under way finish', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: answer, resolve: go } = Promise.withResolvers<void>();
    const slow = await startWorld(open, {
      providers: () => [
        {
          name: 'Slow',
          async find() {
            ask();
            await answer;
            return { kind: 'not_found' };
          },
        },
      ],
    });
    const call = send(slow.server, 'reveal', { ...samples.reveal(slow), token: slow.a.rep.token });
    await asked;
    const stopped = slow.server.stop();
    go();
    expect((await call).json).toMatchObject({ outcome: { kind: 'not_found' } });
    await stopped;
    await expect(send(slow.server, 'health')).rejects.toThrow();
  });
});

interface Described {
  operationId: string;
  requestBody?: object;
  parameters: { name: string }[];
}

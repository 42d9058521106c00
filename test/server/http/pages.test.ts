import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLIENT_ID, DeviceCode, DeviceToken, DeviceTokenError } from '#contract/account.ts';
import { eachDatabase } from '../databases.ts';
import { hidden, Visitor } from './browser.ts';
import { PASSWORD, request, samples, send, startWorld, type World } from './world.ts';

eachDatabase('the server’s pages', (open) => {
  let world: World;
  let visitor: Visitor;
  beforeEach(async () => {
    world = await startWorld(open);
    visitor = new Visitor(world.server);
  });
  afterEach(() => world.server.stop());

  /** Lets someone choose a password by a one-time link, which signs them in. */
  async function enter(as: { id: string; name: string }): Promise<Visitor> {
    const own = new Visitor(world.server);
    const token = await world.server.accounts.links.forMember(as.id);
    const entered = await own.post(`/welcome/${token}`, { name: as.name, password: PASSWORD });
    expect(entered).toMatchObject({ status: 303, to: '/' });
    return own;
  }

  test('each page is whole, keeps to its policy, and is never cached', async () => {
    const member = await enter(world.operator);
    for (const path of ['/', '/sign-in', '/device', '/account', '/operator', '/welcome/none']) {
      for (const who of [visitor, member]) {
        const page = await who.get(path);
        if (page.status === 303) continue;
        expect(page.html, path).toMatch(/^<!doctype html>\n<html lang="en">/);
        expect(page.html, path).toMatch(/<h1>/);
        expect(page.html, 'no script, no style of its own').not.toMatch(/<script|style=|onclick|javascript:/i);
        expect(page.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; style-src 'self'/);
        expect(page.headers.get('cache-control'), path).toBe('no-store');
        expect(page.headers.get('access-control-allow-origin'), path).toBeNull();
      }
    }
    expect((await visitor.get('/style.css')).headers.get('content-type')).toMatch(/^text\/css/);
    expect((await visitor.get('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  test('the device flow end to end: code, waiting, sign-in, approval, token, who am I', async () => {
    const { server, a } = world;
    await enter(a.rep);
    const post = (path: string, body: object) => request(server, 'POST', `/api/auth/device/${path}`, { body });
    const code = DeviceCode.parse((await post('code', { client_id: CLIENT_ID })).json);
    expect(code.verification_uri_complete.startsWith(`${server.url}/device?user_code=`)).toBe(true);
    const grant = {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: code.device_code,
      client_id: CLIENT_ID,
    };
    const waiting = await post('token', grant);
    expect([waiting.status, DeviceTokenError.parse(waiting.json).error]).toEqual([400, 'authorization_pending']);

    const path = code.verification_uri_complete.slice(server.url.length);
    const away = await visitor.get(path);
    expect(away, 'who is not signed in signs in first').toMatchObject({ status: 303 });
    expect(await visitor.get(away.to ?? '')).toMatchObject({ status: 200 });
    const back = await visitor.post(away.to ?? '', { email: a.rep.email, password: PASSWORD });
    expect(back, 'and comes back').toMatchObject({ status: 303, to: path });
    const asked = await visitor.get(path);
    expect(asked.html).toContain(`aria-label="Code ${[...code.user_code].join(' ')}"`);
    expect(asked.html).toContain('Does this match?');
    expect((await post('token', grant)).status, 'opening the page approved nothing').toBe(400);

    const approved = await visitor.post('/device', { user_code: code.user_code, decision: 'approve' });
    expect(approved.html).toContain('<h1>Approved</h1>');
    await server.database.db
      .withTables<{ deviceCode: { lastPolledAt: string | null } }>()
      .updateTable('deviceCode')
      .set({ lastPolledAt: null })
      .execute();
    const { access_token: token } = DeviceToken.parse((await post('token', grant)).json);
    expect((await send(server, 'me', { token })).json).toMatchObject({ member: { id: a.rep.id } });
    expect((await visitor.get('/account')).html, 'both sessions are listed').toMatch(/this browser[\s\S]*>End</);
  });

  test('denied, unknown and run-out codes have a face each', async () => {
    const member = await enter(world.a.rep);
    const code = await world.server.accounts.devices.code(CLIENT_ID);
    if ('error' in code) throw new Error(code.error);
    const denied = await member.post('/device', { user_code: code.user_code, decision: 'deny' });
    expect(denied.html).toContain('<h1>Denied</h1>');
    expect((await member.get(`/device?user_code=${code.user_code}`)).html).toContain('<h1>Denied</h1>');
    const unknown = await member.get('/device?user_code=%3Cscript%3E');
    expect(unknown.html).toContain('This code is not known');
    const late = await member.post('/device', { user_code: code.user_code, decision: 'approve' });
    expect(late).toMatchObject({ status: 422 });
  });

  test('broken calls of the device flow are refused as such', async () => {
    const at = '/api/auth/device/token';
    const { server } = world;
    expect((await request(server, 'POST', at, { body: '{', headers: {} })).json).toMatchObject({
      refusal: { code: 'invalid_request' },
    });
    const wrong = await request(server, 'POST', at, { body: { grant_type: 'password', username: 'x' } });
    expect([wrong.status, DeviceTokenError.parse(wrong.json).error]).toEqual([400, 'invalid_request']);
    const large = await request(server, 'POST', at, { body: { device_code: 'x'.repeat(1e6) } });
    expect(large.status).toBe(413);
  });

  test('a welcome link is looked at by anyone and used once', async () => {
    const { server, a } = world;
    const token = await server.accounts.links.forMember(a.rep.id);
    const path = `/welcome/${token}`;
    for (let look = 0; look < 3; look += 1) expect((await visitor.get(path)).status, 'a preview').toBe(200);
    const short = await visitor.post(path, { name: 'Mira', password: 'short' });
    expect(short.status).toBe(422);
    expect(short.html, 'the sentence, and the name again').toMatch(/at least 10 characters[\s\S]*value="Mira"/);
    expect(await visitor.post(path, { name: 'Mira', password: PASSWORD })).toMatchObject({ status: 303 });
    expect((await visitor.get('/account')).html).toContain('<bdi>Mira</bdi>');
    const other = new Visitor(server);
    expect((await other.get(path)).status).toBe(410);
    expect((await other.post(path, { name: 'Eve', password: PASSWORD })).status).toBe(410);
    expect(await other.get('/account')).toMatchObject({ status: 303 });
  });

  test('a wrong password, an unknown address and too many tries', async () => {
    await enter(world.a.rep);
    const tries = [];
    for (let count = 0; count < 11; count += 1) {
      tries.push((await visitor.post('/sign-in', { email: world.a.rep.email, password: `wrong ${count}` })).status);
    }
    expect(tries).toEqual([...Array(10).fill(422), 429]);
    const right = await visitor.post('/sign-in', { email: world.a.rep.email, password: PASSWORD });
    expect(right.status, 'the right one comes too late as well').toBe(429);
    expect((await visitor.post('/sign-in', { email: 'nobody@northwind.example', password: PASSWORD })).status).toBe(
      422,
    );
  });

  test('after signing in nobody is sent to another host', async () => {
    await enter(world.a.rep);
    const fields = { email: world.a.rep.email, password: PASSWORD };
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/.//evil.example',
      '//[',
    ]) {
      const page = await new Visitor(world.server).post(`/sign-in?next=${encodeURIComponent(next)}`, fields);
      expect(page.status, next).toBe(303);
      expect(new URL(page.to ?? '', world.server.url).origin, next).toBe(world.server.url);
    }
  });

  test('a form of another site does nothing, whatever cookies come with it', async () => {
    const member = await enter(world.operator);
    const { a, server } = world;
    const grant = { id: crypto.randomUUID(), workspace: a.workspace, credits: '5', reason: 'x' };
    for (const origin of ['https://evil.example', 'null', null, `${server.url}.evil.example`]) {
      expect((await member.post('/operator/grants', grant, origin)).status, String(origin)).toBe(403);
      expect((await member.post('/sign-out', {}, origin)).status).toBe(403);
    }
    expect(await server.purses.balance(a.workspace)).toMatchObject({ available: 20 });
    expect((await member.get('/account')).status).toBe(200);
  });

  test('an operator is told the way from a workspace without a plan to its first reveal', async () => {
    const { server, operator } = world;
    const member = await enter(operator);
    expect((await member.get('/operator')).html, 'all have a plan').not.toContain('no plan yet');
    await server.accounts.workspaces.create('C & Söhne');
    const { html } = await member.get('/operator');
    for (const command of ['plan --allowance 100', 'import contacts.csv', 'invite ADDRESS --role rep']) {
      expect(html).toContain(`npm run server -- ${command} --workspace c-sohne`);
    }
  });

  test('an operator settles, declines and gives; sending a form twice does it once', async () => {
    const { server, a } = world;
    const ask = () => send(server, 'requestTopUp', { ...samples.requestTopUp(world), token: a.rep.token });
    await ask();
    await ask();
    const member = await enter(world.operator);
    const page = await member.get('/operator');
    expect(page.html).toContain('+100');
    const [first = '', , second = ''] = hidden(page, 'topUp');
    const settle = { workspace: a.workspace, topUp: first, status: 'settled' };
    expect(await member.post('/operator/top-ups', settle)).toMatchObject({ status: 303, to: '/operator?said=settled' });
    await member.post('/operator/top-ups', settle);
    await member.post('/operator/top-ups', { workspace: a.workspace, topUp: second, status: 'failed' });
    const other = await member.post('/operator/top-ups', { ...settle, status: 'failed' });
    expect(other.status, 'what is settled cannot be declined').toBe(422);
    const [id = ''] = hidden(page, 'id');
    const grant = { id, workspace: a.workspace, credits: '5', reason: 'Play money' };
    await member.post('/operator/grants', grant);
    await member.post('/operator/grants', grant);
    expect(await server.purses.balance(a.workspace)).toMatchObject({ available: 125, topUp: 105, pending: [] });
    expect((await member.post('/operator/grants', { ...grant, credits: '0' })).html).toContain('at least 1 credit');
    expect((await member.post('/operator/grants', { ...grant, workspace: 'none' })).html).toContain(
      'no such workspace',
    );
  });

  test('to an admin the operator’s page does not exist', async () => {
    const admin = await enter(world.a.admin);
    expect((await admin.get('/operator')).status).toBe(404);
    const grant = { id: crypto.randomUUID(), workspace: world.a.workspace, credits: '5', reason: 'x' };
    expect((await admin.post('/operator/grants', grant)).status).toBe(404);
    expect(await world.server.purses.balance(world.a.workspace)).toMatchObject({ available: 20 });
  });

  test('ending a session by its button ends it; another member’s cannot be ended', async () => {
    const { server, a, b } = world;
    const member = await enter(a.rep);
    const token = await server.accounts.sessions.create(a.rep.id);
    const [session = ''] = hidden(await member.get('/account'), 'session');
    const [foreign] = await server.accounts.sessions.list(b.rep.id);
    await member.post('/account/revoke', { session: foreign?.id ?? '' });
    expect((await send(server, 'me', { token: b.rep.token })).status).toBe(200);
    await member.post('/account/revoke', { session });
    expect((await send(server, 'me', { token })).status).toBe(401);
    await member.post('/sign-out', {});
    expect(await member.get('/account')).toMatchObject({ status: 303 });
  });

  test('a hostile name is text', async () => {
    const { server, a } = world;
    await server.accounts.members.rename(a.rep.id, '<img src=x onerror=alert(1)>');
    const member = await enter({ ...a.rep, name: '<img src=x onerror=alert(1)>"\' \u202Eevil' });
    const { html } = await member.get('/account');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('\u202E');
  });
});

import { describe, expect, test } from 'vitest';
import { AT, ID, profile } from '../contract/examples.ts';
import { type Background, held, SERVER, startBackground } from './background.ts';
import { CONTACT, deviceFlow, found, key, me, members, purse, refused } from './people.ts';

const click = { id: ID, profile, field: 'email', maxCredits: 1, another: false } as const;

async function signIn(background: Background): Promise<void> {
  expect(await background.ask('signIn', {})).toMatchObject({ kind: 'started' });
  expect(await background.ask('pollSignIn', {})).toEqual({ kind: 'signed_in' });
}

/** Lets the time pass until every reveal on its way is to be sent again. */
async function makeDue(background: Background): Promise<void> {
  const { openStore } = await background.store();
  const db = await openStore();
  for (const intent of await db.getAll('intents')) await db.put('intents', { ...intent, nextAt: 0 });
}

/** Everything that is kept, as text. */
async function everything(background: Background): Promise<string> {
  const { openStore, STORES } = await background.store();
  const db = await openStore();
  return JSON.stringify(await Promise.all(STORES.map(async (name) => [name, await db.getAll(name)])));
}

describe('an answer that comes after the sign-out', () => {
  test.each([
    ['a reveal', 'POST /v1/reveals', (one: Background) => one.ask('reveal', click), found(0)],
    ['opening', 'POST /v1/unlocks/open', (one: Background) => one.ask('open', { key, field: 'email' }), found(0)],
    ['the balance', 'GET /v1/balance', (one: Background) => one.ask('refresh', { why: 'click' }), { json: purse(0) }],
    ['the member', 'GET /v1/me', (one: Background) => one.ask('refresh', { why: 'click' }), { json: me('mira') }],
    [
      'the feed',
      'GET /v1/unlocks',
      (one: Background) => one.ask('refresh', { why: 'click' }),
      { json: { items: [{ number: 9, key, field: 'email' }], more: false } },
    ],
  ] as const)('%s is not kept', async (_, what, act, reply) => {
    const background = await startBackground({ ...members, ...deviceFlow('mira') });
    await signIn(background);
    const late = held(reply);
    background.routes[what] = late.route;
    const acting = act(background);
    await late.asked;
    await background.ask('signOut', {});
    late.letGo();
    await acting;
    const kept = await everything(background);
    for (const word of [CONTACT, key, 'mira']) expect(kept, 'what was kept after the sign-out').not.toContain(word);
    expect(await background.read([key])).toMatchObject({ session: 'signed_out', me: null, balance: null, known: [] });
    expect(background.badge, 'the icon warns of nobody’s credits').toBe('');
  });
});

test('a click in the moment of the sign-out is nobody’s: it is not kept for whoever signs in next', async () => {
  const background = await startBackground({ ...members, ...deviceFlow('mira') });
  await signIn(background);
  await Promise.all([background.ask('signOut', {}), background.ask('reveal', click)]);
  const { openStore } = await background.store();
  expect(await (await openStore()).count('intents')).toBe(0);
});

test('signing out clears at once, also when the server does not answer', async () => {
  const background = await startBackground({ ...members, ...deviceFlow('mira') });
  await signIn(background);
  const never = held({ json: { ok: true } });
  background.routes['POST /v1/sign-out'] = never.route;
  const leaving = background.ask('signOut', {});
  await never.asked;
  expect(await background.read()).toMatchObject({ session: 'signed_out', me: null });
  never.letGo();
  await leaving;
  expect(background.sent.at(-1)).toMatchObject({ what: 'POST /v1/sign-out', token: 'mira' });
  const nothing = ['facts', 'intents', 'outcomes', 'owned', 'outbound'].map((name) => [name, []]);
  expect(JSON.parse(await everything(background)), 'not even the log of requests').toEqual(nothing);
});

describe('somebody else signs in after a session has expired', () => {
  /** Mira's session ended while a reveal of hers was on its way. */
  async function afterMira(): Promise<Background> {
    const background = await startBackground({ ...members, ...deviceFlow('mira') });
    await signIn(background);
    background.routes['POST /v1/unlocks/open'] = () => found(60);
    await background.ask('open', { key, field: 'email' });
    expect(await background.ask('reveal', click)).toMatchObject({ kind: 'pending' });
    background.routes['GET /v1/balance'] = () => refused(401, 'session_expired');
    await background.ask('refresh', { why: 'click' });
    expect((await background.read()).session).toBe('expired');
    Object.assign(background.routes, members, deviceFlow('noor'), { 'POST /v1/reveals': () => found(1) });
    return background;
  }

  test('nothing of the one before is there in any moment of the new session', async () => {
    const background = await afterMira();
    const whose = held({ json: me('noor') });
    background.routes['GET /v1/me'] = whose.route;
    await background.ask('signIn', {});
    const polling = background.ask('pollSignIn', {});
    await whose.asked;
    expect((await background.read([key])).session, 'not signed in before it is known who it is').toBe('signing_in');
    const { onChanged } = await background.store();
    const seen: unknown[] = [];
    const stop = onChanged(() => void background.read([key]).then((overview) => seen.push(overview)));
    whose.letGo();
    expect(await polling).toEqual({ kind: 'signed_in' });
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    stop();
    expect(JSON.stringify(seen)).not.toContain('mira');
    expect(JSON.stringify(seen)).not.toContain(CONTACT);
    expect(await everything(background)).not.toContain('mira');
  });

  test('a reveal of the one before is never sent in the name of the other', async () => {
    const background = await afterMira();
    await makeDue(background);
    const whose = held({ json: me('noor') });
    background.routes['GET /v1/me'] = whose.route;
    await background.ask('signIn', {});
    const polling = background.ask('pollSignIn', {});
    await whose.asked;
    // A page that was opened in this moment asks as well.
    const refreshing = background.ask('refresh', { why: 'opened' });
    whose.letGo();
    await Promise.all([polling, refreshing]);
    const sent = background.sent.filter(({ what, token }) => what === 'POST /v1/reveals' && token === 'noor');
    expect(sent).toEqual([]);
  });

  test('the feed of the new team is read from its beginning', async () => {
    const background = await afterMira();
    await signIn(background);
    expect(await background.read(['web:noor.example/p#1'])).toMatchObject({ known: [{ state: 'owned' }] });
  });

  test('the same member finds the reveal sent again', async () => {
    const background = await afterMira();
    Object.assign(background.routes, deviceFlow('mira'));
    await makeDue(background);
    await signIn(background);
    expect(await background.read([key])).toMatchObject({ known: [{ state: 'shown' }] });
    expect(background.sent.filter(({ what }) => what === 'POST /v1/reveals').map((sent) => sent.key)).toEqual([ID, ID]);
  });
});

describe('the device flow', () => {
  test('the server gives a token once: lost is nothing of it when its member cannot be asked for', async () => {
    const background = await startBackground({ ...members, ...deviceFlow('mira') });
    background.routes['GET /v1/me'] = () => ({ status: 500, json: null });
    await background.ask('signIn', {});
    expect(await background.ask('pollSignIn', {})).toEqual({ kind: 'waiting' });
    await background.start();
    Object.assign(background.routes, members);
    expect(await background.ask('pollSignIn', {})).toEqual({ kind: 'signed_in' });
    expect(background.count('POST /api/auth/device/token')).toBe(1);
    expect(await background.read()).toMatchObject({ session: 'signed_in', me: { member: { id: 'mira' } } });
  });

  test('two pages that start it at once get the same code', async () => {
    const background = await startBackground(deviceFlow('mira'));
    const [one, other] = await Promise.all([background.ask('signIn', {}), background.ask('signIn', {})]);
    expect(one).toEqual(other);
    expect(background.count('POST /api/auth/device/code')).toBe(1);
  });

  test.each([
    ['given up', (one: Background) => one.ask('cancelSignIn', {})],
    ['left behind with its server', (one: Background) => one.ask('setServer', { url: 'https://other.example' })],
  ])(
    '%s while its token is on the way, it signs nobody in, and the session is ended where it began',
    async (_, act) => {
      const background = await startBackground({ ...members, ...deviceFlow('mira') });
      background.routes['GET /healthz'] = () => ({ json: { ok: true, service: 'latchkey', version: '1' } });
      const late = held({ json: { access_token: 'mira' } });
      background.routes['POST /api/auth/device/token'] = late.route;
      await background.ask('signIn', {});
      const polling = background.ask('pollSignIn', {});
      await late.asked;
      await act(background);
      late.letGo();
      expect(await polling).toEqual({ kind: 'ended' });
      expect((await background.read()).session).toBe('signed_out');
      const told = background.sent.filter(({ token }) => token === 'mira');
      expect(told.map(({ what, url }) => `${what} ${url.origin}`)).toEqual([`POST /v1/sign-out ${SERVER}`]);
    },
  );
});

test('another server gets no token of the one before, and the one before is told', async () => {
  const background = await startBackground({ ...members, ...deviceFlow('mira') });
  background.routes['GET /healthz'] = () => ({ json: { ok: true, service: 'latchkey', version: '1' } });
  await signIn(background);
  expect(await background.ask('setServer', { url: 'https://other.example' })).toEqual({ kind: 'ok' });
  expect(background.sent.at(-1)).toMatchObject({ what: 'POST /v1/sign-out', token: 'mira' });
  expect(background.sent.at(-1)?.url.origin).toBe(SERVER);
  expect(await background.read()).toMatchObject({ session: 'signed_out', server: 'https://other.example' });
  const toOther = background.sent.filter(({ url, token }) => url.origin !== SERVER && token !== null);
  expect(toOther).toEqual([]);
});

test('a member who was moved to another team sees nothing of the old one', async () => {
  const background = await startBackground({ ...members, ...deviceFlow('mira') });
  await signIn(background);
  background.routes['GET /v1/me'] = () => ({ json: { ...me('mira'), workspace: { id: 'new', name: 'New' } } });
  await background.ask('refresh', { why: 'click' });
  expect(await background.read()).toMatchObject({ session: 'signed_in', me: { workspace: { id: 'new' } } });
  expect(await everything(background)).not.toContain('"id":"team-mira"');
});

describe('a retry that is plainly refused', () => {
  test.each([
    ['soon after the click is no end: the first attempt may yet be one', 60_000, 'forbidden', 'pending'],
    ['long after it is the end', 2 * 3_600_000, 'forbidden', 'refused'],
    ['for want of a session is never one', 2 * 3_600_000, 'session_expired', 'pending'],
  ] as const)('%s', async (_, age, code, kind) => {
    const background = await startBackground({ ...members, ...deviceFlow('mira') });
    await signIn(background);
    const { id, ...request } = click;
    const { openStore } = await background.store();
    const old = { id, request, clickedAt: Date.now() - age, attempts: 3, nextAt: 0, pending: null };
    await (await openStore()).put('intents', old);
    background.routes['POST /v1/reveals'] = () => refused(code === 'forbidden' ? 403 : 401, code);
    expect(await background.ask('reveal', click)).toMatchObject({ kind });
    expect(await (await openStore()).count('intents')).toBe(kind === 'refused' ? 0 : 1);
  });
});

test('a feed of thousands is read page by page, by two readers at once without a gap', async () => {
  const background = await startBackground({ ...members, ...deviceFlow('mira') });
  background.routes['GET /v1/unlocks'] = ({ url }) => {
    const after = Number(url.searchParams.get('after'));
    const items = Array.from({ length: Math.min(500, 2300 - after) }, (_, index) => {
      const number = after + index + 1;
      return { number, key: `web:a.example/p#${number}`, field: 'email' };
    });
    return { json: { items, more: after + items.length < 2300 } };
  };
  await signIn(background);
  await Promise.all([background.ask('refresh', { why: 'opened' }), background.ask('refresh', { why: 'opened' })]);
  const { openStore, readFact } = await background.store();
  expect(await (await openStore()).count('owned')).toBe(2300);
  expect(await readFact('feedAfter')).toBe(2300);
});

test('a balance of an earlier entry does not replace a later one', async () => {
  const background = await startBackground({ ...members, ...deviceFlow('mira') });
  await signIn(background);
  background.routes['GET /v1/balance'] = () => ({ json: { ...purse(1), asOf: { entry: 2, at: AT } } });
  await background.ask('refresh', { why: 'click' });
  expect(await background.read()).toMatchObject({ balance: { available: 60 } });
});

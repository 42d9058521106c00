import { afterEach, beforeEach, expect, test } from 'vitest';
import { eachDatabase } from '../databases.ts';
import { hidden, type Page, Visitor } from '../http/browser.ts';
import { PASSWORD, person, startWorld, type World } from '../http/world.ts';

eachDatabase('the pages of admins and operators', (open) => {
  let world: World;
  let admin: Visitor;
  let operator: Visitor;
  let base: string;
  beforeEach(async () => {
    world = await startWorld(open);
    admin = await enter(world.a.admin);
    operator = await enter(world.operator);
    base = `/operator/workspaces/${world.a.workspace}`;
  });
  afterEach(() => world.server.stop());

  /** Lets someone choose a password by a one-time link, which signs them in. */
  async function enter(as: { id: string; name: string }): Promise<Visitor> {
    const own = new Visitor(world.server);
    const token = await world.server.accounts.links.forMember(as.id);
    await own.post(`/welcome/${token}`, { name: as.name, password: PASSWORD });
    return own;
  }
  const balance = () => world.server.purses.balance(world.a.workspace);
  const caps = () => world.server.purses.caps(world.a.workspace);
  /** The form is taken, and the page then says what it did. */
  async function does(who: Visitor, path: string, fields: Record<string, string>, said: RegExp): Promise<Page> {
    const sent = await who.post(path, fields);
    expect(sent.status, `${path}: ${/role="alert"><p><b>([^<]*)/.exec(sent.html)?.[1] ?? ''}`).toBe(303);
    const page = await who.get(sent.to ?? '');
    expect(page.html).toMatch(new RegExp(`role="status"><p>[^<]*${said.source}`));
    return page;
  }
  /** The form is shown again with what is wrong. */
  async function refuses(who: Visitor, path: string, fields: Record<string, string>, mistake: RegExp): Promise<void> {
    const sent = await who.post(path, fields);
    expect(sent.status, path).toBe(422);
    expect(sent.html).toMatch(new RegExp(`role="alert"><p><b>[^<]*${mistake.source}`));
  }
  async function charged(what: string) {
    const request = { profile: person(what), field: 'email', maxCredits: 1, another: false } as const;
    const reply = await world.server.reveals.reveal(world.a.rep, crypto.randomUUID(), request);
    if ('refusal' in reply || reply.outcome.kind !== 'found' || reply.outcome.receipt === null)
      expect.fail('no charge');
    return reply.outcome.receipt;
  }

  test('each is whole, keeps to its policy, and is there for whom it is meant alone', async () => {
    await charged('okafor');
    const rep = await enter(world.a.rep);
    const stranger = new Visitor(world.server);
    for (const [path, may, mayNot] of [
      ['/team', admin, [rep, operator]],
      ['/team/ledger', admin, [rep, operator]],
      ['/team/receipts', admin, [rep, operator]],
      [base, operator, [rep, admin]],
      [`${base}/ledger`, operator, [rep, admin]],
      [`${base}/receipts`, operator, [rep, admin]],
    ] as const) {
      const page = await may.get(path);
      expect(page.status, path).toBe(200);
      expect(page.html, path).toMatch(/<h1>/);
      expect(page.html, 'no script, no style of its own').not.toMatch(/<script|style=|onclick|javascript:/i);
      expect(page.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; style-src 'self'/);
      const ids = [...page.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, `${path}: every id is there once`).toBe(ids.length);
      for (const other of mayNot) expect((await other.get(path)).status, path).toBe(404);
      expect(await stranger.get(path), path).toMatchObject({
        status: 303,
        to: `/sign-in?next=${encodeURIComponent(path)}`,
      });
    }
    for (const path of ['/team/ledger.csv', `${base}/ledger.jsonl`]) {
      expect((await rep.get(path)).status, path).toBe(404);
      expect((await stranger.get(path)).status, path).toBe(303);
    }
    for (const path of [
      '/team/caps',
      '/team/raises',
      `${base}/plan`,
      `${base}/cancel`,
      `${base}/grants`,
      `${base}/revoke`,
    ]) {
      expect((await rep.post(path, {})).status, path).toBe(404);
      expect((await admin.post(path, {}, 'https://evil.example')).status, 'a form of another site').toBe(403);
    }
    expect((await operator.get('/operator/workspaces/none')).status).toBe(404);
    expect((await admin.get('/')).html).toContain('href="/team"');
    expect((await rep.get('/')).html).not.toContain('href="/team"');
  });

  test('an admin caps a member, allows what they ask for, and takes the cap off', async () => {
    const { rep } = world.a;
    await does(admin, '/team/caps', { member: rep.id, credits: '5' }, /The cap was changed/);
    expect((await caps()).get(rep.id)).toMatchObject({ credits: 5, used: 0 });
    const { purses } = world.server;
    const ask = () => purses.requestRaise(rep, crypto.randomUUID(), { credits: 9, note: '<b>the fair</b>' });
    await ask();
    const page = await admin.get('/team');
    expect(page.html).toContain('&lt;b&gt;the fair&lt;/b&gt;');
    const [request = ''] = hidden(page, 'request');
    await refuses(admin, '/team/raises', { request, decision: 'grant', credits: '9' }, /Say how many credits more/);
    const raise = { request, decision: 'grant', credits: '9', until: '2099-05-31' };
    for (const _ of [1, 2]) await does(admin, '/team/raises', raise, /They may spend more/);
    expect((await caps()).get(rep.id)).toMatchObject({
      raise: { credits: 9, until: '2099-06-01T00:00:00.000Z' },
      left: 14,
    });
    await ask();
    const [second = ''] = hidden(await admin.get('/team'), 'request');
    await does(admin, '/team/raises', { request: second, decision: 'decline' }, /declined/);
    await does(admin, '/team/caps', { member: rep.id, credits: '' }, /The cap was changed/);
    expect((await caps()).has(rep.id)).toBe(false);
    await refuses(admin, '/team/caps', { member: world.b.rep.id, credits: '5' }, /no such member/);
    await refuses(admin, '/team/caps', { member: rep.id, credits: '-1' }, /whole number/);
  });

  test('ledger and receipts are paged and exported', async () => {
    const receipt = await charged('okafor');
    expect((await admin.get('/team/ledger')).html).toMatch(/<td>capture/);
    expect((await admin.get('/team/ledger?after=2')).html).not.toMatch(/<td>hold/);
    expect((await admin.get('/team/ledger?after=x')).status).toBe(200);
    expect((await admin.get('/team/ledger?after=999')).html).toContain('There are no more entries');
    expect((await admin.get('/team/receipts')).html).toContain(`<td class="n">${receipt.entry}</td>`);
    expect((await admin.get('/team/receipts?before=1')).html).toContain('Nothing was charged yet');
    const csv = await admin.get('/team/ledger.csv');
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="ledger-[\d-]+\.csv"$/);
    expect(csv.html.trimEnd().split('\r\n').at(-1)).toMatch(/^#end,first 1,last 3,count 3,complete,sum 19,/);
    const jsonl = await operator.get(`${base}/ledger.jsonl?after=1`);
    expect(JSON.parse(jsonl.html.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      end: true,
      first: 2,
      complete: true,
    });
  });

  test('an operator changes the plan at the renewal, cancels it, and puts another in force at once', async () => {
    const form = {
      ...{ name: 'Ninety', allowance: '90', cycle: 'monthly', timeZone: 'UTC', refundDays: '14', heldOver: 'expire' },
      ...{ email: '2', phone: '', contact_enrichment: '', account_enrichment: '', ai_insight: '3', api_call: '' },
    };
    const { renewsAt } = (await balance()).plan ?? {};
    await does(operator, `${base}/plan`, { ...form, when: 'renewal' }, /The plan was changed/);
    expect(await balance()).toMatchObject({ plan: { name: 'Team 20', renewsAt, next: { name: 'Ninety' } } });
    await does(operator, `${base}/cancel`, {}, /ends with this cycle/);
    expect((await balance()).plan?.next).toBe('cancelled');
    await does(operator, `${base}/plan`, { ...form, when: 'now' }, /The plan was changed/);
    expect(await balance()).toMatchObject({
      plan: { name: 'Ninety', allowance: 90, left: 90, renewsAt, next: null },
      prices: { email: 2, phone: null, ai_insight: 3 },
    });
    await refuses(operator, `${base}/plan`, { ...form, when: 'now', allowance: 'many' }, /allowance is not right/);
    await refuses(operator, `${base}/plan`, { ...form, when: 'now', timeZone: 'Mars/Olympus' }, /\w/);
    await refuses(operator, `${base}/plan`, { when: 'now' }, /\w/);
  });

  test('an operator gives, takes back, adds and drops: a form sent twice does it once', async () => {
    const give = { id: crypto.randomUUID(), kind: 'top_up', credits: '7', until: '2099-05-31', reason: 'For the fair' };
    for (const _ of [1, 2]) await does(operator, `${base}/grants`, give, /were given/);
    expect(await balance()).toMatchObject({ topUp: 7, available: 27 });
    await refuses(operator, `${base}/grants`, { ...give, id: crypto.randomUUID(), reason: '' }, /Say why/);
    await refuses(operator, `${base}/grants`, { ...give, id: crypto.randomUUID(), until: '2099-02-31' }, /no such day/);
    const take = { id: crypto.randomUUID(), entry: '2', credits: '3', reason: 'By mistake' };
    for (const _ of [1, 2]) await does(operator, `${base}/revoke`, take, /taken back/);
    expect((await balance()).topUp).toBe(4);
    const add = { id: crypto.randomUUID(), credits: '6' };
    for (const _ of [1, 2]) await does(operator, `${base}/add-ons`, add, /renewed with each cycle/);
    expect((await balance()).addOn).toMatchObject({ left: 6, refreshes: 6 });
    await does(operator, `${base}/add-ons/drop`, { id: add.id }, /not renewed any more/);
    expect((await balance()).addOn).toMatchObject({ left: 6, refreshes: 0 });
  });

  test('an operator settles a purchase by its payment, and reverses it: what was spent is debt', async () => {
    const { purses } = world.server;
    const asked = await purses.requestTopUp(world.a.rep, crypto.randomUUID(), { credits: 10, note: null });
    if ('refusal' in asked) expect.fail(asked.refusal.message);
    const { id: topUp } = asked.topUp;
    expect((await operator.get(base)).html).toContain('Settle 10');
    await does(operator, `${base}/top-ups`, { topUp, status: 'settled', payment: 'invoice 7' }, /can be spent now/);
    expect((await balance()).topUp).toBe(10);
    const given = (await purses.grants(world.a.workspace)).find(({ kind }) => kind === 'top_up');
    await purses.transact(world.a.workspace, {}, async (open) => {
      const expiresAt = open.now.replace(/^\d+/, '2199');
      open.apply({ kind: 'hold', id: 'h', activity: 'email', credits: 25, expiresAt, by: null });
    });
    await does(operator, `${base}/top-ups`, { topUp, status: 'reversed' }, /was reversed/);
    expect(await balance(), `${given?.credits} given, 5 of them on hold`).toMatchObject({ topUp: 0, debt: 5 });
    expect((await operator.get(base)).html).toContain('pays that debt first');
  });

  test('an operator grants a dispute, and the credits are back', async () => {
    const { id } = await charged('okafor');
    await world.server.reveals.dispute(world.a.rep, id, { reason: 'bounced', note: 'twice' });
    const page = await operator.get('/operator');
    expect(page.html).toMatch(/bounced, says <bdi>ARep/);
    const before = (await balance()).available;
    const fields = { workspace: world.a.workspace, dispute: id, decision: 'grant', answer: 'Sorry' };
    for (const _ of [1, 2]) await does(operator, '/operator/disputes', fields, /given back/);
    expect((await balance()).available).toBe(before + 1);
    await refuses(operator, '/operator/disputes', { ...fields, decision: 'decline' }, /\w/);
    expect((await admin.get('/team/receipts')).html).toMatch(/1 back, entry \d+/);
  });
});

import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { CLIENT_ID } from '#contract/account.ts';
import { createAccounts } from '#server/accounts/accounts.ts';
import { authOptions, SESSION_SECONDS } from '#server/accounts/auth.ts';
import { accountTables } from '#server/accounts/tables.ts';
import { eachDatabase } from '../databases.ts';
import { PASSWORD, settings, team, withCookies } from './open-accounts.ts';

const DAY = 86_400_000;

eachDatabase('accounts', (open) => {
  test('the accounts library finds nothing left to migrate', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(authOptions(await open(), settings));
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  });

  test('a token says who, of which workspace, in which role', async () => {
    const { accounts, workspace, rep, admin } = await team(await open());
    const token = await accounts.sessions.create(rep.id);
    expect(await accounts.sessions.caller(token)).toMatchObject({
      id: rep.id,
      name: 'Mira',
      email: 'mira@northwind.example',
      role: 'rep',
      operator: false,
      workspace: { id: workspace.id, name: 'Northwind Sales' },
      aging: false,
    });
    const other = await accounts.sessions.caller(await accounts.sessions.create(admin.id));
    expect(other).toMatchObject({ role: 'admin', operator: true });
  });

  test('a token that was never given is nobody’s', async () => {
    const { accounts } = await team(await open());
    for (const token of [
      '',
      'x',
      'noSuchTokenNoSuchTokenNoSuchTok0',
      "' or 1=1 --",
      'é'.repeat(40),
      'a'.repeat(5000),
    ]) {
      expect(await accounts.sessions.caller(token), token.slice(0, 40)).toBeNull();
    }
  });

  test('a session that is used lives on; one that is not ends, and says so', async () => {
    let now = Date.now();
    const { accounts, rep } = await team(await open(), { now: () => now });
    const token = await accounts.sessions.create(rep.id);
    now += 2 * DAY;
    expect(await accounts.sessions.caller(token), 'two days later it wants to be extended').toMatchObject({
      aging: true,
    });
    await accounts.sessions.extend(token);
    expect(await accounts.sessions.caller(token)).toMatchObject({ aging: false });
    now += SESSION_SECONDS * 1000 - DAY;
    expect(await accounts.sessions.caller(token), 'a day before its end').toMatchObject({ id: rep.id });
    now += DAY;
    expect(await accounts.sessions.caller(token)).toBe('expired');
    expect(await accounts.sessions.list(rep.id), 'and is not listed any more').toEqual([]);
  });

  test('a revoked session is nobody’s at once, and only one’s own can be revoked', async () => {
    const { accounts, rep, admin } = await team(await open());
    const token = await accounts.sessions.create(rep.id);
    const [line] = await accounts.sessions.list(rep.id);
    expect(await accounts.sessions.revoke(admin.id, line?.id ?? '')).toBe(false);
    expect(await accounts.sessions.caller(token)).toMatchObject({ id: rep.id });
    expect(await accounts.sessions.revoke(rep.id, line?.id ?? '')).toBe(true);
    expect(await accounts.sessions.caller(token)).toBeNull();
  });

  test('of two workspaces the session’s own choice counts, else the first joined', async () => {
    const database = await open();
    const { accounts, workspace, rep } = await team(database);
    const second = await accounts.workspaces.create('Southwind');
    await accounts.members.add({ workspace: second.id, email: 'mira@northwind.example', name: 'x', role: 'admin' });
    const token = await accounts.sessions.create(rep.id);
    expect(await accounts.sessions.caller(token)).toMatchObject({ role: 'rep', workspace: { id: workspace.id } });
    const chosen = { activeOrganizationId: second.id };
    await accountTables(database).updateTable('session').set(chosen).where('token', '=', token).execute();
    expect(await accounts.sessions.caller(token)).toMatchObject({ role: 'admin', workspace: { id: second.id } });
  });

  test('an operator of no workspace has no role in any', async () => {
    const { accounts } = await team(await open());
    const person = { email: 'olu@latchkey.example', name: 'Olu', role: 'admin' as const, operator: true };
    const { id } = await accounts.members.add({ ...person, workspace: null });
    const caller = await accounts.sessions.caller(await accounts.sessions.create(id));
    expect(caller).toMatchObject({ operator: true, role: null, workspace: null });
  });

  test('adding someone twice, at once, makes one member', async () => {
    const database = await open();
    const { accounts, workspace } = await team(database);
    const person = { workspace: workspace.id, email: 'Bea@northwind.example', name: 'Bea' };
    const first = await accounts.members.add({ ...person, role: 'rep' });
    const both = await Promise.all([1, 2].map(() => accounts.members.add({ ...person, role: 'admin' })));
    expect(both).toEqual([1, 2].map(() => ({ id: first.id, known: true })));
    const rows = await accountTables(database)
      .selectFrom('member')
      .where('userId', '=', first.id)
      .select('role')
      .execute();
    expect(rows).toEqual([{ role: 'admin' }]);
  });

  test('a workspace is found by id, slug or name; two of one name are both found', async () => {
    const { accounts, workspace } = await team(await open());
    const twin = await accounts.workspaces.create('Northwind Sales');
    expect(twin.slug).toBe('northwind-sales-2');
    const ids = async (words: string) => (await accounts.workspaces.named(words)).map(({ id }) => id).sort();
    expect(await ids(workspace.id)).toEqual([workspace.id]);
    expect(await ids('northwind-sales-2')).toEqual([twin.id]);
    expect(await ids('Northwind Sales')).toEqual([workspace.id, twin.id].sort());
    expect(await ids('nobody')).toEqual([]);
  });

  test('e-mail and password sign a page in; a wrong one, or an unknown address, does not', async () => {
    const { accounts, rep } = await team(await open(), { passwords: true });
    const signIn = (email: string, password: string) => accounts.pages.signIn({ email, password }, new Headers());
    expect(await signIn('mira@northwind.example', 'not this one')).toBeNull();
    expect(await signIn('nobody@northwind.example', PASSWORD)).toBeNull();
    const cookies = await signIn('mira@northwind.example', PASSWORD);
    expect(cookies?.[0]).toMatch(/HttpOnly; SameSite=Lax$/);
    const headers = withCookies(cookies);
    expect((await accounts.pages.member(headers))?.member.id).toBe(rep.id);
    await accounts.pages.signOut(headers);
    expect(await accounts.pages.member(headers)).toBeNull();
  });

  test('nobody can sign up by themselves, or make themselves an operator', async () => {
    const database = await open();
    const { createAuth } = await import('#server/accounts/auth.ts');
    const auth = createAuth(database, settings);
    const body = { email: 'eve@evil.example', password: PASSWORD, name: 'Eve', operator: true };
    await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
    expect(await createAccounts(database, settings).members.anyOperator()).toBe(false);
  });
});

eachDatabase('one-time links', (open) => {
  const form = { name: 'Sam', email: 'sam@northwind.example', password: PASSWORD, workspace: 'Northwind Sales' };

  test('the first link makes the operator, once', async () => {
    const accounts = createAccounts(await open(), settings);
    const token = (await accounts.links.forOperator()) ?? '';
    expect(await accounts.links.look(token)).toEqual({ kind: 'operator' });
    expect(await accounts.links.look(token), 'looking does not use it up').toEqual({ kind: 'operator' });
    const both = await Promise.all([1, 2].map(() => accounts.links.useAsOperator(token, form)));
    expect(both.toSorted(), 'two clicks at once make one').toEqual([false, true]);
    expect(await accounts.links.look(token)).toBeNull();
    expect(await accounts.links.forOperator(), 'there is no second operator to be had').toBeNull();
    const cookies = await accounts.pages.signIn(form, new Headers());
    const signedIn = await accounts.pages.member(withCookies(cookies));
    expect(signedIn?.member).toMatchObject({ operator: true, role: 'admin', workspace: { name: 'Northwind Sales' } });
  });

  test('members whom the command line added before take nothing from the operator’s link', async () => {
    const accounts = createAccounts(await open(), settings);
    const { id } = await accounts.workspaces.create('Northwind Sales');
    await accounts.members.add({ workspace: id, email: 'mira@northwind.example', name: 'Mira', role: 'rep' });
    const token = (await accounts.links.forOperator()) ?? '';
    expect(await accounts.links.look(token)).toEqual({ kind: 'operator' });
    const theirs = { ...form, email: 'mira@northwind.example' };
    expect(await accounts.links.useAsOperator(token, theirs)).toBe(true);
    const cookies = await accounts.pages.signIn(theirs, new Headers());
    expect((await accounts.pages.member(withCookies(cookies)))?.member).toMatchObject({ operator: true });
    expect(await accounts.links.forOperator()).toBeNull();
  });

  test('a second start makes the first start’s link void', async () => {
    const accounts = createAccounts(await open(), settings);
    const first = (await accounts.links.forOperator()) ?? '';
    const second = (await accounts.links.forOperator()) ?? '';
    expect(await accounts.links.useAsOperator(first, form)).toBe(false);
    expect(await accounts.links.useAsOperator(second, form)).toBe(true);
  });

  test('a member’s link sets the password once and ends earlier sessions', async () => {
    const { accounts, rep } = await team(await open(), { passwords: true });
    const before = await accounts.sessions.create(rep.id);
    const replaced = await accounts.links.forMember(rep.id);
    const token = await accounts.links.forMember(rep.id);
    expect(await accounts.links.look(replaced), 'a fresh link makes earlier ones void').toBeNull();
    expect(await accounts.links.look(token)).toMatchObject({ kind: 'member', email: 'mira@northwind.example' });
    const use = (password: string) => accounts.links.useAsMember(token, { name: 'Mira L', password });
    expect(await use('another quiet key')).toBe(true);
    expect(await use('yet another key')).toBe(false);
    expect(await accounts.sessions.caller(before)).toBeNull();
    const email = 'mira@northwind.example';
    expect(await accounts.pages.signIn({ email, password: PASSWORD }, new Headers())).toBeNull();
    expect(await accounts.pages.signIn({ email, password: 'another quiet key' }, new Headers())).not.toBeNull();
  });

  test('a link ends after seven days, and its token is nowhere in the database', async () => {
    const database = await open();
    const { accounts, rep } = await team(database);
    const token = await accounts.links.forMember(rep.id);
    const rows = await database.db
      .withTables<{ verification: { identifier: string; value: string; expiresAt: string } }>()
      .selectFrom('verification')
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const left = new Date(rows[0]?.expiresAt ?? 0).getTime() - Date.now();
    expect(left / DAY).toBeGreaterThan(6.99);
    expect(left / DAY).toBeLessThanOrEqual(7);
    await database.db
      .withTables<{ verification: { expiresAt: string } }>()
      .updateTable('verification')
      .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      .execute();
    expect(await accounts.links.look(token)).toBeNull();
    expect(await accounts.links.useAsMember(token, { name: 'M', password: PASSWORD })).toBe(false);
  });
});

eachDatabase('the device flow', (open) => {
  async function started() {
    const database = await open();
    const { accounts, rep } = await team(database, { passwords: true });
    const code = await accounts.devices.code(CLIENT_ID);
    if ('error' in code) throw new Error(code.error);
    const grant = { clientId: CLIENT_ID, deviceCode: code.device_code, userAgent: 'Mozilla/5.0 Firefox/153.0' };
    const cookies = await accounts.pages.signIn({ email: 'mira@northwind.example', password: PASSWORD }, new Headers());
    return {
      database,
      accounts,
      rep,
      code,
      headers: withCookies(cookies),
      redeem: () => accounts.devices.token(grant),
    };
  }

  test('a code approved by a member becomes their session, once', async () => {
    const { accounts, rep, code, headers, redeem } = await started();
    expect(await accounts.devices.look(code.user_code)).toBe('pending');
    expect(await accounts.devices.decide(code.user_code.toLowerCase(), 'approve', headers)).toBe(true);
    expect(await accounts.devices.look(code.user_code)).toBe('approved');
    expect(await accounts.devices.decide(code.user_code, 'deny', headers), 'decided is decided').toBe(false);
    const replies = await Promise.all([redeem(), redeem()]);
    const tokens = replies.flatMap((reply) => ('access_token' in reply ? [reply.access_token] : []));
    expect(tokens, 'of two requests at once one gets the token').toHaveLength(1);
    expect(await accounts.sessions.caller(tokens[0] ?? '')).toMatchObject({ id: rep.id });
    expect(await redeem(), 'a code whose answer was lost is gone').toMatchObject({ error: 'invalid_grant' });
  });

  test('waiting, asking too often, denied', async () => {
    const { accounts, code, headers, redeem, database } = await started();
    expect(await redeem()).toMatchObject({ error: 'authorization_pending' });
    expect(await redeem()).toMatchObject({ error: 'slow_down' });
    expect(await accounts.devices.decide(code.user_code, 'deny', headers)).toBe(true);
    await accountTables(database)
      .withTables<{ deviceCode: { lastPolledAt: string | null } }>()
      .updateTable('deviceCode')
      .set({ lastPolledAt: null })
      .execute();
    expect(await redeem()).toMatchObject({ error: 'access_denied' });
    expect(await redeem()).toMatchObject({ error: 'invalid_grant' });
  });

  test('run out', async () => {
    const { accounts, code, headers, redeem, database } = await started();
    await accountTables(database)
      .updateTable('deviceCode')
      .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      .execute();
    expect(await accounts.devices.look(code.user_code)).toBe('unknown');
    expect(await accounts.devices.decide(code.user_code, 'approve', headers)).toBe(false);
    expect(await redeem()).toMatchObject({ error: 'expired_token' });
  });

  test('without a session nobody approves; a code bound to one member is not another’s', async () => {
    const { accounts, code, headers, redeem } = await started();
    await expect(accounts.devices.decide(code.user_code, 'approve', new Headers())).resolves.toBe(false);
    expect(await redeem()).toMatchObject({ error: 'authorization_pending' });
    expect(await accounts.devices.decide(code.user_code, 'approve', headers)).toBe(true);
  });

  test('an unknown client, code or grant is an error of the RFC', async () => {
    const { accounts, code } = await started();
    expect(await accounts.devices.code('someone-else')).toMatchObject({ error: 'invalid_client' });
    const userAgent = '';
    expect(await accounts.devices.token({ clientId: CLIENT_ID, deviceCode: 'nope', userAgent })).toMatchObject({
      error: 'invalid_grant',
    });
    const wrongClient = { clientId: 'someone-else', deviceCode: code.device_code, userAgent };
    expect(await accounts.devices.token(wrongClient)).toMatchObject({ error: 'invalid_client' });
  });
});

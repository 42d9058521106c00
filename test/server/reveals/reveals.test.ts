import { describe, expect, test } from 'vitest';
import type { Answer } from '#server/providers/provider.ts';
import { expectSoundBooks } from '../credits/books.ts';
import { ADA, BEN, EVE, OPERATOR, TEAM } from '../credits/team.ts';
import { eachDatabase } from '../databases.ts';
import { found, scripted } from './scripted-provider.ts';
import { movements, newId, profile, replied, request, setting } from './setting.ts';

const W = ADA.workspace;

eachDatabase('a reveal', (open) => {
  test('is charged once, with a receipt, and owned by the whole team from then on', async () => {
    const { reveals, purses, provider, database, clock } = await setting(open);
    const id = newId();
    const first = replied(await reveals.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })));
    expect(first.outcome).toMatchObject({
      kind: 'found',
      charged: 8,
      free: null,
      contact: { provider: 'Harbourline', at: clock.iso(), verified: true },
      receipt: {
        entry: 3,
        id,
        member: 'Ada Okafor',
        person: 'Noor Haddad',
        provider: 'Harbourline',
        charged: 8,
        split: { plan: 8, addOn: 0, topUp: 0 },
        before: 100,
        after: 92,
      },
    });
    expect(first.balance).toMatchObject({ available: 92, held: 0, asOf: { entry: 3 } });

    const again = replied(await reveals.reveal(BEN, newId(), request('Noor Haddad', { field: 'phone' })));
    expect(again.outcome).toMatchObject({ kind: 'found', charged: 0, free: 'owned', receipt: null });
    expect(provider.asked).toHaveLength(1);
    expect(await movements(purses)).toEqual(['hold -8/8', 'capture 0/-8']);
    const opened = replied(await reveals.open(BEN, 'guildbook:in/noor-haddad', 'phone'));
    expect(opened).toMatchObject({ id, outcome: { kind: 'found', charged: 0, free: 'owned' } });
    expect(opened.outcome).toMatchObject({ contact: 'contact' in first.outcome ? first.outcome.contact : null });
    expect(await reveals.owned(W, 0, 10)).toEqual({
      items: [{ number: 1, key: 'guildbook:in/noor-haddad', field: 'phone' }],
      more: false,
    });
    await expectSoundBooks(database);
  });

  test('takes from plan and top-up in one charge, and its receipt says how much of each', async () => {
    const { reveals, purses, database } = await setting(open, { credits: 5 });
    await purses.grant(W, { id: newId(), kind: 'top_up', credits: 10, reason: 'welcome' }, OPERATOR);
    const { outcome, balance } = replied(
      await reveals.reveal(ADA, newId(), request('Noor Haddad', { field: 'phone' })),
    );
    expect(outcome).toMatchObject({ receipt: { split: { plan: 5, addOn: 0, topUp: 3 }, before: 15, after: 7 } });
    expect(balance).toMatchObject({ plan: { left: 0 }, topUp: 7 });
    await expectSoundBooks(database);
  });

  test('renews a cycle that is over before it spends, in the same transaction', async () => {
    const { reveals, clock, database } = await setting(open, { credits: 1 });
    await reveals.reveal(ADA, newId(), request('Noor Haddad'));
    clock.set('2026-03-01T00:00:00.000Z');
    const { outcome, balance } = replied(await reveals.reveal(ADA, newId(), request('Tomás Villalobos')));
    expect(outcome).toMatchObject({ kind: 'found', charged: 1 });
    expect(balance.plan).toMatchObject({ left: 0, allowance: 1, renewsAt: '2026-03-31T10:00:00.000Z' });
    await expectSoundBooks(database);
  });

  test('with the same id gets the same answer, also weeks later; with another body it is refused', async () => {
    const { reveals, purses, provider, clock, another } = await setting(open);
    const id = newId();
    const first = replied(await reveals.reveal(ADA, id, request('Noor Haddad')));
    clock.forward({ weeks: 7 });
    for (const server of [reveals, another()]) {
      expect(replied(await server.reveal(ADA, id, request('Noor Haddad'))).outcome).toEqual(first.outcome);
      expect(replied(await server.byId(ADA, id)).outcome).toEqual(first.outcome);
    }
    expect(provider.asked).toHaveLength(1);
    const other = [
      request('Tomás Villalobos'),
      request('Noor Haddad', { field: 'phone' }),
      request('Noor Haddad', { maxCredits: 9 }),
      request('Noor Haddad', { another: true }),
    ];
    for (const body of other) {
      expect(await reveals.reveal(ADA, id, body)).toMatchObject({ refusal: { code: 'key_reused' } });
    }
    expect((await movements(purses)).filter((line) => line.startsWith('capture'))).toHaveLength(1);
  });

  test('of another workspace is not found, nor is what it owns; its ids are free to use', async () => {
    const { reveals, purses } = await setting(open);
    const id = newId();
    await reveals.reveal(ADA, id, request('Noor Haddad'));
    expect(await reveals.byId(EVE, id)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await reveals.open(EVE, 'guildbook:in/noor-haddad', 'email')).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect((await reveals.owned(EVE.workspace, 0, 10)).items).toEqual([]);
    await purses.setPlan(EVE.workspace, TEAM, OPERATOR);
    const own = replied(await reveals.reveal(EVE, id, request('Noor Haddad')));
    expect(own.outcome, 'nothing is shared between workspaces').toMatchObject({ kind: 'found', charged: 1 });
    expect(await reveals.byId(ADA, newId())).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await reveals.open(ADA, 'guildbook:in/noor-haddad', 'phone')).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });
});

eachDatabase('a reveal that is not charged', (open) => {
  test('not found: given back, and the same id says so again without asking', async () => {
    const { reveals, purses, provider, database } = await setting(open);
    provider.answers(() => ({ kind: 'not_found' }));
    const id = newId();
    const first = replied(await reveals.reveal(ADA, id, request('Noor Haddad')));
    expect(first).toMatchObject({ outcome: { kind: 'not_found', charged: 0 }, balance: { available: 100, held: 0 } });
    expect(replied(await reveals.reveal(ADA, id, request('Noor Haddad'))).outcome).toEqual(first.outcome);
    expect(provider.asked).toHaveLength(1);
    expect(await movements(purses)).toEqual(['hold -1/1', 'release 1/-1']);
    expect((await reveals.owned(W, 0, 10)).items).toEqual([]);
    await expectSoundBooks(database);
  });

  const refusals: [string, Parameters<typeof request>[1], { credits?: number }, object][] = [
    [
      'a price above what the rep was shown',
      { field: 'phone', maxCredits: 7 },
      {},
      { code: 'price_changed', price: 8 },
    ],
    [
      'too few credits',
      { field: 'phone' },
      { credits: 5 },
      {
        code: 'insufficient_credits',
        next: 'top_up',
        missing: 3,
        price: 8,
        allowance: 5,
        renewsAt: '2026-02-28T10:00:00.000Z',
      },
    ],
  ];
  test.each(refusals)(
    '%s: refused under its id for good, and a new click runs',
    async (_what, more, credits, refusal) => {
      const { reveals, purses, provider } = await setting(open, credits);
      const id = newId();
      const first = replied(await reveals.reveal(ADA, id, request('Noor Haddad', more)));
      expect(first.outcome).toMatchObject({ kind: 'refused', refusal });
      expect(provider.asked).toHaveLength(0);
      expect(await movements(purses)).toEqual([]);
      await purses.grant(W, { id: newId(), kind: 'top_up', credits: 50, reason: 'settled' }, OPERATOR);
      expect(replied(await reveals.reveal(ADA, id, request('Noor Haddad', more))).outcome).toEqual(first.outcome);
      const click = replied(await reveals.reveal(ADA, newId(), request('Noor Haddad', { ...more, maxCredits: 8 })));
      expect(click.outcome).toMatchObject({ kind: 'found', charged: 8 });
    },
  );

  test('a field that the plan excludes, and a workspace without a plan, are refused', async () => {
    const { reveals, purses } = await setting(open);
    await purses.setPlan(W, { ...TEAM, prices: { email: 1, phone: null } }, OPERATOR);
    for (const member of [ADA, EVE]) {
      const { outcome } = replied(await reveals.reveal(member, newId(), request('Noor Haddad', { field: 'phone' })));
      expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'activity_excluded', next: 'ask_admin' } });
    }
  });

  test('what the page itself shows, found again however it is spelt, is public and free, and not owned', async () => {
    const { reveals, provider, purses } = await setting(open);
    const spellings = [
      ['email', 'Noor.Haddad@Brightwater.example', 'noor.haddad@brightwater.example'],
      ['phone', '(312) 555-0133', '+1 312 555 0133'],
      ['phone', '+44 (0)20 7946 0958', '+442079460958'],
    ] as const;
    for (const [field, shown, value] of spellings) {
      provider.answers(() => found('p1', field, value));
      const page = profile('Noor Haddad', { contacts: [{ field, value: shown }] });
      const { outcome } = replied(await reveals.reveal(ADA, newId(), request(page, { field, another: true })));
      expect(outcome, shown).toMatchObject({ kind: 'found', charged: 0, free: 'public', receipt: null });
      expect(provider.asked.at(-1)?.exclude).toEqual([shown]);
    }
    expect((await purses.balance(W)).available).toBe(100);
    expect((await reveals.owned(W, 0, 10)).items).toEqual([]);
  });

  test('public on the page and no other one asked for: answered from the page, nobody is asked', async () => {
    const { reveals, provider, purses } = await setting(open);
    const page = profile('Noor Haddad', { contacts: [{ field: 'email', value: 'noor@brightwater.example' }] });
    const { outcome } = replied(await reveals.reveal(ADA, newId(), request(page)));
    expect(outcome).toMatchObject({ contact: { value: 'noor@brightwater.example' }, charged: 0, free: 'public' });
    expect(provider.asked).toHaveLength(0);
    expect(await movements(purses)).toEqual([]);
  });

  test.each([
    ['the same person', 'person-7', 'else@brightwater.example'],
    ['the same value', 'person-8', 'NOOR@brightwater.example'],
  ])('%s under another key is an alias: free, in the feed, and opened by that key', async (_what, person, value) => {
    const { reveals, provider, purses, database } = await setting(open);
    provider.answers(() => found('person-7', 'email', 'noor@brightwater.example'));
    await reveals.reveal(ADA, newId(), request('Noor Haddad'));
    provider.answers(() => found(person, 'email', value));
    const elsewhere = profile('N. Haddad', { key: 'github:noor' });
    const { outcome, balance } = replied(await reveals.reveal(BEN, newId(), request(elsewhere)));
    expect(outcome).toMatchObject({ charged: 0, free: 'owned', contact: { value: 'noor@brightwater.example' } });
    expect(balance).toMatchObject({ available: 99, held: 0 });
    expect((await reveals.owned(W, 1, 10)).items).toEqual([{ number: 2, key: 'github:noor', field: 'email' }]);
    expect(replied(await reveals.open(ADA, 'github:noor', 'email')).outcome).toMatchObject({
      contact: { value: 'noor@brightwater.example' },
    });
    replied(await reveals.reveal(ADA, newId(), request(elsewhere)));
    expect(provider.asked, 'an alias is owned: nobody is asked').toHaveLength(2);
    expect(await movements(purses)).toHaveLength(4);
    await expectSoundBooks(database);
  });

  test('namesakes are never merged: the same name with another person and value is charged', async () => {
    const { reveals, provider } = await setting(open);
    provider.answers(() => found('person-1', 'email', 'one@brightwater.example'));
    await reveals.reveal(ADA, newId(), request('Noor Haddad'));
    provider.answers(() => found('person-2', 'email', 'two@larkfield.example'));
    const other = replied(await reveals.reveal(ADA, newId(), request(profile('Noor Haddad', { key: 'github:noor' }))));
    expect(other.outcome).toMatchObject({ charged: 1, free: null });
  });

  test('all providers failed: refused for good under its id, and a new click tries again', async () => {
    const { reveals, provider, purses } = await setting(open);
    provider.answers(() => ({ kind: 'failed', reason: 'busy' }));
    const id = newId();
    const first = replied(await reveals.reveal(ADA, id, request('Noor Haddad')));
    expect(first.outcome).toMatchObject({ refusal: { code: 'provider_unavailable', next: 'retry' } });
    provider.answers(({ profile, field }) => found(profile.key, field));
    expect(replied(await reveals.reveal(ADA, id, request('Noor Haddad'))).outcome).toEqual(first.outcome);
    expect(replied(await reveals.reveal(ADA, newId(), request('Noor Haddad'))).outcome).toMatchObject({ charged: 1 });
    expect(await movements(purses)).toEqual(['hold -1/1', 'release 1/-1', 'hold -1/1', 'capture 0/-1']);
  });
});

describe('providers', () => {
  eachDatabase('are asked in order', (open) => {
    test('until one has found something; a failure is passed over, and not found by one is not found', async () => {
      const { another } = await setting(open);
      const [first, second, third] = [scripted('First'), scripted('Second'), scripted('Third')];
      const reveals = another({ providers: [first, second, third] });
      first.answers(() => ({ kind: 'failed', reason: 'down' }));
      second.answers(() => ({ kind: 'not_found' }));
      expect(replied(await reveals.reveal(ADA, newId(), request('Noor Haddad'))).outcome).toMatchObject({
        contact: { provider: 'Third' },
        receipt: { provider: 'Third' },
      });
      third.answers(() => ({ kind: 'failed', reason: 'down' }));
      expect(replied(await reveals.reveal(ADA, newId(), request('Tomás Villalobos'))).outcome.kind).toBe('not_found');
    });

    const lies: [string, unknown][] = [
      ['nothing', undefined],
      ['another kind', { kind: 'charged', credits: 99 }],
      ['no person', { kind: 'found', contact: { value: 'a@b.example' } }],
      ['a contact that is no string', found('p', 'email', 7 as unknown as string)],
      ['an e-mail address that is none', found('p', 'email', 'email_not_unlocked')],
      ['an address with a line break and more', found('p', 'email', 'a@b.example\nbcc: all@b.example')],
      ['an endless value', found('p', 'email', `${'a'.repeat(100_000)}@b.example`)],
      ['a phone for an e-mail', found('p', 'email', '+1 312 555 0133')],
      ['a locked value', { kind: 'found', person: 'p', contact: true }],
    ];
    test.each(lies)('one that answers %s has failed, and nothing is charged', async (_what, lie) => {
      const { reveals, provider, database } = await setting(open);
      provider.answers(() => lie as Answer);
      const { outcome, balance } = replied(await reveals.reveal(ADA, newId(), request('Noor Haddad')));
      expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'provider_unavailable' } });
      expect(balance).toMatchObject({ available: 100, held: 0 });
      await expectSoundBooks(database);
    });

    test('one that hangs or throws is left behind at the deadline, and the log has no contact detail', async () => {
      const { another, provider } = await setting(open);
      const lines: string[] = [];
      const log = { warn: (details: object, message: string) => lines.push(JSON.stringify([details, message])) };
      const reveals = another({ deadlineMs: 50, log });
      provider.answers(() => new Promise<Answer>(() => {}));
      const hung = replied(await reveals.reveal(ADA, newId(), request('Noor Haddad')));
      expect(hung).toMatchObject({ outcome: { kind: 'refused' }, balance: { available: 100, held: 0 } });
      provider.answers(() => {
        throw new Error('no credits left for noor@brightwater.example');
      });
      await reveals.reveal(ADA, newId(), request('Noor Haddad'));
      expect(lines).toEqual([expect.stringContaining('it took too long'), expect.stringContaining('it threw Error')]);
      expect(lines.join()).not.toContain('@');
    });

    test('text of a provider is cleaned before it is kept', async () => {
      const { reveals, provider } = await setting(open);
      provider.answers(() => found('p\u202e1', 'email', ' noor@brightwater.example\u200b'));
      const { outcome } = replied(await reveals.reveal(ADA, newId(), request('Noor Haddad')));
      expect(outcome).toMatchObject({ contact: { value: 'noor@brightwater.example' } });
    });
  });
});

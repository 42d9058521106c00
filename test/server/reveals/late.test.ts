import { expect, test } from 'vitest';
import { expectSoundBooks } from '../credits/books.ts';
import { ADA, BEN, OPERATOR, TEAM } from '../credits/team.ts';
import { eachDatabase } from '../databases.ts';
import { found, gate } from './scripted-provider.ts';
import { movements, newId, replied, request, setting } from './setting.ts';

const W = ADA.workspace;
const RENEWAL = '2026-02-28T10:00:00.000Z';
const FOUND = found('p1', 'phone', '+1 312 555 0133');
const NOBODY = { kind: 'not_found' } as const;

eachDatabase('a reveal that takes long', (open) => {
  /** Ways through a renewal under an open hold of 8 of 20: the answer, the plan's policy, and what is left after it. */
  test.each([
    ['found: charged to the cycle it was held in', FOUND, 'expire', 20],
    ['given back: what comes back expires at once', NOBODY, 'expire', 20],
    ['given back as goodwill, where the plan says so', NOBODY, 'goodwill', 28],
  ] as const)('spans a renewal; %s', async (_what, answer, heldOver, available) => {
    const { another, provider, purses, clock, database } = await setting(open, { credits: 20 });
    await purses.setPlan(W, { ...TEAM, allowance: 20, heldOver }, OPERATOR);
    const { wait, open: go, reached } = gate();
    provider.answers(() => wait().then(() => answer));
    const id = newId();
    const running = another({ holdMs: 60 * 86_400_000 }).reveal(ADA, id, request('Noor Haddad', { field: 'phone' }));
    await reached;
    clock.set(RENEWAL);
    expect(await purses.balance(W), 'renewed meanwhile').toMatchObject({ available: 20, held: 8 });
    go();
    const { outcome, balance } = replied(await running);
    expect(outcome.kind).toBe(answer.kind);
    expect(balance).toMatchObject({ available, held: 0, plan: { left: available } });
    if (answer === FOUND) {
      expect(await purses.receipt(W, id)).toMatchObject({ split: { plan: 8 }, before: 20, after: 20 });
    }
    await expectSoundBooks(database);
  });

  test('found after its hold has expired it is held anew and charged: shown and paid, once', async () => {
    const { reveals, provider, purses, clock, database } = await setting(open);
    const { wait, open: go, reached } = gate();
    provider.answers(() => wait().then(() => FOUND));
    const id = newId();
    const running = reveals.reveal(ADA, id, request('Noor Haddad', { field: 'phone' }));
    await reached;
    clock.forward({ minutes: 31 });
    expect(await purses.balance(W)).toMatchObject({ available: 100, held: 0 });
    expect(await reveals.sweep(), 'somebody is at work on it').toBeLessThanOrEqual(1);
    expect(replied(await reveals.byId(ADA, id)).outcome.kind, 'and so it is not given up').toBe('pending');
    go();
    const { outcome, balance } = replied(await running);
    expect(outcome).toMatchObject({ kind: 'found', charged: 8, receipt: { charged: 8, before: 100, after: 92 } });
    expect(balance).toMatchObject({ available: 92, held: 0 });
    expect(await movements(purses)).toEqual(['hold -8/8', 'release 8/-8', 'hold -8/8', 'capture 0/-8']);
    const again = replied(await reveals.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })));
    expect(again.outcome, 'the same id, the same answer').toEqual(outcome);
    await expectSoundBooks(database);
  });

  test.each([
    ['the credits are gone', 'insufficient_credits'],
    ['the cap is used up', 'capped'],
  ])('found after its hold has expired, when %s: refused, not shown, not charged', async (_what, code) => {
    const { reveals, provider, purses, clock, database } = await setting(open, { credits: 10 });
    const { wait, open: go, reached } = gate();
    provider.answers(({ profile, field }) =>
      field === 'phone' ? wait().then(() => FOUND) : found(profile.key, field),
    );
    const running = reveals.reveal(ADA, newId(), request('Noor Haddad', { field: 'phone' }));
    await reached;
    clock.forward({ minutes: 31 });
    if (code === 'capped') await purses.setCap(W, ADA.id, 7, BEN);
    else for (const name of ['Ines', 'Tomás', 'Mei']) replied(await reveals.reveal(BEN, newId(), request(name)));
    const before = (await purses.balance(W)).available;
    go();
    const { outcome, balance } = replied(await running);
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code } });
    expect(JSON.stringify(outcome)).not.toContain('555');
    expect(balance).toMatchObject({ available: before, held: 0 });
    expect((await reveals.owned(W, 0, 10)).items.filter(({ field }) => field === 'phone')).toEqual([]);
    await expectSoundBooks(database);
  });

  test('who is at the cap is told who can raise it, also when it is asked for again', async () => {
    const { purses, another } = await setting(open);
    const reveals = another({ adminsOf: async () => ['Mira Lindqvist', '$& Ode'] });
    await purses.setCap(W, ADA.id, 5, BEN);
    const id = newId();
    const { outcome, balance } = replied(await reveals.reveal(ADA, id, request('Noor Haddad', { field: 'phone' })));
    const refusal = { code: 'capped', left: 5, price: 8, next: 'ask_admin', admins: ['Mira Lindqvist', '$& Ode'] };
    expect(outcome).toMatchObject({ kind: 'refused', refusal });
    expect(outcome.kind === 'refused' && outcome.refusal.message).toContain('Ask Mira Lindqvist or $& Ode for more.');
    expect(balance.cap).toMatchObject({ credits: 5, left: 5 });
    expect(replied(await reveals.byId(ADA, id)).outcome).toEqual(outcome);
  });
});

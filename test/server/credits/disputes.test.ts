import { expect, test } from 'vitest';
import { eachDatabase } from '../databases.ts';
import { found } from '../reveals/scripted-provider.ts';
import { newId, replied, request, type Setting, setting } from '../reveals/setting.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, BEN, EVE, OPERATOR, TEAM } from './team.ts';

const W = ADA.workspace;
const BOUNCED = { reason: 'bounced', note: 'The mail came back.' } as const;
const GRANT = { grant: true, answer: null };
const DECLINE = { grant: false, answer: 'It is delivered.' };

eachDatabase('disputes', (open) => {
  /** A charged reveal of a phone. */
  async function charged({ reveals }: Setting, person = 'Noor Haddad'): Promise<string> {
    const id = newId();
    const { outcome } = replied(await reveals.reveal(ADA, id, request(person, { field: 'phone' })));
    expect(outcome).toMatchObject({ kind: 'found', charged: 8 });
    return id;
  }

  test('granted, the charge goes back to the very grants it came from, once, and the receipt says so', async () => {
    const here = await setting(open, { credits: 5 });
    const { purses, reveals, database, clock } = here;
    await purses.grant(W, { id: newId(), kind: 'top_up', credits: 10, reason: 'welcome' }, OPERATOR);
    const id = await charged(here);
    expect(await purses.balance(W)).toMatchObject({ plan: { left: 0 }, topUp: 7 });
    const raised = await reveals.dispute(BEN, id, BOUNCED);
    expect(raised).toMatchObject({
      dispute: { id, status: 'open', raisedBy: BEN.name, person: 'Noor Haddad', charged: 8, provider: 'Harbourline' },
    });
    expect(await reveals.dispute(ADA, id, { reason: 'wrong', note: null }), 'there is one').toEqual(raised);
    expect(await purses.openDisputes()).toMatchObject([{ workspace: W, dispute: { id } }]);
    const decided = await Promise.all(Array.from({ length: 10 }, () => purses.decideDispute(W, id, GRANT, OPERATOR)));
    for (const each of decided) {
      expect(each).toMatchObject({
        dispute: { status: 'granted', decidedBy: OPERATOR.name, decidedAt: clock.iso() },
        balance: { available: 15, plan: { left: 5 }, topUp: 10 },
      });
    }
    const { items } = await purses.ledger(W, 0, 100);
    expect(items.filter(({ kind }) => kind === 'refund')).toMatchObject([{ availableDelta: 8, activity: 'phone' }]);
    const refund = { entry: items.at(-1)?.number, at: clock.iso(), credits: 8 };
    expect(await purses.receipt(W, id)).toMatchObject({ charged: 8, refund });
    expect(replied(await reveals.byId(ADA, id)).outcome).toMatchObject({ receipt: { refund } });
    expect(await purses.decideDispute(W, id, DECLINE, OPERATOR)).toMatchObject({ refusal: { code: 'already_ended' } });
    await expectSoundBooks(database);
  });

  test('declined it gives nothing back, and says why', async () => {
    const here = await setting(open);
    const id = await charged(here);
    await here.reveals.dispute(ADA, id, BOUNCED);
    const declined = await here.purses.decideDispute(W, id, DECLINE, OPERATOR);
    expect(declined).toMatchObject({ dispute: { status: 'declined', answer: 'It is delivered.' } });
    expect(await here.purses.decideDispute(W, id, GRANT, OPERATOR)).toMatchObject({
      refusal: { code: 'already_ended' },
    });
    expect(await here.purses.balance(W)).toMatchObject({ available: 92 });
    expect(await here.purses.openDisputes()).toEqual([]);
  });

  test('the window is the plan’s: until its last moment, not after it; decided later it still counts when it was raised', async () => {
    const here = await setting(open);
    const { purses, reveals, clock, database } = here;
    const [first, second] = [await charged(here), await charged(here, 'Tomás Villalobos')];
    clock.forward({ days: 14 });
    expect(await reveals.dispute(ADA, first, BOUNCED)).toMatchObject({ dispute: { status: 'open' } });
    clock.forward({ milliseconds: 1 });
    expect(await reveals.dispute(ADA, second, BOUNCED)).toMatchObject({ refusal: { code: 'too_late' } });
    clock.set('2026-03-20T00:00:00.000Z');
    const decided = await purses.decideDispute(W, first, GRANT, OPERATOR);
    // Its grant has expired since: it comes back as goodwill of the same kind.
    expect(decided).toMatchObject({ balance: { available: 108, plan: { left: 108 } } });
    await expectSoundBooks(database);
  });

  test('a plan without disputes has none', async () => {
    const here = await setting(open);
    const id = await charged(here);
    await here.purses.setPlan(W, { ...TEAM, refundDays: 0 }, OPERATOR);
    expect(await here.reveals.dispute(ADA, id, BOUNCED)).toMatchObject({ refusal: { code: 'too_late' } });
    expect((await here.purses.balance(W)).refundDays).toBe(0);
  });

  test('what was not charged, is not there or is another team’s cannot be disputed', async () => {
    const here = await setting(open);
    const { reveals, provider } = here;
    const id = await charged(here);
    const owned = newId();
    replied(await reveals.reveal(BEN, owned, request('Noor Haddad', { field: 'phone' })));
    provider.answers(() => ({ kind: 'not_found' }));
    const nobody = newId();
    replied(await reveals.reveal(BEN, nobody, request('Ines Duarte')));
    for (const free of [owned, nobody]) {
      expect(await reveals.dispute(ADA, free, BOUNCED)).toMatchObject({ refusal: { code: 'not_charged' } });
    }
    for (const [member, unknown] of [
      [ADA, newId()],
      [EVE, id],
    ] as const) {
      expect(await reveals.dispute(member, unknown, BOUNCED)).toMatchObject({ refusal: { code: 'not_found' } });
    }
    expect(await here.purses.decideDispute(EVE.workspace, id, GRANT, OPERATOR)).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });

  test('a refund counts back on the cap of whoever spent', async () => {
    const here = await setting(open);
    const { purses, reveals, provider, database } = here;
    provider.answers(({ profile, field }) => found(profile.key, field));
    await purses.setCap(W, ADA.id, 8, BEN);
    const id = await charged(here);
    const more = replied(await reveals.reveal(ADA, newId(), request('Tomás Villalobos')));
    expect(more.outcome).toMatchObject({ kind: 'refused', refusal: { code: 'capped', left: 0 } });
    await reveals.dispute(ADA, id, BOUNCED);
    await purses.decideDispute(W, id, GRANT, OPERATOR);
    expect((await purses.balance(W, ADA.id)).cap).toMatchObject({ left: 8 });
    await expectSoundBooks(database);
  });
});

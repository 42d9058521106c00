import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { createPurses } from '#server/credits/purses.ts';
import type { Database } from '#server/db/open.ts';
import { createReveals } from '#server/reveals/reveals.ts';
import { clockAt } from '../clock.ts';
import { ADA, BEN, OPERATOR, TEAM } from '../credits/team.ts';
import { eachDatabase } from '../databases.ts';
import { scripted } from '../reveals/scripted-provider.ts';
import { newId, replied, request } from '../reveals/setting.ts';
import { catalogOf } from './catalog.ts';
import { isTenant, statementBreaches } from './spread-rules.ts';

/** The same database, and every statement that is sent to it from now on. */
function watched(database: Database): { database: Database; statements: Set<string> } {
  const statements = new Set<string>();
  const spy: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      statements.add(database.db.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const batch: Database['batch'] = (queries) => {
    for (const { sql } of queries) statements.add(sql);
    return database.batch(queries);
  };
  return { database: { ...database, db: database.db.withPlugin(spy), batch }, statements };
}

eachDatabase('what is sent to the database', (open) => {
  test('could all be spread by workspace: spends, refunds, renewals, purchases, caps and disputes', async () => {
    const { database, statements } = watched(await open());
    const clock = clockAt('2026-02-10T09:00:00.000Z');
    const purses = createPurses(database, { now: clock.now });
    const provider = scripted();
    const reveals = createReveals({ database, purses, providers: [provider], now: clock.now, deadlineMs: 5_000 });
    const { workspace } = ADA;
    await purses.setPlan(workspace, { ...TEAM, refundDays: 30 }, OPERATOR);
    await purses.addAddOn(workspace, { id: newId(), credits: 5 }, OPERATOR);
    await purses.setCap(workspace, BEN.id, 9, ADA);
    await purses.requestRaise(BEN, newId(), { credits: 5, note: null });
    const [asked] = await purses.raiseRequests(workspace, null);
    await purses.decideRaise(workspace, asked?.id ?? '', { credits: 5, until: '2026-03-01T00:00:00.000Z' }, ADA);
    const bought = await purses.requestTopUp(ADA, newId(), { credits: 10, note: null });
    if ('refusal' in bought) expect.fail(bought.refusal.message);
    await purses.pendingTopUps();
    await purses.settleTopUp(workspace, bought.topUp.id, { status: 'settled', payment: 'p1' }, OPERATOR);
    await purses.settleTopUp(workspace, bought.topUp.id, 'reversed', OPERATOR);
    const given = { id: newId(), kind: 'top_up', credits: 5, reason: 'for the fair' } as const;
    await purses.grant(workspace, given, OPERATOR);
    await purses.revoke(workspace, { id: newId(), entry: 2, credits: 1, reason: 'by mistake' }, OPERATOR);

    const revealed = replied(await reveals.reveal(BEN, newId(), request('Ravi Raman')));
    replied(await reveals.reveal(ADA, newId(), request('Ravi Raman')));
    provider.answers(() => ({ kind: 'not_found' }));
    replied(await reveals.reveal(ADA, newId(), request('Nobody There')));
    if (revealed.outcome.kind !== 'found' || revealed.outcome.receipt === null) expect.fail('nothing was charged');
    const { id } = revealed.outcome.receipt;
    await reveals.dispute(BEN, id, { reason: 'bounced', note: null });
    await purses.openDisputes();
    await purses.disputes(workspace, BEN.id);
    await purses.decideDispute(workspace, id, { grant: true, answer: null }, OPERATOR);
    await purses.decide(workspace, {}, (purse) =>
      purse.apply({
        kind: 'hold',
        id: 'h',
        activity: 'email',
        credits: 1,
        expiresAt: '2026-02-10T10:00:00.000Z',
        by: ADA,
      }),
    );
    await purses.decide(workspace, { holds: ['h'] }, (purse) =>
      purse.apply({ kind: 'capture', id: 'h', credits: 1, by: ADA }),
    );
    clock.set('2026-05-10T09:00:00.000Z');
    await reveals.sweep();
    await purses.taggedBalance(workspace, ADA.id, null);
    await purses.receipts(workspace, null, 1000, 10);
    await purses.ledger(workspace, 0, 10);
    await reveals.owned(workspace, 0, 10);

    const tenants = (await catalogOf(database)).tables.filter(isTenant);
    expect([...statements].flatMap((statement) => statementBreaches(statement, tenants))).toEqual([]);
    const verbs = [...statements].map((statement) => /^(\w+) (?:into )?"?(\w+)"?/.exec(statement)?.slice(1).join(' '));
    for (const needed of ['insert ledger_entry', 'insert hold', 'update purse', 'update hold', 'insert receipt']) {
      expect(verbs, 'the test has seen the hot statements').toContain(needed);
    }
  });
});

import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { createPurses } from '#server/credits/purses.ts';
import type { DatabaseKind } from '#server/db/column-types.ts';
import { migrations } from '#server/db/migrations.ts';
import { postgresDialect } from '#server/db/postgres.ts';
import { openFile, sqliteDialect } from '#server/db/sqlite.ts';
import { createReveals } from '#server/reveals/reveals.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { newId, replied, request, setting } from '../reveals/setting.ts';
import { expectSoundBooks } from './books.ts';
import { ADA, BEN, EVE } from './team.ts';

const W = ADA.workspace;

eachDatabase('receipts', (open) => {
  test('are listed newest first, page by page: a member’s own, or all of the workspace', async () => {
    const { reveals, purses } = await setting(open);
    const ids: string[] = [];
    for (const [member, person] of [
      [ADA, 'Noor Haddad'],
      [BEN, 'Ines Duarte'],
      [ADA, 'Mei Lin'],
    ] as const) {
      const id = newId();
      ids.unshift(id);
      replied(await reveals.reveal(member, id, request(person)));
    }
    const all = await purses.receipts(W, null, 1000, 10);
    expect(all.items.map(({ id }) => id)).toEqual(ids);
    expect(all.items.map(({ member, person, before, after }) => [member, person, before, after])).toEqual([
      ['Ada Okafor', 'Mei Lin', 98, 97],
      ['Ben Lindqvist', 'Ines Duarte', 99, 98],
      ['Ada Okafor', 'Noor Haddad', 100, 99],
    ]);
    const own = await purses.receipts(W, ADA.id, 1000, 1);
    expect(own).toMatchObject({ items: [{ person: 'Mei Lin' }], more: true });
    const next = await purses.receipts(W, ADA.id, own.items[0]?.entry ?? 0, 1);
    expect(next).toMatchObject({ items: [{ person: 'Noor Haddad' }], more: false });
    expect(await purses.receipts(EVE.workspace, null, 1000, 10)).toEqual({ items: [], more: false });
  });

  test('and answers of a database from before they knew activities and refunds are read all the same', async () => {
    const url = await open.url();
    const [id, at] = [newId(), '2026-02-10T09:00:00.000Z'];
    await asItWas(url, open.kind, id, at);
    const database = await open(url);
    const now = clockAt('2026-02-12T09:00:00.000Z').now;
    const purses = createPurses(database, { now });
    const receipt = {
      ...{ entry: 3, id, activity: 'phone', at, member: 'Ada Okafor', person: 'Noor Haddad', provider: 'Harbourline' },
      ...{ charged: 8, split: { plan: 8, addOn: 0, topUp: 0 }, before: 100, after: 92, refund: null },
    };
    expect(await purses.receipts(W, null, 1000, 10)).toEqual({ items: [receipt], more: false });
    const reveals = createReveals({ database, purses, providers: [], now });
    const { outcome, balance } = replied(await reveals.byId(ADA, id));
    expect(outcome).toMatchObject({ kind: 'found', charged: 8, receipt });
    expect(balance).toMatchObject({ available: 92, plan: { left: 92, name: 'Team' }, prices: { email: 1, phone: 8 } });
    expect((await purses.topUps(W)).map(({ status }) => status)).toEqual(['pending']);
    const disputed = await reveals.dispute(ADA, id, { reason: 'bounced', note: null });
    expect(disputed, 'its plan had no window').toMatchObject({ refusal: { code: 'too_late' } });
    await expectSoundBooks(database);
  });
});

/** Makes the database of the fourth migration, with one charged reveal and a pending top-up. */
async function asItWas(url: string, kind: DatabaseKind, id: string, at: string): Promise<void> {
  const dialect = kind === 'sqlite' ? sqliteDialect(openFile(url.slice('file:'.length))) : postgresDialect(url);
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(kind) } });
  const { error } = await migrator.migrateTo('0004-directory');
  if (error !== undefined) throw error;
  const workspace_id = W;
  const renews = '2026-02-28T10:00:00.000Z';
  const insert = (table: string, row: Record<string, unknown>) =>
    db
      .insertInto(table)
      .values({ workspace_id, ...row })
      .execute();
  await insert('purse', {
    ...{ last_entry: 3, last_unlock: 1, available: 92, held: 0, plan_name: 'Team', plan_allowance: 100 },
    ...{ plan_cycle: 'monthly', plan_anchor: '2026-01-31T10:00:00.000Z', plan_time_zone: 'UTC' },
    ...{ price_email: 1, price_phone: 8, cycle_number: 0, renews_at: renews },
  });
  await insert('credit_grant', {
    ...{ entry: 1, source: 'plan:x:1', kind: 'plan', priority: 10, credits: 100, left_over: 92, held: 0 },
    ...{ expires_at: renews, status: 'open', reason: null },
  });
  await insert('hold', {
    ...{ id, entry: 2, credits: 8, available_before: 100, parts: '[[1,8]]', expires_at: '2026-02-10T09:30:00.000Z' },
    ...{ status: 'captured', end_entry: 3, charged: 8, charged_parts: '[[1,8]]', available_after: 92 },
  });
  const entry = { at, reference: id, by_id: ADA.id, by_name: ADA.name, reason: null, grant_kind: null };
  const moves = [
    ['grant', 100, 0],
    ['hold', -8, 8],
    ['capture', 0, -8],
  ] as const;
  for (const [index, [what, available_delta, held_delta]] of moves.entries()) {
    const parts = JSON.stringify([[1, available_delta, held_delta]]);
    await insert('ledger_entry', { ...entry, number: index + 1, kind: what, available_delta, held_delta, parts });
  }
  const person = { member_id: ADA.id, member_name: ADA.name, person: 'Noor Haddad' };
  const key = 'guildbook:in/noor-haddad';
  const contact = { value: '+1 312 555 0133', type: 'work', verified: true, provider: 'Harbourline', at };
  const old = { revealId: id, entry: 3, charged: 8 };
  const outcome = { kind: 'found', key, field: 'phone', contact, charged: 8, free: null, receipt: old };
  await insert('reveal', {
    ...{ ...person, id, profile_key: key, field: 'phone', fingerprint: 'f', question: 'q', status: 'ended', held: 0 },
    ...{ started_at: at, owner: 'o', lease_until: at, hold_until: at, ended_at: at, outcome: JSON.stringify(outcome) },
  });
  await insert('receipt', {
    ...{ ...person, reveal_id: id, entry: 3, at, provider: 'Harbourline', charged: 8, plan: 8, add_on: 0, top_up: 0 },
    ...{ available_before: 100, available_after: 92 },
  });
  await insert('top_up', {
    ...{ id: newId(), credits: 5, status: 'pending', note: null, requested_by_id: ADA.id },
    ...{ requested_by_name: ADA.name, requested_at: at, ended_by_id: null, ended_by_name: null, ended_at: null },
  });
  await db.destroy();
}

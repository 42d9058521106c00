import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { createPurses } from '#server/credits/purses.ts';
import { createStore } from '#server/credits/store.ts';
import { migrations } from '#server/db/migrations.ts';
import { postgresDialect } from '#server/db/postgres.ts';
import { openFile, sqliteDialect } from '#server/db/sqlite.ts';
import { clockAt } from '../clock.ts';
import { expectSoundBooks } from '../credits/books.ts';
import { eachDatabase } from '../databases.ts';

const START = '2026-01-31T10:00:00.000Z';
const RENEWAL = '2026-02-28T10:00:00.000Z';

eachDatabase('a database from before all rules of credits', (open) => {
  /** A database at migration 0004, with a plan, a top-up, what expired, and a hold of each state. */
  async function old(): Promise<string> {
    const url = await open.url();
    const dialect = open.kind === 'sqlite' ? sqliteDialect(openFile(url.slice('file:'.length))) : postgresDialect(url);
    const db = new Kysely<unknown>({ dialect });
    const all = Object.entries(migrations(open.kind)).filter(([name]) => name < '0005');
    const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(all) } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    await sql`insert into purse (workspace_id, last_entry, last_unlock, available, held, plan_name, plan_allowance,
        plan_cycle, plan_anchor, plan_time_zone, price_email, price_phone, cycle_number, renews_at)
      values ('brightwater', 9, 1, 94, 8, 'Team', 100, 'monthly', ${START}, 'Europe/Berlin', 1, null, 0, ${RENEWAL}),
        ('larkfield', 0, 0, 0, 0, null, null, null, null, null, null, null, null, null)`.execute(db);
    const grant = (entry: number, source: string, left: number, held: number, expires: string | null, status: string) =>
      sql`insert into credit_grant (workspace_id, entry, source, kind, priority, credits, left_over, held, expires_at,
          status) values ('brightwater', ${entry}, ${source}, 'plan', 10, 100, ${left}, ${held}, ${expires},
          ${status})`.execute(db);
    await grant(1, 'plan:old', 0, 0, START, 'closed');
    await grant(3, 'plan:new', 94, 3, RENEWAL, 'open');
    await grant(4, 'plan:lapsed', 0, 5, '2026-02-01T00:00:00.000Z', 'lapsed');
    const entry = (number: number, kind: string, reference: string, parts: [number, number, number][]) =>
      sql`insert into ledger_entry (workspace_id, number, at, kind, available_delta, held_delta, parts, reference, by_id,
          by_name) values ('brightwater', ${number}, ${START}, ${kind},
          ${parts.reduce((sum, [, available]) => sum + available, 0)},
          ${parts.reduce((sum, [, , held]) => sum + held, 0)}, ${JSON.stringify(parts)}, ${reference},
          ${kind === 'hold' ? 'user-ada' : null}, ${kind === 'hold' ? 'Ada Okafor' : null})`.execute(db);
    await entry(1, 'grant', 'old', [[1, 100, 0]]);
    await entry(2, 'expire', 'plan:old', [[1, -100, 0]]);
    await entry(3, 'grant', 'new', [[3, 100, 0]]);
    await entry(4, 'grant', 'lapsed', [[4, 100, 0]]);
    await entry(5, 'hold', 'h-lapsed', [[4, -5, 5]]);
    await entry(6, 'expire', 'plan:lapsed', [[4, -95, 0]]);
    await entry(7, 'hold', 'h-open', [[3, -3, 3]]);
    await entry(8, 'hold', 'h-captured', [[3, -3, 3]]);
    await entry(9, 'capture', 'h-captured', [[3, 0, -3]]);
    const hold = (id: string, number: number, credits: number, part: number, end: number | null) =>
      sql`insert into hold (workspace_id, id, entry, credits, available_before, parts, expires_at, status, end_entry,
          charged, charged_parts, available_after) values ('brightwater', ${id}, ${number}, ${credits}, 100,
          ${JSON.stringify([[part, credits]])}, ${RENEWAL}, ${end === null ? 'open' : 'captured'}, ${end},
          ${end === null ? null : credits}, ${end === null ? null : JSON.stringify([[part, credits]])},
          ${end === null ? null : 94})`.execute(db);
    await hold('h-lapsed', 5, 5, 4, null);
    await hold('h-open', 7, 3, 3, null);
    await hold('h-captured', 8, 3, 3, 9);
    await sql`insert into reveal (workspace_id, id, member_id, member_name, profile_key, field, person, fingerprint,
        question, status, started_at, held, owner, lease_until, hold_until)
      values ('brightwater', 'h-captured', 'user-ada', 'Ada Okafor', 'k', 'phone', 'Noor Haddad', 'f', 'q', 'ended',
        ${START}, 0, 'o', ${START}, ${START})`.execute(db);
    await db.destroy();
    return url;
  }

  test('is carried over with its plans, grants, holds and entries, and goes on by the new rules', async () => {
    const database = await open(await old());
    const clock = clockAt('2026-02-10T09:00:00.000Z');
    const store = createStore(database, clock.now);
    const needs = { holds: ['h-open', 'h-captured', 'h-lapsed'], sources: ['plan:old'] };
    const seen = await store.decide('brightwater', needs, (open) => structuredClone(open.purse));
    expect(seen).toMatchObject({
      lastEntry: 9,
      available: 94,
      held: 8,
      debt: 0,
      plan: {
        name: 'Team',
        allowance: 100,
        cycle: 'monthly',
        anchor: START,
        timeZone: 'Europe/Berlin',
        prices: { email: 1, phone: null, ai_insight: null },
        refundDays: 0,
        heldOver: 'expire',
      },
      next: null,
      cycle: { number: 0, startsAt: START, renewsAt: RENEWAL, granted: 100 },
    });
    expect(seen.grants.get(1), 'all of it expired').toMatchObject({
      left: 0,
      lost: 100,
      lapsed: true,
      reversed: false,
    });
    expect(seen.grants.get(3)).toMatchObject({ left: 94, held: 3, lost: 0, lapsed: false });
    expect(seen.grants.get(4), 'expired but for what is on hold').toMatchObject({ held: 5, lost: 95, lapsed: true });
    expect(seen.holds.get('h-open')).toMatchObject({ activity: 'email', by: 'user-ada', end: null, refund: null });
    expect(seen.holds.get('h-captured')).toMatchObject({
      activity: 'phone',
      by: 'user-ada',
      end: { entry: 9, at: START, charged: 3, after: 94 },
    });
    await expectSoundBooks(database);

    const released = await store.decide('brightwater', { holds: ['h-lapsed'] }, (open) => {
      open.apply({ kind: 'release', id: 'h-lapsed', by: null, reason: null });
      return open.purse.available;
    });
    expect(released, 'what comes back to an expired grant expires').toBe(94);
    clock.set(RENEWAL);
    expect(await createPurses(database, clock).balance('brightwater')).toMatchObject({ available: 100, held: 0 });
    expect(await createPurses(database, clock).balance('larkfield')).toMatchObject({ available: 0, plan: null });
    await expectSoundBooks(database);
  });
});

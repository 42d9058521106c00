import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { expect, test } from 'vitest';
import { sentence } from '#server/audit/fault.ts';
import { verifyBooks, verifyWorkspace, workspacesWithBooks } from '#server/audit/verify.ts';
import { EMPTY_PURSE, type Entry } from '#server/credits/purse.ts';
import type { Database } from '#server/db/open.ts';
import type { Schema } from '#server/db/schema.ts';
import { history, run } from '../../credits/histories.ts';
import { eachDatabase } from '../databases.ts';
import { PURCHASES, WORKSPACE, writeHistory } from './history.ts';
import { insertBooks } from './written-books.ts';

/** On each database. */
const HISTORIES = 60;

async function faultsOf(database: Database): Promise<string[]> {
  const told: string[] = [];
  const { faults } = await verifyWorkspace(database, WORKSPACE, { fault: (_, fault) => told.push(sentence(fault)) });
  expect(faults, 'the number of faults is that of the lines').toBe(told.length);
  return told;
}

eachDatabase('ledger verify', (open) => {
  test('finds no fault in books that have something of everything', async () => {
    const database = await open();
    await writeHistory(database);
    expect(await faultsOf(database)).toEqual([]);
    const { rows } = await sql<{ kind: string }>`select distinct kind from ledger_entry order by kind`.execute(
      database.db,
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'capture',
      'expire',
      'grant',
      'hold',
      'refund',
      'release',
      'repay',
      'reverse',
      'revoke',
    ]);
    expect(await workspacesWithBooks(database.db)).toEqual([WORKSPACE]);
    const looked = await verifyWorkspace(database, WORKSPACE, { fault: () => undefined });
    expect(looked).toMatchObject({ holds: 10, receipts: 5, faults: 0 });
    expect(await verifyWorkspace(database, 'nobody', { fault: () => undefined })).toMatchObject({
      entries: 0,
      faults: 0,
    });
  });

  test('agrees with the ledger on random histories', async () => {
    const database = await open();
    const kinds = new Set<string>();
    for (const [index, steps] of fc.sample(history, { numRuns: HISTORIES, seed: 20_260_301 }).entries()) {
      const entries: Entry[] = [];
      let purse = EMPTY_PURSE;
      run(steps, (told) => {
        entries.push(...told.entries);
        purse = told.purse;
      });
      const workspace = `workspace ${index}`;
      await insertBooks(database, workspace, purse, entries);
      const told: string[] = [];
      await verifyWorkspace(database, workspace, { fault: (_, fault) => told.push(sentence(fault)) });
      expect(told, `history ${index}`).toEqual([]);
      for (const { kind } of entries) kinds.add(kind);
    }
    expect(kinds.size).toBe(9);
  });

  const entry = (which: string) => sql`number = (select min(number) from ledger_entry where ${sql.raw(which)})`;
  const tamperings: [what: string, change: ReturnType<typeof sql>[], expected: RegExp][] = [
    [
      'an entry is gone',
      [sql`delete from ledger_entry where number = 7`],
      /^entry 8: number after the last: expected 7, found 8/,
    ],
    [
      'the last entry is gone',
      [sql`delete from ledger_entry where number = (select max(number) from ledger_entry)`],
      /what its entries add up to/,
    ],
    [
      'an entry says more',
      [sql`update ledger_entry set available_delta = available_delta + 1 where number = 1`],
      /^entry 1: sum of its parts to spend: expected 31, found 30/,
    ],
    [
      'an entry says less on hold',
      [sql`update ledger_entry set held_delta = held_delta - 1 where ${entry(`kind = 'hold'`)}`],
      /sum of its parts on hold/,
    ],
    [
      'an entry says other debt',
      [sql`update ledger_entry set debt_delta = debt_delta + 1 where ${entry(`kind = 'reverse' and debt_delta > 0`)}`],
      /: debt: expected/,
    ],
    [
      'an entry is of another kind',
      [sql`update ledger_entry set kind = 'release' where ${entry(`kind = 'capture'`)}`],
      /in a release|rest of a charge|charged/,
    ],
    [
      'an entry is of no kind',
      [sql`update ledger_entry set kind = 'gift' where number = 2`],
      /kind: expected grant, hold/,
    ],
    [
      'parts that are none',
      [sql`update ledger_entry set parts = 'null' where number = 3`],
      /^entry 3: parts: expected a list/,
    ],
    [
      'parts of no grant',
      [sql`update ledger_entry set parts = '[[999,20,0]]' where parts = '[[3,20,0]]'`],
      /grant 999/,
    ],
    [
      'credits out of nowhere, entered well',
      [sql`update ledger_entry set available_delta = 31, parts = '[[1,31,0]]' where number = 1`],
      /^grant 1: credits given: expected 31, found 30/,
    ],
    [
      'a balance that is higher',
      [sql`update purse set available = available + 1`],
      /^purse: what its entries add up to/,
    ],
    ['more on hold', [sql`update purse set held = held + 1`], /^purse: what its entries add up to/],
    ['a debt that is forgiven', [sql`update purse set debt = debt + 1`], /^purse: what its entries add up to/],
    [
      'a last entry that is none',
      [sql`update purse set last_entry = last_entry + 1`],
      /^purse: what its entries add up to/,
    ],
    ['an unlock is gone', [sql`delete from unlock where number = 1`], /^unlocks: numbers/],
    ['an unlock too many is counted', [sql`update purse set last_unlock = 3`], /^unlocks: numbers/],
    [
      'a grant has more left',
      [sql`update credit_grant set left_over = left_over + 1 where entry = 1`],
      /^grant 1: credits left: expected 0, found 1/,
    ],
    [
      'a grant has more on hold',
      [sql`update credit_grant set held = held + 1 where entry = 1`],
      /^grant 1: credits on hold/,
    ],
    ['a grant lost less', [sql`update credit_grant set lost = lost - 1 where lost > 0`], /^grant \d+: credits lost/],
    [
      'a grant of more',
      [sql`update credit_grant set credits = credits + 5 where entry = 3`],
      /^grant 3: credits given: expected 20, found 25/,
    ],
    [
      'a grant of another kind',
      [sql`update credit_grant set kind = 'plan' where entry = 3`],
      /^grant 3: kind: expected top_up, found plan/,
    ],
    [
      'a grant that is spent sooner',
      [sql`update credit_grant set priority = 5 where entry = 3`],
      /^grant 3: priority: expected 30, found 5/,
    ],
    [
      'a spent grant is open again',
      [sql`update credit_grant set status = 'open' where entry = 1`],
      /^grant 1: status: expected closed, found open/,
    ],
    [
      'a grant with credits is closed',
      [sql`update credit_grant set status = 'closed' where left_over > 0`],
      /^grant \d+: status: expected open, found closed/,
    ],
    [
      'a reversal is undone',
      [sql`update credit_grant set reversed = 0 where source = ${`top_up:${PURCHASES.reversed}`}`],
      /^grant 3: reversed: expected true, found false/,
    ],
    [
      'a grant that no entry gave',
      [
        sql`insert into credit_grant (workspace_id, entry, source, kind, priority, credits, left_over, held, status)
        values (${WORKSPACE}, 5000, 'grant:x', 'top_up', 30, 9, 0, 0, 'closed')`,
      ],
      /^grant 5000: entry that gave it: expected entry 5000, found none/,
    ],
    [
      'a grant that expired before it was spent',
      [sql`update credit_grant set expires_at = '2026-01-11T00:00:00.000Z' where entry = 1`],
      /grant 1: expected spent before 2026-01-11/,
    ],
    ['a hold is gone', [sql`delete from hold where id = 'released'`], /^hold released: row: expected one for entry/],
    ['an open hold is gone', [sql`delete from hold where id = 'open'`], /^hold open: row/],
    [
      'a hold that nobody made',
      [
        sql`insert into hold (workspace_id, id, entry, credits, available_before, parts, expires_at, status)
        values (${WORKSPACE}, 'stray', 1, 0, 0, '[]', '2026-01-11T00:00:00.000Z', 'released')`,
      ],
      /^hold stray: its entry/,
    ],
    [
      'a hold is open again',
      [sql`update hold set status = 'open', end_entry = null where id = 'released'`],
      /^hold released: status: expected ended/,
    ],
    [
      'an open hold has ended',
      [sql`update hold set status = 'released' where id = 'open'`],
      /^hold open: status: expected open, found released/,
    ],
    [
      'a captured hold was released',
      [sql`update hold set status = 'released' where id = 'ben 1'`],
      /^hold ben 1: status: expected captured/,
    ],
    [
      'a hold expired before its time',
      [sql`update hold set expires_at = '2027-01-01T00:00:00.000Z' where id = 'expired'`],
      /^hold expired: status: expected released, found expired/,
    ],
    [
      'a hold of more',
      [sql`update hold set credits = 9 where id = 'ben 1'`],
      /^hold ben 1: credits: expected 8, found 9/,
    ],
    [
      'a hold out of another grant',
      [sql`update hold set parts = '[[2,33]]' where id = 'straddles'`],
      /^hold straddles: parts/,
    ],
    ['a hold of another entry', [sql`update hold set entry = 1 where id = 'april'`], /^hold april: entry/],
    [
      'a hold of another member',
      [sql`update hold set by_id = 'user-eve' where id = 'april'`],
      /^hold april: held by|^cap of user-ben/,
    ],
    [
      'a hold for something else',
      [sql`update hold set activity = 'api_call' where id = 'april'`],
      /^hold april: activity/,
    ],
    [
      'a charge of less',
      [sql`update hold set charged = 1 where id = 'all'`],
      /^hold all: charged: expected \d+, found 1/,
    ],
    [
      'a charge out of another grant',
      [sql`update hold set charged_parts = '[[3,8]]' where id = 'ben 1'`],
      /^hold ben 1: charged parts/,
    ],
    [
      'another balance after',
      [sql`update hold set available_after = 0 where id = 'april'`],
      /^hold april: credits after/,
    ],
    [
      'another balance before',
      [sql`update hold set available_before = 0 where id = 'april'`],
      /^hold april: credits before/,
    ],
    ['another end', [sql`update hold set end_entry = 1 where id = 'april'`], /^hold april: entry of its end/],
    [
      'an end that is still to come',
      [sql`update hold set end_entry = 5000 where id = 'april'`],
      /^hold april: entry of its end: expected one of its entries/,
    ],
    [
      'a refund that no entry speaks of',
      [sql`update hold set refund_entry = 9 where id = 'april'`],
      /^books: number of refunds/,
    ],
    [
      'a refund is forgotten',
      [sql`update hold set refund_entry = null where id = 'ben 1'`],
      /^hold ben 1: entry of its refund/,
    ],
    ['a receipt is gone', [sql`delete from receipt where id = 'april'`], /^receipt april: receipt of a charge/],
    [
      'a receipt for nothing',
      [sql`update receipt set id = 'released' where id = 'april'`],
      /^receipt released: its charge|^receipt april/,
    ],
    [
      'a receipt of less',
      [sql`update receipt set charged = charged - 1 where id = 'april'`],
      /^receipt april: charged/,
    ],
    [
      'a receipt with another split',
      [sql`update receipt set plan = plan - 1, top_up = top_up + 1 where id = 'straddles'`],
      /^receipt straddles: split/,
    ],
    ['a receipt of another entry', [sql`update receipt set entry = 1 where id = 'april'`], /^receipt april: entry/],
    [
      'a receipt with another balance',
      [sql`update receipt set available_after = 0 where id = 'april'`],
      /^receipt april: credits after/,
    ],
    [
      'a receipt without its refund',
      [sql`update receipt set refund_entry = null where id = 'ben 1'`],
      /^receipt ben 1: refund/,
    ],
    [
      'a purchase pays twice',
      [sql`update top_up set status = 'settled' where id = ${PURCHASES.pending}`],
      /grant of a settled top-up: expected a grant, found no grant/,
    ],
    [
      'a settled purchase is pending',
      [sql`update top_up set status = 'pending' where id = ${PURCHASES.settled}`],
      /grant of a pending top-up: expected no grant, found a grant/,
    ],
    [
      'a reversed purchase is settled',
      [sql`update top_up set status = 'settled' where id = ${PURCHASES.reversed}`],
      /expected a grant, found a reversed grant/,
    ],
    [
      'a purchase of more',
      [sql`update top_up set credits = 51 where id = ${PURCHASES.settled}`],
      /credits of its grant: expected 51, found 50/,
    ],
    ['a purchase is gone', [sql`delete from top_up where id = ${PURCHASES.settled}`], /top-up that it settled/],
    [
      'a cap that counts less',
      [sql`update member_cap set used = used - 1`],
      /^cap of user-ben: used in this cycle: expected 11, found 10/,
    ],
  ];
  test('finds every kind of tampering with a row', async () => {
    const database = await open();
    await writeHistory(database);
    const missed: string[] = [];
    for (const [what, changes, expected] of tamperings) {
      const told = await undone(database, async (trx) => {
        for (const change of changes) await change.execute(trx);
        return (await verifyBooks(trx, WORKSPACE, () => undefined)).faults.map(sentence);
      });
      if (!told.some((fault) => expected.test(fault)))
        missed.push(`${what}: ${expected} is not among ${told.join('; ')}`);
    }
    expect(missed).toEqual([]);
    expect(await faultsOf(database), 'and nothing is left of it').toEqual([]);
  });
});

/** Does something in a transaction that is then rolled back. */
async function undone<T>(database: Database, act: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  const trx = await database.db.startTransaction().execute();
  try {
    return await act(trx);
  } finally {
    await trx.rollback().execute();
  }
}

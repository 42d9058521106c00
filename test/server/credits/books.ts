import { expect } from 'vitest';
import type { Database } from '#server/db/open.ts';

/** Fails unless every purse is what its entries, its grants and its open holds add up to, without a gap in the numbers. */
export async function expectSoundBooks({ db }: Database): Promise<void> {
  for (const purse of await db.selectFrom('purse').selectAll().execute()) {
    const of = `purse of ${purse.workspace_id}: `;
    const entries = await db
      .selectFrom('ledger_entry')
      .selectAll()
      .where('workspace_id', '=', purse.workspace_id)
      .orderBy('number')
      .execute();
    expect(
      entries.map(({ number }) => number),
      `${of}numbers of entries`,
    ).toEqual(entries.map((_, index) => index + 1));
    expect(purse.last_entry, `${of}last entry`).toBe(entries.length);
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(entries.map((entry) => entry.available_delta)), `${of}sum of entries`).toBe(purse.available);
    expect(sum(entries.map((entry) => entry.held_delta)), `${of}sum of entries on hold`).toBe(purse.held);
    expect(sum(entries.map((entry) => entry.debt_delta)), `${of}sum of entries of debt`).toBe(purse.debt);
    expect(Math.min(purse.available, purse.held, purse.debt), `${of}nothing is below zero`).toBeGreaterThanOrEqual(0);

    const grants = await db
      .selectFrom('credit_grant')
      .selectAll()
      .where('workspace_id', '=', purse.workspace_id)
      .execute();
    expect(sum(grants.map((grant) => grant.left_over)), `${of}left in grants`).toBe(purse.available);
    expect(sum(grants.map((grant) => grant.held)), `${of}held in grants`).toBe(purse.held);
    const parts = entries.flatMap(({ parts }) => JSON.parse(parts) as [number, number, number][]);
    for (const grant of grants) {
      const own = parts.filter(([entry]) => entry === grant.entry);
      expect(sum(own.map(([, available]) => available)), `${of}entries of grant ${grant.entry}`).toBe(grant.left_over);
      expect(sum(own.map(([, , held]) => held)), `${of}entries on hold of grant ${grant.entry}`).toBe(grant.held);
    }
    const open = await db
      .selectFrom('hold')
      .selectAll()
      .where('workspace_id', '=', purse.workspace_id)
      .where('status', '=', 'open')
      .execute();
    expect(sum(open.map((hold) => hold.credits)), `${of}open holds`).toBe(purse.held);
    await expectSoundCaps(db, purse);
  }
}

/** Each cap has counted what its member's holds of this cycle come to. */
async function expectSoundCaps(db: Database['db'], purse: { workspace_id: string; caps_from: number }): Promise<void> {
  const caps = await db.selectFrom('member_cap').selectAll().where('workspace_id', '=', purse.workspace_id).execute();
  for (const { member_id, used } of caps) {
    const holds = await db
      .selectFrom('hold')
      .selectAll()
      .where('workspace_id', '=', purse.workspace_id)
      .where('by_id', '=', member_id)
      .where('entry', '>', purse.caps_from)
      .execute();
    const spent = holds.reduce((sum, { status, credits, charged, refund_entry }) => {
      if (status === 'open') return sum + credits;
      return status === 'captured' && refund_entry === null ? sum + (charged ?? 0) : sum;
    }, 0);
    expect(used, `cap of ${member_id} in ${purse.workspace_id}`).toBe(spent);
  }
}

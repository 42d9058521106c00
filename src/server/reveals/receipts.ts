import type { Transaction } from 'kysely';
import type { Receipt } from '#contract/credits.ts';
import { type Hold, type Purse, splitOf } from '../credits/purse.ts';
import type { Moment } from '../db/moment.ts';
import type { Schema } from '../db/schema.ts';
import type { Attempt } from './records.ts';

/** The receipt of a captured hold. */
export function receiptOf(purse: Purse, hold: Hold, attempt: Attempt, provider: string, at: Moment): Receipt {
  if (hold.end === null) throw new Error(`hold ${hold.id} has not ended`);
  return {
    entry: hold.end.entry,
    revealId: attempt.id,
    at,
    member: attempt.member.name,
    person: attempt.request.profile.name,
    provider,
    charged: hold.end.charged,
    split: splitOf(purse, hold.end.parts),
    before: hold.before,
    after: hold.end.after,
  };
}

export async function recordReceipt(trx: Transaction<Schema>, attempt: Attempt, receipt: Receipt): Promise<void> {
  await trx
    .insertInto('receipt')
    .values({
      workspace_id: attempt.member.workspace,
      reveal_id: attempt.id,
      entry: receipt.entry,
      at: receipt.at,
      member_id: attempt.member.id,
      member_name: receipt.member,
      person: receipt.person,
      provider: receipt.provider,
      charged: receipt.charged,
      plan: receipt.split.plan,
      add_on: receipt.split.addOn,
      top_up: receipt.split.topUp,
      available_before: receipt.before,
      available_after: receipt.after,
    })
    .execute();
}

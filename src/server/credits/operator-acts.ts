import type { Transaction } from 'kysely';
import type * as z from 'zod/mini';
import type { Schema } from '../db/schema.ts';
import type { Member } from '../member.ts';
import type { OrRefusal } from '../refuse.ts';
import { keyReused } from './refusals.ts';
import type { OpenPurse } from './store.ts';

/** An operator's act under the id that its caller made. */
export interface Act<T> {
  workspace: string;
  id: string;
  kind: string;
  /** What was asked: another one under the same id is refused. */
  request: object;
  by: Member | null;
  /** Reads back what came of it. */
  result: z.ZodMiniType<T>;
}

/** Does an act once for each id: again, it gets the answer it got then. A refusal leaves no trace. */
export async function once<T>(
  open: OpenPurse,
  trx: Transaction<Schema>,
  { workspace, id, kind, request, by, result }: Act<T>,
  act: () => OrRefusal<{ done: T }>,
): Promise<OrRefusal<{ done: T }>> {
  const asked = JSON.stringify(request);
  const known = await trx
    .selectFrom('operator_act')
    .select(['kind', 'request', 'result'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known !== undefined) {
    const same = known.kind === kind && known.request === asked;
    return same ? { done: result.parse(JSON.parse(known.result)) } : keyReused();
  }
  const acted = act();
  if ('refusal' in acted) return acted;
  open.touch();
  await trx
    .insertInto('operator_act')
    .values({
      workspace_id: workspace,
      id,
      kind,
      request: asked,
      result: JSON.stringify(acted.done),
      by_id: by?.id ?? null,
      by_name: by?.name ?? null,
      at: open.now,
    })
    .execute();
  return acted;
}

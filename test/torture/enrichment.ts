import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { createCharges } from '#server/credits/charges.ts';
import type { Server } from '#server/start.ts';
import { detailOf, truthOf } from './people.ts';

/** Where the stand-in activity is called: it is no endpoint of Latchkey's. */
export const ENRICHMENT_PATH = '/torture/enrichments';

const Query = z.object({ person: z.coerce.number(), maxCredits: z.coerce.number() });

/**
 * Gives a server a stand-in activity, contact enrichment, which is charged as any activity but the reveal will be. The
 * same id always gets the same answer. It is a GET, since Latchkey takes a strange POST for a foreign form. To be called
 * before the server's first request.
 */
export function addEnrichment({ app, accounts, purses }: Server): void {
  const { charge } = createCharges(purses.transact);
  app.get(ENRICHMENT_PATH, async (c) => {
    const caller = await accounts.sessions.caller(c.req.header('authorization')?.replace('Bearer ', '') ?? '');
    if (caller === null || caller === 'expired' || caller.workspace === null) return c.json({}, 401);
    const { person, maxCredits } = Query.parse(c.req.query());
    const member = { workspace: caller.workspace.id, id: caller.id, name: caller.name };
    const answer = await charge(member, {
      id: c.req.header('idempotency-key') ?? '',
      activity: 'contact_enrichment',
      maxCredits,
      person: `Person ${person}`,
      request: { person },
      result: z.string(),
      work: () => enrich(person),
    });
    return c.json(answer, 'refusal' in answer ? 422 : 200);
  });
}

async function enrich(person: number) {
  const truth = truthOf(person);
  await wait(truth === 'slow' ? 200 : 5);
  if (truth === 'flaky' && Math.random() < 0.5) throw new Error('it is flaky');
  if (truth === 'unknown') return { kind: 'not_found' } as const;
  return { kind: 'found', result: detailOf(person, 'email'), provider: 'Harbourline' } as const;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { createCharges } from '#server/credits/charges.ts';
import { later } from '#server/db/moment.ts';
import type { Member } from '#server/member.ts';
import type { Server } from '#server/start.ts';
import { detailOf, truthOf } from './people.ts';

/** Where the stand-ins are called: they are no endpoints of Latchkey's. */
export const STAND_INS = { enrich: '/torture/enrichments', reserve: '/torture/reservations' } as const;

/** Holds of one reservation: they wait in the spend queue together. */
export const RESERVED = 3;
const HOUR = 3_600_000;

const Enrichment = z.object({ person: z.coerce.number(), maxCredits: z.coerce.number() });
const Reservation = z.object({ credits: z.coerce.number() });

/**
 * Gives a server what no endpoint does yet: an activity that is charged as any but the reveal will be, and holds that the
 * spend queue decides on without a statement of their own, a batch each group. They are GETs, since Latchkey takes a
 * strange POST for a foreign form. To be called before the server's first request.
 */
export function addStandIns({ app, accounts, purses }: Server): void {
  const memberOf = async (c: Context): Promise<Member | null> => {
    const caller = await accounts.sessions.caller(c.req.header('authorization')?.replace('Bearer ', '') ?? '');
    if (caller === null || caller === 'expired' || caller.workspace === null) return null;
    return { workspace: caller.workspace.id, id: caller.id, name: caller.name };
  };
  const idOf = (c: Context) => c.req.header('idempotency-key') ?? '';

  const { charge } = createCharges(purses.transact);
  app.get(STAND_INS.enrich, async (c) => {
    const member = await memberOf(c);
    if (member === null) return c.json({}, 401);
    const { person, maxCredits } = Enrichment.parse(c.req.query());
    const answer = await charge(member, {
      id: idOf(c),
      activity: 'contact_enrichment',
      maxCredits,
      person: `Person ${person}`,
      request: { person },
      result: z.string(),
      work: () => enrich(person),
    });
    return c.json(answer, 'refusal' in answer ? 422 : 200);
  });

  app.get(STAND_INS.reserve, async (c) => {
    const member = await memberOf(c);
    if (member === null) return c.json({}, 401);
    const { credits } = Reservation.parse(c.req.query());
    const hold = (id: string) =>
      purses.decide(member.workspace, { holds: [id] }, (open) =>
        open.apply({ kind: 'hold', id, activity: 'api_call', credits, expiresAt: later(open.now, HOUR), by: member }),
      );
    const release = (id: string) =>
      purses.decide(member.workspace, { holds: [id] }, (open) =>
        open.apply({ kind: 'release', id, by: member, reason: 'it was only a try' }),
      );
    const ids = Array.from({ length: RESERVED }, (_, index) => `${idOf(c)}/${index}`);
    const held = await Promise.all(ids.map(hold));
    const ended = await Promise.all(ids.map(release));
    return c.json({ held: held.map(({ kind }) => kind), ended: ended.map(({ kind }) => kind) });
  });
}

async function enrich(person: number) {
  const truth = truthOf(person);
  await wait(truth === 'slow' ? 200 : 5);
  if (truth === 'flaky' && Math.random() < 0.5) throw new Error('it is flaky');
  if (truth === 'unknown') return { kind: 'not_found' } as const;
  return { kind: 'found', result: detailOf(person, 'email'), provider: 'Harbourline' } as const;
}

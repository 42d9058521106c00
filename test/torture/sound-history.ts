import type { Books } from './books.ts';
import type { Evidence } from './checker/problem.ts';
import type { Attempt, Call, Told } from './history.ts';
import { detailOf, profileOf } from './people.ts';

/* A small history and the books that go with it, for the checker's own tests. */

export const REVEAL = 'a0000000-0000-4000-8000-000000000001';
export const GRANT = 'a0000000-0000-4000-8000-000000000002';
export const TOP_UP = 'a0000000-0000-4000-8000-000000000003';
export const OTHER = 'a0000000-0000-4000-8000-000000000004';
export const START = '2026-03-01T00:00:00.000Z';

/** An entry of one grant. */
export const entry = (
  number: number,
  kind: string,
  [available, held]: [number, number],
  grant: number,
  reference: string,
): Books['entries'][number] => ({
  ...{ number, at: START, kind, grantKind: null, available, held, debt: 0, reference, byId: 'rep', reason: null },
  parts: [[grant, available, held]],
});

/** A cycle's 40 credits, one e-mail revealed for 2, 5 credits granted, 10 bought; then somebody saw it again, free. */
export function sound(): Evidence & { books: Books; told: Told[] } {
  const profile = profileOf(1, 'guildbook', false);
  const body = { profile, field: 'email', maxCredits: 10, another: false };
  const receipt = {
    ...{
      entry: 3,
      id: REVEAL,
      charged: 2,
      split: { plan: 2, addOn: 0, topUp: 0 },
      before: 40,
      after: 38,
      refund: null,
    },
  };
  const contact = { value: detailOf(1, 'email') };
  const found = { kind: 'found', key: profile.key, field: 'email', contact, charged: 2, free: null, receipt };
  const owned = { ...found, charged: 0, free: 'owned', receipt: null };
  const balance = (number: number, available: number, topUp: number) => ({
    ...{ asOf: { entry: number, at: START }, available, held: 0, debt: 0, topUp, addOn: null, plan: { left: 38 } },
  });
  const settled = { topUp: { id: TOP_UP, status: 'settled' }, balance: balance(5, 53, 15) };
  return {
    ...{ team: 0, steady: true, cap: null, from: START, to: '2026-03-02T00:00:00.000Z', account: (name) => name },
    terms: {
      ...{ name: 'Team', allowance: 40, cycle: 'monthly', anchor: START, timeZone: 'UTC', refundDays: 0 },
      prices: {
        ...{ email: 2, phone: 8, contact_enrichment: null, account_enrichment: null, ai_insight: null, api_call: null },
      },
      heldOver: 'expire',
    },
    told: [
      told('reveal', { key: REVEAL, body }, [10, 20, { outcome: found, balance: balance(3, 38, 0) }]),
      told('grant', { key: GRANT, body: { credits: 5 } }, [30, 40, { balance: balance(4, 43, 5) }]),
      told('requestTopUp', { key: TOP_UP, body: { credits: 10 } }, [
        41,
        42,
        { topUp: { id: TOP_UP, status: 'pending' } },
      ]),
      told('settleTopUp', { params: { id: TOP_UP }, body: { status: 'settled' } }, [43, 50, settled]),
      told('balance', {}, [55, 60, balance(5, 53, 15)]),
      told('reveal', { key: OTHER, body }, [70, 80, { outcome: owned, balance: balance(5, 53, 15) }]),
    ],
    books: {
      purse: { lastEntry: 5, lastUnlock: 1, available: 53, held: 0, debt: 0, capsFrom: 0 },
      entries: [
        entry(1, 'grant', [40, 0], 1, START),
        entry(2, 'hold', [-2, 2], 1, REVEAL),
        entry(3, 'capture', [0, -2], 1, REVEAL),
        entry(4, 'grant', [5, 0], 4, GRANT),
        entry(5, 'grant', [10, 0], 5, TOP_UP),
      ],
      grants: [
        grant(1, `plan:${START}:1`, 'plan', 40, 38, '2026-04-01T00:00:00.000Z'),
        grant(4, `grant:${GRANT}`, 'top_up', 5, 5, null),
        grant(5, `top_up:${TOP_UP}`, 'top_up', 10, 10, null),
      ],
      holds: [
        {
          ...{ id: REVEAL, entry: 2, credits: 2, status: 'captured', byId: 'rep', endEntry: 3, charged: 2 },
          refundEntry: null,
        },
      ],
      reveals: [
        { id: REVEAL, key: profile.key, field: 'email', status: 'ended', outcome: found },
        { id: OTHER, key: profile.key, field: 'email', status: 'ended', outcome: owned },
      ],
      unlocks: [{ key: profile.key, field: 'email', number: 1, aliasOf: null, value: contact.value, revealId: REVEAL }],
      receipts: [
        {
          ...{ id: REVEAL, entry: 3, memberId: 'rep', charged: 2, plan: 2, addOn: 0, topUp: 0, before: 40, after: 38 },
          refundEntry: null,
        },
      ],
      topUps: [{ id: TOP_UP, credits: 10, status: 'settled' }],
      disputes: [],
      raiseRequests: [],
      caps: [{ memberId: 'rep', credits: 20, used: 2 }],
    },
  };
}

export function grant(
  entry: number,
  source: string,
  kind: string,
  credits: number,
  left: number,
  expiresAt: string | null,
) {
  return { entry, source, kind, credits, left, held: 0, expiresAt, status: 'open' };
}

export function told(
  endpoint: Call['endpoint'],
  call: Partial<Call>,
  ...attempts: [sentAt: number, answeredAt: number | null, json: unknown][]
): Told {
  return {
    call: { number: 0, caller: { name: '0/rep0', team: 0 }, endpoint, team: 0, ...call },
    attempts: attempts.map(
      ([sentAt, answeredAt, json]): Attempt => ({ sentAt, answeredAt, status: answeredAt && 200, json }),
    ),
  };
}

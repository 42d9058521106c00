import { expect, test } from 'vitest';
import { check } from './checker/check.ts';
import type { Evidence, Problem } from './checker/problem.ts';
import { detailOf, profileOf } from './people.ts';
import { entry, GRANT, grant, OTHER, REVEAL, START, sound, TOP_UP, told } from './sound-history.ts';

/* The checker of `npm run torture` itself: a sound history passes, and whatever is planted in it is caught. */

const found = (person: number) => ({ kind: 'found', charged: 1, result: detailOf(person, 'email') });
const enriched = (end: object, person = 1) =>
  told('enrich', { key: OTHER, query: { person, maxCredits: 10 } }, [90, 95, { end }]);

test('a sound history has no problem', () => {
  expect(check(sound())).toEqual([]);
});

type Plant = (evidence: ReturnType<typeof sound>) => void;

function outcomeOf({ told }: Evidence, call: number): object {
  const json = told[call]?.attempts[0]?.json as { outcome: object } | undefined;
  if (json === undefined) throw new Error(`there is no call ${call}`);
  return json.outcome;
}

const planted: readonly (readonly [what: string, kind: Problem['kind'], plant: Plant])[] = [
  ['a charge that the ledger lost', 'lost', ({ books }) => books.entries.splice(2, 1)],
  ['a receipt that is gone', 'lost', ({ books }) => books.receipts.pop()],
  ['a found contact that is not owned', 'lost', ({ books }) => books.unlocks.pop()],
  ['a grant that was acknowledged and is gone', 'lost', ({ books }) => books.grants.splice(1, 1)],
  ['a top-up that was acknowledged and is gone', 'lost', ({ books }) => books.topUps.pop()],
  [
    'a settled top-up that was not granted',
    'lost',
    ({ books }) => {
      books.grants.pop();
    },
  ],
  [
    'a balance of an entry that is not there',
    'lost',
    ({ books }) => {
      books.entries.pop();
    },
  ],
  [
    'a balance from the past',
    'lost',
    (evidence) => evidence.told.push(told('balance', {}, [90, 95, balanceIn(evidence, 0)])),
  ],
  [
    'somebody who asks for what was bought and does not get it',
    'lost',
    (evidence) => {
      Object.assign(outcomeOf(evidence, 5), { kind: 'refused', refusal: { code: 'insufficient_credits' } });
    },
  ],
  [
    'a hold that was charged twice',
    'duplicated',
    ({ books }) => {
      books.entries.push(entry(6, 'capture', [0, -2], 1, REVEAL));
    },
  ],
  [
    'a grant given twice',
    'duplicated',
    ({ books }) => {
      books.grants.push(grant(6, `grant:${GRANT}`, 'top_up', 5, 5, null));
    },
  ],
  [
    'a cycle granted twice',
    'invariant',
    ({ books }) => {
      books.grants.push(grant(6, `plan:${START}:6`, 'plan', 40, 40, null));
      books.entries.push(entry(6, 'grant', [40, 0], 6, START));
    },
  ],
  [
    'a cycle that was never granted',
    'invariant',
    (evidence) => Object.assign(evidence, { to: '2026-04-02T00:00:00.000Z' }),
  ],
  [
    'a failed top-up that was granted',
    'duplicated',
    ({ books }) => {
      books.topUps = [{ id: TOP_UP, credits: 10, status: 'failed' }];
    },
  ],
  [
    'a charge for what was said to be free',
    'duplicated',
    (evidence) => Object.assign(outcomeOf(evidence, 0), { free: 'owned', charged: 0, receipt: null }),
  ],
  [
    'one person bought twice under two keys',
    'duplicated',
    ({ books }) => {
      const [first] = books.unlocks;
      if (first) books.unlocks.push({ ...first, number: 2, key: profileOf(1, 'json-ld', false).key });
    },
  ],
  [
    'a refund that nobody asked for',
    'invariant',
    ({ books }) => {
      books.entries.push(entry(6, 'refund', [2, 0], 1, REVEAL));
    },
  ],
  [
    'another answer under the same id',
    'changed',
    (evidence) => {
      const { key } = profileOf(1, 'guildbook', false);
      const outcome = { kind: 'not_found', key, field: 'email', charged: 0 };
      evidence.told.push(told('revealById', { params: { id: REVEAL } }, [90, 95, { outcome }]));
    },
  ],
  [
    'a top-up that was failed and is settled',
    'changed',
    (evidence) => {
      const failed = { topUp: { id: TOP_UP, status: 'failed' } };
      evidence.told.push(told('settleTopUp', { params: { id: TOP_UP }, body: { status: 'failed' } }, [90, 95, failed]));
    },
  ],
  [
    'a gap in the numbers',
    'invariant',
    ({ books }) => {
      for (const line of books.entries.slice(3)) line.number += 1;
    },
  ],
  [
    'a purse that is not what its entries come to',
    'invariant',
    ({ books }) => {
      books.purse.available += 1;
    },
  ],
  [
    'a grant that has more than its entries gave',
    'invariant',
    ({ books }) => {
      for (const one of books.grants) one.left += 1;
    },
  ],
  [
    'a contact that is owned without a charge',
    'invariant',
    ({ books }) => {
      for (const unlock of books.unlocks) unlock.revealId = OTHER;
    },
  ],
  [
    'a hold that never ended',
    'invariant',
    ({ books }) => {
      for (const hold of books.holds) hold.status = 'open';
    },
  ],
  [
    'a charge above what was agreed to',
    'invariant',
    ({ told }) => {
      for (const { call } of told) if (call.body) Object.assign(call.body, { maxCredits: 1 });
    },
  ],
  [
    'somebody else’s contact',
    'invariant',
    (evidence) => Object.assign(outcomeOf(evidence, 0), { contact: { value: detailOf(2, 'email') } }),
  ],
  [
    'a balance that the entries do not come to',
    'invariant',
    (evidence) => Object.assign(balanceIn(evidence, 4), { available: 54 }),
  ],
  [
    'a cap that forgot what was spent',
    'invariant',
    ({ books }) => {
      for (const cap of books.caps) cap.used = 0;
    },
  ],
  ['an enrichment that was charged and is in no ledger', 'lost', ({ told: all }) => all.push(enriched(found(1)))],
  ['an enrichment of somebody nobody knows', 'invariant', ({ told: all }) => all.push(enriched(found(7), 7))],
  [
    'an enrichment that ended in two ways',
    'changed',
    ({ told: all }) => all.push(enriched({ kind: 'not_found', charged: 0 }), enriched({ kind: 'refused' })),
  ],
  [
    'a hold that was acknowledged and is gone',
    'lost',
    ({ told: all }) => {
      const json = { held: ['held'], ended: ['released'] };
      all.push(told('reserve', { key: OTHER, query: { credits: 1 } }, [90, 95, json]));
    },
  ],
  [
    'a granted dispute without a refund',
    'lost',
    ({ books }) => {
      books.disputes.push({ id: REVEAL, status: 'granted' });
    },
  ],
  [
    'a dispute that was declined and is granted',
    'changed',
    ({ books, told: all }) => {
      books.disputes.push({ id: REVEAL, status: 'granted' });
      all.push(told('decideDispute', {}, [90, 95, { dispute: { id: REVEAL, status: 'declined' } }]));
    },
  ],
  [
    'a request for a raise that is gone',
    'lost',
    ({ told: all }) => all.push(told('requestRaise', {}, [90, 95, { request: { id: OTHER, status: 'pending' } }])),
  ],
  [
    'a revocation that took less than it said',
    'changed',
    ({ told: all }) => all.push(told('revoke', { key: OTHER }, [90, 95, { revoked: 3 }])),
  ],
  [
    'an add-on that was acknowledged and not given',
    'lost',
    ({ told: all }) => all.push(told('addAddOn', { key: OTHER, body: { credits: 3 } }, [90, 95, {}])),
  ],
  [
    'an entry that is not what somebody has read',
    'lost',
    ({ told: all }) => {
      const items = [{ number: 1, kind: 'grant', availableDelta: 41, heldDelta: 0, debtDelta: 0, reference: START }];
      all.push(told('ledger', {}, [90, 95, { items }]));
    },
  ],
  [
    'a grant that does not pay the debt that there is',
    'invariant',
    ({ books }) => {
      for (const line of books.entries.slice(2, 3)) line.debt = 4;
      books.purse.debt = 4;
    },
  ],
  ['a cap that was overspent', 'invariant', (evidence) => Object.assign(evidence, { cap: 1, account: () => 'rep' })],
];

test.each(planted)('%s is caught as %s', (_, kind, plant) => {
  const evidence = sound();
  plant(evidence);
  expect(check(evidence).map((problem) => problem.kind)).toContain(kind);
});

function balanceIn({ told }: Evidence, call: number): object {
  const json = told[call]?.attempts[0]?.json as { balance?: object };
  return json.balance ?? json;
}

import type { Command } from '#server/credits/commands.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import type { Database } from '#server/db/open.ts';
import { insert, type Step, writeBooks } from './written-books.ts';

export const WORKSPACE = 'brightwater';
const ADA = { id: 'user-ada', name: 'Ada Okafor' };
const BEN = { id: 'user-ben', name: '=HYPERLINK("https://evil.example")' };
const OLU = { id: 'user-op', name: 'Olu Peters' };

const PLAN: PlanTerms = {
  name: 'Team',
  allowance: 30,
  cycle: 'monthly',
  anchor: '2026-01-01T00:00:00.000Z',
  timeZone: 'UTC',
  prices: { email: 1, phone: 8, contact_enrichment: 2, account_enrichment: 2, ai_insight: 3, api_call: 1 },
  refundDays: 60,
  heldOver: 'goodwill',
};

/** `hold('h1', 8)` is asked for by Ada, and waits an hour. */
function hold(at: string, id: string, credits: number, by = ADA): Step {
  const expiresAt = Temporal.Instant.from(at).add({ hours: 1 }).toString({ fractionalSecondDigits: 3 });
  return [at, { kind: 'hold', id, activity: credits < 8 ? 'email' : 'phone', credits, expiresAt, by }];
}
const capture = (at: string, id: string, credits: number, by = ADA): Step => [at, { kind: 'capture', id, credits, by }];
const grant = (at: string, source: string, credits: number, more: Partial<Command> = {}): Step => [
  at,
  {
    kind: 'grant',
    source,
    grantKind: 'top_up',
    credits,
    expiresAt: null,
    reference: source.replace(/^\w+:/, ''),
    reason: 'for the fair, "in May"',
    by: OLU,
    ...more,
  } as Command,
];

const T1 = '11111111-1111-4111-8111-111111111111';
const T2 = '22222222-2222-4222-8222-222222222222';
const T3 = '33333333-3333-4333-8333-333333333333';
const T4 = '44444444-4444-4444-8444-444444444444';

/** Something of everything: what each step is there for stands beside it. */
export const STEPS: readonly Step[] = [
  ['2026-01-10T09:00:00.000Z', { kind: 'set_plan', terms: PLAN, when: 'now', by: OLU }],
  ['2026-01-10T09:00:01.000Z', { kind: 'add_on', id: 'extra', credits: 5, by: OLU }],
  ['2026-01-10T09:00:01.000Z', { kind: 'set_cap', member: 'user-ben', credits: 40, used: 0, by: OLU }],
  grant('2026-01-10T09:00:02.000Z', `top_up:${T1}`, 20),
  grant('2026-01-10T09:00:02.000Z', 'grant:fair', 7, { expiresAt: '2026-02-15T00:00:00.000Z' }),
  hold('2026-01-11T09:00:00.000Z', 'straddles', 33), // plan 30, add-on 3
  capture('2026-01-11T09:00:01.000Z', 'straddles', 31), // 2 given back
  hold('2026-01-11T10:00:00.000Z', 'released', 8),
  ['2026-01-11T10:00:01.000Z', { kind: 'release', id: 'released', by: ADA, reason: 'not found' }],
  hold('2026-01-11T11:00:00.000Z', 'expired', 3), // expires by itself
  hold('2026-01-11T13:00:00.000Z', 'late', 4), // expires, and is captured late
  capture('2026-01-11T15:00:00.000Z', 'late', 2, BEN),
  hold('2026-01-31T23:30:00.000Z', 'spans', 9), // over the renewal: goodwill
  ['2026-02-01T00:10:00.000Z', { kind: 'release', id: 'spans', by: ADA, reason: 'not found' }],
  hold('2026-02-02T09:00:00.000Z', 'ben 1', 8, BEN),
  capture('2026-02-02T09:00:01.000Z', 'ben 1', 8, BEN),
  [
    '2026-02-03T09:00:00.000Z',
    { kind: 'refund', id: 'ben 1', askedAt: '2026-02-03T08:00:00.000Z', by: OLU, reason: 'bounced' },
  ],
  [
    '2026-02-03T10:00:00.000Z',
    { kind: 'refund', id: 'straddles', askedAt: '2026-02-03T08:00:00.000Z', by: OLU, reason: 'wrong' },
  ],
  grant('2026-02-04T09:00:00.000Z', `top_up:${T2}`, 10),
  [
    '2026-02-04T09:30:00.000Z',
    { kind: 'revoke', source: 'grant:fair', credits: 2, reference: 'r1', reason: 'by mistake', by: OLU },
  ],
  [
    '2026-02-04T10:00:00.000Z',
    { kind: 'reverse', source: `top_up:${T2}`, reference: T2, reason: 'taken back', by: OLU },
  ],
  // February and its goodwill are spent, then of the first top-up: its reversal leaves debt, which the next grant pays.
  hold('2026-02-10T09:00:00.000Z', 'all', 80),
  capture('2026-02-10T09:00:01.000Z', 'all', 80),
  hold('2026-02-10T09:10:00.000Z', 'rest', 8, BEN),
  [
    '2026-02-10T09:30:00.000Z',
    { kind: 'reverse', source: `top_up:${T1}`, reference: T1, reason: 'taken back', by: OLU },
  ],
  ['2026-02-10T09:31:00.000Z', { kind: 'release', id: 'rest', by: BEN, reason: 'not found' }],
  grant('2026-02-11T09:00:00.000Z', `top_up:${T3}`, 50),
  hold('2026-04-02T09:00:00.000Z', 'april', 8, BEN), // two renewals in one go
  capture('2026-04-02T09:00:01.000Z', 'april', 8, BEN),
  hold('2026-04-02T09:10:00.000Z', 'open', 3, BEN),
];

/** The books after `STEPS`, with the purchases they speak of, two unlocks, and one purchase that is pending. */
export async function writeHistory(database: Database): Promise<void> {
  await writeBooks(database, WORKSPACE, STEPS);
  const purchase = (id: string, credits: number, status: string) => ({
    workspace_id: WORKSPACE,
    id,
    credits,
    status,
    note: null,
    payment: null,
    requested_by_id: ADA.id,
    requested_by_name: ADA.name,
    requested_at: '2026-01-10T08:00:00.000Z',
    ended_by_id: status === 'pending' ? null : OLU.id,
    ended_by_name: status === 'pending' ? null : OLU.name,
    ended_at: status === 'pending' ? null : '2026-01-10T09:00:02.000Z',
  });
  const unlock = (number: number) => ({
    workspace_id: WORKSPACE,
    profile_key: `guildbook:in/person-${number}`,
    field: 'email',
    number,
    alias_of: null,
    contact: '{"value":"ravi@brightwater.example"}',
    value_key: `ravi${number}@brightwater.example`,
    provider: 'Harbourline',
    person_id: `p${number}`,
    reveal_id: 'straddles',
  });
  await insert(database, {
    top_up: [
      purchase(T1, 20, 'reversed'),
      purchase(T2, 10, 'reversed'),
      purchase(T3, 50, 'settled'),
      purchase(T4, 100, 'pending'),
    ],
    reveal: [
      {
        workspace_id: WORKSPACE,
        id: 'straddles',
        member_id: ADA.id,
        member_name: ADA.name,
        profile_key: 'guildbook:in/person-1',
        field: 'email',
        person: 'Ravi Raman',
        fingerprint: 'f',
        question: 'q',
        status: 'ended',
        started_at: '2026-01-11T09:00:00.000Z',
        held: 0,
        owner: 'o',
        lease_until: '2026-01-11T09:00:00.000Z',
        hold_until: '2026-01-11T09:00:00.000Z',
        ended_at: '2026-01-11T09:00:01.000Z',
        outcome: null,
      },
    ],
  });
  await insert(database, { unlock: [unlock(1), unlock(2)] });
  await database.db.updateTable('purse').set({ last_unlock: 2 }).where('workspace_id', '=', WORKSPACE).execute();
}

export const PURCHASES = { reversed: T1, reversedUnspent: T2, settled: T3, pending: T4 };

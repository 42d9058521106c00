import type { Balance, Prices, TopUp } from '#contract/credits.ts';
import type { Profile } from '#contract/profile.ts';
import type { Refusal } from '#contract/refusal.ts';
import type { Outcome } from '#contract/reveal.ts';

export const AT = '2026-03-04T05:06:07.000Z';
export const ID = '3f0a7f1e-6c1d-4b58-9a43-0d5f0c6b1a2e';

export const profile: Profile = {
  key: 'web:brightwater.example/team#ada-okafor',
  site: 'json-ld',
  url: 'https://brightwater.example/team',
  name: 'Ada Okafor',
  title: 'Head of Procurement',
  company: 'Brightwater Foods',
  companyDomain: 'brightwater.example',
  location: 'Lagos',
  contacts: [{ field: 'email', value: 'press@brightwater.example' }],
};

export const topUp: TopUp = {
  id: ID,
  credits: 100,
  status: 'pending',
  overdue: false,
  note: 'for the fair',
  requestedBy: 'Mira Lindqvist',
  requestedAt: AT,
  endedAt: null,
};

/** A plan that excludes everything. */
export const noPrices: Prices = {
  email: null,
  phone: null,
  contact_enrichment: null,
  account_enrichment: null,
  ai_insight: null,
  api_call: null,
};

export const balance: Balance = {
  asOf: { entry: 3, at: AT },
  available: 61,
  plan: { name: 'Team 100', left: 36, allowance: 100, renewsAt: AT, next: { name: 'Team 200', allowance: 200 } },
  addOn: { left: 0, expiresAt: AT, refreshes: 50 },
  topUp: 25,
  held: 1,
  debt: 0,
  expiring: [{ at: AT, credits: 36, kind: 'plan' }],
  cap: { credits: 40, left: 12, resetsAt: AT, raisedUntil: null },
  pending: [topUp],
  prices: { ...noPrices, email: 1 },
  refundDays: 14,
};

export const refusal: Refusal = {
  code: 'insufficient_credits',
  message: '5 credits are missing.',
  next: 'top_up',
  missing: 5,
  price: 8,
  renewsAt: AT,
  allowance: 100,
};

const of = { key: profile.key, field: 'email' } as const;

/** One of each kind. */
export const outcomes: Outcome[] = [
  {
    kind: 'found',
    ...of,
    contact: { value: 'ada@brightwater.example', type: 'work', verified: true, provider: 'Directory', at: AT },
    charged: 1,
    free: null,
    receipt: {
      entry: 3,
      id: ID,
      activity: 'email',
      at: AT,
      member: 'Mira Lindqvist',
      person: 'Ada Okafor',
      provider: 'Directory',
      charged: 1,
      split: { plan: 1, addOn: 0, topUp: 0 },
      before: 62,
      after: 61,
      refund: null,
    },
  },
  { kind: 'not_found', ...of, charged: 0 },
  { kind: 'pending', ...of, held: 1, since: AT },
  { kind: 'refused', ...of, refusal },
];

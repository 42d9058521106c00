import type { Balance, Receipt, TopUp } from '#contract/credits.ts';
import type { PageView } from '#contract/messages.ts';
import type { Known, OutboundRequest, Overview } from '#contract/overview.ts';
import type { Refusal, RefusalCode } from '#contract/refusal.ts';
import type { Contact } from '#contract/reveal.ts';
import type { Script } from './fake-host.ts';
import { ada, crowd, hostile, ines, jonas, mei, team, tomas } from './people.ts';

export type PageName = 'popup' | 'panel' | 'settings' | 'welcome';

const AT = '2026-11-12T14:02:00.000Z';
const RENEWS = '2026-12-01T00:00:00.000Z';

export const balance: Balance = {
  asOf: { entry: 214, at: AT },
  available: 60,
  plan: { name: 'Team', left: 35, allowance: 100, renewsAt: RENEWS, next: null },
  addOn: null,
  topUp: 25,
  held: 1,
  debt: 0,
  expiring: [{ at: RENEWS, credits: 35, kind: 'plan' }],
  cap: null,
  pending: [],
  prices: {
    email: 1,
    phone: 8,
    contact_enrichment: null,
    account_enrichment: null,
    ai_insight: null,
    api_call: null,
  },
  refundDays: 14,
};

export const poor: Balance = {
  ...balance,
  available: 3,
  plan: { name: 'Team', left: 0, allowance: 100, renewsAt: RENEWS, next: null },
  topUp: 3,
  held: 0,
};

export const pendingTopUp: TopUp = {
  id: '0b2f4c9e-5d0f-4f7a-9a55-9a8f4c1f0a01',
  credits: 500,
  status: 'pending',
  overdue: false,
  note: null,
  requestedBy: 'Rosa Diaz',
  requestedAt: AT,
  endedAt: null,
};

const me: NonNullable<Overview['me']> = {
  member: { id: 'm1', name: 'Rosa Diaz', email: 'rosa@northwind.example', role: 'rep', operator: false },
  workspace: { id: 'w1', name: 'Northwind Sales' },
};

export const signedIn: Overview = {
  server: 'https://latchkey.northwind.example',
  session: 'signed_in',
  signIn: null,
  me,
  balance,
  receivedAt: AT,
  trouble: null,
  offline: false,
  known: [],
};

const signedOut: Overview = { ...signedIn, session: 'signed_out', me: null, balance: null, receivedAt: null };

export const contact: Contact = {
  value: 'ada.okafor@brightwater.example',
  type: 'work',
  verified: true,
  provider: 'Directory',
  at: AT,
};

/** A page of brightwater.example that is read by itself. */
export function seen(profiles = team, more: Partial<Extract<PageView, { kind: 'seen' }>> = {}): PageView {
  return { kind: 'seen', origin: 'https://brightwater.example', always: 'on', profiles, more: 0, ...more };
}

export function refusal(code: RefusalCode, more: Partial<Refusal> = {}): Refusal {
  return { code, message: `The server's sentence for ${code}.`, next: 'none', ...more };
}

export const short = refusal('insufficient_credits', {
  next: 'top_up',
  missing: 5,
  price: 8,
  renewsAt: RENEWS,
  allowance: 100,
});

const receipt: Receipt = {
  entry: 214,
  activity: 'email',
  id: '0b2f4c9e-5d0f-4f7a-9a55-9a8f4c1f0a02',
  // Too long ago for a dispute.
  at: '2026-01-12T14:02:00.000Z',
  member: 'Rosa Diaz',
  person: 'Ada Okafor',
  provider: 'Directory',
  charged: 1,
  split: { plan: 1, addOn: 0, topUp: 0 },
  before: 61,
  after: 60,
  refund: null,
};

export const shownAda: Known = {
  key: ada.key,
  field: 'email',
  state: 'shown',
  contact,
  charged: 1,
  free: null,
  receipt,
};

/** One of everything a field can be, on one page. */
const mixed: Known[] = [
  shownAda,
  { key: ada.key, field: 'phone', state: 'pending', since: AT, held: 8 },
  { key: jonas.key, field: 'email', state: 'owned' },
  {
    key: jonas.key,
    field: 'phone',
    state: 'shown',
    contact: { value: '+44 20 7946 0018', type: 'mobile', verified: false, provider: 'Directory', at: AT },
    charged: 0,
    free: 'owned',
    receipt: null,
  },
  { key: tomas.key, field: 'email', state: 'working', since: AT },
  { key: tomas.key, field: 'phone', state: 'not_found', at: AT },
  { key: ines.key, field: 'email', state: 'not_found', at: AT },
];

const refused = (code: RefusalCode, next: Refusal['next'], person = ada): Known => ({
  key: person.key,
  field: 'email',
  state: 'refused',
  refusal: refusal(code, { next, ...(code === 'price_changed' ? { price: 2 } : {}) }),
});

const team100: NonNullable<Balance['plan']> = {
  name: 'Team',
  left: 35,
  allowance: 100,
  renewsAt: RENEWS,
  next: null,
};
const usedUp: NonNullable<Balance['cap']> = { credits: 50, left: 0, resetsAt: RENEWS, raisedUntil: null };
const overCap: Known = {
  key: ada.key,
  field: 'phone',
  state: 'refused',
  refusal: refusal('capped', {
    next: 'ask_admin',
    price: 8,
    left: 0,
    resetsAt: RENEWS,
    admins: ['Nadia Haddad', 'Piotr Zieliński'],
  }),
};
/** Charged within the days in which that may be disputed. */
export const chargedNow: Known = { ...shownAda, receipt: { ...receipt, at: new Date().toISOString() } };
const refunded: Known = { ...shownAda, receipt: { ...receipt, refund: { entry: 260, at: AT, credits: 1 } } };
const exhausted: Known = { key: ada.key, field: 'phone', state: 'refused', refusal: short };
const brightwater = seen();
const one = seen([ada]);

/** What popup and panel both have a face for. */
const shared: Record<string, Script> = {
  ready: { overview: signedIn, page: one },
  team: { overview: signedIn, page: brightwater },
  mixed: { overview: { ...signedIn, known: mixed }, page: brightwater },
  loading: { overview: { ...signedIn, balance: null, receivedAt: null }, page: null },
  loadingPrices: { overview: { ...signedIn, balance: null, receivedAt: null }, page: one },
  signedOut: { overview: signedOut, page: seen([ada, mei]) },
  signingIn: {
    overview: {
      ...signedOut,
      session: 'signing_in',
      signIn: { userCode: 'WDJB-MJHT', verificationUrl: 'https://latchkey.northwind.example/device', expiresAt: AT },
    },
    page: one,
    answers: { pollSignIn: () => ({ kind: 'waiting' }) },
  },
  expired: { overview: { ...signedIn, session: 'expired' }, page: one },
  offline: { overview: { ...signedIn, offline: true }, page: one },
  unreachable: {
    overview: { ...signedIn, trouble: refusal('unreachable', { next: 'retry' }) },
    page: one,
  },
  nobody: { overview: signedIn, page: seen([]) },
  nobodyMissed: {
    overview: signedIn,
    page: seen([], { missed: { site: 'sales-navigator', page: 'list 2', anchors: ['links'] } }),
  },
  nobodyOffer: { overview: signedIn, page: seen([], { always: 'offer' }) },
  unseen: { overview: signedIn, page: { kind: 'unseen' } },
  closed: { overview: signedIn, page: { kind: 'closed' } },
  stale: { overview: signedIn, page: { kind: 'stale' } },
  offer: { overview: signedIn, page: seen([ada, mei], { always: 'offer' }) },
  exhausted: { overview: { ...signedIn, balance: poor, known: [exhausted] }, page: one },
  topUpForm: {
    overview: { ...signedIn, balance: poor, known: [exhausted] },
    page: one,
    press: ['.asking .button', '.choice:last-child input'],
  },
  receipt: { overview: { ...signedIn, known: [shownAda] }, page: one, press: ['.receipt summary'] },
  expiredShown: { overview: { ...signedIn, session: 'expired', known: [shownAda] }, page: one },
  exhaustedPending: {
    overview: { ...signedIn, balance: { ...poor, pending: [pendingTopUp] }, known: [exhausted] },
    page: one,
  },
  exhaustedSettled: {
    overview: { ...signedIn, balance: { ...poor, topUp: 503, available: 503 }, known: [exhausted] },
    page: one,
  },
  empty: {
    overview: { ...signedIn, balance: { ...poor, available: 0, topUp: 0 } },
    page: one,
  },
  refused: {
    overview: {
      ...signedIn,
      known: [
        refused('price_changed', 'retry'),
        refused('provider_unavailable', 'retry', jonas),
        refused('session_expired', 'sign_in', tomas),
        refused('forbidden', 'ask_admin', ines),
        refused('invalid_request', 'look_again', mei),
      ],
    },
    page: brightwater,
  },
  excluded: {
    overview: { ...signedIn, balance: { ...balance, prices: { ...balance.prices, phone: null } } },
    page: one,
  },
  addOn: {
    overview: {
      ...signedIn,
      balance: {
        ...balance,
        available: 1110,
        addOn: { left: 50, expiresAt: RENEWS, refreshes: 50 },
        topUp: 1025,
        pending: [pendingTopUp],
      },
    },
    page: one,
  },
  planChanges: {
    overview: {
      ...signedIn,
      balance: {
        ...balance,
        plan: { name: 'Team', left: 35, allowance: 100, renewsAt: RENEWS, next: { name: 'Small team', allowance: 40 } },
        expiring: [
          { at: RENEWS, credits: 35, kind: 'plan' },
          { at: '2027-03-01T00:00:00.000Z', credits: 5, kind: 'top_up' },
        ],
      },
    },
    page: one,
  },
  planEnds: {
    overview: {
      ...signedIn,
      balance: { ...poor, available: 0, topUp: 0, plan: { ...team100, left: 0, next: 'cancelled' } },
    },
    page: one,
  },
  owing: {
    overview: { ...signedIn, balance: { ...poor, available: 0, topUp: 0, debt: 470 } },
    page: one,
  },
  overdue: {
    overview: { ...signedIn, balance: { ...balance, pending: [{ ...pendingTopUp, overdue: true }] } },
    page: one,
  },
  capped: {
    overview: { ...signedIn, balance: { ...balance, cap: usedUp }, known: [overCap] },
    page: one,
  },
  raiseForm: {
    overview: { ...signedIn, balance: { ...balance, cap: usedUp }, known: [overCap] },
    page: one,
    press: ['.notice .asking .button'],
  },
  capRaised: {
    overview: {
      ...signedIn,
      balance: { ...balance, cap: { ...usedUp, credits: 70, left: 20, raisedUntil: '2026-11-20T00:00:00.000Z' } },
      known: [overCap],
    },
    page: one,
  },
  disputeForm: {
    overview: { ...signedIn, known: [chargedNow] },
    page: one,
    press: ['.receipt summary', '.receipt .link'],
  },
  refunded: {
    overview: { ...signedIn, known: [refunded] },
    page: one,
    press: ['.receipt summary'],
  },
  noPlan: { overview: { ...signedIn, balance: { ...balance, available: 25, plan: null, held: 0 } }, page: one },
  crowd: { overview: signedIn, page: seen(crowd(500), { more: 120 }) },
  hostile: {
    overview: {
      ...signedIn,
      me: { ...me, workspace: { id: 'w1', name: `${'Northwind '.repeat(30)}\u202E<b>` } },
      known: [
        { ...shownAda, key: 'web:a', contact: { ...contact, value: `${'a'.repeat(180)}@brightwater.example` } },
        { ...shownAda, key: 'web:b', contact: { ...contact, value: 'javascript:alert(1)', provider: '<i>x</i>' } },
      ],
    },
    page: seen(hostile),
  },
};

function row(name: string): Script {
  const script = shared[name];
  if (script === undefined) throw new Error(`no state "${name}"`);
  return script;
}

const sites = ['https://brightwater.example', 'https://a-rather-long-name-of-a-site.subdomain.example'];

const outbound: OutboundRequest[] = Array.from({ length: 40 }, (_, index) => ({
  at: AT,
  method: index % 3 === 0 ? 'GET' : 'POST',
  path: index % 3 === 0 ? '/v1/balance' : '/v1/reveals',
  why: (['click', 'opened', 'alarm', 'retry'] as const)[index % 4] ?? 'click',
  status: index === 3 ? 0 : index === 5 ? 503 : 200,
  ms: 12 + index,
  bytes: index % 3 === 0 ? 0 : 412,
}));

/** Every page and every state it has a face for: one row each is a screenshot and an accessibility check. */
export const states: Record<PageName, Record<string, Script>> = {
  popup: shared,
  panel: shared,
  settings: {
    signedIn: { overview: signedIn, page: null, sites, outbound },
    signingOut: { overview: signedIn, page: null, press: ['.confirm .button'] },
    insecureServer: {
      overview: { ...signedIn, server: 'http://latchkey.example' },
      page: null,
      press: ['.server-form .button'],
    },
    signedOut: { overview: signedOut, page: null, shortcuts: { popup: '', panel: '' } },
    signingIn: { ...row('signingIn'), page: null },
    expired: { overview: { ...signedIn, session: 'expired' }, page: null, outbound },
    unreachable: { ...row('unreachable'), page: null, sites, outbound, browser: 'firefox' },
  },
  welcome: {
    signedOut: { overview: signedOut, page: null },
    signingIn: { ...row('signingIn'), page: null },
    signedIn: { overview: signedIn, page: null, browser: 'firefox' },
  },
};

import type { Me } from '#contract/account.ts';
import type { Balance } from '#contract/credits.ts';
import type { Refusal } from '#contract/refusal.ts';
import { AT, balance as full, ID, noPrices, profile } from '../contract/examples.ts';
import type { Reply, Routes } from './background.ts';

/** Two members of two teams, and what their server answers them by their tokens. */

export const CONTACT = 'ada@brightwater.example';
export const key = profile.key;

export const me = (name: string): Me => ({
  member: { id: name, name, email: `${name}@team-${name}.example`, role: 'rep', operator: false },
  workspace: { id: `team-${name}`, name: `Team ${name}` },
});

/** A purse without pending top-ups. `available` tells two apart; 0 makes the icon warn. */
export const purse = (available: number): Balance => ({
  ...full,
  pending: [],
  held: 0,
  available,
  asOf: { entry: 3, at: AT },
  prices: { ...noPrices, email: 1, phone: 8 },
});

export const found = (available: number): Reply => ({
  json: {
    id: ID,
    outcome: {
      kind: 'found',
      key,
      field: 'email',
      contact: { value: CONTACT, type: 'work', verified: true, provider: 'Directory', at: AT },
      charged: 0,
      free: 'owned',
      receipt: null,
    },
    balance: purse(available),
  },
});

export const refused = (status: number, code: Refusal['code']): Reply => ({
  status,
  json: { refusal: { code, message: 'No.', next: 'none' } satisfies Refusal },
});

/** What the device flow answers: a code, and `token` for it. */
export const deviceFlow = (token: string): Routes => ({
  'POST /api/auth/device/code': () => ({
    json: {
      device_code: `device-${token}`,
      user_code: 'ABCD2345',
      verification_uri: 'http://127.0.0.1:8787/device',
      verification_uri_complete: 'http://127.0.0.1:8787/device?user_code=ABCD2345',
      expires_in: 600,
      interval: 0,
    },
  }),
  'POST /api/auth/device/token': () => ({ json: { access_token: token } }),
});

/** A server where tokens are members' names; `mira` owns three keys, `noor` one. */
export const members: Routes = {
  'GET /v1/me': ({ token }) => ({ json: me(token ?? '') }),
  'GET /v1/balance': () => ({ json: purse(60) }),
  'GET /v1/unlocks': ({ token, url }) => {
    const numbers = token === 'mira' ? [1, 2, 3] : [1];
    const after = Number(url.searchParams.get('after'));
    const items = numbers
      .filter((number) => number > after)
      .map((number) => ({ number, key: `web:${token}.example/p#${number}`, field: 'email' }));
    return { json: { items, more: false } };
  },
  'POST /v1/sign-out': () => ({ json: { ok: true } }),
};

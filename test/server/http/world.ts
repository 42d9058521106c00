import { api, type EndpointName } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Profile } from '#contract/profile.ts';
import type { Member } from '#server/member.ts';
import type { Provider } from '#server/providers/provider.ts';
import { type Server, type StartOptions, startServer } from '#server/start.ts';
import type { Open } from '../databases.ts';

export const PASSWORD = 'a quiet brass key';
export const AT = '2026-03-04T05:06:07.000Z';

/** An invented person; `what` tells them apart. */
export function person(what: string): Profile {
  return {
    key: `web:brightwater.example/team#${what}`,
    site: 'json-ld',
    url: 'https://brightwater.example/team',
    name: `Ada ${what}`,
    company: 'Brightwater Foods',
    contacts: [],
  };
}

/** What the provider finds: these must never be in a log. */
export const emailOf = (profile: Profile) => `${profile.key.split('#')[1]}@brightwater.example`;
/** Two people never share a number: a value that the team owns is free under whatever name. */
export const phoneOf = (profile: Profile) =>
  `+1 312 555 ${String([...profile.key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9000, 7) + 1000)}`;

/** Finds everybody but those called `nobody`; is down for those called `broken`. */
const provider: Provider = {
  name: 'Test Directory',
  async find({ profile, field }) {
    if (profile.key.endsWith('#nobody')) return { kind: 'not_found' };
    if (profile.key.endsWith('#broken')) {
      const reason = `no answer for ${emailOf(profile)} and ${phoneOf(profile)}`;
      if (field === 'phone') return { kind: 'failed', reason };
      throw new Error(reason);
    }
    const value = field === 'email' ? emailOf(profile) : phoneOf(profile);
    const contact = { value, type: 'work' as const, verified: true, provider: 'Test Directory', at: AT };
    return { kind: 'found', person: profile.key, contact };
  },
};

export interface SignedInMember extends Member {
  token: string;
  email: string;
}

export interface World {
  server: Server;
  lines: string[];
  /** Two teams of one server, and its operator, who is in neither. */
  a: { workspace: string; rep: SignedInMember; admin: SignedInMember };
  b: { workspace: string; rep: SignedInMember; admin: SignedInMember };
  operator: SignedInMember;
}

/** A real server on a free port with two teams of 20 plan credits. */
export async function startWorld(open: Pick<Open, 'url'>, options: Partial<StartOptions> = {}): Promise<World> {
  const lines: string[] = [];
  const server = await startServer({
    config: {
      host: '127.0.0.1',
      port: 0,
      url: null,
      databaseUrl: await open.url(),
      dataDir: '.',
      secret: 'Jk3nV9sQ2xW7mB5tR8yL1pD6gH4fC0aZ',
      log: 'debug',
    },
    providers: () => [provider],
    deadlineMs: 2000,
    logTo: { write: (line) => lines.push(line) },
    ...options,
  });
  const { accounts, purses } = server;
  const member = async (
    workspace: string | null,
    name: string,
    role: 'rep' | 'admin',
    operator = false,
  ): Promise<SignedInMember> => {
    const email = `${name.toLowerCase()}@northwind.example`;
    const { id } = await accounts.members.add({ workspace, email, name, role, operator });
    return { workspace: workspace ?? '', id, name, email, token: await accounts.sessions.create(id) };
  };
  const team = async (name: string) => {
    const { id } = await accounts.workspaces.create(name);
    const terms = { name: 'Team 20', allowance: 20, cycle: 'monthly', anchor: AT, timeZone: 'UTC' } as const;
    await purses.setPlan(id, { ...terms, prices: { email: 1, phone: 8 }, refundDays: 14 }, null);
    return {
      workspace: id,
      rep: await member(id, `${name}Rep`, 'rep'),
      admin: await member(id, `${name}Admin`, 'admin'),
    };
  };
  const world = {
    server,
    lines,
    a: await team('A'),
    b: await team('B'),
    operator: await member(null, 'Olu', 'rep', true),
  };
  return world;
}

export interface Sending {
  token?: string | undefined;
  key?: string | undefined;
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Received {
  status: number;
  headers: Headers;
  json: unknown;
}

/** Sends one row of the table as a client would. */
export function send(server: Server, name: EndpointName, sending: Sending = {}): Promise<Received> {
  const endpoint: Endpoint = api[name];
  const path = endpoint.path.replace(/:(\w+)/g, (_, param) => encodeURIComponent(sending.params?.[param] ?? 'none'));
  const query = new URLSearchParams(Object.entries(sending.query ?? {}).map(([key, value]) => [key, String(value)]));
  return request(server, endpoint.method, `${path}${query.size > 0 ? `?${query}` : ''}`, sending);
}

export async function request(server: Server, method: string, path: string, sending: Sending = {}): Promise<Received> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(sending.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(sending.token === undefined ? {} : { authorization: `Bearer ${sending.token}` }),
      ...(sending.key === undefined ? {} : { 'idempotency-key': sending.key }),
      ...sending.headers,
    },
    body: encoded(sending.body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
}

/** Text and bytes go as they are, anything else as JSON. */
function encoded(body: unknown): string | Blob | null {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return new Blob([Buffer.from(body)]);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

export const codeOf = ({ json }: Received): string | undefined =>
  (json as { refusal?: { code: string } } | null)?.refusal?.code;

/** Another plan than the teams'. */
export const TEAM_50 = {
  name: 'Team 50',
  allowance: 50,
  cycle: 'monthly',
  prices: { email: 2, phone: 10 },
  refundDays: 14,
} as const;

/** A sound call of every row, by a member of team A or the operator: a new row does not compile without one. */
export const samples: { [N in EndpointName]: (world: World) => Sending } = {
  health: () => ({}),
  me: () => ({}),
  signOut: () => ({}),
  balance: () => ({}),
  reveal: () => ({
    key: crypto.randomUUID(),
    body: { profile: person('okafor'), field: 'email', maxCredits: 1, another: false },
  }),
  revealById: () => ({ params: { id: crypto.randomUUID() } }),
  dispute: () => ({ params: { id: crypto.randomUUID() }, body: { reason: 'bounced', note: 'It came back.' } }),
  disputes: () => ({}),
  receipts: () => ({ query: { limit: 10 } }),
  owned: () => ({ query: { after: 0, limit: 10 } }),
  openUnlock: () => ({ body: { key: person('okafor').key, field: 'email' } }),
  requestTopUp: () => ({ key: crypto.randomUUID(), body: { credits: 100, note: 'for the fair' } }),
  requestRaise: () => ({ key: crypto.randomUUID(), body: { credits: 5, note: 'for the fair' } }),
  raiseRequests: () => ({}),
  decideRaise: () => ({ params: { id: crypto.randomUUID() }, body: { raise: null } }),
  members: () => ({}),
  setCap: ({ a }) => ({ params: { member: a.rep.id }, body: { credits: 1 } }),
  ledger: () => ({ query: { after: 0, limit: 10 } }),
  workspaces: () => ({}),
  workspaceBalance: ({ a }) => ({ params: { workspace: a.workspace } }),
  setPlan: ({ a }) => ({ params: { workspace: a.workspace }, body: { when: 'renewal', plan: TEAM_50 } }),
  cancelPlan: ({ a }) => ({ params: { workspace: a.workspace } }),
  addAddOn: ({ a }) => ({ key: crypto.randomUUID(), params: { workspace: a.workspace }, body: { credits: 10 } }),
  addOns: ({ a }) => ({ params: { workspace: a.workspace } }),
  dropAddOn: ({ a }) => ({ params: { workspace: a.workspace, id: crypto.randomUUID() } }),
  grants: ({ a }) => ({ params: { workspace: a.workspace } }),
  revoke: ({ a }) => ({
    key: crypto.randomUUID(),
    params: { workspace: a.workspace, entry: '1' },
    body: { credits: 5, reason: 'Given by mistake' },
  }),
  topUps: ({ a }) => ({ params: { workspace: a.workspace } }),
  operatorDisputes: () => ({}),
  decideDispute: ({ a }) => ({
    params: { workspace: a.workspace, id: crypto.randomUUID() },
    body: { grant: true, answer: null },
  }),
  grant: ({ a }) => ({
    key: crypto.randomUUID(),
    params: { workspace: a.workspace },
    body: { kind: 'top_up', credits: 5, reason: 'Play money' },
  }),
  settleTopUp: ({ a }) => ({
    params: { workspace: a.workspace, id: crypto.randomUUID() },
    body: { status: 'settled' },
  }),
};

export const names = Object.keys(api) as EndpointName[];
export const rowOf = (name: EndpointName): Endpoint => api[name];

/** Whoever may make a call of the row. */
export function callerOf({ a, operator }: World, name: EndpointName): string | undefined {
  return { anyone: undefined, rep: a.rep.token, admin: a.admin.token, operator: operator.token }[rowOf(name).who];
}

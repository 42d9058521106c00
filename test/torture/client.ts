import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { api } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type Attempt, type Call, isAnswered, isFinal, type Told } from './history.ts';
import type { Delivery, Step } from './script.ts';
import { STAND_INS } from './stand-ins.ts';
import type { World } from './world.ts';

/** Milliseconds until an attempt counts as unanswered: more than a provider has, and somebody who waits behind it. */
const TIMEOUT = 6_000;
/** Milliseconds that a client goes on asking before it leaves a call to the time when all is calm. */
const PATIENCE = 2_500;
/** How often the operator asks for a balance at the end, in vain. */
const LOOKS = 100;

/** What clients do, and all that they were told. */
export interface Clients {
  /** In the order in which they were made. */
  readonly told: readonly Told[];
  /** How many answers there were so far. */
  readonly answers: number;
  /** Does the steps, one after the other, until `ends`. */
  work(steps: readonly Step[], ends: () => boolean): Promise<void>;
  /** Sends everything again that has no final answer yet. @returns what still has none */
  finish(): Promise<readonly Told[]>;
  /** Asks for the balance of each workspace, which does what time has made due. */
  look(): Promise<void>;
  /** Resolves when no copy is under way any more. */
  quiet(): Promise<void>;
}

/** @param ports where the servers are to be reached */
export function createClients(world: World, ports: readonly number[]): Clients {
  const agent = new Agent({ keepAlive: true });
  const told: (Told & { attempts: Attempt[] })[] = [];
  /** The last balance that a caller has, and its tag. */
  const tagged = new Map<string, { etag: string; json: unknown }>();
  let answers = 0;
  const loose = new Set<Promise<unknown>>();

  const send = async (one: { call: Call; attempts: Attempt[] }, server: number, delivery: Delivery) => {
    const attempt: Attempt = { sentAt: performance.now(), answeredAt: null, status: null, json: null };
    one.attempts.push(attempt);
    const kept = one.call.endpoint === 'balance' ? tagged.get(one.call.caller.name) : undefined;
    const port = ports[server % ports.length] ?? 0;
    const answer = await exchange(agent, world, one.call, port, delivery, kept?.etag ?? null);
    if (answer === null) return;
    answers += 1;
    const { status, json, etag } = answer;
    // Unchanged: what the caller has is the answer.
    const said = status === 304 && kept ? { status: 200, json: kept.json } : { status, json };
    if (etag !== null && status === 200) tagged.set(one.call.caller.name, { etag, json });
    Object.assign(attempt, said, { answeredAt: performance.now() });
  };
  const apart = (work: Promise<unknown>) => {
    loose.add(work);
    void work.finally(() => loose.delete(work));
  };

  const perform = async ({ call, delivery, server }: Step, ends: () => boolean) => {
    const one = { call, attempts: [] as Attempt[] };
    told.push(one);
    const patience = performance.now() + PATIENCE;
    const first = send(one, server, delivery);
    if (delivery.kind === 'twice') {
      apart(wait(delivery.apart).then(() => send(one, server + 1, { kind: 'once' })));
    }
    if (delivery.kind === 'late') {
      apart(wait(delivery.after).then(() => send(one, server + 1, { kind: 'once' })));
    }
    await first;
    if (delivery.kind === 'abandoned') return;
    for (let again = 1; !isEnded(one) && performance.now() < patience && !ends(); again += 1) {
      await wait(Math.min(200, 20 * again));
      await send(one, server + again, { kind: 'once' });
    }
  };

  return {
    told,
    get answers() {
      return answers;
    },
    async work(steps, ends) {
      for (const step of steps) {
        if (ends()) return;
        if (step.pause > 0) await wait(step.pause);
        await perform(step, ends);
      }
    },
    async finish() {
      const open = told.filter((one) => !isEnded(one));
      const queue = open.entries();
      const worker = async () => {
        for (const [index, one] of queue) await send(one, index, { kind: 'once' });
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      return open.filter((one) => !isEnded(one));
    },
    async look() {
      const caller = { name: 'operator', team: null };
      for (const team of world.workspaces.keys()) {
        const one = {
          call: { number: told.length, caller, endpoint: 'workspaceBalance', team } as const,
          attempts: [],
        };
        told.push(one);
        for (let times = 0; times < LOOKS && !isEnded(one); times += 1) {
          await send(one, team, { kind: 'once' });
          if (!isEnded(one)) await wait(100);
        }
      }
    },
    async quiet() {
      while (loose.size > 0) await Promise.all(loose);
    },
  };
}

function isEnded({ attempts }: Told): boolean {
  return attempts.some((attempt) => isAnswered(attempt) && isFinal(attempt));
}

interface Answer {
  status: number;
  json: unknown;
  etag: string | null;
}

/** Sends a call once. @returns its answer, or null when none arrived whole */
function exchange(
  agent: Agent,
  world: World,
  call: Call,
  port: number,
  delivery: Delivery,
  etag: string | null,
): Promise<Answer | null> {
  const { method, path } = addressOf(world, call);
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  const headers = {
    authorization: `Bearer ${world.token(call.caller)}`,
    ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(etag === null ? {} : { 'if-none-match': etag }),
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent, timeout: TIMEOUT });
    const give = (answer: Answer | null) => {
      clearTimeout(limit);
      resolve(answer);
    };
    // The socket's own time limit starts again with each byte.
    const limit = setTimeout(() => sent.destroy(), TIMEOUT);
    let begun = false;
    sent.on('error', () => give(null));
    // It is closed as well when all has arrived and is being read.
    sent.on('close', () => begun || give(null));
    sent.on('response', (response) => {
      if (delivery.kind === 'deaf') {
        sent.destroy();
        return;
      }
      begun = true;
      read(response).then(give, () => give(null));
    });
    if (delivery.kind === 'half' && body !== '') {
      sent.write(body.slice(0, body.length / 2), () => setTimeout(() => sent.destroy(), 5));
      return;
    }
    sent.end(body);
    if (delivery.kind === 'cut' || delivery.kind === 'abandoned') setTimeout(() => sent.destroy(), delivery.after);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { statusCode = 0, headers } = response;
  return { status: statusCode, json: text === '' ? null : JSON.parse(text), etag: headers.etag ?? null };
}

function addressOf(world: World, { endpoint, team, params, query }: Call): { method: string; path: string } {
  const { method, path: pattern }: Pick<Endpoint, 'method' | 'path'> =
    endpoint === 'enrich' || endpoint === 'reserve' ? { method: 'GET', path: STAND_INS[endpoint] } : api[endpoint];
  const all: Record<string, string> = { workspace: world.workspaces[team] ?? '', ...params };
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = all[name] ?? '';
    // `@0/rep1` is somebody's account.
    return encodeURIComponent(value.startsWith('@') ? world.account(value.slice(1)) : value);
  });
  const search = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]));
  return { method, path: search.size > 0 ? `${path}?${search}` : path };
}

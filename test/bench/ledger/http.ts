import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { NO_PRICES } from '#server/credits/plan.ts';
import { createApp } from '#server/http/app.ts';
import { listen } from '#server/listen.ts';
import type { Provider } from '#server/providers/provider.ts';
import { openParts } from '#server/start.ts';
import { median } from './spenders.ts';

/** What HTTP and authentication cost around reveals that are answered in this process. */
export interface OverHttp {
  /** Median of what they add to one reveal after the other, in milliseconds. */
  added: number;
  /** Median of one reply of a bare Hono after the other, in milliseconds. */
  bareReply: number;
  /** Reveals a second over so many connections. */
  reveals: number;
  /** Replies a second of a bare Hono to the same requests, over as many. */
  bare: number;
}

const CONNECTIONS = 32;
const WARM_UP = 2_000;

/** Finds everybody, at once. */
const provider: Provider = {
  name: 'Bench',
  async find({ profile, field }) {
    const value = `${profile.key.slice(-36)}@brightwater.example`;
    if (field !== 'email') return { kind: 'not_found' };
    const at = new Date().toISOString();
    return {
      kind: 'found',
      person: profile.key,
      contact: { value, type: 'work', verified: true, provider: 'Bench', at },
    };
  },
};

/** @param databaseUrl of a database of its own */
export async function measureHttp(databaseUrl: string, seconds: number): Promise<OverHttp> {
  const listener = await listen('127.0.0.1', 0);
  const url = `http://127.0.0.1:${listener.port}`;
  const secret = 'a secret that the bench alone knows';
  const config = { host: '127.0.0.1', port: 0, url, databaseUrl, dataDir: '.', secret, log: 'error' } as const;
  const parts = await openParts({ config, providers: () => [provider] }, url);
  const inside: number[] = [];
  const reveal: typeof parts.reveals.reveal = async (...given) => {
    const start = performance.now();
    const reply = await parts.reveals.reveal(...given);
    inside.push(performance.now() - start);
    return reply;
  };
  listener.answer(createApp({ ...parts, reveals: { ...parts.reveals, reveal }, url, version: '0.0.0' }).fetch);
  const bare = await listen('127.0.0.1', 0);
  bare.answer(new Hono().post('/v1/reveals', (c) => c.json({ id: randomUUID(), outcome: { kind: 'found' } })).fetch);

  const { id: workspace } = await parts.accounts.workspaces.create('Brightwater');
  const start = new Date().toISOString();
  const prices = { ...NO_PRICES, email: 1 };
  const calendar = { cycle: 'annual', anchor: start, timeZone: 'UTC' } as const;
  await parts.purses.setPlan(
    workspace,
    { name: 'Bench', allowance: 90_000_000, ...calendar, prices, refundDays: 0, heldOver: 'expire' },
    null,
  );
  const ada = {
    workspace,
    email: 'ada@brightwater.example',
    name: 'Ada Okafor',
    role: 'rep',
    operator: false,
  } as const;
  const member = await parts.accounts.members.add(ada);
  const token = await parts.accounts.sessions.create(member.id);

  await warmUp(listener.port, token);
  inside.length = 0;
  const around = await oneAfterTheOther(listener.port, token, seconds);
  const result: OverHttp = {
    added: p50(around.map((took, index) => took - (inside[index] ?? 0))),
    bareReply: p50(await oneAfterTheOther(bare.port, token, seconds / 4)),
    reveals: await rate(listener.port, token, seconds),
    bare: await rate(bare.port, token, seconds),
  };
  await Promise.all([listener.stop(), bare.stop()]);
  await parts.database.close();
  return result;
}

/** Lets the way of a request be compiled, by reveals that are refused for their price. */
async function warmUp(port: number, token: string): Promise<void> {
  const client = await openClient(port);
  for (let count = 0; count < WARM_UP; count += 1) await client.send(request(token, 0));
  client.close();
}

/** @returns how long each request took, in milliseconds */
async function oneAfterTheOther(port: number, token: string, seconds: number): Promise<number[]> {
  const client = await openClient(port);
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const began = performance.now();
    await client.send(request(token));
    times.push(performance.now() - began);
  }
  client.close();
  return times;
}

/** The median, without the first ones, which warm up. */
function p50(times: readonly number[]): number {
  return median(times.slice(Math.min(50, times.length >> 1)));
}

async function rate(port: number, token: string, seconds: number): Promise<number> {
  let replies = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = await openClient(port);
      while (performance.now() < began + seconds * 1000) {
        await client.send(request(token));
        replies += 1;
      }
      client.close();
    }),
  );
  return (replies * 1000) / (performance.now() - began);
}

/** A reveal of somebody new. */
function request(token: string, maxCredits = 1): string {
  const profile = {
    key: `web:brightwater.example/team#${randomUUID()}`,
    site: 'json-ld',
    url: 'https://brightwater.example/team',
    name: 'Noor Haddad',
    contacts: [],
  };
  const body = JSON.stringify({ profile, field: 'email', maxCredits, another: false });
  const headers = [
    'POST /v1/reveals HTTP/1.1',
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    `idempotency-key: ${randomUUID()}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

/** A client that does next to nothing, so that what is measured is the server: one socket, one request at a time. */
async function openClient(port: number): Promise<{ send(text: string): Promise<void>; close(): void }> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  await once(socket, 'connect');
  return {
    async send(text) {
      socket.write(text);
      const reply = await whole(socket);
      if (!reply.startsWith('HTTP/1.1 200')) throw new Error(`a reveal was answered ${reply.slice(0, 400)}`);
    },
    close: () => void socket.end(),
  };
}

function whole(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const cut = () => reject(new Error(`the connection ended after ${text.slice(0, 400)}`));
    const take = (more: string) => {
      text += more;
      if (!isWhole(text)) return;
      socket.off('data', take).off('close', cut);
      resolve(text);
    };
    socket.on('data', take).on('close', cut);
  });
}

function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length);
}

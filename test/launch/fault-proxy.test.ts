import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Fault, startFaultProxy } from '#launch/fault-proxy.ts';

const faults: readonly { fault: Fault; answer: string; reachesServer: boolean }[] = [
  { fault: 'pass', answer: '200 did /a', reachesServer: true },
  { fault: 'drop-reply', answer: 'broken', reachesServer: true },
  { fault: '500', answer: '500 ', reachesServer: false },
  { fault: 'hang', answer: 'timed out', reachesServer: false },
  { fault: 'refuse', answer: 'broken', reachesServer: false },
];

test.each(faults)('$fault: the asker gets "$answer"', async ({ fault, answer, reachesServer }) => {
  const { proxy, done } = await start();
  proxy.set(fault);
  const met = proxy.next(fault);
  expect(await ask(`${proxy.url}/a`)).toBe(answer);
  await met;
  expect(done, 'what the server did').toEqual(reachesServer ? ['POST /a with a body'] : []);
  expect(proxy.seen).toEqual([`POST /a ${fault}`]);
});

test('a fault hits only what it is set for, only so often', async () => {
  const { proxy } = await start();
  proxy.set('500', 'POST /a', 1);
  expect(await ask(`${proxy.url}/b`)).toBe('200 did /b');
  expect(await ask(`${proxy.url}/a`)).toBe('500 ');
  expect(await ask(`${proxy.url}/a`)).toBe('200 did /a');
});

test('a server that is down looks like a broken connection', async () => {
  const { proxy, server } = await start();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  expect(await ask(`${proxy.url}/a`)).toBe('broken');
});

async function start() {
  const done: string[] = [];
  const server = createServer(async (request, reply) => {
    const body = (await request.toArray()).join('');
    done.push(`${request.method} ${request.url} with ${body}`);
    reply.end(`did ${request.url}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await proxy.stop();
    server.closeAllConnections();
    server.close();
  });
  return { proxy, server, done };
}

async function ask(url: string): Promise<string> {
  try {
    const reply = await fetch(url, { method: 'POST', body: 'a body', signal: AbortSignal.timeout(500) });
    return `${reply.status} ${await reply.text()}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timed out' : 'broken';
  }
}

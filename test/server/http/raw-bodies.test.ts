import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_TIMEOUT } from './walk.ts';
import { codeOf, request, startWorld, type World } from './world.ts';

describe('bodies on a raw socket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-raw-'));
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ url: async () => `file:${folder}/latchkey.db` }, { bodyTimeout: BODY_TIMEOUT });
  });
  afterAll(async () => {
    await world.server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes the head, then the parts one by one, and returns all that came back until the server hung up. */
  function raw(headers: readonly string[], parts: AsyncIterable<string> | Iterable<string>): Promise<string> {
    const { hostname, port } = new URL(world.server.url);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer));
    // A server that hangs up while we still write is what some of these want.
    socket.on('error', () => resolve(answer));
    socket.on('connect', async () => {
      const key = crypto.randomUUID();
      const head = ['POST /v1/reveals HTTP/1.1', 'Host: x', `Authorization: Bearer ${world.a.rep.token}`];
      try {
        socket.write(
          [...head, `Idempotency-Key: ${key}`, 'Content-Type: application/json', ...headers, '', ''].join('\r\n'),
        );
        for await (const part of parts) if (socket.writable) socket.write(part);
      } catch (error) {
        reject(error);
      }
    });
    return promise;
  }

  test('a body that never ends is refused in time, and the connection closed', async () => {
    const started = performance.now();
    const answer = await raw(['Content-Length: 1000'], ['{"profile":']);
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s);
    expect(performance.now() - started).toBeLessThan(BODY_TIMEOUT * 10);
  });

  test('a body that trickles is refused in time, however busy it keeps the line', async () => {
    async function* trickle() {
      for (let count = 0; count < 200; count += 1) {
        yield ' ';
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    const answer = await raw(['Content-Length: 1000'], trickle());
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a chunked body without an end is cut at its size, whatever its headers say', async () => {
    function* chunks() {
      for (let count = 0; count < 1000; count += 1) yield `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    }
    const answer = await raw(['Transfer-Encoding: chunked'], chunks());
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*"code":"payload_too_large"/s);
  });

  test('whoever hangs up in the middle leaves the server well', async () => {
    const { hostname, port } = new URL(world.server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('POST /v1/reveals HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{');
        socket.destroy();
        resolve();
      });
    });
    expect((await request(world.server, 'GET', '/healthz')).status).toBe(200);
    expect(codeOf(await request(world.server, 'GET', '/v1/balance'))).toBe('not_signed_in');
  });
});

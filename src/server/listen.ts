import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

type Fetch = Parameters<typeof getRequestListener>[0];

export interface Listener {
  port: number;
  /** From now on requests are answered; those that came before wait. */
  answer(fetch: Fetch): void;
  /** Takes no more connections, lets what is under way finish, and after `GRACE` cuts what is left. */
  stop(): Promise<void>;
}

/** Milliseconds that requests under way have to finish when the server stops: a reveal's deadline and a little. */
const GRACE = 12_000;

/**
 * Opens a port.
 * @throws when it is taken or may not be opened
 */
export async function listen(host: string, port: number): Promise<Listener> {
  const ready = Promise.withResolvers<Fetch>();
  const answer = getRequestListener(async (request, env) => (await ready.promise)(request, env));
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 }, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answer: (fetch) => ready.resolve(fetch),
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

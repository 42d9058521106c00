import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * What becomes of a request:
 * `pass` to the server and back; `drop-reply`: the server does it, the connection breaks before its answer;
 * `500` without asking the server; `hang`: asks nobody and never answers; `refuse`: the connection breaks at once.
 */
export type Fault = 'pass' | 'drop-reply' | '500' | 'hang' | 'refuse';

export interface FaultProxy {
  /** To be used in place of the server's address. */
  readonly url: string;
  /** Every request so far with what became of it, oldest first: `POST /v1/reveals drop-reply`. */
  readonly seen: readonly string[];
  /**
   * Sets what becomes of the requests from now on whose `METHOD /path` begins with `prefix` (default: all);
   * with `times` only of so many, then they pass again.
   */
  set(fault: Fault, prefix?: string, times?: number): void;
  /** Resolves when the next request meets this fault; for `drop-reply` after the server has answered. */
  next(fault: Fault): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on 127.0.0.1 before `target` (`http://127.0.0.1:8787`) which breaks requests as told.
 * @param port where it listens; any free one unless said otherwise
 */
export async function startFaultProxy(target: string, port = 0): Promise<FaultProxy> {
  const seen: string[] = [];
  const waiters: { fault: Fault; resolve: () => void }[] = [];
  let rule = { fault: 'pass' as Fault, prefix: '', left: Number.POSITIVE_INFINITY };

  const decide = (line: string): Fault => {
    if (rule.left <= 0 || !line.startsWith(rule.prefix)) return 'pass';
    rule.left -= 1;
    return rule.fault;
  };
  const met = (fault: Fault) => {
    for (const waiter of waiters.filter((one) => one.fault === fault)) {
      waiters.splice(waiters.indexOf(waiter), 1);
      waiter.resolve();
    }
  };

  const server = createServer((incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`;
    const fault = decide(line);
    seen.push(`${line} ${fault}`);
    if (fault === 'pass' || fault === 'drop-reply') {
      forward(target, incoming, outgoing, fault === 'drop-reply', () => met(fault));
      return;
    }
    if (fault === 'refuse') incoming.socket.destroy();
    if (fault === '500') {
      // With the server's own headers for other origins, or the browser would hide the status from the extension.
      const origin = incoming.headers.origin ?? '*';
      outgoing.writeHead(500, { 'access-control-allow-origin': origin, 'access-control-allow-headers': '*' }).end();
    }
    met(fault);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The proxy has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    set(fault, prefix = '', times = Number.POSITIVE_INFINITY) {
      rule = { fault, prefix, left: times };
    },
    next: (fault) => new Promise((resolve) => waiters.push({ fault, resolve })),
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  dropReply: boolean,
  done: () => void,
): void {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url ?? '/', target), { ...(method ? { method } : {}), headers }, (reply) => {
    if (dropReply) {
      // The server has answered, so what it did is done; nobody hears of it.
      reply.resume();
      reply.on('end', () => {
        incoming.socket.destroy();
        done();
      });
      return;
    }
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(outgoing);
    reply.on('end', done);
  });
  // The server is down: to the asker that looks like a broken connection.
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}

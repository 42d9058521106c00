import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What looks at the bytes of one connection. Each way answers with what goes on; null holds back all from then on. */
export interface Watch {
  outward(chunk: Buffer): Buffer | null;
  inward(chunk: Buffer): Buffer | null;
}

/** One connection through the proxy. */
export interface Link {
  /** Breaks it, for both ends. */
  cut(): void;
}

export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection that there is. */
  cutAll(): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on 127.0.0.1 whose connections can be cut.
 * @param target port of 127.0.0.1; null while there is nothing to connect to: then connections break at once
 */
export async function startTcpProxy(target: () => number | null, watch?: (link: Link) => Watch): Promise<TcpProxy> {
  const links = new Set<Link>();
  const server = createServer((near) => {
    const port = target();
    if (port === null) {
      near.on('error', () => {});
      near.resetAndDestroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    const link: Link = {
      cut() {
        near.resetAndDestroy();
        far.resetAndDestroy();
        links.delete(link);
      },
    };
    links.add(link);
    const eyes = watch?.(link);
    join(near, far, eyes === undefined ? (chunk) => chunk : (chunk) => eyes.outward(chunk), link);
    join(far, near, eyes === undefined ? (chunk) => chunk : (chunk) => eyes.inward(chunk), link);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  const cutAll = () => {
    for (const link of [...links]) link.cut();
  };
  return {
    port: address.port,
    cutAll,
    async stop() {
      server.close();
      cutAll();
      await once(server, 'close');
    },
  };
}

/** Sends on what comes from one end to the other; when one end breaks, so does the other. */
function join(from: Socket, to: Socket, pass: (chunk: Buffer) => Buffer | null, link: Link): void {
  let held = false;
  from.setNoDelay(true);
  from.on('data', (chunk: Buffer) => {
    if (held) return;
    const rest = pass(chunk);
    held = rest === null;
    if (rest !== null && rest.length > 0) to.write(rest);
  });
  from.on('end', () => to.end());
  from.on('error', () => link.cut());
  from.on('close', () => link.cut());
}

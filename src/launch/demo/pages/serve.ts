import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Html, webPage } from './site.ts';
import { SITES } from './sites.ts';

/** The demo sites, served. */
export interface DemoPages {
  port: number;
  /** The list of all sites, for any browser: its links lead to `*.localhost`, which browsers find by themselves. */
  index: string;
  /** Argument by which Chromium finds the sites under their own names, as `http://brightwater.example/team`. */
  browserArgument: string;
  stop(): Promise<void>;
}

/**
 * Serves the demo sites on 127.0.0.1, each by the host name of the request: another origin than Latchkey's server, and
 * another one each.
 * @param port 0 for any free one
 * @returns the error's code, such as `EADDRINUSE`, when the port can't be had
 */
export async function servePages(port: number): Promise<DemoPages | { code: string }> {
  const server = createAdaptorServer({ fetch: answer });
  const failed = await new Promise<{ code: string } | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.message }));
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
  if (failed) return failed;
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    index: `http://127.0.0.1:${bound}`,
    browserArgument: `--host-resolver-rules=${SITES.map(({ host }) => `MAP ${host} 127.0.0.1:${bound}`).join(',')}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

const indexApp = new Hono().get('/', (c) => c.html(list(new URL(c.req.url).port)));

/** Hands a request to the site its host names; any other host gets the list. */
function answer(request: Request): Response | Promise<Response> {
  const label = new URL(request.url).hostname.replace(/\.(?:example|localhost)$/, '');
  const site = SITES.find(({ host }) => host === `${label}.example`);
  return (site?.app ?? indexApp).fetch(request);
}

function list(port: string): Html {
  return webPage({
    title: 'Demo pages',
    description: 'Imaginary web sites to try Latchkey on.',
    css: 'body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1.5rem} li{margin:.75rem 0}',
    body: html`<main><h1>Demo pages</h1><p>Imaginary web sites with invented people, to try Latchkey on.</p>
      <ul>${SITES.map((site) => html`<li><a href="http://${site.host.replace('.example', '.localhost')}:${port}${site.path}">${site.name}</a><br>${site.shows}</li>`)}</ul></main>`,
  });
}

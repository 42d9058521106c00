import { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { api } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Database } from '../db/open.ts';
import { pageRoutes } from '../pages/routes.ts';
import { internal, refusalResponse, UNAVAILABLE, wrongMethod } from './answers.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { isDatabaseAway } from './database-away.ts';
import { deviceRoutes } from './device-routes.ts';
import { createHandlers, type HandlerDeps } from './handlers.ts';
import type { Log } from './log.ts';
import { openApi } from './openapi.ts';
import { type AnyHandler, notFound, route } from './route.ts';

export interface AppDeps extends HandlerDeps {
  database: Database;
  /** Public base URL, without a trailing slash. */
  url: string;
  log: Log;
  /** Milliseconds until a body must be here; 10 s unless said otherwise. */
  bodyTimeout?: number;
}

type Env = { Variables: { requestId: string } };

/** The whole server as one function from request to response. */
export function createApp(deps: AppDeps): Hono<Env> {
  const { accounts, log, url, version, bodyTimeout = 10_000 } = deps;
  const secure = url.startsWith('https://');
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('requestId', crypto.randomUUID());
    await next();
    for (const [name, value] of Object.entries(ALWAYS)) if (!c.res.headers.has(name)) c.header(name, value);
    if (secure) c.header('strict-transport-security', 'max-age=31536000');
    log.info(
      {
        id: c.get('requestId'),
        method: c.req.method,
        // The route, not the address, which may hold what must not be kept: codes, tokens, anything at all.
        route: matchedRoutes(c).find(({ path }) => !path.includes('*'))?.path ?? '*',
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    );
  });

  for (const path of ['/v1/*', '/api/*', '/healthz', '/openapi.json']) {
    app.use(path, async (c, next) => {
      const origin = c.req.header('origin');
      if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflightHeaders(origin) });
      await next();
      for (const [name, value] of Object.entries(corsHeaders(origin))) c.header(name, value);
    });
  }

  const handlers: Record<string, unknown> = createHandlers(deps);
  const methods = new Map<string, string[]>();
  for (const [name, endpoint] of Object.entries<Endpoint>(api)) {
    methods.set(endpoint.path, [...(methods.get(endpoint.path) ?? []), endpoint.method]);
    const answer = route(endpoint, handlers[name] as AnyHandler, {
      sessions: accounts.sessions,
      bodyTimeout,
      extend: (token) => {
        accounts.sessions.extend(token).catch((error: unknown) => log.warn({ error }, 'a session was not extended'));
      },
    });
    app.on(endpoint.method, endpoint.path, answer);
  }
  app.route('/api/auth/device', deviceRoutes(accounts.devices, bodyTimeout));
  methods.set('/api/auth/device/code', ['POST']).set('/api/auth/device/token', ['POST']);

  const document = openApi({ url, version });
  app.get('/openapi.json', (c) => c.json(document));
  methods.set('/openapi.json', ['GET']);

  for (const [path, allow] of methods) {
    app.all(path, () => refusalResponse(wrongMethod(allow), { allow: allow.join(', ') }));
  }

  app.route('/', pageRoutes(deps));

  app.notFound(notFound);
  app.onError((error, c) => {
    const id = c.get('requestId');
    const away = isDatabaseAway(error);
    log.error({ id, error }, away ? 'the database is away' : 'a request failed');
    return refusalResponse(away ? UNAVAILABLE : internal(id));
  });
  return app;
}

/** For every reply that does not say otherwise itself. */
const ALWAYS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

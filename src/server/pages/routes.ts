import { Hono } from 'hono';
import type { Database } from '../db/open.ts';
import type { HandlerDeps } from '../http/handlers.ts';
import { accountRoutes } from './account-routes.ts';
import { foreignFormPage } from './foreign-form.ts';
import { homePage } from './home.ts';
import { operatorRoutes } from './operator-routes.ts';
import { isOurs, show, visitor } from './page-context.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { ICON, STYLE } from './style.ts';
import { teamRoutes } from './team-routes.ts';
import { workspaceRoutes } from './workspace-routes.ts';

export interface PageDeps extends Pick<HandlerDeps, 'accounts' | 'purses'> {
  database: Database;
  /** Public base URL, without a trailing slash. */
  url: string;
  /** Milliseconds until a form must be here. */
  bodyTimeout?: number;
}

/** The server's own small pages: plain forms, no script, signed in by cookie. */
export function pageRoutes(deps: PageDeps): Hono {
  const app = new Hono();

  app.post('*', async (c, next) => {
    // Calls of the API carry a token instead of a cookie, and are answered as such also where there is no such call.
    const isCall = /^\/(?:v1|api)\//.test(c.req.path);
    if (!isCall && !isOurs(c, deps.url)) return show(c, foreignFormPage(deps.url), 403);
    return next();
  });

  app.get('/', async (c) => {
    const found = await visitor(c, deps.accounts.pages);
    return show(c, homePage(found?.member ?? null, deps.url));
  });

  for (const [path, type, text] of [
    ['/style.css', 'text/css; charset=utf-8', STYLE],
    ['/icon.svg', 'image/svg+xml', ICON],
  ] as const) {
    app.get(path, (c) => c.body(text, 200, { 'content-type': type, 'cache-control': 'public, max-age=300' }));
  }

  app.route('/', signInRoutes(deps));
  app.route('/', accountRoutes(deps));
  app.route('/', teamRoutes(deps));
  app.route('/', operatorRoutes(deps));
  app.route('/', workspaceRoutes(deps));
  return app;
}

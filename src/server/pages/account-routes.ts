import { type Context, Hono } from 'hono';
import { accountPage, RevokeForm } from './account.ts';
import { DeviceForm, devicePage } from './device.ts';
import { form, show, visitor } from './page-context.ts';
import type { PageDeps } from './routes.ts';

const GONE = 'This code was decided on or ran out meanwhile. Start again in the extension.';

/** What every member may do: approve a browser's code, see and end sessions. */
export function accountRoutes({ accounts, bodyTimeout = 10_000 }: PageDeps): Hono {
  const app = new Hono();

  const toSignIn = (c: Context, next: string) => c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);

  app.get('/device', async (c) => {
    const code = (c.req.query('user_code') ?? '').slice(0, 40);
    const found = await visitor(c, accounts.pages);
    if (found === null) return toSignIn(c, code === '' ? '/device' : `/device?user_code=${encodeURIComponent(code)}`);
    return show(c, devicePage(found.member, code, code === '' ? 'unknown' : await accounts.devices.look(code)));
  });

  app.post('/device', async (c) => {
    const found = await visitor(c, accounts.pages);
    if (found === null) return toSignIn(c, '/device');
    const sent = await form(c, DeviceForm, bodyTimeout);
    if ('mistake' in sent) return show(c, devicePage(found.member, '', 'unknown', sent.mistake), 422);
    const { user_code: code, decision } = sent.value;
    if (!(await accounts.devices.decide(code, decision, c.req.raw.headers))) {
      return show(c, devicePage(found.member, '', 'unknown', GONE), 422);
    }
    return show(c, devicePage(found.member, code, decision === 'approve' ? 'approved' : 'denied'));
  });

  app.get('/account', async (c) => {
    const found = await visitor(c, accounts.pages);
    if (found === null) return toSignIn(c, '/account');
    const said = c.req.query('said') === 'ended' ? 'That session has ended.' : null;
    return show(c, accountPage(found.member, await accounts.sessions.list(found.member.id), said));
  });

  app.post('/account/revoke', async (c) => {
    const found = await visitor(c, accounts.pages);
    if (found === null) return toSignIn(c, '/account');
    const sent = await form(c, RevokeForm, bodyTimeout);
    if ('value' in sent) await accounts.sessions.revoke(found.member.id, sent.value.session);
    return c.redirect('/account?said=ended', 303);
  });

  return app;
}

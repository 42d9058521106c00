import { Hono } from 'hono';
import { createAttempts } from '../http/attempts.ts';
import { remoteAddress } from '../http/remote.ts';
import { form, safeNext, setCookies, show, visitor } from './page-context.ts';
import type { PageDeps } from './routes.ts';
import { SignInForm, signInPage, WRONG } from './sign-in.ts';
import { EMPTY, linkGonePage, MemberForm, OperatorForm, welcomePage } from './welcome.ts';

const TOO_OFTEN = 'That was tried too often. Wait a quarter of an hour, then try again.';

/** The ways in: password and one-time link; and out. */
export function signInRoutes({ accounts, bodyTimeout = 10_000 }: PageDeps): Hono {
  const perAccount = createAttempts(10, 900);
  const perAddress = createAttempts(60, 900);
  const app = new Hono();

  app.get('/sign-in', async (c) => {
    const next = safeNext(c.req.query('next'));
    if ((await visitor(c, accounts.pages)) !== null) return c.redirect(next, 303);
    return show(c, signInPage(next, null));
  });

  app.post('/sign-in', async (c) => {
    const next = safeNext(c.req.query('next'));
    const sent = await form(c, SignInForm, bodyTimeout);
    if ('mistake' in sent) return show(c, signInPage(next, sent.mistake), 422);
    const { email, password } = sent.value;
    if (perAddress.take(remoteAddress(c)) > 0 || perAccount.take(email.toLowerCase()) > 0) {
      return show(c, signInPage(next, TOO_OFTEN, email), 429);
    }
    const cookies = await accounts.pages.signIn({ email, password }, c.req.raw.headers);
    if (cookies === null) return show(c, signInPage(next, WRONG, email), 422);
    setCookies(c, cookies);
    return c.redirect(next, 303);
  });

  app.post('/sign-out', async (c) => {
    setCookies(c, await accounts.pages.signOut(c.req.raw.headers));
    return c.redirect('/', 303);
  });

  app.get('/welcome/:token', async (c) => {
    const invitation = await accounts.links.look(c.req.param('token'));
    return invitation === null ? show(c, linkGonePage(), 410) : show(c, welcomePage(invitation, EMPTY));
  });

  app.post('/welcome/:token', async (c) => {
    const token = c.req.param('token');
    const invitation = await accounts.links.look(token);
    if (invitation === null) return show(c, linkGonePage(), 410);
    if (invitation.kind === 'operator') {
      const sent = await form(c, OperatorForm, bodyTimeout);
      if ('mistake' in sent) {
        return show(c, welcomePage(invitation, { mistake: sent.mistake, at: sent.at, values: sent.given }), 422);
      }
      if (!(await accounts.links.useAsOperator(token, sent.value))) return show(c, linkGonePage(), 410);
      setCookies(c, (await accounts.pages.signIn(sent.value, c.req.raw.headers)) ?? []);
      return c.redirect('/operator', 303);
    }
    const sent = await form(c, MemberForm, bodyTimeout);
    if ('mistake' in sent) {
      return show(c, welcomePage(invitation, { mistake: sent.mistake, at: sent.at, values: sent.given }), 422);
    }
    if (!(await accounts.links.useAsMember(token, sent.value))) return show(c, linkGonePage(), 410);
    const { password } = sent.value;
    setCookies(c, (await accounts.pages.signIn({ email: invitation.email, password }, c.req.raw.headers)) ?? []);
    return c.redirect('/', 303);
  });

  return app;
}

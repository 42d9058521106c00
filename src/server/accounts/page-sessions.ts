import { isAPIError } from 'better-auth/api';
import type { Auth } from './auth.ts';
import type { Sessions, SignedIn } from './sessions.ts';

/** The cookie sessions of the server's own pages. */
export interface PageSessions {
  /** Who the cookie in `headers` signs in, and cookies to set where the session was extended. */
  member(headers: Headers): Promise<{ member: SignedIn; token: string; cookies: string[] } | null>;
  /** Cookies to set; null when e-mail and password do not belong together. */
  signIn(form: { email: string; password: string }, headers: Headers): Promise<string[] | null>;
  /** Cookies to set. */
  signOut(headers: Headers): Promise<string[]>;
}

export function createPageSessions(auth: Auth, sessions: Sessions): PageSessions {
  return {
    async member(headers) {
      const { response, headers: set } = await auth.api.getSession({ headers, returnHeaders: true });
      if (response === null) return null;
      const member = await sessions.caller(response.session.token);
      if (member === null || member === 'expired') return null;
      return { member, token: response.session.token, cookies: set.getSetCookie() };
    },

    async signIn(form, headers) {
      try {
        const { headers: set } = await auth.api.signInEmail({ body: form, headers, returnHeaders: true });
        return set.getSetCookie();
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500) return null;
        throw error;
      }
    },

    async signOut(headers) {
      const { headers: set } = await auth.api.signOut({ headers, returnHeaders: true });
      return set.getSetCookie();
    },
  };
}

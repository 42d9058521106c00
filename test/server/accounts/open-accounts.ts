import { type Accounts, createAccounts } from '#server/accounts/accounts.ts';
import type { AuthSettings } from '#server/accounts/auth.ts';
import type { Database } from '#server/db/open.ts';

export const settings: AuthSettings = {
  url: 'http://127.0.0.1:8787',
  secret: 'Jk3nV9sQ2xW7mB5tR8yL1pD6gH4fC0aZ',
  log() {},
};

export const PASSWORD = 'a quiet brass key';

/**
 * A workspace with an admin, who is an operator as well, and a rep.
 * @param options.passwords gives them `PASSWORD`, which takes a while
 */
export async function team(database: Database, options: { now?: () => number; passwords?: true } = {}) {
  const { now, passwords } = options;
  const accounts: Accounts = createAccounts(database, { ...settings, ...(now === undefined ? {} : { now }) });
  const workspace = await accounts.workspaces.create('Northwind Sales');
  const join = (name: string, role: 'rep' | 'admin', operator: boolean) => {
    const email = `${name.toLowerCase()}@northwind.example`;
    return accounts.members.add({
      workspace: workspace.id,
      email,
      name,
      role,
      operator,
      ...(passwords ? { password: PASSWORD } : {}),
    });
  };
  const admin = await join('Sam', 'admin', true);
  const rep = await join('Mira', 'rep', false);
  return { accounts, workspace, admin, rep };
}

/** Headers of a browser that holds these cookies. */
export function withCookies(cookies: readonly string[] | null): Headers {
  return new Headers({ cookie: (cookies ?? []).map((cookie) => cookie.split(';')[0]).join('; ') });
}

import type { Database } from '../db/open.ts';
import { type AuthSettings, createAuth } from './auth.ts';
import { createDevices, type Devices } from './device.ts';
import { createLinks, type Links } from './links.ts';
import { createMembers, type Members } from './members.ts';
import { createPageSessions, type PageSessions } from './page-sessions.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

/** Who may sign in, and to which workspace. Accounts and tenant rows are never written in one transaction. */
export interface Accounts {
  sessions: Sessions;
  pages: PageSessions;
  workspaces: Workspaces;
  members: Members;
  links: Links;
  devices: Devices;
}

export interface AccountsOptions extends AuthSettings {
  /** Milliseconds since 1970. */
  now?: () => number;
}

export function createAccounts(database: Database, options: AccountsOptions): Accounts {
  const auth = createAuth(database, options);
  const sessions = createSessions(database, auth, options.now);
  const members = createMembers(database, auth);
  const workspaces = createWorkspaces(database, auth);
  return {
    sessions,
    pages: createPageSessions(auth, sessions),
    workspaces,
    members,
    links: createLinks(auth, members, workspaces),
    devices: createDevices(database, auth),
  };
}

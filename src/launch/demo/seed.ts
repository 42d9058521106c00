import { createReadStream } from 'node:fs';
import type { Profile } from '#contract/profile.ts';
import { webKey } from '#contract/profile-key.ts';
import type { Workspace } from '#server/accounts/workspaces.ts';
import { NO_PRICES, type PlanTerms } from '#server/credits/plan.ts';
import type { Member } from '#server/member.ts';
import { importContacts } from '#server/providers/import.ts';
import type { Server } from '#server/start.ts';
import { DIRECTORY_FILE, type DirectoryRow, readDirectory } from './directory.ts';

export const PRICES = { email: 1, phone: 8 } as const;
export const ALLOWANCE = 100;
export const TOP_UP = 25;

/** Spent by the team before the demo begins: 7 phones and 6 e-mails, 62 credits. */
export const SPENT = { phones: 7, emails: 6 } as const;
export const LEFT = ALLOWANCE - SPENT.phones * PRICES.phone - SPENT.emails * PRICES.email + TOP_UP;

/** On the team page, and owned by the team already: seeing their e-mail again is free. */
export const OWNED = ['Grace Adeyemi', 'Samira Haddad'];

export interface Login extends Member {
  email: string;
  password: string;
}

export interface Team {
  workspace: Workspace;
  /** Reveals contacts. */
  rep: Login;
  /** Runs the workspace. */
  admin: Login;
  /** Runs the server. */
  operator: Login;
}

/** Everything the seed makes carries such an id, so that repeating it after a crash makes nothing twice. */
const seedId = (number: number) => `5eed0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const LAST = seedId(0);

/**
 * Makes a play-money workspace as a team would have it in mid-month: members, a plan of 100 credits partly spent by
 * real reveals, 25 top-up credits, and the directory. Done already, it changes nothing.
 * @param team `fresh` makes one more, even when there is one of that name
 */
export async function seed(server: Server, team: { name: string; fresh: boolean; password: string }): Promise<Team> {
  const { accounts, purses } = server;
  const found = team.fresh ? undefined : (await accounts.workspaces.named(team.name))[0];
  const workspace = found ?? (await accounts.workspaces.create(team.name));
  const join = async (email: string, name: string, role: 'rep' | 'admin'): Promise<Login> => {
    const { password } = team;
    const { id } = await accounts.members.add({ workspace: workspace.id, email, name, role, password });
    return { workspace: workspace.id, id, name, email, password };
  };
  // The slug is this workspace's alone, so that each has members of its own.
  const domain = `${workspace.slug}.example`;
  const admin = await join(`sam.whitfield@${domain}`, 'Sam Whitfield', 'admin');
  const rep = await join(`mira.lindqvist@${domain}`, 'Mira Lindqvist', 'rep');
  const operator = await addOperator(server, team.password);
  const { items } = await purses.ledger(workspace.id, 0, 1000);
  if (!items.some(({ reference }) => reference === LAST)) {
    await purses.setPlan(workspace.id, plan(), admin);
    await importContacts(server.database, workspace.id, createReadStream(DIRECTORY_FILE));
    await spend(server, [rep, admin]);
    const grant = { id: LAST, kind: 'top_up', credits: TOP_UP, reason: 'Play money to begin with' } as const;
    await purses.grant(workspace.id, grant, operator);
  }
  return { workspace, rep, admin, operator };
}

async function addOperator({ accounts }: Server, password: string): Promise<Login> {
  const person = { email: 'operator@latchkey.example', name: 'Olu Operator' };
  const { id } = await accounts.members.add({ ...person, workspace: null, role: 'admin', operator: true, password });
  return { ...person, workspace: '', id, password };
}

/** Began with this month. */
function plan(): PlanTerms {
  const today = Temporal.Now.plainDateISO('UTC');
  return {
    name: 'Team 100',
    allowance: ALLOWANCE,
    cycle: 'monthly',
    anchor: today.with({ day: 1 }).toZonedDateTime('UTC').toInstant().toString({ fractionalSecondDigits: 3 }),
    timeZone: 'UTC',
    prices: { ...NO_PRICES, ...PRICES },
    refundDays: 14,
    heldOver: 'expire',
  };
}

/** Spends as the team did before: real reveals of people of the directory, so that the ledger tells the truth. */
async function spend({ reveals }: Server, members: readonly Member[]): Promise<void> {
  const rows = readDirectory();
  const known = rows.filter(({ name }) => OWNED.includes(name));
  const others = rows.filter(({ profile_key, email, phone }) => profile_key && email && phone);
  const bought = [
    ...others.slice(0, SPENT.phones).map((row) => ({ row, field: 'phone' as const })),
    ...[...known, ...others.slice(0, SPENT.emails - known.length)].map((row) => ({ row, field: 'email' as const })),
  ];
  for (const [index, { row, field }] of bought.entries()) {
    const member = members[index % members.length];
    if (!member) continue;
    const request = { profile: profileOf(row), field, maxCredits: PRICES[field], another: false };
    await reveals.reveal(member, seedId(index + 1), request);
  }
}

/** The profile as the extension finds it on the person's page. */
export function profileOf(row: DirectoryRow): Profile {
  return {
    key: row.profile_key || (webKey(row.profile_url) ?? ''),
    site: 'json-ld',
    url: row.profile_url,
    name: row.name,
    title: row.title,
    company: row.company,
    companyDomain: row.domain,
    contacts: [],
  };
}

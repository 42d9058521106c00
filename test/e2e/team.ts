import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Balance, LedgerEntry } from '#contract/credits.ts';
import { type FaultProxy, startFaultProxy } from '#launch/fault-proxy.ts';
import { freePort } from '#launch/port.ts';
import { until } from '#launch/until.ts';

/** People whom the team's directory knows; all invented. */
export const CONTACTS = `name,title,company,domain,email,email_type,email_verified,phone,phone_type,phone_verified,profile_url
Ada Okafor,Head of Procurement,Brightwater Foods,brightwater.example,ada.okafor@brightwater.example,work,true,+44 20 7946 0101,mobile,true,https://people.example/ada
Jonas Lindqvist,Buyer,Brightwater Foods,brightwater.example,jonas.lindqvist@brightwater.example,work,true,+44 20 7946 0102,mobile,true,https://people.example/jonas
`;

interface Account {
  id: string;
  email: string;
  password: string;
  /** A session of its own, for calls of the API by the test. */
  token: string;
}

interface Running {
  /** Address for people and the extension: the proxy's. */
  url: string;
  workspace: string;
  rep: Account;
  operator: Account;
}

/** A server in a process of its own with a team in it: a plan of 10 credits, e-mail 1, phone 8. */
export interface Team extends Running {
  /** Stands before the server and breaks requests as told. */
  proxy: FaultProxy;
  balance(): Promise<Balance>;
  /** Calls the API as who is admin of the team and operator of the server; POST when there is a body. */
  asAdmin(path: string, body?: unknown): Promise<unknown>;
  ledger(): Promise<LedgerEntry[]>;
  /** Credits charged so far, by the ledger. */
  charged(): Promise<number>;
  /** Settles the oldest pending top-up. */
  settle(): Promise<void>;
  /** Revokes all sessions of the rep; calls of this test are made by the operator then. */
  endSessions(): Promise<void>;
  /** From now on the provider waits to answer. */
  closeGate(): void;
  openGate(): void;
  /** Resolves when the provider was asked at the closed gate. */
  asked(): Promise<void>;
  /** Ends the process with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same database and port. */
  restart(): Promise<void>;
  /** Copies what it has stored, while it does not run, for `startTeam` to begin with. */
  saveTo(folder: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param contacts the directory of the team, as CSV
 * @param like an earlier team: what it saved, and the address by which its members' browsers know it
 */
export async function startTeam(contacts = CONTACTS, like?: { saved: string; url: string }): Promise<Team> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-team-'));
  if (like) await cp(like.saved, folder, { recursive: true });
  const gate = join(folder, 'gate');
  const marker = join(folder, 'asked');
  const port = await freePort();
  const direct = `http://127.0.0.1:${port}`;
  const proxy = await startFaultProxy(direct, like && Number(new URL(like.url).port));
  const launch = () => start(folder, { E2E_PORT: String(port), E2E_URL: proxy.url, E2E_CONTACTS: contacts });
  let { child, running } = await launch();

  const call = async (path: string, account: Account, body?: unknown) => {
    const response = await fetch(`${direct}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const team = {
    balance: () => call('/v1/balance', running.rep),
    asAdmin: (path: string, body?: unknown) => call(path, running.operator, body),
    ledger: async () => (await call('/v1/ledger', running.operator)).items,
    charged: async () => {
      const entries: LedgerEntry[] = await team.ledger();
      return entries.filter(({ kind }) => kind === 'capture').reduce((sum, { heldDelta }) => sum - heldDelta, 0);
    },
    settle: async () => {
      const { pending } = await team.balance();
      const id = pending.at(-1)?.id;
      const path = `/v1/operator/workspaces/${running.workspace}/top-ups/${id}/settle`;
      await call(path, running.operator, { status: 'settled' });
    },
    endSessions: async () => {
      // Reading its first line left the stream paused.
      const done = once(child.stdout?.resume() ?? child, 'data');
      child.kill('SIGUSR2');
      await done;
    },
    closeGate: () => {
      rmSync(marker, { force: true });
      writeFileSync(gate, '');
    },
    openGate: () => rmSync(gate, { force: true }),
    asked: async () => {
      await until('the provider was asked', () => existsSync(marker));
    },
    kill,
    restart: async () => {
      ({ child, running } = await launch());
    },
    saveTo: (to: string) => cp(folder, to, { recursive: true }),
    stop: async () => {
      await proxy.stop();
      if (child.exitCode === null && child.signalCode === null) await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return { ...running, ...team, proxy };
}

const main = fileURLToPath(new URL('team-process.ts', import.meta.url));

async function start(
  folder: string,
  settings: Record<string, string>,
): Promise<{ child: ChildProcess; running: Running }> {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [main, folder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [])]);
  lines.close();
  if (line === undefined) throw new Error('The server ended before it said where it is');
  return { child, running: JSON.parse(line) };
}

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '#launch/until.ts';
import { readConfig } from '#server/config.ts';
import { directory } from '#server/providers/directory.ts';
import { importContacts } from '#server/providers/import.ts';
import type { Provider } from '#server/providers/provider.ts';
import { startServer } from '#server/start.ts';

/*
 * A real server in a process of its own, which tests can kill, with a small team in it. Started as
 * `node team-process.ts FOLDER`; says where it is in one line of JSON. While `FOLDER/gate` exists the provider waits,
 * and `FOLDER/asked` says that it was asked.
 */

const folder = process.argv[2] ?? '';
const password = 'an invented password';

function gated(provider: Provider): Provider {
  return {
    name: provider.name,
    async find(query, signal) {
      if (existsSync(join(folder, 'gate'))) {
        writeFileSync(join(folder, 'asked'), '');
        await until('the gate opens', () => !existsSync(join(folder, 'gate')), 60_000);
      }
      return provider.find(query, signal);
    },
  };
}

const config = readConfig({
  DATABASE_URL: process.env.E2E_DATABASE ?? `file:${join(folder, 'latchkey.db')}`,
  LATCHKEY_PORT: process.env.E2E_PORT ?? '0',
  LATCHKEY_LOG: 'error',
  ...(process.env.E2E_URL && { LATCHKEY_URL: process.env.E2E_URL }),
});
if ('mistakes' in config) throw new Error(config.mistakes.join(' '));
const server = await startServer({ config, providers: (db) => [gated(directory(db))], deadlineMs: 5_000 });
const { accounts, purses } = server;

const known = (await accounts.workspaces.named('Northwind Sales'))[0];
const workspace = known ?? (await accounts.workspaces.create('Northwind Sales'));
const rep = {
  email: 'mira@northwind.example',
  name: 'Mira Rep',
  role: 'rep' as const,
  workspace: workspace.id,
  password,
};
const boss = {
  email: 'olu@northwind.example',
  name: 'Olu Operator',
  role: 'admin' as const,
  workspace: workspace.id,
  password,
};
const { id } = await accounts.members.add(rep);
const operator = await accounts.members.add({ ...boss, operator: true });
if (!known) {
  const start = Temporal.Now.plainDateISO('UTC').with({ day: 1 }).toZonedDateTime('UTC').toInstant();
  const by = { workspace: workspace.id, id: operator.id, name: boss.name };
  await purses.setPlan(
    workspace.id,
    {
      name: 'Team',
      allowance: 10,
      cycle: 'monthly',
      anchor: start.toString({ fractionalSecondDigits: 3 }),
      timeZone: 'UTC',
      prices: { email: 1, phone: 8 },
      refundDays: 14,
    },
    by,
  );
  await importContacts(server.database, workspace.id, process.env.E2E_CONTACTS ?? '');
}
// Ends every session of the rep's, as they or an admin would on the account page.
process.on('SIGUSR2', async () => {
  for (const session of await accounts.sessions.list(id)) await accounts.sessions.revoke(id, session.id);
  process.stdout.write('sessions ended\n');
});
process.stdout.write(
  `${JSON.stringify({
    url: server.url,
    workspace: workspace.id,
    rep: { id, email: rep.email, password, token: await accounts.sessions.create(id) },
    operator: { id: operator.id, email: boss.email, password, token: await accounts.sessions.create(operator.id) },
  })}\n`,
);

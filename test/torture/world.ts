import type { Config } from '#server/config.ts';
import { openParts } from '#server/start.ts';
import type { Caller } from './history.ts';
import type { Script } from './script.ts';

/** Who and where, in one run's database. */
export interface World {
  /** Ids of the workspaces, in the script's order. */
  workspaces: readonly string[];
  /** What a caller signs in with. */
  token(caller: Caller): string;
  /** The account's id of somebody: `0/rep1`. */
  account(name: string): string;
}

export const SECRET = 'a secret which nobody needs to keep';

/** Makes the teams of a script in an empty database, with a plan each. */
export async function createWorld(script: Script, databaseUrl: string): Promise<World> {
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    url: null,
    databaseUrl,
    dataDir: '.',
    secret: SECRET,
    log: 'error',
  };
  const now = () => Temporal.Instant.from(script.startsAt);
  const { accounts, purses, database } = await openParts({ config, now }, 'http://127.0.0.1');
  const tokens = new Map<string, string>();
  const ids = new Map<string, string>();
  const add = async (workspace: string | null, name: string, role: 'rep' | 'admin', operator = false) => {
    const email = `${name.replace('/', '-')}@northwind.example`;
    const { id } = await accounts.members.add({ workspace, email, name, role, operator });
    ids.set(name, id);
    tokens.set(name, await accounts.sessions.create(id));
  };
  const workspaces: string[] = [];
  for (const [team, { terms, reps, cap }] of script.teams.entries()) {
    const { id } = await accounts.workspaces.create(`Team ${team}`);
    workspaces.push(id);
    for (let rep = 0; rep < reps; rep += 1) await add(id, `${team}/rep${rep}`, 'rep');
    await add(id, `${team}/admin`, 'admin');
    await purses.setPlan(id, terms, null);
    const by = { workspace: id, id: ids.get(`${team}/admin`) ?? '', name: 'admin' };
    if (cap !== null) await purses.setCap(id, ids.get(`${team}/rep0`) ?? '', cap, by);
  }
  await add(null, 'operator', 'rep', true);
  await database.close();
  const known = (map: Map<string, string>, name: string) => {
    const value = map.get(name);
    if (value === undefined) throw new Error(`Nobody is called ${name}`);
    return value;
  };
  return { workspaces, token: ({ name }) => known(tokens, name), account: (name) => known(ids, name) };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnswerTo, addOnSource, type Command } from '#server/credits/commands.ts';
import type { Entry, Purse } from '#server/credits/purse.ts';
import { entryRow, grantRow, holdRow, purseOf } from '#server/credits/rows.ts';
import { createStore, type Needs, type Store } from '#server/credits/store.ts';
import { readMoment } from '#server/db/moment.ts';
import type { Database } from '#server/db/open.ts';
import { history, run, START, type Step } from '../../credits/histories.ts';
import { clockAt } from '../clock.ts';
import { eachDatabase } from '../databases.ts';
import { expectSoundBooks } from './books.ts';

/** How many histories run on each database; LATCHKEY_LOCKSTEP says otherwise, for hundreds take minutes. */
const HISTORIES = Number(process.env.LATCHKEY_LOCKSTEP || 30);
const SEED = Number(process.env.LATCHKEY_SEED || Date.now() % 1_000_000);

/** What the pure core makes of a history. */
interface Told {
  /** What is asked at one moment; null for a mere look. */
  steps: { now: string; asked: { command: Command | null; answer: AnswerTo<Command> | null }[] }[];
  entries: Entry[];
  purse: Purse;
}

type Way = (stores: readonly [Store, Store], workspace: string, commands: readonly (Command | null)[]) => unknown[];

/** Ways in which the commands of one moment come to the database. */
const WAYS: Record<string, Way> = {
  'as decisions, all at once': ([store], workspace, commands) =>
    commands.map((command) => decide(store, workspace, command)),
  'as jobs, all at once': ([store], workspace, commands) =>
    commands.map((command) =>
      store.transact(workspace, needsOf(command), async (open) => (command === null ? null : open.apply(command))),
    ),
  'one after the other, by two servers in turn': (stores, workspace, commands) => {
    let before: Promise<unknown> = Promise.resolve();
    return commands.map((command, index) => {
      before = before.then(() => decide(stores[index % 2 === 0 ? 0 : 1], workspace, command));
      return before;
    });
  },
};

eachDatabase('in lockstep with the pure core', (open) => {
  test(`${HISTORIES} random histories: equal answers, equal rows`, async () => {
    const url = await open.url();
    const databases = [await open(url), await open(url)] as const;
    const histories = fc.sample(history, { numRuns: HISTORIES, seed: SEED });
    const waiting = [...histories.entries()];
    const runSome = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await expectEqual(databases, ...next);
    };
    await Promise.all(Array.from({ length: 8 }, runSome));
    await expectSoundBooks(databases[0]);
  });
});

/** Runs a history on the database, in a workspace of its own. */
async function expectEqual(databases: readonly [Database, Database], index: number, steps: Step[]): Promise<void> {
  const ways = Object.entries(WAYS);
  const [name, way] = ways[index % ways.length] ?? ['', () => []];
  const about = `LATCHKEY_SEED=${SEED}, history ${index}, ${name}`;
  const workspace = `workspace-${index}`;
  const told = tell(steps);
  const clock = clockAt(START);
  const stores = [createStore(databases[0], clock.now), createStore(databases[1], clock.now)] as const;
  for (const { now, asked } of told.steps) {
    clock.set(now);
    const commands = asked.map(({ command }) => command);
    const answers = await Promise.all(way(stores, workspace, commands));
    for (const [at, { command, answer }] of asked.entries()) {
      expect(answers[at], `${about}: the answer to ${JSON.stringify(command)}`).toEqual(answer);
    }
  }
  await expectRows(databases[0], workspace, told, about);
}

function decide(store: Store, workspace: string, command: Command | null): Promise<unknown> {
  return store.decide(workspace, needsOf(command), (open) => (command === null ? null : open.apply(command)));
}

function tell(steps: readonly Step[]): Told {
  const told: Told['steps'] = [];
  const entries: Entry[] = [];
  let after: Purse | null = null;
  run(steps, ({ now, command, answer, entries: more, purse }) => {
    const last = told.at(-1);
    if (last?.now === now) last.asked.push({ command, answer });
    else told.push({ now, asked: [{ command, answer }] });
    entries.push(...more);
    after = purse;
  });
  if (after === null) throw new Error('a history without a step');
  return { steps: told, entries, purse: after };
}

function needsOf(command: Command | null): Needs {
  switch (command?.kind) {
    case 'hold':
    case 'capture':
    case 'release':
    case 'refund':
      return { holds: [command.id] };
    case 'grant':
    case 'revoke':
    case 'reverse':
      return { sources: [command.source] };
    case 'add_on':
    case 'drop_add_on':
      return { sources: [addOnSource(command.id)] };
    default:
      return {};
  }
}

/** Fails unless all rows of a workspace are those of the pure purse and its entries. */
async function expectRows({ db }: Database, workspace: string, told: Told, about: string): Promise<void> {
  const row = await db.selectFrom('purse').selectAll().where('workspace_id', '=', workspace).executeTakeFirstOrThrow();
  const entries = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('number')
    .execute();
  expect(
    entries.map(({ workspace_id: _, at, ...rest }) => ({ ...rest, at: readMoment(at) })),
    `${about}: entries`,
  ).toEqual(told.entries.map(entryRow));
  const grants = await db.selectFrom('credit_grant').selectAll().where('workspace_id', '=', workspace).execute();
  const holds = await db.selectFrom('hold').selectAll().where('workspace_id', '=', workspace).execute();
  const caps = await db.selectFrom('member_cap').selectAll().where('workspace_id', '=', workspace).execute();
  const stored = purseOf({ purse: row, grants, holds, caps });
  const { purse } = told;
  const inOrder = <K, V>(map: ReadonlyMap<K, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
  expect(inOrder(stored.grants).map(grantRow), `${about}: grants`).toEqual(inOrder(purse.grants).map(grantRow));
  expect(inOrder(stored.holds).map(holdRow), `${about}: holds`).toEqual(inOrder(purse.holds).map(holdRow));
  const rest = ({ grants: _, holds: __, caps, ...sums }: Purse) => ({ ...sums, caps: Object.fromEntries(caps) });
  expect(rest(stored), `${about}: the purse`).toEqual(rest(purse));
}

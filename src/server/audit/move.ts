import { existsSync } from 'node:fs';
import type { Transaction } from 'kysely';
import { type Database, openDatabase, pathOf } from '../db/open.ts';
import type { Schema } from '../db/schema.ts';
import { copyTable, isEmpty, tallyOf } from './copy.ts';
import { sentence } from './fault.ts';
import { isOpenElsewhere, lockAll, otherConnections, takeTime } from './move-locks.ts';
import { type TableShape, tablesOf } from './table-shape.ts';
import { verifyBooks, workspacesWithBooks } from './verify.ts';

export interface Moved {
  tables: { name: string; rows: number }[];
  workspaces: number;
  entries: number;
}

export interface MoveOptions {
  /** How far it is, in words. */
  progress?: (text: string) => void;
}

/** A move that was refused or undone, in a sentence: the target is as empty as it was. */
class Undone extends Error {}

/**
 * Copies a whole database, accounts and all, into an empty one of either kind: all of it in one transaction of the
 * target, or nothing. The source is locked meanwhile and left as it is. The books are verified on both sides, and every
 * row of the target is read again and compared, before the target's transaction ends.
 * @param from and `to`: addresses as in `openDatabase`; both are migrated to the latest version
 * @returns what was moved, or why not
 * @throws when a database cannot be opened, or fails on the way
 */
export async function move(from: string, to: string, options: MoveOptions = {}): Promise<Moved | { mistake: string }> {
  if (from === to) return { mistake: 'The two addresses are the same.' };
  if (from.startsWith('file:')) {
    const path = pathOf(from);
    if (!existsSync(path)) return { mistake: `There is no file ${path}.` };
    if (isOpenElsewhere(path)) return { mistake: BEING_USED };
  }
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      return await source.db
        .transaction()
        .execute((reading) =>
          target.db.transaction().execute((writing) => copyAll({ source, reading, target, writing }, options)),
        );
    } finally {
      await target.close();
    }
  } catch (error) {
    if (error instanceof Undone) return { mistake: error.message };
    if (error instanceof Error && 'code' in error && error.code === '55P03') return { mistake: BEING_USED };
    throw error;
  } finally {
    await source.close();
  }
}

const BEING_USED = 'The database to move from is in use. Stop every server on it first, then try again.';

interface Sides {
  source: Database;
  reading: Transaction<Schema>;
  target: Database;
  writing: Transaction<Schema>;
}

async function copyAll({ source, reading, target, writing }: Sides, options: MoveOptions): Promise<Moved> {
  const progress = options.progress ?? (() => undefined);
  await takeTime(reading, source.kind);
  await takeTime(writing, target.kind);
  const tables = await tablesOf({ ...source, db: reading });
  const targets = await tablesOf({ ...target, db: writing });
  if (source.kind === 'postgres' && (await otherConnections(reading)) > 0) throw new Undone(BEING_USED);
  await lockAll(reading, source.kind, tables);
  for (const table of targets) {
    if (!(await isEmpty(writing, table))) {
      throw new Undone(`The database to move to is not empty: its table ${table.name} has rows. Give it an empty one.`);
    }
  }
  const shape = ({ name, columns }: TableShape) => `${name} ${columns.map((column) => column.name).sort()}`;
  const [here, there] = [tables.map(shape).sort(), targets.map(shape).sort()];
  if (here.join() !== there.join()) throw new Undone('The two databases do not have the same tables.');

  const workspaces = await workspacesWithBooks(reading);
  const entries = await verifyAll(reading, workspaces, 'The books to be moved', progress);
  const moved: Moved = { tables: [], workspaces: workspaces.length, entries };
  for (const table of inOrderOf(targets, tables)) {
    const tally = await copyTable(reading, writing, table, (rows) => progress(`${table.name}: ${rows} rows`));
    const arrived = await tallyOf(writing, table);
    if (arrived.rows !== tally.rows || arrived.digest !== tally.digest) {
      throw new Undone(`Table ${table.name} did not arrive as it was: ${tally.rows} rows went, ${arrived.rows} came.`);
    }
    moved.tables.push({ name: table.name, rows: tally.rows });
  }
  await verifyAll(writing, workspaces, 'The books that were moved', progress);
  return moved;
}

/** Tables of the target, in its order, whose columns are moments when either side says so. */
function inOrderOf(targets: readonly TableShape[], sources: readonly TableShape[]): TableShape[] {
  const moments = new Set(
    [...targets, ...sources].flatMap(({ name, columns }) =>
      columns.filter(({ isMoment }) => isMoment).map((column) => `${name}.${column.name}`),
    ),
  );
  return targets.map((table) => ({
    ...table,
    columns: table.columns.map(({ name }) => ({ name, isMoment: moments.has(`${table.name}.${name}`) })),
  }));
}

async function verifyAll(
  trx: Transaction<Schema>,
  workspaces: readonly string[],
  which: string,
  progress: (text: string) => void,
): Promise<number> {
  let entries = 0;
  for (const workspace of workspaces) {
    const { counted, faults } = await verifyBooks(trx, workspace, (done, of) =>
      progress(`verifying ${workspace}: ${done} of ${of} entries`),
    );
    const [first] = faults;
    if (first !== undefined) {
      throw new Undone(`${which} are at fault in workspace ${workspace}: ${sentence(first)}. Nothing was moved.`);
    }
    entries += counted.entries;
  }
  return entries;
}

import { sentence } from '../audit/fault.ts';
import { verifyWorkspace, workspacesWithBooks } from '../audit/verify.ts';
import type { Parts } from '../start.ts';
import type { Done, Words } from './command.ts';
import type { Terminal } from './terminal.ts';
import { inWorkspace } from './workspace-of.ts';

/** Checks one workspace's books, or all. The status is 1 when anything is wrong. */
export async function verify(parts: Parts, words: Words, terminal: Terminal): Promise<Done> {
  if (words.flags.workspace !== undefined) {
    return inWorkspace(parts, words, ({ id }) => verifyEach(parts, [id], terminal));
  }
  return verifyEach(parts, await workspacesWithBooks(parts.database.db), terminal);
}

async function verifyEach(parts: Parts, ids: readonly string[], terminal: Terminal): Promise<Done> {
  const names = new Map((await parts.accounts.workspaces.all()).map(({ id, name }) => [id, name]));
  const named = ids.map((id) => ({ id, name: names.get(id) ?? id })).sort((a, b) => a.name.localeCompare(b.name));
  const sums = { entries: 0, faults: 0 };
  for (const { id, name } of named) {
    const { entries, grants, holds, receipts, faults } = await verifyWorkspace(parts.database, id, {
      fault: (_, fault) => terminal.line(`${name}: ${sentence(fault)}`),
      progress: (_, done, of) => terminal.progress(`${name}: ${count(done)} of ${count(of)} entries`),
    });
    const looked = [
      many(entries, 'entry', 'entries'),
      many(grants, 'grant'),
      many(holds, 'hold'),
      many(receipts, 'receipt'),
    ].join(', ');
    terminal.line(`${name}: ${looked}: ${faults === 0 ? 'sound' : many(faults, 'fault')}`);
    sums.entries += entries;
    sums.faults += faults;
  }
  const all = `${many(ids.length, 'workspace')}, ${many(sums.entries, 'entry', 'entries')}`;
  if (sums.faults > 0)
    return { mistake: `${all}: ${many(sums.faults, 'fault')}. Find out why before you mend anything by hand.` };
  return { lines: [`${all}: no fault.`] };
}

export function count(number: number): string {
  return number.toLocaleString('en-GB');
}

/** `1 fault`, `2 faults`. */
export function many(number: number, one: string, several = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : several}`;
}

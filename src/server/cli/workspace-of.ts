import type { Workspace } from '../accounts/workspaces.ts';
import type { Parts } from '../start.ts';
import type { Done, Words } from './command.ts';

export const WORKSPACE = { workspace: { type: 'string' } } as const;

/** Runs `act` in the workspace the words name, or says why there is none. */
export async function inWorkspace(
  { accounts }: Parts,
  { flags }: Words,
  act: (workspace: Workspace) => Promise<Done>,
): Promise<Done> {
  const named = typeof flags.workspace === 'string' ? flags.workspace : null;
  const found = named === null ? await accounts.workspaces.all() : await accounts.workspaces.named(named);
  const [workspace] = found;
  if (workspace !== undefined && found.length === 1) return act(workspace);
  if (named !== null && workspace === undefined) {
    const all = (await accounts.workspaces.all()).map(({ slug }) => slug).join(', ');
    return { mistake: `There is no workspace ${named}. There are: ${all || 'none'}.` };
  }
  if (workspace === undefined)
    return {
      mistake:
        'There is no workspace yet. Open the link that the server prints when it starts, or make one: npm run server -- workspace NAME',
    };
  return { mistake: `Say which workspace by --workspace: ${found.map(({ slug }) => slug).join(', ')}.`, usage: true };
}

/** Whoever works on the server's machine, as the ledger names them. */
export function commandLine(workspace: Workspace): { workspace: string; id: string; name: string } {
  return { workspace: workspace.id, id: 'command-line', name: 'Operator (command line)' };
}

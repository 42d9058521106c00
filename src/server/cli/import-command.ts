import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { importContacts } from '../providers/import.ts';
import type { Beside } from './command.ts';
import { inWorkspace, WORKSPACE } from './workspace-of.ts';

export const importFile: Beside = {
  usage: 'FILE [--workspace W]',
  summary: 'Reads contacts for the directory from a CSV file. Bad rows are reported by line, the others go in.',
  flags: WORKSPACE,
  operands: [1, 1],
  run: (parts, words) =>
    inWorkspace(parts, words, async (workspace) => {
      const [path = ''] = words.operands;
      if (!(await isReadable(path))) return { mistake: `The file ${path} cannot be read.` };
      const { imported, updated, problems } = await importContacts(
        parts.database,
        workspace.id,
        createReadStream(path),
      );
      const lines = problems.map(({ line, column, message }) => `line ${line}, ${column}: ${message}`);
      if (imported + updated === 0 && problems.length > 0) return { lines, mistake: 'Nothing was imported.' };
      const rows = problems.length === 1 ? 'row' : 'rows';
      return { lines: [...lines, `${imported} imported, ${updated} updated, ${problems.length} ${rows} left out.`] };
    }),
};

async function isReadable(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return !(await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

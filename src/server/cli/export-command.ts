import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Workspace } from '../accounts/workspaces.ts';
import { checkExport } from '../audit/check-export.ts';
import { type End, exportLedger, FORMATS, formats } from '../audit/export.ts';
import { sentence } from '../audit/fault.ts';
import { momentOf } from '../db/moment.ts';
import type { Parts } from '../start.ts';
import type { Done, Words } from './command.ts';
import { count, many } from './ledger-command.ts';
import type { Terminal } from './terminal.ts';
import { inWorkspace } from './workspace-of.ts';

/** Writes a ledger to a file, or to the standard output. */
export function exportTo(parts: Parts, words: Words, terminal: Terminal): Promise<Done> {
  return inWorkspace(parts, words, async (workspace) => {
    const { flags } = words;
    const name = FORMATS.find((format) => format === (flags.format ?? 'csv'));
    if (name === undefined) return { mistake: `Say --format ${FORMATS.join(' or --format ')}.`, usage: true };
    const after = flags.after === undefined ? 0 : Number(flags.after);
    if (!/^\d{1,10}$/.test(String(flags.after ?? '0'))) {
      return { mistake: 'Say after which entry by --after, a whole number.', usage: true };
    }
    const path = typeof flags.out === 'string' ? flags.out : null;
    const head = { workspace: { id: workspace.id, name: workspace.name }, after, at: momentOf(Temporal.Now.instant()) };
    const texts = exportLedger(parts.database.db, formats[name], head);
    const end = await written(texts, path, (chunks) => terminal.progress(`${workspace.name}: page ${chunks}`));
    if (end === null) return { mistake: `The file ${path} is there already, or cannot be written.` };
    if (!end.complete) return { mistake: `${told(workspace, end)} It is not complete: run “ledger verify”.` };
    return {
      lines: path === null ? [] : [`${told(workspace, end)} Check it any time by “ledger check-export ${path}”.`],
    };
  });
}

function told({ name }: Workspace, { first, last, count: entries }: End): string {
  return first === null
    ? `${name} has no such entries.`
    : `Wrote ${many(entries, 'entry', 'entries')} of ${name}, ${first} to ${last}.`;
}

/** Writes texts one after the other; a file must not be there yet. @returns what the generator returns; null when it cannot be written */
async function written(
  texts: AsyncGenerator<string, End>,
  path: string | null,
  progress: (chunks: number) => void,
): Promise<End | null> {
  const out = path === null ? process.stdout : createWriteStream(path, { flags: 'wx', mode: 0o600 });
  let failed = false;
  out.on('error', () => {
    failed = true;
  });
  for (let chunks = 1; ; chunks += 1) {
    const next = await texts.next();
    if (next.done === true) {
      if (path !== null && !failed) {
        out.end();
        await finished(out).catch(() => undefined);
      }
      return failed ? null : next.value;
    }
    if (failed) return null;
    if (!out.write(next.value)) await Promise.race([once(out, 'drain'), once(out, 'close')]).catch(() => undefined);
    progress(chunks);
  }
}

/** Checks a file that an export made. */
export async function checkFile(words: Words, terminal: Terminal): Promise<Done> {
  const path = words.operands[1];
  if (path === undefined) return { mistake: 'Say which file.', usage: true };
  const checked = await checkExport(path).catch(() => undefined);
  if (checked === undefined) return { mistake: `The file ${path} cannot be read.` };
  if (checked === null) return { mistake: `${path} is no whole export of a ledger: its last line is missing.` };
  const { end, faults } = checked;
  for (const fault of faults) terminal.line(sentence(fault));
  if (faults.length > 0) return { mistake: `${path}: ${many(faults.length, 'fault')}.` };
  const range = end.first === null ? 'no entries' : `entries ${end.first} to ${end.last}, ${count(end.count)} of them`;
  return { lines: [`${path} is whole and unchanged: ${range}.`] };
}

import type { Beside } from './command.ts';
import { checkFile, exportTo } from './export-command.ts';
import { verify } from './ledger-command.ts';
import { WORKSPACE } from './workspace-of.ts';

export const ledger: Beside = {
  usage:
    'verify [--workspace W] | export [--format csv|jsonl] [--out FILE] [--after N] [--workspace W] | check-export FILE',
  summary:
    'Counts the books again and tells every fault; writes all entries down; checks what was written. Status 1 for a fault.',
  flags: { ...WORKSPACE, format: { type: 'string' }, out: { type: 'string' }, after: { type: 'string' } },
  operands: [1, 2],
  async run(parts, words, _url, terminal) {
    const [what] = words.operands;
    if (what === 'check-export') return checkFile(words, terminal);
    const tooMany = words.operands[1];
    if (tooMany !== undefined) return { mistake: `“${tooMany}” is one word too many.`, usage: true };
    if (what === 'verify') return verify(parts, words, terminal);
    if (what === 'export') return exportTo(parts, words, terminal);
    return { mistake: 'Say ledger verify, ledger export or ledger check-export.', usage: true };
  },
};

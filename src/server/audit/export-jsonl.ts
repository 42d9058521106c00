import type { Format } from './export.ts';

/**
 * JSON lines: a header, a line for each entry, and a closing line with `"end": true`. A file without the closing line
 * is not whole.
 */
export const jsonl: Format = {
  type: 'application/jsonl; charset=utf-8',
  head: (head) => `${JSON.stringify({ latchkey: 'ledger', version: 1, ...head })}\n`,
  line: (line) => `${JSON.stringify(line)}\n`,
  end: (end, sha256) => `${JSON.stringify({ end: true, ...end, sha256 })}\n`,
};

import { quoted, textCell } from './csv-cell.ts';
import type { Format, Line } from './export.ts';

/**
 * CSV after RFC 4180. Its completeness stands in a last row whose first cell is `#end`, not in a second file: the two
 * would be parted, and a download is one file. Every other cell of that row is words (`count 12`), so that the sum of a
 * column in a spreadsheet is not changed by it. A file without this row is not whole.
 */
export const csv: Format = {
  type: 'text/csv; charset=utf-8; header=present',
  head: () => `${COLUMNS.map(([name]) => name).join(',')}\r\n`,
  line: (line) => `${COLUMNS.map(([, cell]) => cell(line)).join(',')}\r\n`,
  end({ first, last, count, sums, balance, complete }, sha256) {
    const facts = [
      `first ${first ?? 'none'}`,
      `last ${last ?? 'none'}`,
      `count ${count}`,
      complete ? 'complete' : 'not complete',
      `sum ${sums.available}`,
      `sum ${sums.held}`,
      `sum ${sums.debt}`,
      `balance ${balance.available}`,
      `balance ${balance.held}`,
      `balance ${balance.debt}`,
      `sha256 ${sha256}`,
    ];
    return `${['#end', ...facts, '', '', '', ''].join(',')}\r\n`;
  },
};

/** Deltas are this program's own numbers and may begin with a minus; texts may come from anybody. */
const COLUMNS: readonly (readonly [name: string, cell: (line: Line) => string])[] = [
  ['number', (line) => String(line.number)],
  ['at', (line) => line.at],
  ['kind', (line) => textCell(line.kind)],
  ['grant_kind', (line) => textCell(line.grantKind ?? '')],
  ['activity', (line) => textCell(line.activity ?? '')],
  ['available_delta', (line) => String(line.availableDelta)],
  ['held_delta', (line) => String(line.heldDelta)],
  ['debt_delta', (line) => String(line.debtDelta)],
  ['available', (line) => String(line.available)],
  ['held', (line) => String(line.held)],
  ['debt', (line) => String(line.debt)],
  ['reference', (line) => textCell(line.reference)],
  ['by_id', (line) => textCell(line.byId ?? '')],
  ['by', (line) => textCell(line.by ?? '')],
  ['reason', (line) => textCell(line.reason ?? '')],
  ['parts', (line) => quoted(JSON.stringify(line.parts))],
];

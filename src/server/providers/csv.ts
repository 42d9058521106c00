import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type Cells, COLUMNS, type Column } from './directory-row.ts';

/** A row of the file, or what keeps it from being one. Lines are counted from 1; the header's is the first. */
export type CsvRow = { line: number; cells: Cells } | { line: number; problem: string };

/** The file as a whole is not what is wanted. */
export class WrongFile extends Error {
  readonly line: number;
  readonly column: string;
  constructor(line: number, column: string, message: string) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Where a header must have ended, in characters. */
const HEADER_LIMIT = 4096;
/** Longest row, in characters. */
const RECORD_LIMIT = 32_768;

/**
 * Reads rows of contacts out of a CSV file in UTF-8: with or without a byte-order mark, any of the usual delimiters and
 * line ends, columns in any order.
 * @throws WrongFile when the header is not that of contacts
 */
export async function* readRows(source: AsyncIterable<string | Uint8Array> | Iterable<string>): AsyncGenerator<CsvRow> {
  const { delimiter, text } = await peek(decoded(source));
  const skipped: CsvRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD_LIMIT,
  });
  parser.on('skip', (error) => {
    skipped.push({ line: Number(error?.lines ?? 0), problem: 'cannot be read: check its quotation marks' });
  });
  // Both ends are told by the parser: it is what is read from.
  pipeline(Readable.from(text), parser, () => {});
  let columns: (Column | null)[] | null = null;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* skipped.splice(0);
    if (columns === null) columns = columnsOf(record, info.lines);
    else if (record.length !== columns.length) {
      yield { line: info.lines, problem: `has ${record.length} cells where the header has ${columns.length}` };
    } else yield { line: info.lines, cells: cellsOf(columns, record) };
  }
  if (columns === null) throw wrongHeader(1, 'The file is empty.');
  yield* skipped;
}

async function* decoded(source: AsyncIterable<string | Uint8Array> | Iterable<string>): AsyncGenerator<string> {
  if (typeof source === 'string') {
    yield source;
    return;
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of source) yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Looks at the first line with anything in it for what separates its cells. */
async function peek(chunks: AsyncGenerator<string>): Promise<{ delimiter: string; text: AsyncGenerator<string> }> {
  let head = '';
  while (!/[^\r\n\uFEFF][\r\n]/.test(head) && head.length < HEADER_LIMIT) {
    const { value, done } = await chunks.next();
    if (done) break;
    head += value;
  }
  const line = /[^\r\n]+/.exec(head.slice(0, HEADER_LIMIT))?.[0] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
  async function* text() {
    yield head;
    yield* chunks;
  }
  return { delimiter, text: text() };
}

function columnsOf(header: string[], line: number): (Column | null)[] {
  // "E-Mail", "profile URL" and "email_type" all name a column.
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, '');
  const columns = header.map((cell) => COLUMNS.find((column) => plain(column) === plain(cell)) ?? null);
  const twice = COLUMNS.find((column) => columns.filter((name) => name === column).length > 1);
  if (twice !== undefined) throw wrongHeader(line, `The header names the column ${twice} twice.`);
  if (!columns.includes('name') || !(columns.includes('email') || columns.includes('phone'))) {
    throw wrongHeader(
      line,
      `The first line must name the columns: name, and email or phone; of these are known: ${COLUMNS.join(', ')}.`,
    );
  }
  return columns;
}

function wrongHeader(line: number, message: string): WrongFile {
  return new WrongFile(line, 'header', message);
}

function cellsOf(columns: (Column | null)[], record: string[]): Cells {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells;
  for (const [index, column] of columns.entries()) if (column !== null) cells[column] = record[index] ?? '';
  return cells;
}

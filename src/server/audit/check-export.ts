import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import * as z from 'zod/mini';
import { compare, type Fault, type Tell } from './fault.ts';

const Sums = z.object({ available: z.int(), held: z.int(), debt: z.int() });

/** The last line of an export, whichever format it had. */
const End = z.object({
  first: z.nullable(z.int()),
  last: z.nullable(z.int()),
  count: z.int(),
  sums: Sums,
  balance: Sums,
  complete: z.boolean(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
type End = z.infer<typeof End>;

/** The numbers of one exported entry. */
const Row = z.object({
  number: z.coerce.number().check(z.int()),
  available_delta: z.coerce.number().check(z.int()),
  held_delta: z.coerce.number().check(z.int()),
  debt_delta: z.coerce.number().check(z.int()),
});
type Row = z.infer<typeof Row>;

/** How long the last line is at most, in bytes. */
const TAIL = 4096;

/**
 * Checks a file that `exportLedger` wrote: that it is whole and unchanged, that no number is missing, and that it adds up.
 * @returns how many entries it has and every fault; null when it is no export, or was cut off
 * @throws when the file cannot be read
 */
export async function checkExport(path: string): Promise<{ end: End; faults: Fault[] } | null> {
  const last = await lastLine(path);
  if (last === null) return null;
  const isCsv = last.text.startsWith('#end,');
  const end = isCsv ? endOfCsv(last.text) : endOfJsonl(last.text);
  if (end === null) return null;
  const faults: Fault[] = [];
  const tell: Tell = (fault) => faults.push(fault);
  const digest = createHash('sha256');
  const bytes = () => createReadStream(path, { end: last.start - 1 });
  for await (const chunk of bytes()) digest.update(chunk);
  compare(tell, 'file', 'sha256 of what stands before the last line', end.sha256, digest.digest('hex'));

  let first: number | null = null;
  let previous: number | null = null;
  let count = 0;
  const sums = { available: 0, held: 0, debt: 0 };
  for await (const found of isCsv ? csvRows(bytes()) : jsonRows(bytes())) {
    const read = Row.safeParse(found);
    if (!read.success) {
      tell({ where: `line ${count + 2}`, what: 'entry', expected: 'whole numbers', found: 'something else' });
      continue;
    }
    const row: Row = read.data;
    if (previous !== null) compare(tell, `entry ${row.number}`, 'number after the last', previous + 1, row.number);
    first ??= row.number;
    previous = row.number;
    count += 1;
    sums.available += row.available_delta;
    sums.held += row.held_delta;
    sums.debt += row.debt_delta;
  }
  compare(tell, 'file', 'first, last and count', [end.first, end.last, end.count], [first, previous, count]);
  compare(tell, 'file', 'sums', end.sums, sums);
  if (!end.complete) tell({ where: 'file', what: 'says of itself', expected: 'complete', found: 'not complete' });
  return { end, faults };
}

async function lastLine(path: string): Promise<{ text: string; start: number } | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    // A file that was cut off does not end with the end of a line.
    if (length === 0 || buffer[length - 1] !== 0x0a) return null;
    const start = buffer.lastIndexOf(0x0a, length - 2) + 1;
    // Before it there is at least a header.
    return size - length + start === 0
      ? null
      : { text: buffer.toString('utf8', start).trimEnd(), start: size - length + start };
  } finally {
    await file.close();
  }
}

function endOfJsonl(text: string): End | null {
  try {
    const read = z.extend(End, { end: z.literal(true) }).safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function endOfCsv(text: string): End | null {
  const fact =
    /^#end,first (\w+),last (\w+),count (\d+),(complete|not complete),sum (-?\d+),sum (-?\d+),sum (-?\d+),balance (-?\d+),balance (-?\d+),balance (-?\d+),sha256 ([0-9a-f]+),*$/.exec(
      text,
    );
  if (fact === null) return null;
  const [, first, last, count, complete, ...rest] = fact;
  const numbers = rest.map(Number);
  const sums = (at: number) => ({ available: numbers[at], held: numbers[at + 1], debt: numbers[at + 2] });
  const read = End.safeParse({
    first: first === 'none' ? null : Number(first),
    last: last === 'none' ? null : Number(last),
    count: Number(count),
    sums: sums(0),
    balance: sums(3),
    complete: complete === 'complete',
    sha256: rest[6],
  });
  return read.success ? read.data : null;
}

async function* csvRows(bytes: NodeJS.ReadableStream): AsyncGenerator<unknown> {
  yield* bytes.pipe(parse({ columns: true, relax_column_count: true }));
}

/** The lines after the header. */
async function* jsonRows(bytes: NodeJS.ReadableStream): AsyncGenerator<unknown> {
  let isHead = true;
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!isHead) yield snake(line);
    isHead = false;
  }
}

function snake(line: string): unknown {
  try {
    const { number, availableDelta, heldDelta, debtDelta } = JSON.parse(line) ?? {};
    return { number, available_delta: availableDelta, held_delta: heldDelta, debt_delta: debtDelta };
  } catch {
    return null;
  }
}

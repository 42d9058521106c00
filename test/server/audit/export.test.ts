import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { checkExport } from '#server/audit/check-export.ts';
import { textCell } from '#server/audit/csv-cell.ts';
import { type ExportFormat, exportLedger, FORMATS, formats } from '#server/audit/export.ts';
import { sentence } from '#server/audit/fault.ts';
import type { Database } from '#server/db/open.ts';
import { eachDatabase } from '../databases.ts';
import { WORKSPACE, writeHistory } from './history.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(database: Database, format: ExportFormat, after = 0, workspace = WORKSPACE): Promise<string> {
  const head = { workspace: { id: workspace, name: 'Brightwater' }, after, at: '2026-04-03T00:00:00.000Z' };
  let text = '';
  for await (const part of exportLedger(database.db, formats[format], head)) text += part;
  return text;
}

let files = 0;
function file(text: string): string {
  files += 1;
  const path = join(folder, String(files));
  writeFileSync(path, text);
  return path;
}

const faultsOf = async (path: string) => (await checkExport(path))?.faults.map(sentence);

eachDatabase('ledger export', (open) => {
  test('as CSV: every entry, the balance after each, and its completeness in a row of words', async () => {
    const database = await open();
    await writeHistory(database);
    const text = await exported(database, 'csv');
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const end = rows.pop();
    const purse = await database.db.selectFrom('purse').selectAll().executeTakeFirstOrThrow();
    expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(purse.last_entry);
    expect(rows.at(-1)).toMatchObject({
      available: String(purse.available),
      held: String(purse.held),
      debt: String(purse.debt),
    });
    expect(rows[0]).toMatchObject({ kind: 'grant', grant_kind: 'plan', available_delta: '30', parts: '[[1,30,0]]' });
    expect(end).toMatchObject({
      number: '#end',
      at: 'first 1',
      kind: `last ${purse.last_entry}`,
      grant_kind: `count ${purse.last_entry}`,
      activity: 'complete',
      available_delta: `sum ${purse.available}`,
      available: `balance ${purse.available}`,
    });
    expect(
      Object.values(end ?? {}).every((cell) => cell === '' || Number.isNaN(Number(cell))),
      'no cell of the last row is a number, which would count in a column’s sum',
    ).toBe(true);
    expect(text, 'what a spreadsheet takes for a formula is a text').toContain(
      `"'=HYPERLINK(""https://evil.example"")"`,
    );
    expect(await faultsOf(file(text))).toEqual([]);
  });

  test('as JSON lines: a header, every entry, and a closing line', async () => {
    const database = await open();
    await writeHistory(database);
    const text = await exported(database, 'jsonl');
    const [head, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const end = lines.pop();
    expect(head).toMatchObject({ latchkey: 'ledger', version: 1, workspace: { id: WORKSPACE }, after: 0 });
    expect(lines[0]).toMatchObject({ number: 1, kind: 'grant', grantKind: 'plan', parts: [[1, 30, 0]] });
    expect(end).toMatchObject({ end: true, first: 1, last: lines.length, count: lines.length, complete: true });
    expect(end.balance).toEqual(end.sums);
    expect(await faultsOf(file(text))).toEqual([]);
  });

  test.each(FORMATS)('%s after a number: the rest, with the balance as it was', async (format) => {
    const database = await open();
    await writeHistory(database);
    const whole = await exported(database, format);
    const rest = await exported(database, format, 10);
    const last = (text: string) => text.trimEnd().split('\n').at(-2);
    expect(last(rest)).toBe(last(whole));
    expect(await checkExport(file(rest))).toMatchObject({ end: { first: 11, complete: true }, faults: [] });
    const none = await exported(database, format, 5000);
    expect(await checkExport(file(none))).toMatchObject({ end: { first: null, count: 0, complete: true }, faults: [] });
    const nobody = await exported(database, format, 0, 'nobody');
    expect(await checkExport(file(nobody))).toMatchObject({ end: { count: 0, complete: true }, faults: [] });
  });

  test.each(FORMATS)('%s says when it is not complete', async (format) => {
    const database = await open();
    await writeHistory(database);
    await database.db.deleteFrom('ledger_entry').where('number', '=', 9).execute();
    const text = await exported(database, format);
    expect(await faultsOf(file(text))).toEqual([
      'entry 10: number after the last: expected 9, found 10',
      'file: says of itself: expected complete, found not complete',
    ]);
  });

  test.each(FORMATS)('%s: what was changed or cut off is seen', async (format) => {
    const database = await open();
    await writeHistory(database);
    const text = await exported(database, format);
    const lines = text.split('\n');
    const without = (index: number) => lines.filter((_, at) => at !== index).join('\n');
    for (const [what, changed] of [
      ['a line', without(4)],
      ['the last entry', without(lines.length - 3)],
      ['a word', text.replace('Ada Okafor', 'Eve Marsh')],
      ['a digit', text.replace('30', '31')],
    ] as const) {
      expect((await faultsOf(file(changed)))?.join(), what).toMatch(/^file: sha256/);
    }
    for (const cut of [text.slice(0, -1), without(lines.length - 2), text.slice(0, 300), '', 'x\n']) {
      expect(await checkExport(file(cut)), `${cut.length} characters`).toBeNull();
    }
  });
});

describe('a cell of text', () => {
  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
  ])('%j', (text, expected) => {
    expect(textCell(text)).toBe(expected);
  });
});

test('the check of a file reads more than its end', async () => {
  const path = file('');
  expect(readFileSync(path, 'utf8')).toBe('');
  await expect(checkExport(join(folder, 'none'))).rejects.toThrow(/ENOENT/);
});

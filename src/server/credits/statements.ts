import type { BatchQuery } from '../db/batch.ts';
import type { DatabaseKind } from '../db/column-types.ts';

/** Rows by their columns, without `workspace_id`. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Rows in one statement at most. */
const MOST_ROWS = 128;

/** Rows that are changed one by one at most. */
const FEW_ROWS = 4;

/** Texts that were made before. There are few: by table, columns, and a number of rows that is a power of two. */
const texts = new Map<string, string>();

/**
 * The statements of one workspace's batch. Their texts are made once and only their parameters differ, rows are inserted
 * by plain VALUES and changed by their keys alone: all of that is what lets them be prepared once, planned well without
 * statistics, and sent to one machine of a distributed database.
 */
export class Statements {
  readonly #kind: DatabaseKind;
  readonly #workspace: string;
  readonly list: BatchQuery[] = [];

  constructor(kind: DatabaseKind, workspace: string) {
    this.#kind = kind;
    this.#workspace = workspace;
  }

  /** Inserts rows that are not there: the batch fails where one is. */
  insert(table: string, rows: readonly Row[]): void {
    this.#insert(table, rows, '', () => '');
  }

  /** Writes rows as they are now, whether they are there or not. @param key the rest of the key after `workspace_id` */
  put(table: string, key: string, rows: readonly Row[]): void {
    this.#insert(table, rows, key, (columns) => {
      const set = columns.filter((column) => column !== key).map((column) => `${column} = excluded.${column}`);
      return ` on conflict (workspace_id, ${key}) do update set ${set.join(', ')}`;
    });
  }

  /** Changes rows that are there. @param key the rest of the key after `workspace_id`, the first column of each row */
  change(table: string, key: string, rows: readonly Row[]): void {
    // One by one is faster for a few, and it costs the same for each.
    if (rows.length > FEW_ROWS) this.put(table, key, rows);
    else for (const row of rows) this.#change(table, key, row);
  }

  #change(table: string, key: string, row: Row): void {
    const sql = this.#text(`change ${table}`, () => {
      const set = Object.keys(row).map((column, index) => `${column} = ${this.#at(index + 2)}`);
      return `update ${table} set ${set.slice(1).join(', ')} where workspace_id = ${this.#at(1)} and ${key} = ${this.#at(2)}`;
    });
    this.list.push({ sql, parameters: [this.#workspace, ...Object.values(row)] });
  }

  delete(table: string, key: string, value: string): void {
    const sql = this.#text(
      `delete ${table}`,
      () => `delete from ${table} where workspace_id = ${this.#at(1)} and ${key} = ${this.#at(2)}`,
    );
    this.list.push({ sql, parameters: [this.#workspace, value] });
  }

  /**
   * Changes the purse's row if it is still at revision `from`, and puts it at `to`. Otherwise the revision would become
   * -1, which a check of the table forbids: so the whole batch fails.
   */
  turn(row: Row, from: number, to: number): void {
    const columns = Object.keys(row);
    const sql = this.#text(`turn ${columns}`, () => {
      const set = columns.map((column, index) => `${column} = ${this.#at(index + 4)}`);
      const revision = `revision = case when revision = ${this.#at(2)} then ${this.#at(3)} else -1 end`;
      return `update purse set ${[revision, ...set].join(', ')} where workspace_id = ${this.#at(1)}`;
    });
    this.list.push({ sql, parameters: [this.#workspace, from, to, ...Object.values(row)] });
  }

  #insert(table: string, rows: readonly Row[], key: string, end: (columns: string[]) => string): void {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    for (let start = 0; start < rows.length; ) {
      const count = Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(rows.length - start)));
      const sql = this.#text(`insert ${table} ${key} ${count}`, () => {
        const lines = Array.from({ length: count }, (_, row) => {
          const places = columns.map((_, column) => this.#at(2 + row * columns.length + column));
          return `(${[this.#at(1), ...places].join(', ')})`;
        });
        return `insert into ${table} (${['workspace_id', ...columns].join(', ')}) values ${lines.join(', ')}${end(columns)}`;
      });
      const parameters: unknown[] = [this.#workspace];
      for (let index = start; index < start + count; index += 1) {
        for (const value of Object.values(rows[index] ?? {})) parameters.push(value);
      }
      this.list.push({ sql, parameters });
      start += count;
    }
  }

  #text(what: string, make: () => string): string {
    const name = `${this.#kind} ${what}`;
    const text = texts.get(name) ?? make();
    texts.set(name, text);
    return text;
  }

  /** The place of a parameter, from 1. */
  #at(number: number): string {
    return this.#kind === 'postgres' ? `$${number}` : `?${number}`;
  }
}

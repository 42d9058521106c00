import { type ColumnType, type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

/** A moment's column: written as ISO 8601, read by `readMoment`. */
export type MomentColumn = ColumnType<string | Date, string, string>;

/** The few types that the two databases name differently, so that one migration history serves both. */
export interface ColumnTypes {
  /** A moment; written as ISO 8601, read by `readMoment`. */
  moment: RawBuilder<unknown>;
  /** Ends a `create table`: SQLite then checks types as PostgreSQL does. */
  end<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column>;
  /** Adds a column of whole numbers, 0 where there are rows, with a check. */
  addChecked(db: Kysely<unknown>, table: string, column: string, name: string, check: string): Promise<void>;
  /**
   * Drops a foreign key where it costs: PostgreSQL looks up and locks the parent's row for each row that is inserted,
   * also when the same transaction has just changed that very row.
   */
  dropForeignKey(db: Kysely<unknown>, table: string, name: string): Promise<void>;
  /** The function that makes a JSON object of names and values in turn. */
  jsonObject: string;
  /** A column of moments as ISO 8601 with milliseconds. */
  isoText(column: string): string;
}

export function columnTypes(kind: DatabaseKind): ColumnTypes {
  return kind === 'sqlite' ? SQLITE : POSTGRES;
}

const SQLITE: ColumnTypes = {
  moment: sql`text`,
  end: (table) => table.modifyEnd(sql`strict`),
  async addChecked(db, table, column, name, check) {
    const rest = sql.raw(`integer not null default 0 constraint ${name} check (${check})`);
    await sql`alter table ${sql.table(table)} add column ${sql.ref(column)} ${rest}`.execute(db);
  },
  // SQLite drops a constraint only with its table, and this one costs next to nothing there.
  async dropForeignKey() {},
  jsonObject: 'json_object',
  isoText: (column) => column,
};

const POSTGRES: ColumnTypes = {
  moment: sql`timestamptz`,
  end: (table) => table,
  async addChecked(db, table, column, name, check) {
    // In two steps: a distributed table takes no constraint together with anything else.
    await sql`alter table ${sql.table(table)} add column ${sql.ref(column)} integer not null default 0`.execute(db);
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} check (${sql.raw(check)})`.execute(db);
  },
  async dropForeignKey(db, table, name) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  },
  jsonObject: 'json_build_object',
  isoText: (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

import { type ColumnType, type CreateTableBuilder, type RawBuilder, sql } from 'kysely';

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
}

export function columnTypes(kind: DatabaseKind): ColumnTypes {
  return kind === 'sqlite'
    ? { moment: sql`text`, end: (table) => table.modifyEnd(sql`strict`) }
    : { moment: sql`timestamptz`, end: (table) => table };
}

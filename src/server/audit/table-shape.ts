import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/open.ts';

/** A table as it is in the database, whoever made it. */
export interface TableShape {
  name: string;
  /** Columns of its primary key, in order. */
  key: string[];
  columns: { name: string; isMoment: boolean }[];
}

/** What each database says of its own tables; the migrations' own are none of them. */
export async function tablesOf(database: Database): Promise<TableShape[]> {
  const { db, kind } = database;
  const tables = await db.introspection.getTables();
  const shapes: (TableShape & { parents: string[] })[] = [];
  for (const { name, columns } of tables) {
    if (name.startsWith('kysely_') || name.startsWith('sqlite_')) continue;
    shapes.push({
      name,
      columns: columns.map((column) => ({
        name: column.name,
        isMoment: /^(?:timestamptz|date)$/i.test(column.dataType),
      })),
      key: await (kind === 'sqlite' ? sqliteKey(db, name) : postgresKey(db, name)),
      parents: await (kind === 'sqlite' ? sqliteParents(db, name) : postgresParents(db, name)),
    });
  }
  return parentsFirst(shapes);
}

/** Tables after those they refer to, otherwise by name. */
function parentsFirst(shapes: (TableShape & { parents: string[] })[]): TableShape[] {
  const left = new Map(shapes.sort((a, b) => (a.name < b.name ? -1 : 1)).map((shape) => [shape.name, shape]));
  const ordered: TableShape[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ name, parents }) => parents.every((to) => to === name || !left.has(to)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const { name, key, columns } of free) {
      left.delete(name);
      ordered.push({ name, key, columns });
    }
  }
  return ordered;
}

async function sqliteKey<T>(db: Kysely<T>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
  return rows.map(({ name }) => name);
}

async function sqliteParents<T>(db: Kysely<T>, table: string): Promise<string[]> {
  const { rows } = await sql<{ to: string }>`
    select distinct "table" as "to" from pragma_foreign_key_list(${table})`.execute(db);
  return rows.map(({ to }) => to);
}

async function postgresKey<T>(db: Kysely<T>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname::text as name from pg_index i
    join unnest(i.indkey) with ordinality k(n, o) on true
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
    where i.indisprimary and i.indrelid = format('%I', ${table}::text)::regclass order by k.o`.execute(db);
  return rows.map(({ name }) => name);
}

async function postgresParents<T>(db: Kysely<T>, table: string): Promise<string[]> {
  const { rows } = await sql<{ to: string }>`
    select distinct r.relname::text as "to" from pg_constraint c join pg_class r on r.oid = c.confrelid
    where c.contype = 'f' and c.conrelid = format('%I', ${table}::text)::regclass`.execute(db);
  return rows.map(({ to }) => to);
}

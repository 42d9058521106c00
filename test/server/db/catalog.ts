import { sql } from 'kysely';
import type { Database } from '#server/db/open.ts';

export interface Key {
  table: string;
  kind: 'primary' | 'unique' | 'exclusion';
  /** An expression has no name. */
  columns: string[];
}

export interface Reference {
  table: string;
  to: string;
  columns: string[];
  toColumns: string[];
  onDelete: string;
}

export interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  /** As SQL; null for none. */
  standard: string | null;
  /** Whether the database numbers it by itself. */
  counts: boolean;
}

/** What a database says of its own schema. */
export interface Catalog {
  tables: string[];
  columns: Column[];
  keys: Key[];
  references: Reference[];
  triggers: string[];
  sequences: string[];
  /** Functions and procedures kept in the database. */
  routines: string[];
}

export function catalogOf(database: Database): Promise<Catalog> {
  return database.kind === 'sqlite' ? ofSqlite(database) : ofPostgres(database);
}

async function ofSqlite({ db }: Database): Promise<Catalog> {
  const { rows } = await sql<{ type: string; name: string; text: string }>`
    select type, name, sql as text from sqlite_schema
    where type in ('table', 'trigger') and name not like 'sqlite_%'`.execute(db);
  const named = (type: string) => rows.filter((row) => row.type === type).map(({ name }) => name);
  const catalog: Catalog = {
    tables: named('table'),
    columns: [],
    keys: [],
    references: [],
    triggers: named('trigger'),
    sequences: rows.filter(({ text }) => /\bautoincrement\b/i.test(text)).map(({ name }) => name),
    routines: [],
  };
  for (const table of catalog.tables) {
    const columns = await sql<{ name: string; type: string; notnull: number; dflt: string | null; pk: number }>`
      select name, type, "notnull", dflt_value as dflt, pk from pragma_table_info(${table})`.execute(db);
    for (const { name, type, notnull, dflt } of columns.rows) {
      const column = { table, name, type: type.toLowerCase(), nullable: notnull === 0, standard: dflt, counts: false };
      catalog.columns.push(column);
    }
    const primary = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    if (primary.length > 0) catalog.keys.push({ table, kind: 'primary', columns: primary.map(({ name }) => name) });
    const indexes = await sql<{ name: string }>`
      select name from pragma_index_list(${table}) where "unique" = 1 and origin <> 'pk'`.execute(db);
    for (const { name } of indexes.rows) {
      const of = await sql<{ name: string | null }>`
        select name from pragma_index_info(${name}) order by seqno`.execute(db);
      catalog.keys.push({ table, kind: 'unique', columns: of.rows.map((column) => column.name ?? '(expression)') });
    }
    const references = await sql<{ id: number; from: string; to: string; table: string; on_delete: string }>`
      select id, "from", "to", "table", on_delete from pragma_foreign_key_list(${table}) order by id, seq`.execute(db);
    for (const [, own] of Map.groupBy(references.rows, ({ id }) => id)) {
      const [first] = own;
      if (first === undefined) continue;
      catalog.references.push({
        table,
        to: first.table,
        columns: own.map(({ from }) => from),
        toColumns: own.map(({ to }) => to),
        onDelete: first.on_delete.toLowerCase(),
      });
    }
  }
  return catalog;
}

async function ofPostgres({ db }: Database): Promise<Catalog> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
  const columns = await sql<Column>`
    select table_name as "table", column_name as name, data_type as type, is_nullable = 'YES' as nullable,
      column_default as standard, is_identity = 'YES' as counts
    from information_schema.columns where table_schema = 'public'`.execute(db);
  const keys = await sql<Key>`
    select t.relname as "table",
      case when i.indisprimary then 'primary' when i.indisexclusion then 'exclusion' else 'unique' end as kind,
      array(select coalesce(a.attname::text, '(expression)') from unnest(i.indkey) with ordinality k(n, o)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n and k.n > 0 order by o) as columns
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace s on s.oid = t.relnamespace
    where (i.indisunique or i.indisexclusion) and s.nspname = 'public'`.execute(db);
  const references = await sql<Reference>`
    select t.relname as "table", r.relname as "to",
      case c.confdeltype when 'n' then 'set null' when 'd' then 'set default' else '' end as "onDelete",
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by o) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = r.oid and a.attnum = k.n order by o) as "toColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
    where c.contype = 'f'`.execute(db);
  const names = async (query: ReturnType<typeof sql<{ name: string }>>) =>
    (await query.execute(db)).rows.map(({ name }) => name);
  return {
    tables: tables.rows.map(({ name }) => name),
    columns: columns.rows,
    keys: keys.rows,
    references: references.rows,
    triggers: await names(sql`select tgname as name from pg_trigger where not tgisinternal`),
    sequences: await names(sql`select sequencename as name from pg_sequences where schemaname = 'public'`),
    routines: await names(sql`
      select proname as name from pg_proc p join pg_namespace s on s.oid = p.pronamespace where s.nspname = 'public'`),
  };
}

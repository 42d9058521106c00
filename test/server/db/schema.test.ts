import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#server/db/open.ts';
import { eachDatabase } from '../databases.ts';

/** Tables that are nobody's tenant: the accounts library's, and the migrations'. They stay whole on one machine. */
const WHOLE = new Set(
  'user session account verification organization member invitation deviceCode kysely_migration kysely_migration_lock'.split(
    ' ',
  ),
);

interface Key {
  table: string;
  kind: 'primary' | 'unique';
  columns: string[];
}
interface Reference {
  table: string;
  to: string;
  columns: string[];
  toColumns: string[];
  onDelete: string;
}
interface Found {
  tables: string[];
  keys: Key[];
  references: Reference[];
  triggers: string[];
}

eachDatabase('the migrated schema', (open) => {
  test('can be spread by workspace: every rule of it', async () => {
    const database = await open();
    const found = await (database.kind === 'sqlite' ? ofSqlite(database) : ofPostgres(database));
    const tenants = found.tables.filter((table) => !WHOLE.has(table));
    expect(tenants.sort()).toEqual(
      [
        'credit_grant',
        'directory_contact',
        'hold',
        'ledger_entry',
        'purse',
        'receipt',
        'reveal',
        'top_up',
        'unlock',
      ].sort(),
    );
    expect(breaches(found, tenants)).toEqual([]);
    const columns = (await database.db.introspection.getTables()).filter(({ name }) => tenants.includes(name));
    for (const { name, columns: own } of columns) {
      const workspace = own.find((column) => column.name === 'workspace_id');
      expect(workspace, `${name}.workspace_id`).toMatchObject({ isNullable: false });
      expect(workspace?.dataType.toLowerCase(), `${name}.workspace_id`).toBe('text');
    }
  });

  test('breaches are seen: a key without the workspace, a reference to accounts, SET NULL, a trigger', async () => {
    const database = await open();
    const { db } = database;
    await sql`create table bad_key (workspace_id text not null, id text primary key)`.execute(db);
    await sql`create table no_key (workspace_id text not null)`.execute(db);
    await sql`create table bad_reference (workspace_id text not null, id text not null,
      user_id text references "user"(id) on delete set null, primary key (workspace_id, id))`.execute(db);
    if (database.kind === 'sqlite') {
      await sql`create trigger watch after insert on no_key begin select 1; end`.execute(db);
    } else {
      await sql`create function watched() returns trigger language plpgsql as 'begin return new; end'`.execute(db);
      await sql`create trigger watch after insert on no_key execute function watched()`.execute(db);
    }
    const found = await (database.kind === 'sqlite' ? ofSqlite(database) : ofPostgres(database));
    const told = breaches(
      found,
      found.tables.filter((table) => !WHOLE.has(table)),
    );
    expect(told.sort()).toEqual([
      'bad_key: primary key (id) does not begin with workspace_id',
      'bad_reference: ON DELETE SET NULL',
      'bad_reference: reference to user, which stays whole',
      'no_key: has no primary key',
      'trigger watch',
    ]);
  });

  test('is made once, whole, by five processes that start at the same time', async () => {
    const url = await open.url();
    const all = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    for (const { db } of all) {
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
      expect(rows.map(({ name }) => name)).toEqual(['0001-credits', '0002-accounts', '0003-reveals', '0004-directory']);
    }
  });
});

function breaches({ keys, references, triggers }: Found, tenants: string[]): string[] {
  const isTenant = (table: string) => tenants.includes(table);
  return [
    ...tenants
      .filter((table) => !keys.some((key) => key.table === table && key.kind === 'primary'))
      .map((table) => `${table}: has no primary key`),
    ...keys
      .filter(({ table, columns }) => isTenant(table) && columns[0] !== 'workspace_id')
      .map(({ table, kind, columns }) => `${table}: ${kind} key (${columns}) does not begin with workspace_id`),
    ...references
      .filter(({ table }) => isTenant(table))
      .flatMap(({ table, to, columns, toColumns, onDelete }) => [
        ...(isTenant(to) ? [] : [`${table}: reference to ${to}, which stays whole`]),
        ...(isTenant(to) && (columns[0] !== 'workspace_id' || toColumns[0] !== 'workspace_id')
          ? [`${table}: reference to ${to} does not begin with workspace_id`]
          : []),
        ...(/set (null|default)/i.test(onDelete) ? [`${table}: ON DELETE ${onDelete.toUpperCase()}`] : []),
      ]),
    ...triggers.map((name) => `trigger ${name}`),
  ];
}

async function ofSqlite({ db }: Database): Promise<Found> {
  const found: Found = { tables: [], keys: [], references: [], triggers: [] };
  const { rows } = await sql<{ type: string; name: string }>`
    select type, name from sqlite_schema where type in ('table', 'trigger') and name not like 'sqlite_%'`.execute(db);
  found.triggers = rows.filter(({ type }) => type === 'trigger').map(({ name }) => name);
  found.tables = rows.filter(({ type }) => type === 'table').map(({ name }) => name);
  for (const table of found.tables) {
    const columns = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${table})`.execute(
      db,
    );
    const primary = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    if (primary.length > 0) found.keys.push({ table, kind: 'primary', columns: primary.map(({ name }) => name) });
    const indexes = await sql<{ name: string }>`
      select name from pragma_index_list(${table}) where "unique" = 1 and origin <> 'pk'`.execute(db);
    for (const { name } of indexes.rows) {
      const of = await sql<{ name: string }>`select name from pragma_index_info(${name}) order by seqno`.execute(db);
      found.keys.push({ table, kind: 'unique', columns: of.rows.map((column) => column.name) });
    }
    const references = await sql<{ id: number; from: string; to: string; table: string; on_delete: string }>`
      select id, "from", "to", "table", on_delete from pragma_foreign_key_list(${table}) order by id, seq`.execute(db);
    for (const [, own] of Map.groupBy(references.rows, ({ id }) => id)) {
      const [first] = own;
      if (first === undefined) continue;
      found.references.push({
        table,
        to: first.table,
        columns: own.map(({ from }) => from),
        toColumns: own.map(({ to }) => to),
        onDelete: first.on_delete,
      });
    }
  }
  return found;
}

async function ofPostgres({ db }: Database): Promise<Found> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
  const keys = await sql<{ table: string; primary: boolean; columns: string[] }>`
    select t.relname as "table", i.indisprimary as "primary",
      array(select a.attname::text from unnest(i.indkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by o) as columns
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace s on s.oid = t.relnamespace
    where i.indisunique and s.nspname = 'public'`.execute(db);
  const references = await sql<Reference>`
    select t.relname as "table", r.relname as "to",
      case c.confdeltype when 'n' then 'set null' when 'd' then 'set default' else '' end as "onDelete",
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by o) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = r.oid and a.attnum = k.n order by o) as "toColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
    where c.contype = 'f'`.execute(db);
  const triggers = await sql<{ name: string }>`
    select tgname as name from pg_trigger where not tgisinternal`.execute(db);
  return {
    tables: tables.rows.map(({ name }) => name),
    keys: keys.rows.map(({ table, primary, columns }) => ({ table, kind: primary ? 'primary' : 'unique', columns })),
    references: references.rows,
    triggers: triggers.rows.map(({ name }) => name),
  };
}

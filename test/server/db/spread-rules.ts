import type { Catalog } from './catalog.ts';

/** Tables that are nobody's tenant: the accounts library's, and the migrations'. They stay whole on one machine. */
const WHOLE = new Set(
  'user session account verification organization member invitation deviceCode kysely_migration kysely_migration_lock'.split(
    ' ',
  ),
);

export const isTenant = (table: string) => !WHOLE.has(table);

/**
 * Every breach of what lets the tenants' tables be spread over several machines by `workspace_id`. A distributed
 * PostgreSQL (tried with Citus 13) refuses the table, or the move of its rows, for each of them.
 */
export function schemaBreaches({
  tables,
  columns,
  keys,
  references,
  triggers,
  sequences,
  routines,
}: Catalog): string[] {
  const tenants = tables.filter(isTenant);
  const own = <T extends { table: string }>(all: T[]) => all.filter(({ table }) => isTenant(table));
  return [
    ...tenants
      .filter((table) => !keys.some((key) => key.table === table && key.kind === 'primary'))
      .map((table) => `${table}: has no primary key`),
    ...own(keys)
      .filter((key) => key.columns[0] !== 'workspace_id')
      .map((key) => `${key.table}: ${key.kind} key (${key.columns}) does not begin with workspace_id`),
    ...tenants.flatMap((table) => {
      const column = columns.find(({ table: of, name }) => of === table && name === 'workspace_id');
      if (column === undefined) return [`${table}: has no workspace_id`];
      return [
        ...(column.type === 'text' ? [] : [`${table}: workspace_id is ${column.type}, not text`]),
        ...(column.nullable ? [`${table}: workspace_id may be null`] : []),
      ];
    }),
    ...own(columns).flatMap(({ table, name, standard, counts }) => [
      ...(counts || /nextval/i.test(standard ?? '') ? [`${table}.${name}: numbered by a shared sequence`] : []),
      ...(VOLATILE.test(standard ?? '') ? [`${table}.${name}: default ${standard?.toLowerCase()} is volatile`] : []),
    ]),
    ...own(references).flatMap(({ table, to, columns, toColumns, onDelete }) => [
      ...(isTenant(to) ? [] : [`${table}: reference to ${to}, which stays whole`]),
      ...(isTenant(to) && (columns[0] !== 'workspace_id' || toColumns[0] !== 'workspace_id')
        ? [`${table}: reference to ${to} does not begin with workspace_id`]
        : []),
      ...(/set (null|default)/.test(onDelete) ? [`${table}: ON DELETE ${onDelete.toUpperCase()}`] : []),
    ]),
    ...references
      .filter(({ table, to }) => !isTenant(table) && isTenant(to))
      .map(({ table, to }) => `${table}: accounts refer to ${to}`),
    ...triggers.map((name) => `trigger ${name}`),
    ...sequences.map((name) => `sequence ${name}`),
    ...routines.map((name) => `routine ${name} kept in the database`),
  ];
}

/** Functions that give something else each time. */
const VOLATILE =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid|nextval|current_timestamp|localtimestamp)\b/i;

/**
 * Every breach of what lets a statement run on one machine of several, and its transaction end in one plain commit.
 * @param text one statement as it is sent
 * @param tenants names of the tenants' tables
 */
export function statementBreaches(text: string, tenants: readonly string[]): string[] {
  const statement = text.replace(/\s+/g, ' ').trim();
  const verb = /^\w+/.exec(statement)?.[0].toLowerCase() ?? '';
  const touched = tenants.filter((table) => statement.includes(`"${table}"`));
  if (touched.length === 0 || !['select', 'insert', 'update', 'delete', 'with', 'merge'].includes(verb)) return [];
  const told: string[] = [];
  const breach = (what: string) => told.push(`${what}: ${statement.slice(0, 300)}`);
  if (verb === 'merge') breach('MERGE');
  if (verb === 'with') breach('a common table expression');
  if (/\brecursive\b|\bgrouping sets\b|\brollup\b|\bcube\b/i.test(statement)) breach('recursion or grouping sets');
  if (verb === 'insert') {
    if (/\bselect\b/i.test(statement)) breach('a select within an insert');
    if (!/^insert into "\w+" \("workspace_id"|^insert into "\w+" \([^)]*"workspace_id"/i.test(statement)) {
      breach('an insert without workspace_id');
    }
  } else if (verb !== 'with' && verb !== 'merge') {
    const bare = /"workspace_id" = (?:\$\d+|\?)/.test(statement);
    // A look over all workspaces locks nothing and is limited; what it finds is done workspace by workspace.
    const looks = verb === 'select' && !/\bfor (?:update|share)\b/i.test(statement);
    if (!bare && !(looks && /\blimit\b/i.test(statement))) breach('no workspace_id = $n');
    if (/\bjoin\b/i.test(statement) && !/\bon "?[\w."]*workspace_id" = /i.test(statement)) {
      breach('a join without workspace_id');
    }
  }
  if ((verb === 'update' || /\bdo update\b/i.test(statement)) && VOLATILE.test(statement))
    breach('a volatile function');
  if (/\bset (?:[^=]+=[^=]+, )*"workspace_id" =/i.test(statement.split(/\bwhere\b/i)[0] ?? '')) {
    breach('workspace_id is assigned');
  }
  if (verb === 'update' && /\bset\b.*\(\s*select\b/i.test(statement)) breach('a select within an update');
  return told;
}

import { readFileSync } from 'node:fs';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrations } from '#server/db/migrations.ts';
import { eachDatabase } from '../databases.ts';
import { catalogOf } from './catalog.ts';
import { isTenant, schemaBreaches, statementBreaches } from './spread-rules.ts';

/** Every tenant table: a new one is a decision, and has its place in the docs' way to several machines. */
const TENANTS = [
  'cap_request',
  'charge',
  'credit_grant',
  'directory_contact',
  'dispute',
  'hold',
  'ledger_entry',
  'member_cap',
  'operator_act',
  'purse',
  'receipt',
  'reveal',
  'top_up',
  'unlock',
];

eachDatabase('the migrated schema', (open) => {
  test('can be spread by workspace: every rule of it', async () => {
    const catalog = await catalogOf(await open());
    expect(catalog.tables.filter(isTenant).sort()).toEqual(TENANTS);
    expect(schemaBreaches(catalog)).toEqual([]);
  });

  const both: [string, RawBuilder<unknown>[], string[]][] = [
    [
      'a key without the workspace',
      [sql`create table bad (workspace_id text not null, id text primary key)`],
      ['bad: primary key (id) does not begin with workspace_id'],
    ],
    [
      'a unique key without the workspace',
      [
        sql`create table bad (workspace_id text not null, id text not null, primary key (workspace_id, id))`,
        sql`create unique index bad_id on bad (id, workspace_id)`,
      ],
      ['bad: unique key (id,workspace_id) does not begin with workspace_id'],
    ],
    [
      'a unique key on an expression alone',
      [
        sql`create table bad (workspace_id text not null, id text not null, primary key (workspace_id, id))`,
        sql`create unique index bad_lower on bad (lower(id))`,
      ],
      ['bad: unique key ((expression)) does not begin with workspace_id'],
    ],
    ['no primary key', [sql`create table bad (workspace_id text not null)`], ['bad: has no primary key']],
    [
      'no workspace at all',
      [sql`create table bad (id text primary key)`],
      ['bad: has no workspace_id', 'bad: primary key (id) does not begin with workspace_id'],
    ],
    [
      'a workspace of another type, that may be missing',
      [sql`create table bad (workspace_id integer, id text not null, unique (workspace_id, id))`],
      ['bad: has no primary key', 'bad: workspace_id is integer, not text', 'bad: workspace_id may be null'],
    ],
    [
      'a reference to accounts, with SET NULL',
      [
        sql`create table bad (workspace_id text not null, id text not null,
          user_id text references "user"(id) on delete set null, primary key (workspace_id, id))`,
      ],
      ['bad: ON DELETE SET NULL', 'bad: reference to user, which stays whole'],
    ],
    [
      'a reference that crosses workspaces',
      [
        sql`create table bad (workspace_id text not null, id text not null, other text not null,
          primary key (workspace_id, id), foreign key (other) references purse (workspace_id))`,
      ],
      ['bad: reference to purse does not begin with workspace_id'],
    ],
    [
      'accounts that refer to a tenant',
      [sql`alter table "verification" add column purse text references purse (workspace_id)`],
      ['verification: accounts refer to purse'],
    ],
    [
      'a default that differs each time',
      [
        sql`create table bad (workspace_id text not null, at text not null default current_timestamp,
          primary key (workspace_id, at))`,
      ],
      ['bad.at: default current_timestamp is volatile'],
    ],
  ];
  const sqlite: typeof both = [
    ['a trigger', [sql`create trigger watch after insert on purse begin select 1; end`], ['trigger watch']],
    [
      'a sequence',
      [sql`create table bad (workspace_id text not null, id integer primary key autoincrement)`],
      ['bad: primary key (id) does not begin with workspace_id', 'sequence bad'],
    ],
  ];
  const postgres: typeof both = [
    [
      'a trigger',
      [
        sql`create function watched() returns trigger language plpgsql as 'begin return new; end'`,
        sql`create trigger watch after insert on purse execute function watched()`,
      ],
      ['routine watched kept in the database', 'trigger watch'],
    ],
    [
      'a sequence',
      [
        sql`create table bad (workspace_id text not null, id bigserial, n integer generated always as identity,
          primary key (workspace_id, id))`,
      ],
      [
        'bad.id: numbered by a shared sequence',
        "bad.id: default nextval('bad_id_seq'::regclass) is volatile",
        'bad.n: numbered by a shared sequence',
        'sequence bad_id_seq',
        'sequence bad_n_seq',
      ],
    ],
  ];
  for (const [what, statements, expected] of [...both, ...(open.kind === 'sqlite' ? sqlite : postgres)]) {
    test(`a breach is seen: ${what}`, async () => {
      const database = await open();
      for (const statement of statements) await statement.execute(database.db);
      expect(schemaBreaches(await catalogOf(database)).sort()).toEqual([...expected].sort());
    });
  }

  test('is made once, whole, by five processes that start at the same time', async () => {
    const url = await open.url();
    const all = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    for (const { db } of all) {
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
      expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations(open.kind)));
    }
  });
});

eachDatabase('the way to several machines in README', (open) => {
  test('names every tenant table, parents first', async () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const told = [...readme.matchAll(/create_distributed_table\('(\w+)', 'workspace_id'/g)].map(
      ([, name = '']) => name,
    );
    const locked = /lock table ([^;]+);/.exec(readme)?.[1]?.split(/,\s*/);
    expect([...told].sort()).toEqual(TENANTS);
    expect(locked).toEqual(told);
    const { references } = await catalogOf(await open());
    const early = references.filter(({ table, to }) => isTenant(table) && told.indexOf(to) > told.indexOf(table));
    expect(early, 'a child before its parent').toEqual([]);
  });
});

describe('a statement that could not be spread is seen', () => {
  test.each([
    ['select * from "purse" where "available" > $1', 'no workspace_id = $n'],
    ['select * from "purse" where "available" > $1 limit $2 for update', 'no workspace_id = $n'],
    ['select * from "hold" where "workspace_id" in ($1, $2) for update', 'no workspace_id = $n'],
    [
      'select * from "reveal" inner join "unlock" on "unlock"."reveal_id" = "reveal"."id" where "reveal"."workspace_id" = $1',
      'a join without workspace_id',
    ],
    ['update "purse" set "held" = $1 where "available" = $2', 'no workspace_id = $n'],
    ['update "hold" set "ended_at" = clock_timestamp() where "workspace_id" = $1', 'a volatile function'],
    ['update "purse" set "workspace_id" = $1 where "workspace_id" = $2', 'workspace_id is assigned'],
    [
      'update "purse" set "held" = (select sum("credits") from "hold") where "workspace_id" = $1',
      'a select within an update',
    ],
    ['delete from "hold" where "id" = $1', 'no workspace_id = $n'],
    ['insert into "hold" ("id") values ($1)', 'an insert without workspace_id'],
    [
      'insert into "hold" ("workspace_id", "id") values ($1, (select max("id") from "hold"))',
      'a select within an insert',
    ],
    [
      'insert into "purse" ("workspace_id", "due_at") values ($1, $2) on conflict ("workspace_id") do update set "due_at" = now()',
      'a volatile function',
    ],
    [
      'with "u" as (update "purse" set "held" = $1 where "workspace_id" = $2 returning *) select * from "u"',
      'a common table expression',
    ],
    ['merge into "purse" using (values ($1)) v on true when matched then do nothing', 'MERGE'],
  ])('%s', (statement, expected) => {
    expect(statementBreaches(statement, TENANTS).map((told) => told.split(': ')[0])).toEqual([expected]);
  });

  test.each([
    'select * from "purse" where "workspace_id" = $1 for update',
    'select * from "hold" where "workspace_id" = ? and "id" in (?, ?)',
    'select "workspace_id", "id" from "reveal" where "status" = $1 limit $2',
    'select * from "unlock" inner join "reveal" on "reveal"."workspace_id" = "unlock"."workspace_id" where "unlock"."workspace_id" = $1',
    'insert into "hold" ("workspace_id", "id") values ($1, $2), ($3, $4) on conflict do nothing',
    'update "purse" set "held" = $1, "debt" = $2 where "workspace_id" = $3',
    'select * from "session" inner join "user" on "user"."id" = "session"."userId"',
    'begin',
  ])('and one that can is not: %s', (statement) => {
    expect(statementBreaches(statement, TENANTS)).toEqual([]);
  });
});

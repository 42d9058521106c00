import { statSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { isPassing, retrying } from '#server/db/retry.ts';
import type { DirectoryTables } from '#server/providers/tables.ts';
import { eachDatabase } from '../databases.ts';

test('an address that is no database is refused with a sentence', async () => {
  await expect(openDatabase('mysql://localhost/latchkey')).rejects.toThrow('must start with file: or postgres://');
});

eachDatabase('a database', (open) => {
  test('keeps what is committed, gives back nothing of what is rolled back', async () => {
    const url = await open.url();
    const { db } = await open(url);
    const write = (id: string, fail: boolean) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('directory_contact').values(contact(id)).execute();
        if (fail) throw new Error('broken on purpose');
      });
    await write('kept', false);
    await expect(write('gone', true)).rejects.toThrow('broken on purpose');
    const again = await open(url);
    expect(await again.db.selectFrom('directory_contact').select('id').execute()).toEqual([{ id: 'kept' }]);
  });

  test('two transactions of two connections on one row follow each other, and neither process stands still', async () => {
    const url = await open.url();
    const [one, two] = await Promise.all([open(url), open(url)]);
    await one.db.insertInto('directory_contact').values(contact('counter')).execute();
    const increments = Array.from({ length: 40 }, (_, index) =>
      retrying(() =>
        (index % 2 ? one : two).db.transaction().execute(async (trx) => {
          const row = await trx
            .selectFrom('directory_contact')
            .select('email_verified')
            .$if(one.kind === 'postgres', (select) => select.forUpdate())
            .executeTakeFirstOrThrow();
          await trx
            .updateTable('directory_contact')
            .set({ email_verified: row.email_verified + 1 })
            .execute();
        }),
      ),
    );
    await Promise.all(increments);
    const { email_verified } = await two.db.selectFrom('directory_contact').selectAll().executeTakeFirstOrThrow();
    expect(email_verified, 'increments').toBe(40);
  });

  test('refuses a row without its parent, and a value of the wrong type', async () => {
    const { db } = await open();
    const orphan = sql`insert into credit_grant
      (workspace_id, entry, source, kind, priority, credits, left_over, held, status)
      values ('nobody', 1, 'grant:1', 'top_up', 30, 5, 5, 0, 'open')`;
    await expect(orphan.execute(db)).rejects.toThrow(/foreign key/i);
    const wrong = sql`insert into purse (workspace_id, last_entry, last_unlock, available, held)
      values ('w', 'many', 0, 0, 0)`;
    await expect(wrong.execute(db)).rejects.toThrow(/integer/i);
  });
});

eachDatabase('the connection', (open) => {
  test('is set up so that an acknowledged credit survives', async () => {
    const url = await open.url();
    const { db, kind } = await open(url);
    const value = async (setting: string) => Object.values((await sql.raw(setting).execute(db)).rows[0] ?? {})[0];
    if (kind === 'sqlite') {
      expect(await value('pragma journal_mode')).toBe('wal');
      expect(await value('pragma synchronous'), 'FULL').toBe(2);
      expect(await value('pragma foreign_keys')).toBe(1);
      expect((statSync(url.slice('file:'.length)).mode & 0o077).toString(8), 'others’ rights to the file').toBe('0');
    } else {
      expect(await value('show statement_timeout')).toBe('15s');
      expect(await value('show synchronous_commit')).toBe('on');
    }
  });

  test('that was killed in a transaction is not used again', async () => {
    const { db, kind } = await open();
    if (kind === 'sqlite') return;
    const killed = db.transaction().execute(async (trx) => {
      await trx.insertInto('directory_contact').values(contact('half')).execute();
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
    });
    await expect(killed).rejects.toSatisfy(isPassing);
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('directory_contact').values(contact('whole')).execute();
    });
    expect(await db.selectFrom('directory_contact').select('id').execute()).toEqual([{ id: 'whole' }]);
  });
});

test('only what passes is tried again, six times at most', async () => {
  const failing = (error: Error) => {
    let attempts = 0;
    const run = retrying(async () => {
      attempts += 1;
      throw error;
    });
    return run.catch(() => attempts);
  };
  expect(await failing(Object.assign(new Error('deadlock detected'), { code: '40P01' }))).toBe(6);
  expect(await failing(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(1);
  expect(await failing(new Error('a bug'))).toBe(1);
});

function contact(id: string): DirectoryTables['directory_contact'] {
  return {
    workspace_id: 'brightwater',
    id,
    name: 'Noor Haddad',
    name_key: 'noor haddad',
    title: null,
    company: null,
    company_key: null,
    domain: null,
    email: null,
    email_type: null,
    email_verified: 0,
    phone: null,
    phone_type: null,
    phone_verified: 0,
    profile_url: null,
    url_key: null,
    profile_key: null,
  };
}

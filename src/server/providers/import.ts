import type { Database } from '../db/open.ts';
import { retrying } from '../db/retry.ts';
import { readRows, WrongFile } from './csv.ts';
import { type Person, personOf } from './directory-row.ts';
import { Roll } from './roll.ts';

/** How an import went. `line` counts from 1; a row has one problem at most, and is then left out. */
export interface ImportResult {
  imported: number;
  updated: number;
  problems: { line: number; column: string; message: string }[];
}

/** Rows of one import at most. */
export const ROW_LIMIT = 200_000;
/** Problems told at most; rows beyond are left out as well. */
const PROBLEM_LIMIT = 1_000;
/** Rows written by one statement. */
const BATCH = 500;

/**
 * Imports contacts into a workspace's directory, in one transaction: bad rows are reported and left out, all others go
 * in. Somebody who is there already is updated: the row counts as it stands, empty cells included. Columns: see
 * `COLUMNS` of `directory-row.ts`.
 * @param csv text or bytes in UTF-8
 * @returns nothing imported and one problem when the file as a whole is not what is wanted
 */
export async function importContacts(
  database: Database,
  workspace: string,
  csv: string | AsyncIterable<string | Uint8Array>,
): Promise<ImportResult> {
  const problems: ImportResult['problems'] = [];
  const people: Person[] = [];
  try {
    // All is read before the transaction begins: a slow upload must not hold anybody up.
    for await (const row of readRows(csv)) {
      if (people.length >= ROW_LIMIT) {
        throw new WrongFile(row.line, 'file', `The file has more than ${ROW_LIMIT} rows: split it.`);
      }
      const read = 'problem' in row ? { column: 'row', message: row.problem } : personOf(row.cells);
      if (!('message' in read)) people.push(read);
      else if (problems.length < PROBLEM_LIMIT) problems.push({ line: row.line, ...read });
    }
  } catch (error) {
    if (!(error instanceof WrongFile)) throw error;
    return { imported: 0, updated: 0, problems: [{ line: error.line, column: error.column, message: error.message }] };
  }
  const counts = await retrying(() => write(database, workspace, people));
  // The parser tells of a row it cannot read only once it has come past it.
  return { ...counts, problems: problems.sort((a, b) => a.line - b.line) };
}

async function write(
  { db }: Database,
  workspace: string,
  people: readonly Person[],
): Promise<{ imported: number; updated: number }> {
  return db.transaction().execute(async (trx) => {
    const roll = new Roll(
      await trx.selectFrom('directory_contact').selectAll().where('workspace_id', '=', workspace).execute(),
    );
    for (const person of people) roll.enter(person);
    const entered = roll.entered().map((row) => ({ ...row, workspace_id: workspace }));
    for (let from = 0; from < entered.length; from += BATCH) {
      await trx
        .insertInto('directory_contact')
        .values(entered.slice(from, from + BATCH))
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'id']).doUpdateSet((row) => ({
            name: row.ref('excluded.name'),
            name_key: row.ref('excluded.name_key'),
            title: row.ref('excluded.title'),
            company: row.ref('excluded.company'),
            company_key: row.ref('excluded.company_key'),
            domain: row.ref('excluded.domain'),
            email: row.ref('excluded.email'),
            email_type: row.ref('excluded.email_type'),
            email_verified: row.ref('excluded.email_verified'),
            phone: row.ref('excluded.phone'),
            phone_type: row.ref('excluded.phone_type'),
            phone_verified: row.ref('excluded.phone_verified'),
            profile_url: row.ref('excluded.profile_url'),
            url_key: row.ref('excluded.url_key'),
            profile_key: row.ref('excluded.profile_key'),
          })),
        )
        .execute();
    }
    return { imported: roll.imported, updated: roll.updated };
  });
}

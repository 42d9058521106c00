import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Field } from '#contract/profile.ts';
import { Contact, OwnedKey } from '#contract/reveal.ts';
import type { Schema } from '../db/schema.ts';
import { valueKey } from '../providers/contact-value.ts';
import type { Found } from './ask-providers.ts';
import type { UnlockTable } from './tables.ts';

/** What workspaces own: the rows of unlocks. An alias is another key of a person whose contact is owned already. */

type Db = Kysely<Schema> | Transaction<Schema>;
type UnlockRow = Selectable<UnlockTable>;

/** What a workspace owns of a profile. */
export interface Owned {
  /** The key it was bought under. */
  key: string;
  contact: Contact;
  /** The reveal that brought it to the key asked for. */
  revealId: string;
}

/** What a workspace owns under a key, directly or by an alias. */
export async function ownedUnder(db: Db, workspace: string, key: string, field: Field): Promise<Owned | null> {
  const row = await rowOf(db, workspace, key, field);
  if (row === undefined) return null;
  if (row.alias_of === null) return owned(row, row.reveal_id);
  const original = await rowOf(db, workspace, row.alias_of, field);
  return original === undefined ? null : owned(original, row.reveal_id);
}

/** What a workspace owns that is what was found: the provider's same person, or the same value. Never by name. */
export async function ownedOtherwise(
  trx: Transaction<Schema>,
  workspace: string,
  field: Field,
  found: Found,
): Promise<Owned | null> {
  const row = await trx
    .selectFrom('unlock')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('field', '=', field)
    .where('alias_of', 'is', null)
    .where((is) =>
      is.or([
        is('value_key', '=', valueKey(field, found.contact.value)),
        is.and([is('provider', '=', found.provider), is('person_id', '=', found.person)]),
      ]),
    )
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : owned(row, row.reveal_id);
}

/** Where an unlock stands: whose, for what, its number in the feed, and the reveal that brought it. */
export interface UnlockPlace {
  workspace: string;
  key: string;
  field: Field;
  number: number;
  revealId: string;
}

export async function recordUnlock(trx: Transaction<Schema>, place: UnlockPlace, found: Found): Promise<void> {
  await trx
    .insertInto('unlock')
    .values({
      ...columns(place),
      alias_of: null,
      contact: JSON.stringify(found.contact),
      value_key: valueKey(place.field, found.contact.value),
      provider: found.provider,
      person_id: found.person,
    })
    .execute();
}

export async function recordAlias(trx: Transaction<Schema>, place: UnlockPlace, of: Owned): Promise<void> {
  await trx
    .insertInto('unlock')
    .values({ ...columns(place), alias_of: of.key, contact: null, value_key: null, provider: null, person_id: null })
    .execute();
}

/** The feed of what a workspace owns, after number `after`, in order: aliases as well, values never. */
export async function ownedPage(
  db: Db,
  workspace: string,
  after: number,
  limit: number,
): Promise<{ items: OwnedKey[]; more: boolean }> {
  const rows = await db
    .selectFrom('unlock')
    .select(['number', 'profile_key as key', 'field'])
    .where('workspace_id', '=', workspace)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit).map((row) => OwnedKey.parse(row)), more: rows.length > limit };
}

function rowOf(db: Db, workspace: string, key: string, field: Field): Promise<UnlockRow | undefined> {
  return db
    .selectFrom('unlock')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('profile_key', '=', key)
    .where('field', '=', field)
    .executeTakeFirst();
}

function owned(row: UnlockRow, revealId: string): Owned | null {
  if (row.contact === null) return null;
  return { key: row.profile_key, contact: Contact.parse(JSON.parse(row.contact)), revealId };
}

function columns({ workspace, key, field, number, revealId }: UnlockPlace) {
  return { workspace_id: workspace, profile_key: key, field, number, reveal_id: revealId };
}

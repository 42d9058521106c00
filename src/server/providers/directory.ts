import type { Selectable } from 'kysely';
import type { Field, Profile } from '#contract/profile.ts';
import { canonicalUrl } from '#contract/profile-key.ts';
import { Contact } from '#contract/reveal.ts';
import type { Database } from '../db/open.ts';
import { companyKey, domainKey, nameKey } from './names.ts';
import type { Provider } from './provider.ts';
import type { DirectoryContactTable } from './tables.ts';

const NAME = 'Team directory';

type Row = Selectable<DirectoryContactTable>;

/**
 * The workspace's own directory: contacts that it imported. A person is known by profile key, by address, or by name
 * together with company or domain; where two different people fit, nobody is found. It has one value of each field, and
 * gives it also when the page shows that one: the page's may be old.
 */
export function directory({ db }: Database): Provider {
  const rows = (workspace: string, column: 'profile_key' | 'url_key' | 'name_key', value: string): Promise<Row[]> =>
    db
      .selectFrom('directory_contact')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where(column, '=', value)
      .limit(50)
      .execute();

  /** Those who fit the surest sign that anybody fits. */
  async function fitting(workspace: string, profile: Profile): Promise<Row[]> {
    const byKey = await rows(workspace, 'profile_key', profile.key);
    if (byKey.length > 0) return byKey;

    const name = nameKey(profile.name);
    const url = canonicalUrl(profile.url);
    // Several people of one page share its address; their keys, and names, tell them apart.
    const byUrl = url === null ? [] : await rows(workspace, 'url_key', url);
    const ofUrl = profile.key.includes('#') ? byUrl.filter((row) => row.name_key === name) : byUrl;
    if (ofUrl.length > 0) return ofUrl;

    const company = profile.company === undefined ? null : companyKey(profile.company);
    const domain = profile.companyDomain === undefined ? null : domainKey(profile.companyDomain);
    const namesakes = await rows(workspace, 'name_key', name);
    return namesakes.filter(
      (row) =>
        !isSomeoneElse(row, profile) &&
        ((company !== null && row.company_key === company) || (domain !== null && row.domain === domain)),
    );
  }

  return {
    name: NAME,
    async find({ workspace, profile, field }) {
      const [person, ...others] = await fitting(workspace, profile);
      if (person === undefined || others.length > 0) return { kind: 'not_found' };
      const contact = contactOf(person, field);
      return contact === null ? { kind: 'not_found' } : { kind: 'found', person: person.id, contact };
    },
  };
}

/** Known on the same site under another key: a namesake. */
function isSomeoneElse(row: Row, profile: Profile): boolean {
  if (row.profile_key === null) return false;
  const siteOf = (key: string) => key.slice(0, key.indexOf(':'));
  const site = siteOf(row.profile_key);
  return site !== 'web' && site === siteOf(profile.key) && row.profile_key !== profile.key;
}

function contactOf(row: Row, field: Field): Contact | null {
  const [value, type, verified] =
    field === 'email'
      ? [row.email, row.email_type, row.email_verified]
      : [row.phone, row.phone_type, row.phone_verified];
  if (value === null) return null;
  return Contact.parse({
    value,
    type: type ?? 'other',
    verified: verified === 1,
    provider: NAME,
    at: new Date().toISOString(),
  });
}

import { idOf, type Person } from './directory-row.ts';

/** A person of the directory with their id. */
export type Listed = Person & { id: string };

/**
 * The directory while an import goes into it: says of each row whether it is somebody who is there already. Somebody is
 * known by profile key, by address and name, or by name with company or domain. Two rows of one file that share only
 * name and company, and neither e-mail nor phone, are two people.
 */
export class Roll {
  imported = 0;
  updated = 0;
  readonly #byKey = new Map<string, Listed>();
  readonly #byUrl = new Map<string, Listed>();
  readonly #byName = new Map<string, Listed[]>();
  readonly #entered = new Map<string, Listed>();

  constructor(listed: readonly Listed[]) {
    for (const row of listed) this.#index(row);
  }

  /** Enters a row of the file, for somebody known or for somebody new. */
  enter(person: Person): void {
    const known = this.#find(person);
    const row = { ...person, id: known?.id ?? idOf(person) };
    if (known === undefined && !this.#entered.has(row.id)) this.imported += 1;
    else this.updated += 1;
    if (known !== undefined) this.#forget(known);
    this.#index(row);
    this.#entered.set(row.id, row);
  }

  /** The rows to write. */
  entered(): Listed[] {
    return [...this.#entered.values()];
  }

  #find(person: Person): Listed | undefined {
    const byKey = person.profile_key === null ? undefined : this.#byKey.get(person.profile_key);
    if (byKey !== undefined) return byKey;
    const byUrl = person.url_key === null ? undefined : this.#byUrl.get(urlName(person.url_key, person));
    if (byUrl !== undefined && agree(byUrl.profile_key, person.profile_key)) return byUrl;
    const namesakes = (this.#byName.get(person.name_key) ?? [])
      .filter((row) => same(row.company_key, person.company_key) || same(row.domain, person.domain))
      .filter((row) => agree(row.profile_key, person.profile_key) && agree(row.url_key, person.url_key));
    const reachable = namesakes.find((row) => same(row.email, person.email) || same(row.phone, person.phone));
    if (reachable !== undefined) return reachable;
    const [only, ...others] = namesakes;
    return only !== undefined && others.length === 0 && !this.#entered.has(only.id) ? only : undefined;
  }

  #index(row: Listed): void {
    if (row.profile_key !== null) this.#byKey.set(row.profile_key, row);
    if (row.url_key !== null) this.#byUrl.set(urlName(row.url_key, row), row);
    const namesakes = this.#byName.get(row.name_key);
    if (namesakes === undefined) this.#byName.set(row.name_key, [row]);
    else namesakes.push(row);
  }

  #forget(row: Listed): void {
    if (row.profile_key !== null) this.#byKey.delete(row.profile_key);
    if (row.url_key !== null) this.#byUrl.delete(urlName(row.url_key, row));
    const namesakes = this.#byName.get(row.name_key) ?? [];
    this.#byName.set(
      row.name_key,
      namesakes.filter(({ id }) => id !== row.id),
    );
  }
}

/** People on one page share its address. */
function urlName(url: string, { name_key }: Person): string {
  return `${url} ${name_key}`;
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

/** Whether two signs do not contradict each other. */
function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

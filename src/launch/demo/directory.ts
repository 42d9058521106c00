import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** The invented contacts of the demo, in the columns of a directory import. An empty cell is an empty string. */
export const DIRECTORY_FILE = fileURLToPath(new URL('directory.csv', import.meta.url));

export interface DirectoryRow {
  name: string;
  title: string;
  company: string;
  /** Host name of the company's site. */
  domain: string;
  email: string;
  email_type: string;
  email_verified: string;
  phone: string;
  phone_type: string;
  phone_verified: string;
  profile_url: string;
  profile_key: string;
}

/** All rows, in the order of the file. */
export function readDirectory(): DirectoryRow[] {
  return parse<DirectoryRow>(readFileSync(DIRECTORY_FILE), { columns: true });
}

/** What a web site would know of a person: everything but the contacts. */
export interface Person {
  name: string;
  title: string;
  company: string;
  domain: string;
  /** The last part of the address of the person's page. */
  slug: string;
}

/** The people of the directory whose page is under `prefix`, such as `https://brightwater.example/team/`. */
export function peopleUnder(prefix: string): Person[] {
  return readDirectory()
    .filter(({ profile_url }) => profile_url.startsWith(prefix))
    .map(({ name, title, company, domain, profile_url }) => ({
      name,
      title,
      company,
      domain,
      slug: profile_url.slice(prefix.length),
    }));
}

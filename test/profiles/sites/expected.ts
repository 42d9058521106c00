import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { Profile } from '#contract/profile.ts';

/** Folder of the fixture pages: one folder a site, in it `page.html` and beside it `page.json`. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** What stands beside a fixture page: where it is shown, and the people that must be found on it, in order. */
export const Expected = z.strictObject({ url: z.url(), profiles: z.array(Profile) });
export type Expected = z.infer<typeof Expected>;

/** A fixture page with what is expected of it. */
export interface Fixture extends Expected {
  /** `linkedin/profile-2026` */
  name: string;
  /** The site whose page it is: its folder. */
  site: string;
  html: string;
}

/** All fixture pages of the sites. Throws a sentence which names the file that is wrong or lacks its other half. */
export async function readFixtures(): Promise<Fixture[]> {
  const files = (await readdir(FIXTURES, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const names = new Set(
    files.filter((file) => /\.(?:html|json)$/.test(file)).map((file) => file.replace(/\.\w+$/, '')),
  );
  return Promise.all(
    [...names].sort().map(async (name) => {
      const [html, json] = await Promise.all(['html', 'json'].map((kind) => half(`${name}.${kind}`)));
      const expected = Expected.safeParse(JSON.parse(json ?? ''));
      if (!expected.success) throw new Error(`${name}.json: ${z.prettifyError(expected.error)}`);
      return { name, site: name.split('/')[0] ?? '', html: html ?? '', ...expected.data };
    }),
  );
}

async function half(file: string): Promise<string> {
  try {
    return await readFile(`${FIXTURES}${file}`, 'utf8');
  } catch {
    throw new Error(`${file} is missing: "npm run fixture" writes the .json of a page`);
  }
}

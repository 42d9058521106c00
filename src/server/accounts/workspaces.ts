import type { Database } from '../db/open.ts';
import type { Auth } from './auth.ts';
import { accountTables } from './tables.ts';

export interface Workspace {
  id: string;
  name: string;
  slug: string;
}

export interface Workspaces {
  create(name: string): Promise<Workspace>;
  /** All, by name. */
  all(): Promise<Workspace[]>;
  byId(id: string): Promise<Workspace | null>;
  /** Those that a person's words for a workspace can mean: one by its id or slug, else all of that name. */
  named(words: string): Promise<Workspace[]>;
}

const COLUMNS = ['id', 'name', 'slug'] as const;

export function createWorkspaces(database: Database, auth: Auth): Workspaces {
  const db = accountTables(database);

  async function freeSlug(name: string): Promise<string> {
    const slug = slugOf(name);
    const taken = await db
      .selectFrom('organization')
      .where((at) => at.or([at('slug', '=', slug), at('slug', 'like', `${slug}-%`)]))
      .select('slug')
      .execute();
    const used = new Set(taken.map((row) => row.slug));
    if (!used.has(slug)) return slug;
    let number = 2;
    while (used.has(`${slug}-${number}`)) number += 1;
    return `${slug}-${number}`;
  }

  return {
    async create(name) {
      const { adapter } = await auth.$context;
      const data = { name, slug: await freeSlug(name), createdAt: new Date() };
      const row = await adapter.create<typeof data, typeof data & { id: string }>({ model: 'organization', data });
      return { id: row.id, name: row.name, slug: row.slug };
    },

    async all() {
      return db.selectFrom('organization').select(COLUMNS).orderBy('name').orderBy('id').execute();
    },

    async byId(id) {
      return (await db.selectFrom('organization').where('id', '=', id).select(COLUMNS).executeTakeFirst()) ?? null;
    },

    async named(words) {
      const rows = await db
        .selectFrom('organization')
        .where((at) => at.or([at('id', '=', words), at('slug', '=', words), at('name', '=', words)]))
        .select(COLUMNS)
        .execute();
      const exact = rows.find((row) => row.id === words) ?? rows.find((row) => row.slug === words);
      return exact === undefined ? rows : [exact];
    },
  };
}

/** `Northwind Söhne` → `northwind-sohne`. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug === '' ? 'workspace' : slug;
}

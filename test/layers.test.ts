import { glob, readFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each layer may import of ours besides itself. `entrypoints` wire the layers of the extension together. */
const allowed: Record<string, readonly string[]> = {
  contract: [],
  profiles: ['contract'],
  ui: ['contract'],
  server: ['contract'],
  extension: ['contract'],
  entrypoints: ['contract', 'profiles', 'ui', 'extension'],
  launch: ['contract', 'server'],
};

/** Packages which only one layer may import: the browser's API and IndexedDB have one home. */
const homes: Record<string, string> = { 'webextension-polyfill': 'extension', idb: 'extension' };

/** Within the server: use cases know credits and providers, providers never see credits. */
const forbidden = [
  { from: /^src\/server\/providers\//, to: /^src\/server\/credits\//, rule: 'providers never see credits' },
  { from: /^src\/server\/credits\//, to: /^src\/server\/(providers|reveals)\//, rule: 'credits know no use case' },
  {
    from: /^src\/server\/credits\/(ledger\/.*|commands|cycle|draft|ledger|plan|purse|refund-window|renewal)\.ts$/,
    to: /^(kysely$|src\/server\/db\/(?!moment\.ts$))/,
    rule: 'the ledger core is pure',
  },
];

const creditTables = ['purse', 'credit_grant', 'hold', 'ledger_entry'];
const writes = new RegExp(
  `(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\\(\\s*['"\`](?:\\w+\\.)?(${creditTables.join('|')})\\b` +
    `|\\b(?:insert\\s+into|update|delete\\s+from)\\s+"?(${creditTables.join('|')})\\b`,
  'i',
);

/** An import within a file, by its repository path with slashes; `to` is a path of ours or a package's name. */
interface Import {
  readonly from: string;
  readonly to: string;
}

const files = await sources();

test('every import keeps to its layer', () => {
  const broken = files.flatMap(imports).flatMap(({ from, to }) => complaint(from, to));
  expect(broken, 'imports that must never be').toEqual([]);
});

test('only the server’s credits write credit rows', () => {
  const writers = files
    .filter(({ path }) => !path.startsWith('src/server/credits/') && !path.startsWith('src/server/db/migrations/'))
    .flatMap(({ path, text }) => (writes.test(text) ? [`${path} writes ${writes.exec(text)?.slice(1).join('')}`] : []));
  expect(writers).toEqual([]);
});

test.each([
  ['src/contract/a.ts', 'src/profiles/b.ts', 'contract imports profiles'],
  ['src/ui/a.tsx', 'src/extension/b.ts', 'ui imports extension'],
  ['src/ui/a.tsx', 'idb', 'idb belongs to extension'],
  ['entrypoints/profiles.ts', 'webextension-polyfill', 'webextension-polyfill belongs to extension'],
  ['src/server/providers/a.ts', 'src/server/credits/b.ts', 'providers never see credits'],
  ['src/extension/a.ts', 'entrypoints/popup/main.tsx', 'extension imports entrypoints'],
])('the rules notice %s importing %s', (from, to, words) => {
  expect(complaint(from, to).join()).toContain(words);
});

test.each(["db.insertInto('hold').values(row)", "trx\n .updateTable(\n  'purse')", 'sql`delete from ledger_entry`'])(
  'the rules notice the write in %s',
  (text) => {
    expect(writes.test(text)).toBe(true);
  },
);

function complaint(from: string, to: string): string[] {
  const layer = layerOf(from);
  const target = layerOf(to);
  const home = homes[to];
  const found: string[] = [];
  if (target && target !== layer && !allowed[layer ?? '']?.includes(target)) {
    found.push(`${from}: ${layer} imports ${target} (${to})`);
  }
  if (home && home !== layer) found.push(`${from}: ${to} belongs to ${home}`);
  for (const { rule, from: here, to: there } of forbidden) {
    if (here.test(from) && there.test(to)) found.push(`${from}: ${rule} (${to})`);
  }
  return found;
}

function layerOf(path: string): string | undefined {
  return /^(?:src\/(\w+)|(entrypoints))\//.exec(path)?.slice(1).find(Boolean);
}

function imports({ path, text }: { path: string; text: string }): Import[] {
  const specifiers = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...specifiers].map(([, specifier = '']) => ({ from: path, to: resolveSpecifier(path, specifier) }));
}

/** `#layer/file.ts` and relative paths become paths in the repository; of a package only its name is left. */
function resolveSpecifier(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier);
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

async function sources(): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for await (const file of glob('{src,entrypoints}/**/*.{ts,tsx,js}', { cwd: root })) {
    found.push({ path: file.split(sep).join('/'), text: await readFile(join(root, file), 'utf8') });
  }
  return found;
}

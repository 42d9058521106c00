import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/*
 * Classes are made for looks or by a build and change with them; ids, roles, data attributes and structure are what a
 * site file may rest on. A class that is used all the same stands here with the reason why.
 */
const allowed: Record<string, string> = {
  '.vcard': 'microformats (hCard), which LinkedIn’s public pages were until 2017',
  '.title': 'the same, a property',
  '.org': 'the same, a property',
  '.locality': 'the same, a property',
  '.fn': 'the same, a property',
  '.p-note': 'a property of microformats (h-card): it says what it holds, not how it looks',
  '.visually-hidden': 'what it hides is for screen readers alone; the name is common to many sites',
  '.sr-only': 'the same by its older name',
  '.a11y-text': 'LinkedIn’s name for the same',
};

/** The strings of a file but for its hosts: regular expressions and comments hold no selectors. */
function stringsOf(source: string): string[] {
  const code = source
    .replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/^import [^;]*;$/gm, '')
    .replace(/\b(?:hosts|home): '[^']*'/g, '')
    .replace(/\$\{[^}]*\}/g, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g)].map(
    ([, single, template, double]) => single ?? template ?? double ?? '',
  );
}

/** The classes that selectors name: `.card`, `[class~=card]`. */
function classesOf(text: string): string[] {
  if (/^https?:\/\//.test(text)) return [];
  const attributes = text.match(/\[class[^\]]*\]/g) ?? [];
  const bare =
    text.replace(/\[[^\]]*\]/g, '').match(/(?<![\w/])\.-?[a-z_][\w-]*|(?<=[a-z\])])\.-?[a-z_][\w-]*/gi) ?? [];
  return [...attributes, ...bare];
}

const folder = new URL('../../../src/profiles/', import.meta.url);
const files = [
  'site-reader.ts',
  'site-text.ts',
  ...(await readdir(new URL('sites/', folder))).map((file) => `sites/${file}`),
];

test.each(files)('%s goes by no class made for looks', async (file) => {
  const found = stringsOf(await readFile(new URL(file, folder), 'utf8')).flatMap(classesOf);
  const refused = found.filter((name) => !(name in allowed));
  expect(refused, 'go by role, data attribute, address or structure; a class needs its reason in this test').toEqual(
    [],
  );
});

test.each([
  ["links: 'main .css-1x2y a'", ['.css-1x2y']],
  ["name: ['div.name', '[data-testid=UserName]']", ['.name']],
  ['name: ["[class*=Title]"]', ['[class*=Title]']],
  ["hosts: 'guild.example x.com',\n  home: 'https://www.linkedin.com/in/'", []],
  ["card: 'li,[data-view-name=search.result]', // .card", []],
  ['name: [/^\\.card (.+)/]', []],
])('in %s the classes are %j', (source, classes) => {
  expect(stringsOf(source).flatMap(classesOf)).toEqual(classes);
});

test('each class that may be used is used', async () => {
  const sources = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  const used = sources.flatMap(stringsOf).flatMap(classesOf);
  expect(Object.keys(allowed).filter((name) => !used.includes(name))).toEqual([]);
});

import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { REFUSALS } from '#contract/refusal.ts';

interface Message {
  message: string;
  description?: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const locales = await allLocales();
const english = locales.get('en') ?? {};
const keys = Object.keys(english);
const source = await sourceText();

/** The first part of keys that are put together: `working_` of `working_${field}`. */
const heads = [...source.matchAll(/`([a-zA-Z]+_)\$\{/g)].map(([, head]) => head ?? '');
const counted = keys.filter((key) => key.endsWith('_other') && keys.includes(key.replace(/other$/, 'one')));
const isPlural = (key: string) => counted.some((one) => key.startsWith(one.replace(/other$/, '')));

test.each([...locales])('%s has the same messages as English', (_, messages) => {
  const base = (key: string) => (isPlural(key) ? key.replace(/_(zero|one|two|few|many|other)$/, '_#') : key);
  expect([...new Set(Object.keys(messages).map(base))].sort()).toEqual([...new Set(keys.map(base))].sort());
});

test.each([...locales])('%s fills the same places in every message', (_, messages) => {
  const wrong = keys.filter((key) => {
    const theirs = messages[key]?.message;
    // A plural form may leave the number out ("one person"), never anything else.
    return theirs !== undefined && placesOf(theirs).join() !== placesOf(english[key]?.message ?? '').join();
  });
  expect(wrong).toEqual([]);
});

test.each([...locales])('%s keeps the forms its language counts in', (language, messages) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const missing = counted.flatMap((key) =>
    forms.map((form) => key.replace(/other$/, form)).filter((one) => messages[one] === undefined),
  );
  expect(missing).toEqual([]);
});

test.each([...locales])('%s writes as Latchkey speaks', (_, messages) => {
  const wrong = Object.entries(messages).filter(
    ([key, { message }]) =>
      message.trim() === '' || /!|\boops\b|\bemail\b|\bTODO\b/i.test(message) || !/^\w+$/.test(key),
  );
  expect(wrong).toEqual([]);
});

test('every message the screens ask for exists', () => {
  const asked = [
    ...[...source.matchAll(/\bwords\.(?:t|count)\(/g)].flatMap(({ index }) => keysAt(index)),
    ...[...source.matchAll(/__MSG_(\w+)__|\bmessage="(\w+)"|getMessage\('(\w+)'/g)].map(
      ([, manifest, rich, direct]) => manifest ?? rich ?? direct ?? '',
    ),
  ];
  const missing = asked.filter((key) => english[key] === undefined && english[`${key}_other`] === undefined);
  expect(asked.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

test('no message is left over', () => {
  const unused = keys.filter((key) => {
    const stem = isPlural(key) ? key.replace(/_(one|other)$/, '') : key;
    const named = source.includes(`'${stem}'`) || source.includes(`"${stem}"`) || source.includes(`__MSG_${stem}__`);
    return !named && !heads.some((head) => stem.startsWith(head));
  });
  expect(unused).toEqual([]);
});

test('every refusal has a sentence of its own, but the one that says where the input is wrong', () => {
  const without = Object.keys(REFUSALS).filter((code) => english[`refusal_${code}`] === undefined);
  expect(without).toEqual(['invalid_request']);
});

test('every sentence for a refusal belongs to a code', () => {
  const strange = keys
    .filter((key) => key.startsWith('refusal_') && !key.startsWith('refusal_price_changed_to_'))
    .filter((key) => !(key.slice('refusal_'.length) in REFUSALS));
  expect(strange).toEqual([]);
});

/** The keys in the first argument of the call that begins at `index`; both of a condition, but not what is compared. */
function keysAt(index: number): string[] {
  let depth = 0;
  let end = source.indexOf('(', index);
  for (; end < source.length; end++) {
    const character = source[end];
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0 || (depth === 1 && character === ',')) break;
  }
  return [...source.slice(index, end).matchAll(/(?<!===\s*)'(\w+)'/g)].map(([, key]) => key ?? '');
}

/** `$1`, `$2` … of a message, each once, in order of number. */
function placesOf(message: string): string[] {
  return [...new Set(message.match(/\$[1-9]/g) ?? [])].sort();
}

async function allLocales(): Promise<Map<string, Record<string, Message>>> {
  const found = new Map<string, Record<string, Message>>();
  for await (const path of glob('public/_locales/*/messages.json', { cwd: root })) {
    const language = path.split(/[\\/]/).at(-2) ?? '';
    found.set(language, JSON.parse(await readFile(join(root, path), 'utf8')));
  }
  return found;
}

/** Everything that may name a message: the screens, the rest of the extension, the manifest. */
async function sourceText(): Promise<string> {
  const texts = [await readFile(join(root, 'wxt.config.ts'), 'utf8')];
  for await (const path of glob('{src/ui,src/extension,entrypoints}/**/*.{ts,tsx}', { cwd: root })) {
    texts.push(await readFile(join(root, path), 'utf8'));
  }
  return texts.join('\n');
}

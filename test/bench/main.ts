import { readdir } from 'node:fs/promises';

/**
 * `npm run bench -- NAME [options]`: runs `test/bench/NAME.ts`, found by its name (one word: what has a hyphen
 * belongs to another). Such a file exports `run(args)`, which
 * prints a table and, as its last line, one JSON object of figures; a mistake in the options is thrown as a sentence.
 */
export interface Bench {
  run(args: readonly string[]): Promise<void>;
}

const folder = new URL('./', import.meta.url);

async function main([name, ...args]: readonly string[]): Promise<void> {
  const files = (await readdir(folder)).filter((file) => /^[a-z]+\.ts$/.test(file) && file !== 'main.ts').sort();
  const names = files.map((file) => file.slice(0, -3));
  if (name === undefined || !names.includes(name)) {
    const wrong = name === undefined ? '' : `There is no bench "${name}". `;
    throw new Error(`${wrong}Usage: npm run bench -- NAME [options], where NAME is ${names.join(' or ')}`);
  }
  const bench: Bench = await import(new URL(`${name}.ts`, folder).href);
  await bench.run(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

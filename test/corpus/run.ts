import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { openReader, type Scan } from '../profiles/browser.ts';

/**
 * `npm run corpus -- DIR [--out FILE]`: runs the shipped detector in real Chromium over a folder of saved pages and
 * writes a line for each with the people found. DIR/index.jsonl names the pages, one a line.
 */
const Case = z.object({ id: z.string(), file: z.string(), url: z.url() });

const usage = 'Usage: npm run corpus -- DIR [--out FILE]';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Error(usage);
  const cases = await readCases(folder);
  const reader = await openReader();
  try {
    const scans: Scan[] = [];
    const lines: string[] = [];
    for (const { id, file, url } of cases) {
      const scan = await reader.scan(await readFile(join(folder, file), 'utf8'), url);
      scans.push(scan);
      const profiles = scan.profiles.map(({ name, url: profileUrl, title, company }) => ({
        name,
        profileUrl,
        title,
        company,
      }));
      lines.push(`${JSON.stringify({ id, profiles })}\n`);
    }
    if (values.out === undefined) process.stdout.write(lines.join(''));
    else await writeFile(values.out, lines.join(''));
    console.error(summary(scans));
  } finally {
    await reader.close();
  }
}

/** The pages of the folder; the error names the line that is wrong. */
async function readCases(folder: string): Promise<z.infer<typeof Case>[]> {
  const index = join(folder, 'index.jsonl');
  const text = await readFile(index, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${folder} is no corpus: it has no index.jsonl that can be read`);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    try {
      return Case.parse(JSON.parse(line));
    } catch {
      throw new Error(`${index}, line ${at + 1}: not a case with id, file and url`);
    }
  });
}

/** Counts, and the times of one scan each; the first pages of a fresh browser count like all others. */
function summary(scans: readonly Scan[]): string {
  const times = scans.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(1)} ms`;
  const people = scans.reduce((sum, { profiles, more }) => sum + profiles.length + more, 0);
  const empty = scans.filter(({ profiles }) => profiles.length === 0).length;
  return `${scans.length} pages, ${people} people, none on ${empty}; scan: median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

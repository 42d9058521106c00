import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the tests of the core need. */
const COPIED = ['package.json', 'src/contract', 'src/server/credits', 'src/server/db/moment.ts', 'test/credits'];
/** Far beyond what the tests take: only an endless loop gets there. */
const TIME_LIMIT = 120_000;

/** The tests that failed, by examples and by random histories; `hung` when they did not come to an end. */
export type Verdict = { kind: 'ended'; examples: string[]; histories: string[] } | { kind: 'hung' };

/** A copy of the core and its tests to break. */
export class Scratch {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<Scratch> {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-mutants-'));
    for (const path of COPIED) await cp(join(root, path), join(folder, path), { recursive: true });
    await mkdir(join(folder, 'test'), { recursive: true });
    await cp(join(root, 'test/vitest.config.ts'), join(folder, 'test/vitest.config.ts'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    return new Scratch(folder);
  }

  /**
   * Runs the tests with one bug planted, which is taken out again.
   * @throws when the source is not as the mutant expects it, or the tests cannot be run
   */
  async test(mutant: Mutant): Promise<Verdict> {
    const path = join(this.#folder, 'src/server/credits', mutant.file);
    const source = await readFile(path, 'utf8');
    const found = source.split(mutant.from).length - 1;
    if (found !== 1)
      throw new Error(`"${mutant.name}": ${mutant.file} has ${JSON.stringify(mutant.from)} ${found} times`);
    await writeFile(
      path,
      source.replace(mutant.from, () => mutant.to),
    );
    try {
      return await this.run();
    } finally {
      await writeFile(path, source);
    }
  }

  /** Runs the tests as they are. */
  async run(): Promise<Verdict> {
    const report = join(this.#folder, 'report.json');
    await rm(report, { force: true });
    const words = ['run', '--config', 'test/vitest.config.ts', '--project', 'pure', 'test/credits'];
    // What is planted has nothing to do with what histories come to.
    const fast = ['--exclude=**/histories.test.ts', '--no-isolate', '--maxWorkers=1'];
    const output = ['--reporter=json', `--outputFile.json=${report}`];
    const env = { ...process.env, LATCHKEY_HISTORIES: '150', LATCHKEY_SEED: '1', LATCHKEY_SHRINK: 'no' };
    const child = spawn(join(root, 'node_modules/.bin/vitest'), [...words, ...fast, ...output], {
      ...{ cwd: this.#folder, env, stdio: 'ignore', timeout: TIME_LIMIT, shell: process.platform === 'win32' },
    });
    const hung = await new Promise<boolean>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (_code, signal) => resolve(signal !== null));
    });
    return hung ? { kind: 'hung' } : verdictOf(JSON.parse(await readFile(report, 'utf8')));
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string; title: string }[] }[];
}

/** @throws when a file of tests could not even be loaded: then nothing was tested */
function verdictOf({ testResults }: Report): Verdict {
  const unloaded = testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (unloaded !== undefined) throw new Error(`${unloaded.name} does not load: ${unloaded.message}`);
  const failed = (files: Report['testResults']) =>
    files.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ status, title }) => (status === 'failed' ? [title] : [])),
    );
  const isRandom = ({ name }: { name: string }) => name.endsWith('.properties.test.ts');
  return {
    kind: 'ended',
    examples: failed(testResults.filter((file) => !isRandom(file))),
    histories: failed(testResults.filter(isRandom)),
  };
}

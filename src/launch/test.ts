import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How many tests of a stage passed and failed; a stage that counts nothing itself is one test. */
interface Count {
  passed: number;
  failed: number;
}

interface Stage {
  readonly name: string;
  /** Commands of node_modules/.bin, run one after the other until one fails. */
  readonly commands: (report: string) => readonly (readonly string[])[];
  /** Reads the tool's own report in JSON. */
  readonly count?: (report: unknown) => Count;
  /** Whether it looks at what `build` makes, so that it is skipped without it. */
  readonly built?: true;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const vitest = (project: string): Stage => ({
  name: project,
  commands: (report) => [
    [
      ...['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
  ],
  count: (report) => {
    const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  },
});

/** In the order they run: what fails soonest comes first. */
const stages: readonly Stage[] = [
  { name: 'types', commands: () => [['tsc', '--noEmit']] },
  { name: 'lint', commands: () => [['biome', 'check', '--error-on-warnings']] },
  {
    name: 'build',
    commands: () => [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox'],
    ],
  },
  vitest('pure'),
  vitest('ui'),
  vitest('server'),
  {
    name: 'torture',
    commands: (report) => [['node', 'test/torture/main.ts', '--seeds', '2', '--seconds', '2', '--report', report]],
    // One test a seed and database.
    count: (report) => report as Count,
  },
  { ...vitest('rules'), built: true },
  {
    name: 'browser',
    built: true,
    commands: () => [['playwright', 'test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json']],
    count: (report) => {
      const { expected, flaky, unexpected } = (report as { stats: Record<string, number> }).stats;
      return { passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected ?? 0 };
    },
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}: choose from ${stages.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const chosen = stages.filter(({ name }) => asked.length === 0 || asked.includes(name));
const needsBuild = chosen.some(({ built }) => built) && !chosen.some(({ name }) => name === 'build');
const build = stages.filter(({ name }) => needsBuild && name === 'build');

const total: Count = { passed: 0, failed: 0 };
const summary: string[] = [];
let buildFailed = false;
for (const stage of [...build, ...chosen]) {
  if (stage.built && buildFailed) {
    summary.push(`${stage.name.padEnd(8)} skipped: the build failed`);
    continue;
  }
  console.log(`\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`);
  const began = performance.now();
  const { passed, failed } = await runStage(stage);
  if (stage.name === 'build') buildFailed = failed > 0;
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  summary.push(`${stage.name.padEnd(8)} ${passed} passed, ${failed} failed in ${seconds} s`);
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function runStage({ commands, count }: Stage): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-test-'));
  try {
    const report = join(folder, 'report.json');
    let ok = true;
    for (const command of commands(report)) ok = ok && (await succeeds(command, report));
    if (!count) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    const counted = await readFile(report, 'utf8').then((text) => count(JSON.parse(text)), nothing);
    // A tool that ended badly without a failed test (a crash, an error outside any test) is a failure all the same.
    return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** No report was written: there was no test, or the tool crashed, which its exit status tells. */
function nothing(): Count {
  return { passed: 0, failed: 0 };
}

/** Runs a tool of node_modules/.bin in the root of the repository and shows what it prints. */
function succeeds([tool = '', ...words]: readonly string[], report: string): Promise<boolean> {
  const child = spawn(join(root, 'node_modules', '.bin', tool), words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${tool} does not start: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

import { defineConfig } from 'vitest/config';

/** Folders of tests which need no database; those of `profiles` read their pages in Chromium. */
const pure = ['contract', 'profiles', 'extension', 'credits', 'launch'];

export default defineConfig({
  test: {
    root: '.',
    passWithNoTests: true,
    disableConsoleIntercept: true,
    projects: [
      {
        test: { name: 'pure', include: pure.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`), testTimeout: 30_000 },
      },
      { test: { name: 'ui', include: ['test/ui/**/*.test.{ts,tsx}'], testTimeout: 60_000, fileParallelism: false } },
      {
        test: {
          name: 'server',
          include: ['test/{server,torture}/**/*.test.ts'],
          globalSetup: ['test/launch/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Rules of the whole tree and of what is built: layers, manifest, bundle ceilings.
      { test: { name: 'rules', include: ['test/*.test.ts'] } },
    ],
  },
});

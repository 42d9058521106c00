import { defineConfig } from '@playwright/test';

/** Every test starts its own browser; two at once make a small machine's timings unreliable. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results',
  timeout: 60_000,
  workers: 1,
  // A browser on a shared machine may stall: a test that passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
});

import { start } from './prepare.js';

await start('test/corpus/run.ts', { chromium: true });

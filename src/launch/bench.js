import { start } from './prepare.js';

await start('test/bench/main.ts', { chromium: true });

import { start } from './prepare.js';

await start('test/profiles/sites/fixture.ts', { chromium: true });

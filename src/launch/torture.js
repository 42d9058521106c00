import { start } from './prepare.js';

await start('test/torture/main.ts', { postgres: true });

import { start } from './prepare.js';

await start('test/mutants/main.ts', {});

import { start } from './prepare.js';

const stages = process.argv.slice(2);
const all = stages.length === 0;

await start('src/launch/test.ts', {
  chromium: all || stages.some((stage) => ['browser', 'ui', 'pure'].includes(stage)),
  firefox: all || stages.includes('browser'),
  postgres: all || stages.some((stage) => ['server', 'torture'].includes(stage)),
});

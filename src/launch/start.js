import { start } from './prepare.js';

await start('src/launch/demo.ts', { chromium: true, port: Number(process.env.LATCHKEY_PORT || 8787) });

import { start } from './prepare.js';

// With words it is a command beside a running server (`npm run server -- balance`), which needs no port.
const serves = process.argv.length === 2;

await start('src/server/main.ts', serves ? { port: Number(process.env.LATCHKEY_PORT || 8787) } : {});

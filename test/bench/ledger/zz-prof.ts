import { openOurs } from './ours.ts';
import { ownPostgres } from './postgres.ts';
import { spend } from './spenders.ts';

const pgs = await ownPostgres();
const ours = await openOurs(pgs.url, 1000);
await spend(ours.pair, { spenders: 32, purses: Number(process.argv[2]), seconds: 8 });
await ours.close();
await pgs.stop();

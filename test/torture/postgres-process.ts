import { createInterface } from 'node:readline';
import { startPostgres } from '#launch/postgres.ts';

/*
 * A PostgreSQL in a process of its own, as `src/launch/postgres-process.ts`; each line of its standard input kills it
 * and starts it again, which is answered by a line.
 */

const postgres = await startPostgres();
process.stdout.write(`${postgres.url}\n`);
for await (const _ of createInterface({ input: process.stdin })) {
  await postgres.crash();
  process.stdout.write('up\n');
}
await postgres.stop();
process.exit(0);

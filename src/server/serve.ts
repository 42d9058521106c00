import type { Config } from './config.ts';
import { startServer } from './start.ts';

/** Runs the server until the process is asked to end. @returns the exit status */
export async function serve(config: Config): Promise<number> {
  const started = await startServer({ config }).catch((error: unknown) => sentence(error, config));
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

/** Why the server did not start, for whoever started it. */
function sentence(error: unknown, config: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const words = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE') return `Port ${config.port} is taken. Set LATCHKEY_PORT to another one.`;
  if (code === 'EACCES')
    return `Port ${config.port} may not be opened by this user. Set LATCHKEY_PORT to one above 1023.`;
  return `The server did not start: ${words}`;
}

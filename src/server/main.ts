import { command } from './cli/command.ts';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

const config = readConfig(process.env);
if ('mistakes' in config) {
  for (const mistake of config.mistakes) console.error(mistake);
  process.exitCode = 2;
} else if (process.argv.length > 2) {
  process.exitCode = await command(process.argv.slice(2), config);
} else {
  process.exitCode = await serve(config);
}

import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Config } from '../config.ts';
import { failure } from '../failure.ts';
import { openParts, type Parts } from '../start.ts';
import { commands } from './commands.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** What a command is given. */
export interface Words {
  /** What stands after the command without a flag. */
  operands: string[];
  flags: Record<string, string | boolean | undefined>;
}

interface Described {
  /** Its words after its name, as the help shows them. */
  usage: string;
  summary: string;
  flags: Record<string, { type: 'string' | 'boolean' }>;
  /** How many operands it takes: least and most. */
  operands: readonly [number, number];
}

/** A command beside the server: it is handed the open database of `DATABASE_URL` and all that works on it. */
export interface Beside extends Described {
  run(parts: Parts, words: Words, url: string, terminal: Terminal): Promise<Done>;
}

/** A command that says itself what it opens, if anything. */
export interface Alone extends Described {
  alone(words: Words, terminal: Terminal): Promise<Done>;
}

export type Command = Beside | Alone;

/** What a command prints. One with `mistake` did nothing of what it was asked. */
export type Done = { lines: string[]; mistake?: never } | { mistake: string; usage?: true; lines?: string[] };

/**
 * Runs one command beside a server that may be running: both open the same database.
 * @returns the exit status: 0 done, 1 refused, 2 not understood
 */
export async function command(argv: readonly string[], config: Config): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    console.log(help());
    return 0;
  }
  const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (chosen === undefined) return misunderstood(`There is no command ${name}.`, help());
  const words = parse(chosen, rest);
  const usage = `Usage: npm run server -- ${name} ${chosen.usage}`;
  if (typeof words === 'string') return misunderstood(words, usage);
  const url = config.url ?? `http://${config.host}:${config.port}`;
  const quiet = { ...config, log: 'warn' } as const;
  const terminal = processTerminal();
  let parts: Parts | null = null;
  try {
    let done: Done;
    if ('alone' in chosen) {
      done = await chosen.alone(words, terminal);
    } else {
      parts = await openParts({ config: quiet, logTo: pino.destination({ fd: 2, sync: true }) }, url);
      done = await chosen.run(parts, words, url, terminal);
    }
    terminal.clear();
    for (const line of done.lines ?? []) console.log(line);
    if (done.mistake === undefined) return 0;
    if (done.usage) return misunderstood(done.mistake, usage);
    console.error(done.mistake);
    return 1;
  } catch (error) {
    console.error(failure(error, config));
    return 1;
  } finally {
    terminal.clear();
    await parts?.database.close();
  }
}

function parse(chosen: Command, rest: string[]): Words | string {
  try {
    const { values, positionals } = parseArgs({ args: rest, options: chosen.flags, allowPositionals: true });
    const [least, most] = chosen.operands;
    if (positionals.length < least) return 'Something is missing.';
    if (positionals.length > most) return `“${positionals[most]}” is one word too many.`;
    return { operands: positionals, flags: values };
  } catch (error) {
    // The parser's own sentences name the flag; only the first of them is about what was typed.
    return error instanceof Error ? `${error.message.split(/\.?\s*(?:\.\s|\n)/)[0]}.` : String(error);
  }
}

function misunderstood(sentence: string, usage: string): number {
  console.error(`${sentence}\n${usage}`);
  return 2;
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, summary }]) => `  ${name} ${usage}\n${wrapped(summary, 90)}`,
  );
  return `Usage: npm run server             runs the server
       npm run server -- COMMAND  works beside it

${lines.join('\n')}
  help
      Shows this.

W is a workspace's name, slug or id; it can be left out where there is only one.`;
}

/** Words in lines of so many letters at most, set in. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `      ${line}`).join('\n');
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { command } from '#server/cli/command.ts';
import { readConfig } from '#server/config.ts';

export const MAIN = fileURLToPath(new URL('../../../src/server/main.ts', import.meta.url));

export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** Runs the real command in a process of its own, in a folder. */
export function mainIn(folder: string, words: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
  });
  const ended: Ended = { status: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ended.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ended.err += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...ended, status })));
}

/** Runs a command in this process, which takes a fraction of the time. */
export async function commandHere(words: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const config = readConfig(environment);
  if ('mistakes' in config) throw new Error(config.mistakes.join(' '));
  const ended: Ended = { status: null, out: '', err: '' };
  const { log, error } = console;
  console.log = (line: string) => {
    ended.out += `${line}\n`;
  };
  console.error = (line: string) => {
    ended.err += `${line}\n`;
  };
  try {
    ended.status = await command(words, config);
    return ended;
  } finally {
    Object.assign(console, { log, error });
  }
}

import { parseArgs } from 'node:util';
import type { DatabaseKind } from './script.ts';

export interface Options {
  /** How many seeds, beginning with `seed`. */
  seeds: number;
  seed: number;
  database: DatabaseKind | 'both';
  /** Load and faults of each run: a second is about 100 answers. */
  seconds: number;
  /** A file for the last line's JSON; null for none. */
  report: string | null;
}

const USAGE =
  'npm run torture -- [--seeds N] [--seed S] [--database sqlite|postgres|both] [--seconds T] [--report FILE]';

/** @returns the options, or what is wrong with them */
export function readOptions(words: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        seeds: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        database: { type: 'string', default: 'both' },
        seconds: { type: 'string', default: '4' },
        report: { type: 'string' },
      },
    });
    const [seeds, seed, seconds] = [Number(values.seeds), Number(values.seed), Number(values.seconds)];
    const { database } = values;
    if (!Number.isInteger(seeds) || seeds < 1) return `--seeds is a number from 1 on: ${USAGE}`;
    if (!Number.isInteger(seed) || seed < 0) return `--seed is a number from 0 on: ${USAGE}`;
    if (!(seconds > 0)) return `--seconds is a number above 0: ${USAGE}`;
    if (database !== 'sqlite' && database !== 'postgres' && database !== 'both') {
      return `--database is sqlite, postgres or both: ${USAGE}`;
    }
    return { seeds, seed, seconds, database, report: values.report ?? null };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}. ${USAGE}`;
  }
}

import * as z from 'zod/mini';
import { type Moment, readMoment } from '../db/moment.ts';
import { compare, type Tell } from './fault.ts';

/** An entry's row, as the database hands it over. */
export interface EntryRow {
  number: number;
  at: string | Date;
  kind: string;
  grant_kind: string | null;
  activity: string | null;
  available_delta: number;
  held_delta: number;
  debt_delta: number;
  parts: string;
  reference: string;
  by_id: string | null;
  by_name: string | null;
  reason: string | null;
}

/** What an entry moved in one grant: its number, credits to spend, credits on hold. */
export type Part = readonly [grant: number, available: number, held: number];

export interface Entry extends Omit<EntryRow, 'at' | 'parts'> {
  at: Moment;
  parts: readonly Part[];
}

const Parts = z.array(z.tuple([z.int(), z.int(), z.int()]));

type Sign = '+' | '-' | '0' | '≥0' | '≤0';
const HOLDS: Record<Sign, (value: number) => boolean> = {
  '+': (value) => value > 0,
  '-': (value) => value < 0,
  '0': (value) => value === 0,
  '≥0': (value) => value >= 0,
  '≤0': (value) => value <= 0,
};

/** Which way each kind of entry moves what can be spent, what is on hold, and what is owed. */
const SIGNS: Record<string, readonly [available: Sign, held: Sign, debt: Sign]> = {
  grant: ['+', '0', '0'],
  hold: ['≤0', '≥0', '0'],
  capture: ['0', '≤0', '0'],
  release: ['≥0', '≤0', '0'],
  expire: ['-', '0', '0'],
  revoke: ['-', '0', '0'],
  reverse: ['≤0', '0', '≥0'],
  repay: ['-', '0', '-'],
  refund: ['≥0', '0', '0'],
};

/** Reads an entry and checks what can be told from it alone: its parts add up to it, and go the way of its kind. */
export function readEntry(row: EntryRow, tell: Tell): Entry {
  const where = `entry ${row.number}`;
  const parts = readParts(row.parts);
  if (parts === null) tell({ where, what: 'parts', expected: 'a list of [grant, available, held]', found: row.parts });
  const sum = (index: 1 | 2) => (parts ?? []).reduce((total, part) => total + part[index], 0);
  if (parts !== null) {
    compare(tell, where, 'sum of its parts to spend', row.available_delta, sum(1));
    compare(tell, where, 'sum of its parts on hold', row.held_delta, sum(2));
  }
  const signs = SIGNS[row.kind];
  if (signs === undefined) {
    tell({ where, what: 'kind', expected: Object.keys(SIGNS).join(', '), found: row.kind });
  } else {
    const deltas = [row.available_delta, row.held_delta, row.debt_delta] as const;
    const names = ['to spend', 'on hold', 'debt'] as const;
    for (const [index, sign] of signs.entries()) {
      const delta = deltas[index] ?? 0;
      if (!HOLDS[sign](delta)) {
        tell({ where, what: `${names[index]} in a ${row.kind}`, expected: SAID[sign], found: String(delta) });
      }
    }
  }
  return { ...row, at: readMoment(row.at), parts: parts ?? [] };
}

const SAID: Record<Sign, string> = {
  '+': 'more than 0',
  '-': 'less than 0',
  '0': '0',
  '≥0': '0 or more',
  '≤0': '0 or less',
};

function readParts(text: string): Part[] | null {
  try {
    const read = Parts.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

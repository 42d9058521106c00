import { endOf, startOfDay } from '../days.ts';
import type { Done } from './command.ts';

/** What words on the command line mean; undefined where they mean nothing. */
type Given = string | boolean | undefined;

export function wholeNumber(words: Given): number | undefined {
  return typeof words === 'string' && /^\d{1,9}$/.test(words) ? Number(words) : undefined;
}

/** A price: a number of credits, or `none` for what the plan excludes. */
export function price(words: Given): number | null | undefined {
  return words === 'none' ? null : wholeNumber(words);
}

/** The start of a day in a time zone. */
export function day(words: Given, zone: string): string | undefined {
  return startOfDay(String(words), zone);
}

/** The end of a day, or a moment. */
export function end(words: Given): string | undefined {
  return endOf(String(words));
}

/** An id of somebody's own choice, in small letters; a new one where none is given. */
export function ownId(words: Given): string | undefined {
  return words === undefined ? crypto.randomUUID() : uuid(words);
}

export function uuid(words: Given): string | undefined {
  return typeof words === 'string' && UUID.test(words) ? words.toLowerCase() : undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A command that was not understood. */
export function wrong(mistake: string): Done {
  return { mistake, usage: true };
}

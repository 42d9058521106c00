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

/** The start of a day, such as `2026-05-31`, in a time zone. */
export function startOfDay(words: Given, zone: string): string | undefined {
  try {
    return instant(Temporal.PlainDate.from(String(words)).toZonedDateTime(zone).toInstant());
  } catch {
    return undefined;
  }
}

/** An end: the end of a day, in UTC, or a moment such as `2026-05-31T12:00:00Z`. */
export function end(words: Given): string | undefined {
  const text = String(words);
  try {
    if (text.includes('T')) return instant(Temporal.Instant.from(text));
    return instant(Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime('UTC').toInstant());
  } catch {
    return undefined;
  }
}

/** An id of somebody's own choice, in small letters; a new one where none is given. */
export function ownId(words: Given): string | undefined {
  return words === undefined ? crypto.randomUUID() : uuid(words);
}

export function uuid(words: Given): string | undefined {
  return typeof words === 'string' && UUID.test(words) ? words.toLowerCase() : undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function instant(of: Temporal.Instant): string {
  return of.toString({ fractionalSecondDigits: 3 });
}

/** A command that was not understood. */
export function wrong(mistake: string): Done {
  return { mistake, usage: true };
}

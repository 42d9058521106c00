/** A moment as it is kept and compared: ISO 8601 in UTC with milliseconds, always 24 characters. */
export type Moment = string;

/** An instant, cut to milliseconds. */
export function momentOf(instant: Temporal.Instant): Moment {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** `moment` moved by a number of milliseconds. */
export function later(moment: Moment, milliseconds: number): Moment {
  return momentOf(Temporal.Instant.from(moment).add({ milliseconds }));
}

/** A moment as a driver returns it: PostgreSQL's is a Date, SQLite's the text that was written. */
export function readMoment(value: string | Date): Moment {
  return typeof value === 'string' ? value : value.toISOString();
}

/** The same where there may be none. */
export function readMomentOrNull(value: string | Date | null): Moment | null {
  return value === null ? null : readMoment(value);
}

/** Days and moments as people write them; undefined where they mean none. Moments come out as ISO 8601 in UTC. */

/** The start of a day, such as `2026-05-31`, in a time zone. */
export function startOfDay(text: string, zone: string): string | undefined {
  try {
    return moment(Temporal.PlainDate.from(text).toZonedDateTime(zone).toInstant());
  } catch {
    return undefined;
  }
}

/** An end: the end of a day, in UTC, or a moment such as `2026-05-31T12:00:00Z`. */
export function endOf(text: string): string | undefined {
  try {
    if (text.includes('T')) return moment(Temporal.Instant.from(text));
    return moment(Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime('UTC').toInstant());
  } catch {
    return undefined;
  }
}

function moment(of: Temporal.Instant): string {
  return of.toString({ fractionalSecondDigits: 3 });
}

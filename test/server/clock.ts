/** A clock that stands still until it is moved. */
export interface Clock {
  now(): Temporal.Instant;
  iso(): string;
  forward(duration: Temporal.DurationLike): void;
  set(moment: string): void;
}

export function clockAt(moment: string): Clock {
  let instant = Temporal.Instant.from(moment);
  return {
    now: () => instant,
    iso: () => instant.toString({ fractionalSecondDigits: 3 }),
    forward(duration) {
      instant = instant.toZonedDateTimeISO('UTC').add(duration).toInstant();
    },
    set(later) {
      instant = Temporal.Instant.from(later);
    },
  };
}

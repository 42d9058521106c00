import type { CYCLES } from '#contract/plan.ts';
import { type Moment, momentOf } from '../db/moment.ts';

export type Cycle = (typeof CYCLES)[number];

/** When billing cycles begin: cycle 0 at `anchor`, each next one a period later by the calendar of `timeZone`. */
export interface Calendar {
  cycle: Cycle;
  anchor: Moment;
  timeZone: string;
}

const MONTHS: Record<Cycle, number> = { monthly: 1, quarterly: 3, semi_annual: 6, annual: 12 };

/** Whether `name` is a time zone that dates can be reckoned in. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * When cycle `number` begins. Always reckoned from the original anchor, so that a month which lacks its day shortens
 * only itself: 31 Jan → 28 Feb → 31 Mar.
 */
export function cycleStart({ cycle, anchor, timeZone }: Calendar, number: number): Moment {
  const first = Temporal.Instant.from(anchor).toZonedDateTimeISO(timeZone);
  return momentOf(first.add({ months: number * MONTHS[cycle] }).toInstant());
}

/** The cycle that `now` falls into; -1 for any time before the anchor, when none has begun. */
export function cycleAt(calendar: Calendar, now: Moment): number {
  if (now < cycleStart(calendar, 0)) return -1;
  const first = Temporal.Instant.from(calendar.anchor).toZonedDateTimeISO(calendar.timeZone);
  const months = first.until(Temporal.Instant.from(now).toZonedDateTimeISO(calendar.timeZone), {
    largestUnit: 'months',
  }).months;
  // The months between two dates can be one short at a month's end: the starts themselves decide.
  let number = Math.floor(months / MONTHS[calendar.cycle]);
  while (cycleStart(calendar, number + 1) <= now) number += 1;
  while (number > 0 && cycleStart(calendar, number) > now) number -= 1;
  return number;
}

import type { Host } from '#contract/host.ts';

/** Texts, numbers and dates in the rep's language. */
export interface Words {
  t: Host['t'];
  /** Plain text of a counted message: `key_one`, `key_other`, … by the language's plural rules; $1 is the number. */
  count(key: string, n: number, ...more: (string | number)[]): string;
  number(n: number): string;
  /** `1 December`; with the year when it is not this one. */
  day(moment: string): string;
  /** `14:02`. */
  time(moment: string): string;
  /** The time alone when it is today, otherwise day and time. */
  moment(moment: string): string;
}

/** @param now for tests; milliseconds since the epoch */
export function wordsOf(host: Pick<Host, 't' | 'language'>, now: () => number = Date.now): Words {
  const language = known(host.language);
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const times = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
  const daysOfYears = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });

  const day = (moment: string) => {
    const date = new Date(moment);
    return (date.getFullYear() === new Date(now()).getFullYear() ? days : daysOfYears).format(date);
  };
  const time = (moment: string) => times.format(new Date(moment));

  return {
    t: host.t,
    // A language may need a form its messages lack; every locale has `_other`.
    count: (key, n, ...more) => {
      const shown = numbers.format(n);
      return host.t(`${key}_${plurals.select(n)}`, shown, ...more) || host.t(`${key}_other`, shown, ...more);
    },
    number: (n) => numbers.format(n),
    day,
    time,
    moment: (moment) =>
      new Date(moment).toDateString() === new Date(now()).toDateString()
        ? time(moment)
        : `${day(moment)}, ${time(moment)}`,
  };
}

/** A language tag `Intl` accepts. Browsers write `en_US` in places. */
function known(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Whether the language is written from right to left. */
export function direction(language: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ps|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}

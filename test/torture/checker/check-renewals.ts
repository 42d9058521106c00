import { type Check, Findings } from './problem.ts';

const MONTHS = { monthly: 1, quarterly: 3, semi_annual: 6, annual: 12 } as const;

/**
 * Each billing cycle that began was granted once and expired once, however the clock jumped. Only of a plan that stayed
 * what it was, with credits in every cycle.
 */
export const checkRenewals: Check = ({ team, terms, steady, from, to, books }) => {
  const found = new Findings(team);
  if (!steady || terms.allowance === 0) return [];
  const { cycle, anchor, timeZone } = terms;
  const first = Temporal.Instant.from(anchor).toZonedDateTimeISO(timeZone);
  const start = (number: number) => first.add({ months: number * MONTHS[cycle] }).toInstant().epochMilliseconds;
  const expected: number[] = [];
  for (let number = 0; start(number) <= Date.parse(to); number += 1) {
    // The cycle that the run began in, and all that began since.
    if (start(number + 1) > Date.parse(from)) expected.push(start(number));
  }
  const granted = books.grants.filter(({ source, kind }) => kind === 'plan' && source.startsWith('plan:'));
  const given = books.entries.filter(({ number }) => granted.some(({ entry }) => entry === number));
  const iso = (times: number[]) => times.map((time) => new Date(time).toISOString());
  found.same(
    'the cycles that were granted',
    given.map(({ reference }) => new Date(reference).toISOString()),
    iso(expected),
  );
  for (const { entry, credits, expiresAt, left } of granted) {
    found.same(`credits of cycle grant ${entry}`, credits, terms.allowance);
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(to)) {
      found.same(`what is left of grant ${entry}, which has expired`, left, 0);
    }
    const expired = books.entries.filter(
      ({ kind, parts, byId, reference }) =>
        kind === 'expire' && byId === null && reference.startsWith('plan:') && parts.some(([grant]) => grant === entry),
    );
    if (expired.length > 1) found.add('duplicated', `cycle grant ${entry} expired ${expired.length} times`);
  }
  return found.problems;
};

import fc from 'fast-check';
import { apply, type Command } from '#server/credits/ledger.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import { EMPTY_PURSE, type Entry, type Purse } from '#server/credits/purse.ts';
import { later, type Moment } from '#server/db/moment.ts';

export const START: Moment = '2026-01-31T10:00:00.000Z';
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const TEAM: PlanTerms = {
  name: 'Team',
  allowance: 100,
  cycle: 'monthly',
  anchor: START,
  timeZone: 'Europe/Berlin',
  prices: { email: 1, phone: 8 },
};

/** One step of a history: the clock moves (also back), then commands are applied together. */
export interface Step {
  move: number;
  commands: Command[];
}

const by = fc.constant({ id: 'm1', name: 'Ada Okafor' });
const holdId = fc.integer({ min: 1, max: 12 }).map((number) => `hold-${number}`);
const credits = fc.integer({ min: 0, max: 60 });

const terms: fc.Arbitrary<PlanTerms> = fc.record({
  name: fc.constantFrom('Team', 'Scale'),
  allowance: fc.integer({ min: 0, max: 80 }),
  cycle: fc.constantFrom('monthly' as const, 'quarterly' as const, 'semi_annual' as const, 'annual' as const),
  anchor: fc.constantFrom(START, '2025-08-31T22:30:00.000Z', '2026-03-15T00:00:00.000Z'),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland'),
  prices: fc.constant({ email: 1, phone: 8 }),
});

/** Commands that make sense often enough to get far, and nonsense often enough to be told so. */
export function command(now: Moment): fc.Arbitrary<Command> {
  const expiresAt = fc.integer({ min: 1, max: 90 }).map((minutes) => later(now, minutes * MINUTE));
  return fc.oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('set_plan' as const), terms, by }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('grant' as const),
        source: fc.integer({ min: 1, max: 10 }).map((number) => `grant:${number}`),
        grantKind: fc.constantFrom('add_on' as const, 'top_up' as const),
        credits: fc.integer({ min: 1, max: 50 }),
        expiresAt: fc.oneof(
          fc.constant(null),
          fc.integer({ min: 1, max: 60 }).map((days) => later(now, days * DAY)),
        ),
        reference: fc.constant('a reference'),
        reason: fc.constant('a reason'),
        by,
      }),
    },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('hold' as const), id: holdId, credits, expiresAt, by }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('capture' as const), id: holdId, credits, by }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('release' as const), id: holdId, by, reason: fc.constant(null) }),
    },
  );
}

export const history: fc.Arbitrary<Step[]> = fc.array(
  fc
    .oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 * MINUTE }) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 100 * DAY }) },
      { weight: 1, arbitrary: fc.integer({ min: -3 * DAY, max: 0 }) },
    )
    .chain((move) => fc.record({ move: fc.constant(move), commands: fc.array(command(START), { maxLength: 4 }) })),
  { minLength: 1, maxLength: 40 },
);

/**
 * A command as it is given at `now`: what expires does so as long after `now` as it was made to after `START`, and a
 * capture stays within its hold (beyond it is a caller's bug, which throws).
 */
export function fitting(purse: Purse, asked: Command, now: Moment): Command {
  const moved = Date.parse(now) - Date.parse(START);
  if (asked.kind === 'hold') return { ...asked, expiresAt: later(asked.expiresAt, moved) };
  if (asked.kind === 'grant') return { ...asked, expiresAt: asked.expiresAt && later(asked.expiresAt, moved) };
  if (asked.kind !== 'capture') return asked;
  const hold = purse.holds.get(asked.id);
  return hold === undefined ? asked : { ...asked, credits: Math.min(asked.credits, hold.credits) };
}

/** Runs a history, calling `after` with the purse and all entries so far at each step. */
export function run(steps: Step[], after: (purse: Purse, entries: readonly Entry[], now: Moment) => void): void {
  let purse = EMPTY_PURSE;
  let now = START;
  const entries: Entry[] = [];
  for (const step of steps) {
    now = later(now, step.move);
    for (const asked of step.commands) {
      const applied = apply(purse, [fitting(purse, asked, now)], now);
      purse = applied.purse;
      entries.push(...applied.entries);
    }
    const idle = apply(purse, [], now);
    purse = idle.purse;
    entries.push(...idle.entries);
    after(purse, entries, now);
  }
}

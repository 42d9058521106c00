import fc from 'fast-check';
import type { AnswerTo, Command } from '#server/credits/commands.ts';
import { apply } from '#server/credits/ledger.ts';
import type { PlanTerms } from '#server/credits/plan.ts';
import { EMPTY_PURSE, type Entry, type Purse } from '#server/credits/purse.ts';
import { later, type Moment } from '#server/db/moment.ts';

/** Random histories of a purse: what its clock does and what is asked of it. */

export const START: Moment = '2026-01-31T10:00:00.000Z';
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const PRICES = {
  email: 1,
  phone: 8,
  contact_enrichment: 2,
  account_enrichment: null,
  ai_insight: 3,
  api_call: 1,
} as const;

export const TEAM: PlanTerms = {
  name: 'Team',
  allowance: 100,
  cycle: 'monthly',
  anchor: START,
  timeZone: 'Europe/Berlin',
  prices: PRICES,
  refundDays: 30,
  heldOver: 'expire',
};

/** Histories of the main property: LATCHKEY_HISTORIES says otherwise. */
export const HISTORIES = Number(process.env.LATCHKEY_HISTORIES || 10_000);

/**
 * How a property is run: so many histories, from the seed in LATCHKEY_SEED if there is one. LATCHKEY_SHRINK=no stops at
 * the first failure as it was found.
 */
export function runs(numRuns: number): fc.Parameters<unknown> {
  const { LATCHKEY_SEED: seed, LATCHKEY_SHRINK: shrink } = process.env;
  return { numRuns, endOnFailure: shrink === 'no', ...(seed && { seed: Number(seed) }) };
}

/** One step of a history: the clock moves (also back), then commands are applied together. */
export interface Step {
  move: number;
  commands: Command[];
}

/** Commands of one history at most. */
const COMMANDS_LIMIT = 100;

const MEMBERS = ['ada', 'ben', 'cleo'] as const;
const member = fc.constantFrom(...MEMBERS);
const by = fc.oneof(
  { weight: 5, arbitrary: member.map((id) => ({ id, name: `Member ${id}` })) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const holdId = fc.integer({ min: 1, max: 24 }).map((number) => `hold-${number}`);
const grantSource = fc.integer({ min: 1, max: 10 }).map((number) => `grant:${number}`);
const addOnId = fc.constantFrom('small', 'large');
const credits = fc.integer({ min: 0, max: 60 });
const reference = fc.constant('a reference');
const reason = fc.constant('a reason');

const terms: fc.Arbitrary<PlanTerms> = fc.record({
  name: fc.constantFrom('Team', 'Scale'),
  allowance: fc.integer({ min: 0, max: 80 }),
  cycle: fc.constantFrom('monthly' as const, 'monthly' as const, 'quarterly' as const, 'semi_annual' as const),
  anchor: fc.constantFrom(START, START, '2025-08-31T22:30:00.000Z', '2026-03-15T00:00:00.000Z'),
  timeZone: fc.constantFrom('Europe/Berlin', 'Europe/Berlin', 'Pacific/Auckland'),
  prices: fc.constant(PRICES),
  refundDays: fc.constantFrom(0, 14, 60),
  heldOver: fc.constantFrom('expire' as const, 'goodwill' as const),
});

const after = (unit: number, max: number) => fc.integer({ min: 1, max }).map((count) => later(START, count * unit));

const hold = (id: fc.Arbitrary<string>) =>
  fc.record({
    kind: fc.constant('hold' as const),
    id,
    activity: fc.constantFrom('email' as const, 'phone' as const),
    credits,
    expiresAt: fc.oneof({ weight: 3, arbitrary: after(MINUTE, 90) }, { weight: 2, arbitrary: after(DAY, 60) }),
    by,
  });
const capture = (id: fc.Arbitrary<string>) => fc.record({ kind: fc.constant('capture' as const), id, credits, by });
const refund = (id: fc.Arbitrary<string>) =>
  fc.record({
    kind: fc.constant('refund' as const),
    id,
    askedAt: fc.integer({ min: 0, max: 20 }).map((days) => later(START, -days * DAY)),
    by,
    reason,
  });
const grant = (kind: 'plan' | 'add_on' | 'top_up') =>
  fc.record({
    kind: fc.constant('grant' as const),
    source: grantSource,
    grantKind: fc.constant(kind),
    credits: fc.integer({ min: 1, max: 50 }),
    expiresAt: fc.oneof(fc.constant(null), after(DAY, 60)),
    reference,
    reason,
    by,
  });

const revoke = fc.record({
  kind: fc.constant('revoke' as const),
  source: grantSource,
  credits: fc.integer({ min: 0, max: 20 }),
  reference,
  reason,
  by,
});
const reverse = fc.record({ kind: fc.constant('reverse' as const), source: grantSource, reference, reason, by });

/** Commands that make sense often enough to get far, and nonsense often enough to be told so. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 10, arbitrary: hold(holdId) },
  { weight: 8, arbitrary: capture(holdId) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('release' as const), id: holdId, by, reason: fc.constant(null) }),
  },
  { weight: 4, arbitrary: refund(holdId) },
  { weight: 3, arbitrary: grant('top_up') },
  { weight: 1, arbitrary: grant('add_on') },
  { weight: 1, arbitrary: grant('plan') },
  { weight: 1, arbitrary: revoke },
  { weight: 3, arbitrary: reverse },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('set_plan' as const),
      terms,
      when: fc.constantFrom('now' as const, 'renewal' as const),
      by,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel_plan' as const), by }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('add_on' as const),
      id: addOnId,
      credits: fc.integer({ min: 1, max: 30 }),
      by,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop_add_on' as const), id: addOnId, by }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set_cap' as const),
      member,
      credits: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 6 }),
      used: fc.constant(0),
      by,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('raise_cap' as const),
      member,
      credits: fc.integer({ min: 1, max: 60 }),
      until: after(DAY, 20),
      by,
    }),
  },
);

/** What belongs together often comes together: a spend, its dispute, a purchase that is taken back or corrected. */
const act: fc.Arbitrary<Command[]> = fc.oneof(
  { weight: 10, arbitrary: command.map((one) => [one]) },
  {
    weight: 4,
    arbitrary: holdId.chain((id) => {
      const same = fc.constant(id);
      return fc.oneof(
        fc.tuple(hold(same), capture(same)).map((pair): Command[] => pair),
        fc.tuple(hold(same), capture(same), refund(same)).map((all): Command[] => all),
      );
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(grant('top_up'), hold(holdId), fc.oneof(reverse, revoke))
      .map(([given, held, taken]): Command[] => [given, held, { ...taken, source: given.source }]),
  },
);

/** Mostly whole minutes and days, as what expires does: so the clock often stands on the very moment. */
const move = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map((minutes) => minutes * MINUTE) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }).map((days) => days * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -3 * DAY, max: 0 }) },
);

/** Up to 100 commands, in steps between which the clock moves by minutes, days, several cycles, or back. */
export const history: fc.Arbitrary<Step[]> = fc
  .array(fc.record({ move, acts: fc.array(act, { maxLength: 3, size: 'max' }) }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  })
  .map((steps) => {
    let room = COMMANDS_LIMIT;
    return steps.map(({ move, acts }) => {
      const commands = acts.flat().slice(0, room);
      room -= commands.length;
      return { move, commands };
    });
  });

/**
 * A command as it is given at `now`: moments in it lie as far from `now` as they were made to lie from `START`, a capture
 * stays within its hold (beyond it is a caller's bug, which throws), and a cap is told what its member has used.
 * @param purse with all its holds
 */
export function fitting(purse: Purse, asked: Command, now: Moment): Command {
  const shifted = (moment: Moment) => new Date(Date.parse(moment) + Date.parse(now) - Date.parse(START)).toISOString();
  switch (asked.kind) {
    case 'hold':
      return { ...asked, expiresAt: shifted(asked.expiresAt) };
    case 'grant':
      return { ...asked, expiresAt: asked.expiresAt && shifted(asked.expiresAt) };
    case 'refund':
      return { ...asked, askedAt: shifted(asked.askedAt) };
    case 'raise_cap':
      return { ...asked, until: shifted(asked.until) };
    case 'set_cap':
      return { ...asked, used: usedOf(purse, asked.member) };
    case 'capture': {
      const hold = purse.holds.get(asked.id);
      return hold === undefined ? asked : { ...asked, credits: Math.min(asked.credits, hold.credits) };
    }
    default:
      return asked;
  }
}

/** What a member has on hold and was charged in this cycle, less what came back. */
export function usedOf({ holds, capsFrom }: Purse, member: string): number {
  let used = 0;
  for (const { by, entry, status, credits, end, refund } of holds.values()) {
    if (by !== member || entry <= capsFrom) continue;
    if (status === 'open') used += credits;
    else if (status === 'captured' && refund === null) used += end?.charged ?? 0;
  }
  return used;
}

/** What was asked at one moment, and what came of it. */
export interface Told {
  now: Moment;
  before: Purse;
  purse: Purse;
  /** Null for a mere look at the clock. */
  command: Command | null;
  answer: AnswerTo<Command> | null;
  entries: readonly Entry[];
}

/** Runs a history command by command, calling `after` with each, and with none whenever the clock has moved and last. */
export function run(steps: readonly Step[], after: (told: Told) => void): void {
  let purse = EMPTY_PURSE;
  let now = START;
  for (const step of [...steps, { move: 0, commands: [] }]) {
    now = later(now, step.move);
    for (const asked of [null, ...step.commands]) {
      const before = purse;
      const command = asked === null ? null : fitting(purse, asked, now);
      const applied = apply(purse, command === null ? [] : [command], now);
      purse = applied.purse;
      after({ now, before, purse, command, answer: applied.answers[0] ?? null, entries: applied.entries });
    }
  }
}

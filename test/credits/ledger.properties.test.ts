import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Command } from '#server/credits/commands.ts';
import { apply, open } from '#server/credits/ledger.ts';
import { bySpendingOrder, EMPTY_PURSE, type Entry, type Purse } from '#server/credits/purse.ts';
import { later } from '#server/db/moment.ts';
import { Audit } from './audit.ts';
import { DAY, fitting, HISTORIES, history, MINUTE, run, runs, START, type Step, type Told } from './histories.ts';
import { isHeld, Model } from './model.ts';

/** The main property runs all of them, the others a few each. */
const MAIN = runs(HISTORIES);
const SOME = runs(Math.ceil(HISTORIES / 50));

// Nothing here is measured, and a busy machine takes its time.
vi.setConfig({ testTimeout: Math.max(600_000, HISTORIES * 60) });

test(`${HISTORIES} random histories of up to 100 commands: ledger, entries and an independent model agree`, () => {
  fc.assert(
    fc.property(history, (steps) => {
      const audit = new Audit();
      const model = new Model();
      run(steps, (told) => {
        agree(audit.problems(told), []);
        model.wait(told.now);
        if (told.command === null) agree(shown(told.purse), shownBy(model));
        else agree(plain(told.answer), plain(model.tell(told.command)));
      });
    }),
    MAIN,
  );
});

/** Comparing texts is far cheaper than `toEqual`, which says where they differ. */
function agree(ours: unknown, theirs: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) expect(ours).toEqual(theirs);
}

/** What the ledger says, as far as the model has a word for it. */
function shown({ available, held, debt, plan, next, cycle, addOns, grants, holds }: Purse) {
  return {
    ...{ available, held, debt, plan, next, cycle: cycle?.number ?? null, renewsAt: cycle?.renewsAt ?? null, addOns },
    grants: [...grants.values()].map(({ kind, credits, left, held, lost, expiresAt, reversed }) =>
      [kind, left, held, lost, credits, expiresAt, reversed].join(' '),
    ),
    holds: [...holds.values()].map(({ id, status, end, refund }) =>
      [id, status, end?.charged ?? 0, refund !== null].join(' '),
    ),
  };
}

/** The same by the model. */
function shownBy({ available, held, debt, plan, next, cycle, addOns, grants, holds }: Model): ReturnType<typeof shown> {
  return {
    ...{ available, held, debt, plan, next, cycle: cycle?.number ?? null, renewsAt: cycle?.renewsAt ?? null, addOns },
    grants: grants.map(({ kind, places, expiresAt, reversed }) => {
      const sums = { left: 0, held: 0, lost: 0, other: 0 };
      for (const place of places)
        sums[place === 'left' || place === 'lost' ? place : isHeld(place) ? 'held' : 'other'] += 1;
      return [kind, sums.left, sums.held, sums.lost, places.length, expiresAt, reversed].join(' ');
    }),
    holds: [...holds].map(([id, { status, charged, refunded }]) => [id, status, charged.length, refunded].join(' ')),
  };
}

/** An answer without the grant or hold in it. */
function plain(answer: { kind: string; [more: string]: unknown } | null) {
  return { ...answer, hold: undefined, grant: undefined };
}

describe('it does not matter', () => {
  test('whether commands are applied one by one or in one go', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let together = EMPTY_PURSE;
        eachStep(steps, (before, told) => {
          const opened = open(before, told[0]?.now ?? START);
          const answers = told.flatMap(({ command }) => (command === null ? [] : [opened.apply(command)]));
          expect(answers).toEqual(told.flatMap(({ answer }) => (answer === null ? [] : [answer])));
          expect(opened.changes().entries).toEqual(told.flatMap(({ entries }) => entries));
          together = opened.purse;
          expect(together).toEqual(told.at(-1)?.purse);
        });
      }),
      SOME,
    );
  });

  test('how often time is looked after: many small steps do what one long one does', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 90 }), (steps, days) => {
        run(steps, ({ purse, now }) => {
          if (purse.lastEntry % 5 !== 0) return;
          const end = later(now, days * DAY);
          const atOnce = apply(purse, [], end);
          const bit = [];
          let stepped = purse;
          for (let moment = now; moment < end; moment = later(moment, 5 * DAY + 7 * MINUTE)) {
            const applied = apply(stepped, [], moment);
            stepped = applied.purse;
            bit.push(...applied.entries);
          }
          const last = apply(stepped, [], end);
          const timeless = (entries: readonly Entry[]) => entries.map(({ at: _, ...entry }) => entry);
          expect(timeless([...bit, ...last.entries])).toEqual(timeless(atOnce.entries));
          expect({ ...last.purse, holds: null }).toEqual({ ...atOnce.purse, holds: null });
        });
      }),
      SOME,
    );
  });

  test('whether what is used up is loaded: only what can matter, and what is asked about, has to be', () => {
    fc.assert(
      fc.property(history, (steps) => {
        run(steps, ({ before, command, now, answer, entries, purse }) => {
          const sparse = apply(asLoaded(before, command, now), command === null ? [] : [command], now);
          expect(sparse.answers[0] ?? null).toEqual(answer);
          expect(sparse.entries).toEqual(entries);
          for (const [entry, grant] of sparse.purse.grants) expect(grant).toEqual(purse.grants.get(entry));
          for (const [id, hold] of sparse.purse.holds) expect(hold).toEqual(purse.holds.get(id));
          const whole = { grants: null, holds: null };
          expect({ ...sparse.purse, ...whole }).toEqual({ ...purse, ...whole });
        });
      }),
      SOME,
    );
  });
});

/** The least of a purse that a store has to load before a command. */
function asLoaded(purse: Purse, command: Command | null, now: string): Purse {
  const asked = command !== null && 'id' in command ? purse.holds.get(command.id) : undefined;
  const charged = new Set(asked?.end?.parts.map(([grant]) => grant));
  const source = command === null ? null : 'source' in command ? command.source : 'id' in command ? command.id : null;
  const grants = [...purse.grants].filter(
    ([entry, grant]) =>
      grant.left + grant.held > 0 ||
      charged.has(entry) ||
      grant.source === source ||
      grant.source === `add_on:${source}`,
  );
  const holds = [...purse.holds].filter(
    ([id, { status, expiresAt }]) => id === asked?.id || (status === 'open' && expiresAt <= now),
  );
  return { ...purse, grants: new Map(grants), holds: new Map(holds) };
}

describe('delivered twice', () => {
  test('a command gets the same answer at once and changes nothing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        run(steps, ({ purse, command, answer, now }) => {
          // Each revocation is one act; its caller knows which were done.
          if (command === null || command.kind === 'revoke') return;
          const again = apply(purse, [command], now);
          expect(again.entries, `${command.kind} had a second effect`).toEqual([]);
          expect(again.answers[0]).toEqual(answer);
          expect(again.purse).toEqual(purse);
        });
      }),
      SOME,
    );
  });

  test('in the end, all that ever moved credits, in any order, moves none again', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 400 * DAY }), fc.boolean(), (steps, after, backwards) => {
        const once: Command[] = [];
        let end = EMPTY_PURSE;
        let now = START;
        run(steps, (told) => {
          ({ purse: end, now } = told);
          const { command, answer } = told;
          if (command !== null && answer !== null && ONCE.has(command.kind) && DONE.has(answer.kind))
            once.push(command);
        });
        const resumed = apply(end, [], later(now, after)).purse;
        const again = apply(resumed, backwards ? once.reverse() : once, later(now, after));
        expect(again.entries).toEqual([]);
        for (const { kind } of again.answers) expect(['insufficient', 'capped', 'unknown']).not.toContain(kind);
        expect({ ...again.purse, holds: null }).toEqual({ ...resumed, holds: null });
      }),
      SOME,
    );
  });
});

/** What has one effect for each id or source, whenever it comes again, and the answers that say it had it. */
const ONCE = new Set<Command['kind']>(['add_on', 'grant', 'reverse', 'hold', 'capture', 'release', 'refund']);
const DONE = new Set(['granted', 'reversed', 'held', 'captured', 'released', 'refunded']);

test('credits are held in the order of spending: nothing later is touched while something earlier has any left', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 80 }), (steps, credits) => {
      run(steps, ({ purse, now }) => {
        const expiresAt = later(now, DAY);
        const command = { kind: 'hold', id: 'the last', activity: 'email', credits, expiresAt, by: null } as const;
        const [answer] = apply(purse, [command], now).answers;
        if (purse.available < credits) {
          expect(answer).toEqual({ kind: 'insufficient', missing: credits - purse.available });
          return;
        }
        if (answer.kind !== 'held') throw new Error(`the answer was ${answer.kind}`);
        const inOrder = [...purse.grants.values()].filter(({ left }) => left > 0).sort(bySpendingOrder);
        let wanted = credits;
        const parts: [number, number][] = [];
        for (const grant of inOrder) {
          const taken = Math.min(wanted, grant.left);
          if (taken > 0) parts.push([grant.entry, taken]);
          wanted -= taken;
        }
        expect(answer.hold.parts).toEqual(parts);
      });
    }),
    SOME,
  );
});

test('no clock and no repetition makes a cycle renew twice', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const granted = new Map<string, number>();
      run(steps, ({ entries, purse, before, command }) => {
        // Another calendar begins cycles of its own, on the operator's word.
        if (command?.kind === 'set_plan') granted.clear();
        if (before.cycle !== null && purse.cycle !== null && command?.kind !== 'set_plan') {
          expect(purse.cycle.renewsAt >= before.cycle.renewsAt, 'a cycle went backwards').toBe(true);
        }
        for (const { number } of entries) {
          const source = purse.grants.get(number)?.source ?? '';
          if (!source.startsWith('plan:') && !/^add_on:\w+:/.test(source)) continue;
          const cycle = source.slice(0, source.lastIndexOf(':'));
          expect(granted.has(cycle), `${cycle} was granted twice`).toBe(false);
          granted.set(cycle, number);
        }
      });
    }),
    SOME,
  );
});

/** Calls `look` with each step of a history: the purse before it and what its commands were told one by one. */
function eachStep(steps: readonly Step[], look: (before: Purse, told: Told[]) => void): void {
  let purse = EMPTY_PURSE;
  let now = START;
  for (const step of steps) {
    now = later(now, step.move);
    const told: Told[] = [];
    const before = purse;
    for (const asked of [null, ...step.commands]) {
      const command = asked === null ? null : fitting(purse, asked, now);
      const applied = apply(purse, command === null ? [] : [command], now);
      const answer = applied.answers[0] ?? null;
      told.push({ now, before: purse, purse: applied.purse, command, answer, entries: applied.entries });
      purse = applied.purse;
    }
    look(before, told);
  }
}

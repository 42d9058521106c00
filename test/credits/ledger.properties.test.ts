import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Command } from '#server/credits/ledger.ts';
import { bySpendingOrder, EMPTY_PURSE, type Entry, type Purse } from '#server/credits/purse.ts';
import { later } from '#server/db/moment.ts';
import { DAY, fitting, history, run, START, TEAM } from './histories.ts';

const RUNS = { numRuns: 400 };

/** What the entries add up to, whole and by grant. */
function replay(entries: readonly Entry[]) {
  const grants = new Map<number, { left: number; held: number }>();
  let available = 0;
  let held = 0;
  for (const entry of entries) {
    available += entry.availableDelta;
    held += entry.heldDelta;
    for (const [number, left, onHold] of entry.parts) {
      const sum = grants.get(number) ?? { left: 0, held: 0 };
      grants.set(number, { left: sum.left + left, held: sum.held + onHold });
    }
  }
  return { available, held, grants };
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

test('the balance is the sum of the entries and the sum of what is left in the grants', () => {
  fc.assert(
    fc.property(history, (steps) => {
      run(steps, (purse, entries) => {
        const sums = replay(entries);
        expect(sums.available, 'sum of entries').toBe(purse.available);
        expect(sums.held, 'held sum of entries').toBe(purse.held);
        expect(sumOf([...purse.grants.values()].map(({ left }) => left)), 'left in grants').toBe(purse.available);
        expect(sumOf([...purse.grants.values()].map(({ held }) => held)), 'held in grants').toBe(purse.held);
        for (const grant of purse.grants.values()) {
          expect(sums.grants.get(grant.entry), `entries of grant ${grant.entry}`).toEqual({
            left: grant.left,
            held: grant.held,
          });
        }
        const open = [...purse.holds.values()].filter(({ status }) => status === 'open');
        expect(sumOf(open.map(({ credits }) => credits)), 'open holds').toBe(purse.held);
      });
    }),
    RUNS,
  );
});

test('nothing is ever negative, entries are numbered without gaps, and each moves what its kind may move', () => {
  const mayMove: Record<Entry['kind'], (available: number, held: number) => boolean> = {
    grant: (available, held) => available > 0 && held === 0,
    hold: (available, held) => available <= 0 && available === -held,
    capture: (available, held) => available === 0 && held <= 0,
    release: (available, held) => available >= 0 && available === -held,
    expire: (available, held) => available < 0 && held === 0,
  };
  fc.assert(
    fc.property(history, (steps) => {
      run(steps, (purse, entries) => {
        expect(purse.available).toBeGreaterThanOrEqual(0);
        expect(purse.held).toBeGreaterThanOrEqual(0);
        for (const { left, held } of purse.grants.values()) expect(Math.min(left, held)).toBeGreaterThanOrEqual(0);
        entries.forEach((entry, index) => {
          expect(entry.number).toBe(index + 1);
          expect(mayMove[entry.kind](entry.availableDelta, entry.heldDelta), JSON.stringify(entry)).toBe(true);
        });
        expect(purse.lastEntry).toBe(entries.length);
      });
    }),
    RUNS,
  );
});

test('each hold is taken once and ends once at most, for no more than it held', () => {
  fc.assert(
    fc.property(history, (steps) => {
      run(steps, (purse, entries) => {
        for (const hold of purse.holds.values()) {
          const own = entries.filter(({ reference, kind }) => reference === hold.id && kind !== 'expire');
          expect(own.filter(({ kind }) => kind === 'hold')).toHaveLength(1);
          expect(own.filter(({ kind }) => kind === 'capture').length).toBeLessThanOrEqual(1);
          expect(own.filter(({ kind }) => kind === 'release').length).toBeLessThanOrEqual(1);
          expect(sumOf(own.map(({ heldDelta }) => heldDelta)), 'still held').toBe(
            hold.status === 'open' ? hold.credits : 0,
          );
          expect(hold.end?.charged ?? 0).toBeLessThanOrEqual(hold.credits);
          expect(sumOf((hold.end?.parts ?? []).map(([, credits]) => credits))).toBe(hold.end?.charged ?? 0);
        }
      });
    }),
    RUNS,
  );
});

test('a command repeated gets the same answer and changes nothing, also when its hold or grant has ended since', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const given: Command[] = [];
      let purse: Purse = EMPTY_PURSE;
      let now = START;
      for (const step of steps) {
        now = later(now, step.move);
        for (const asked of step.commands) {
          const command = fitting(purse, asked, now);
          const first = apply(purse, [command], now);
          const again = apply(first.purse, [command], now);
          expect(again.entries, `${command.kind} had a second effect`).toEqual([]);
          expect(again.answers).toEqual(first.answers);
          purse = first.purse;
          if (first.answers[0].kind === 'held' || first.answers[0].kind === 'granted') given.push(command);
        }
      }
      const end = apply(purse, [], now).purse;
      for (const command of given) {
        const { entries, answers } = apply(end, [command], now);
        expect(entries, `${command.kind} had a second effect in the end`).toEqual([]);
        expect(answers[0].kind).toBe(command.kind === 'hold' ? 'held' : 'granted');
      }
    }),
    RUNS,
  );
});

test('credits are held in the order of spending: nothing later is touched while something earlier has any left', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 80 }), (steps, credits) => {
      run(steps, (purse, _entries, now) => {
        const command = { kind: 'hold', id: 'the last', credits, expiresAt: later(now, DAY), by: null } as const;
        const [answer] = apply(purse, [command], now).answers;
        if (purse.available < credits) {
          expect(answer).toEqual({ kind: 'insufficient', missing: credits - purse.available });
          return;
        }
        if (answer.kind !== 'held') throw new Error(`the answer was ${answer.kind}`);
        const inOrder = [...purse.grants.values()].filter(({ left }) => left > 0).sort(bySpendingOrder);
        let wanted = credits;
        const expected: [number, number][] = [];
        for (const grant of inOrder) {
          const taken = Math.min(wanted, grant.left);
          if (taken > 0) expected.push([grant.entry, taken]);
          wanted -= taken;
        }
        expect(answer.hold.parts).toEqual(expected);
      });
    }),
    { numRuns: 200 },
  );
});

test('no time and no clock makes a cycle renew twice, nor a plan credit outlive its cycle', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -200, max: 300 }), { maxLength: 30 }), (days) => {
      let { purse } = apply(EMPTY_PURSE, [{ kind: 'set_plan', terms: TEAM, by: null }], START);
      const granted = new Set<string>(['2026-01-31T10:00:00.000Z']);
      let now = START;
      for (const move of days) {
        now = later(now, move * DAY);
        const before = purse.cycle?.number ?? -1;
        const applied = apply(purse, [], now);
        purse = applied.purse;
        expect(purse.cycle?.number, 'went backwards').toBeGreaterThanOrEqual(before);
        for (const entry of applied.entries.filter(({ kind }) => kind === 'grant')) {
          expect(granted.has(entry.reference), `cycle ${entry.reference} granted twice`).toBe(false);
          granted.add(entry.reference);
        }
        expect(purse.available).toBe(TEAM.allowance);
      }
      expect(granted.size).toBe((purse.cycle?.number ?? 0) + 1);
    }),
    RUNS,
  );
});

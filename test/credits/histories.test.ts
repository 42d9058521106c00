import fc from 'fast-check';
import { expect, test } from 'vitest';
import { history, run } from './histories.ts';

/** Every answer that can come, and every kind of entry; what only a bug, or a purse near its limit, brings is left out. */
const ANSWERS = {
  set_plan: ['plan_set'],
  cancel_plan: ['plan_cancelled', 'no_plan'],
  add_on: ['granted', 'no_cycle', 'key_reused'],
  drop_add_on: ['dropped', 'unknown'],
  grant: ['granted', 'key_reused'],
  revoke: ['revoked', 'unknown'],
  reverse: ['reversed', 'unknown'],
  hold: ['held', 'insufficient', 'capped', 'key_reused'],
  capture: ['captured', 'insufficient', 'capped', 'ended', 'unknown'],
  release: ['released', 'ended', 'unknown'],
  refund: ['refunded', 'not_captured', 'too_late', 'unknown'],
  set_cap: ['cap_set'],
  raise_cap: ['cap_raised', 'no_cap'],
};
const ENTRIES = ['grant', 'hold', 'capture', 'release', 'expire', 'revoke', 'reverse', 'repay', 'refund'];
const MOMENTS = [
  'a late capture that held anew',
  'goodwill for a hold',
  'goodwill for a refund',
  'debt paid by what came back',
  'a grant paid its debt in part',
  'several cycles caught up with at once',
  'a raise was spent',
  'the clock was set back',
  'something was due at this very moment',
];

test('random histories come to every answer, every kind of entry and every rare moment', () => {
  const seen = new Map<string, number>();
  const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const steps of fc.sample(history, { numRuns: 500, seed: 1 })) {
    let last = '';
    run(steps, ({ now, before, purse, command, answer, entries }) => {
      if (command !== null) see(`${command.kind} ${answer?.kind}`);
      for (const { kind, number } of entries) {
        see(kind);
        const source = purse.grants.get(number)?.source ?? '';
        if (source.startsWith('held_over:')) see('goodwill for a hold');
        if (source.startsWith('refund:')) see('goodwill for a refund');
      }
      const kinds = entries.map(({ kind }) => kind).join(' ');
      if (command?.kind === 'capture' && kinds.includes('hold')) see('a late capture that held anew');
      if (/(release|refund) repay/.test(kinds)) see('debt paid by what came back');
      if (kinds.includes('grant repay') && purse.debt > 0) see('a grant paid its debt in part');
      if (/(grant.* expire.*){3}/.test(kinds)) see('several cycles caught up with at once');
      for (const { credits, used } of purse.caps.values()) if (used > credits) see('a raise was spent');
      if (now < last) see('the clock was set back');
      if (before.cycle?.renewsAt === now || [...before.holds.values()].some(({ expiresAt }) => expiresAt === now)) {
        see('something was due at this very moment');
      }
      last = now;
    });
  }
  const expected = [...Object.entries(ANSWERS).flatMap(([kind, all]) => all.map((one) => `${kind} ${one}`))];
  const rare = [...expected, ...ENTRIES, ...MOMENTS].filter((what) => (seen.get(what) ?? 0) < 3);
  expect(rare, 'hardly ever came').toEqual([]);
}, 120_000);

import { expect, test } from 'vitest';
import { scriptOf } from './script.ts';

test.each(['sqlite', 'postgres'] as const)('a seed draws the same load and the same faults again on %s', (database) => {
  expect(scriptOf(7, database, 1000)).toEqual(scriptOf(7, database, 1000));
  expect(scriptOf(8, database, 1000).faults).not.toEqual(scriptOf(7, database, 1000).faults);
});

test('a run of many seeds draws every kind of fault and of call', () => {
  const scripts = Array.from({ length: 20 }, (_, seed) => scriptOf(seed, 'postgres', 1000));
  const faults = new Set(scripts.flatMap((script) => script.faults.map(({ kind }) => kind)));
  expect([...faults].sort()).toEqual([
    'clock',
    'cut-clients',
    'cut-database',
    'cut-database-at',
    'kill-database',
    'kill-database-at',
    'kill-server',
    'kill-server-at',
  ]);
  const calls = new Set(scripts.flatMap(({ clients }) => clients.flat().map(({ call }) => call.endpoint)));
  const moving = ['reveal', 'grant', 'settleTopUp', 'decideDispute', 'revoke', 'addAddOn', 'setPlan', 'cancelPlan'];
  expect(moving.filter((endpoint) => ![...calls].some((call) => call === endpoint))).toEqual([]);
});

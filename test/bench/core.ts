import { open } from '#server/credits/ledger.ts';
import { EMPTY_PURSE, type Purse } from '#server/credits/purse.ts';

/*
 * `npm run bench -- core [--seconds N]`: how many commands a second the pure core of the ledger applies to one purse with
 * 256 open holds, 10 grants and a cap, by commands in a group; in seconds of this process's own time, so that whatever else
 * runs on the machine hardly matters. Half are holds, half captures.
 */

const NOW = '2026-01-31T10:00:00.000Z';
const LATER = '2026-02-01T10:00:00.000Z';
const OPEN_HOLDS = 256;
const TOP_UPS = 9;
const GROUPS = [2, 32, 256];
const by = { id: 'ada', name: 'Ada Okafor' };

export async function run(args: readonly string[]): Promise<void> {
  const seconds = secondsOf(args);
  const purse = fullPurse();
  const rates = GROUPS.map((size) => {
    const rate = Math.round(rateOf(purse, size, seconds));
    console.log(`groups of ${String(size).padStart(3)}   ${rate.toLocaleString('en')} commands a second`);
    return [`groups_of_${size}`, rate] as const;
  });
  console.log(JSON.stringify({ commands_per_second: Object.fromEntries(rates) }));
}

function secondsOf(args: readonly string[]): number {
  const [option, value] = args;
  if (option === undefined) return 2;
  const seconds = Number(value);
  if (option !== '--seconds' || !(seconds > 0)) throw new Error('Usage: npm run bench -- core [--seconds N]');
  return seconds;
}

function fullPurse(): Purse {
  const opened = open(EMPTY_PURSE, NOW);
  const price = { contact_enrichment: null, account_enrichment: null, ai_insight: null, api_call: null };
  const calendar = { cycle: 'monthly', anchor: NOW, timeZone: 'UTC' } as const;
  opened.apply({
    kind: 'set_plan',
    terms: {
      ...{ name: 'Team', allowance: 100_000_000, ...calendar, prices: { email: 1, phone: 8, ...price } },
      ...{ refundDays: 30, heldOver: 'expire' },
    },
    when: 'now',
    by,
  });
  for (let index = 0; index < TOP_UPS; index += 1) {
    const source = `top_up:${index}`;
    const grant = { source, grantKind: 'top_up', credits: 1_000, expiresAt: null, reference: source } as const;
    opened.apply({ kind: 'grant', ...grant, reason: null, by });
  }
  opened.apply({ kind: 'set_cap', member: by.id, credits: 1_000_000, used: 0, by });
  for (let index = 0; index < OPEN_HOLDS; index += 1) {
    opened.apply({ kind: 'hold', id: `open ${index}`, activity: 'email', credits: 1, expiresAt: LATER, by });
  }
  return opened.purse;
}

/** Commands in a second of this process's own time. Each group begins with the same purse. */
function rateOf(purse: Purse, size: number, seconds: number): number {
  const began = process.cpuUsage();
  let commands = 0;
  for (;;) {
    for (let group = 0; group < 20; group += 1) {
      const opened = open(purse, NOW);
      for (let index = 0; index < size / 2; index += 1) {
        opened.apply({ kind: 'hold', id: `new ${index}`, activity: 'email', credits: 2, expiresAt: LATER, by });
        opened.apply({ kind: 'capture', id: `new ${index}`, credits: 1, by });
      }
      opened.changes();
      commands += size;
    }
    const { user, system } = process.cpuUsage(began);
    const spent = (user + system) / 1e6;
    if (spent >= seconds) return commands / spent;
  }
}

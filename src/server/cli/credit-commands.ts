import { api } from '#contract/api.ts';
import type { Balance } from '#contract/credits.ts';
import { isTimeZone } from '../credits/cycle.ts';
import { PlanTerms } from '../credits/plan.ts';
import type { Beside, Done } from './command.ts';
import { commandLine, inWorkspace, WORKSPACE } from './workspace-of.ts';

export const plan: Beside = {
  usage:
    '--allowance N [--name NAME] [--cycle monthly|quarterly|semi_annual|annual] [--email N|none] [--phone N|none] [--anchor DATE] [--time-zone ZONE] [--workspace W]',
  summary: 'Puts a plan in force. Prices are 1 for an e-mail and 8 for a phone unless said otherwise.',
  flags: {
    ...WORKSPACE,
    allowance: { type: 'string' },
    name: { type: 'string' },
    cycle: { type: 'string' },
    email: { type: 'string' },
    phone: { type: 'string' },
    anchor: { type: 'string' },
    'time-zone': { type: 'string' },
  },
  operands: [0, 0],
  run(parts, words) {
    return inWorkspace(parts, words, async (workspace) => {
      const { flags } = words;
      const zone = String(flags['time-zone'] ?? 'UTC');
      const terms = PlanTerms.safeParse({
        name: flags.name ?? `Plan of ${flags.allowance}`,
        allowance: wholeNumber(flags.allowance),
        cycle: flags.cycle ?? 'monthly',
        anchor: anchorOf(flags.anchor, isTimeZone(zone) ? zone : 'UTC'),
        timeZone: zone,
        prices: { email: priceOf(flags.email ?? '1'), phone: priceOf(flags.phone ?? '8') },
      });
      if (!terms.success) {
        const at = terms.error.issues[0]?.path.join(' ') ?? '';
        return { mistake: `The plan's ${at.replace('timeZone', 'time zone')} is not right.`, usage: true };
      }
      const balance = await parts.purses.setPlan(workspace.id, terms.data, commandLine(workspace));
      return { lines: [`${workspace.name} is on ${terms.data.name}.`, ...describe(balance)] };
    });
  },
};

export const grant: Beside = {
  usage: 'CREDITS --reason TEXT [--workspace W]',
  summary: 'Gives top-up credits.',
  flags: { ...WORKSPACE, reason: { type: 'string' } },
  operands: [1, 1],
  run(parts, words) {
    return inWorkspace(parts, words, async (workspace) => {
      const credits = wholeNumber(words.operands[0]);
      const given = api.grant.body.safeParse({ kind: 'top_up', credits, reason: words.flags.reason });
      if (!given.success) {
        const isReason = given.error.issues[0]?.path[0] === 'reason';
        const mistake = isReason ? 'Say why, by --reason.' : 'Give 1 to 1,000,000 credits.';
        return { mistake, usage: true };
      }
      const by = commandLine(workspace);
      const done = await parts.purses.grant(workspace.id, { id: crypto.randomUUID(), ...given.data }, by);
      if ('refusal' in done) return { mistake: done.refusal.message };
      return { lines: [`Gave ${given.data.credits} credits to ${workspace.name}.`, ...describe(done.balance)] };
    });
  },
};

export const settle: Beside = {
  usage: 'TOP-UP-ID|--all [--failed] [--workspace W]',
  summary: 'Ends pending top-ups: their credits can be spent from then on, or with --failed never.',
  flags: { ...WORKSPACE, all: { type: 'boolean' }, failed: { type: 'boolean' } },
  operands: [0, 1],
  run(parts, words) {
    return inWorkspace(parts, words, async (workspace) => {
      const [one] = words.operands;
      if ((one === undefined) !== (words.flags.all === true))
        return { mistake: 'Give a top-up’s id or --all.', usage: true };
      if (one !== undefined && !UUID.test(one)) return { mistake: 'A top-up’s id is a UUID.', usage: true };
      const pending = (await parts.purses.pendingTopUps()).filter((each) => each.workspace === workspace.id);
      const ids = one === undefined ? pending.map(({ topUp }) => topUp.id) : [one.toLowerCase()];
      if (ids.length === 0) return { lines: ['No top-up is pending.'] };
      const status = words.flags.failed ? 'failed' : 'settled';
      const lines: string[] = [];
      for (const id of ids) {
        const ended = await parts.purses.settleTopUp(workspace.id, id, status, commandLine(workspace));
        if ('refusal' in ended) return { lines, mistake: ended.refusal.message };
        lines.push(`Top-up of ${ended.topUp.credits} credits: ${status}.`);
      }
      return { lines: [...lines, ...describe(await parts.purses.balance(workspace.id))] };
    });
  },
};

export const balance: Beside = {
  usage: '[--workspace W]',
  summary: 'Shows a purse.',
  flags: WORKSPACE,
  operands: [0, 0],
  run: (parts, words) =>
    inWorkspace(parts, words, async (workspace): Promise<Done> => {
      const now = await parts.purses.balance(workspace.id);
      const pending = now.pending.map(
        (each) => `  ${each.id}  ${each.credits} credits, asked for by ${each.requestedBy}, ${each.requestedAt}`,
      );
      return { lines: [workspace.name, ...describe(now), ...(pending.length > 0 ? ['Pending:', ...pending] : [])] };
    }),
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function describe({ available, plan, topUp, held }: Balance): string[] {
  return [
    `${available} credits to spend`,
    plan ? `  plan ${plan.name}: ${plan.left} of ${plan.allowance}, renews ${plan.renewsAt}` : '  no plan',
    `  top-up: ${topUp}`,
    ...(held > 0 ? [`  on hold: ${held}`] : []),
  ];
}

function wholeNumber(words: string | boolean | undefined): number | undefined {
  return typeof words === 'string' && /^\d{1,9}$/.test(words) ? Number(words) : undefined;
}

function priceOf(words: string | boolean): number | null | undefined {
  return words === 'none' ? null : wholeNumber(words);
}

/** The start of a day in the plan's time zone; today unless said otherwise. */
function anchorOf(words: string | boolean | undefined, zone: string): string | undefined {
  try {
    const day = words === undefined ? Temporal.Now.plainDateISO(zone) : Temporal.PlainDate.from(String(words));
    return day.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });
  } catch {
    return undefined;
  }
}

import type { Beside, Done } from './command.ts';
import { describe, describeTopUp } from './describe.ts';
import { uuid, wrong } from './values.ts';
import { commandLine, inWorkspace, WORKSPACE } from './workspace-of.ts';

export const settle: Beside = {
  usage: 'TOP-UP-ID [--failed|--reversed] [--payment TEXT] [--workspace W] | settle --all [--failed] [--workspace W]',
  summary:
    'Ends top-ups: their credits can be spent from then on, or with --failed never. --reversed takes back those of a payment that was taken back: what is spent of them becomes debt. Again is harmless.',
  flags: {
    ...WORKSPACE,
    all: { type: 'boolean' },
    failed: { type: 'boolean' },
    reversed: { type: 'boolean' },
    payment: { type: 'string' },
  },
  operands: [0, 1],
  run(parts, words) {
    return inWorkspace(parts, words, async (workspace): Promise<Done> => {
      const [one] = words.operands;
      const { all, failed, reversed, payment } = words.flags;
      if ((one === undefined) !== (all === true)) return wrong('Give a top-up’s id or --all.');
      if (failed && reversed) return wrong('A top-up is either --failed or --reversed.');
      if (all && (reversed || payment !== undefined)) return wrong('Say which top-up, by its id.');
      if (one !== undefined && uuid(one) === undefined) return wrong('A top-up’s id is a UUID.');
      const pending = (await parts.purses.pendingTopUps()).filter((each) => each.workspace === workspace.id);
      const ids = uuid(one) === undefined ? pending.map(({ topUp }) => topUp.id) : [uuid(one) ?? ''];
      if (ids.length === 0) return { lines: ['No top-up is pending.'] };
      const status = failed ? 'failed' : reversed ? 'reversed' : 'settled';
      const end = { status, payment: typeof payment === 'string' ? payment : null } as const;
      const lines: string[] = [];
      for (const id of ids) {
        const ended = await parts.purses.settleTopUp(workspace.id, id, end, commandLine(workspace));
        if ('refusal' in ended) return { lines, mistake: ended.refusal.message };
        lines.push(`Top-up of ${ended.topUp.credits} credits: ${status}.`);
      }
      return { lines: [...lines, ...describe(await parts.purses.balance(workspace.id))] };
    });
  },
};

export const topUps: Beside = {
  usage: '[--workspace W]',
  summary: 'Lists the newest 200 top-ups, however they ended. One that is pending for more than a day is overdue.',
  flags: WORKSPACE,
  operands: [0, 0],
  run: (parts, words) =>
    inWorkspace(parts, words, async (workspace) => {
      const all = await parts.purses.topUps(workspace.id);
      return { lines: all.length === 0 ? ['There is no top-up.'] : all.map(describeTopUp) };
    }),
};

export const balance: Beside = {
  usage: '[--workspace W]',
  summary: 'Shows a purse.',
  flags: WORKSPACE,
  operands: [0, 0],
  run: (parts, words) =>
    inWorkspace(parts, words, async (workspace): Promise<Done> => {
      const now = await parts.purses.balance(workspace.id);
      const pending = now.pending.map(describeTopUp);
      return { lines: [workspace.name, ...describe(now), ...(pending.length > 0 ? ['Pending:', ...pending] : [])] };
    }),
};

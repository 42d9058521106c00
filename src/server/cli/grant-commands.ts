import { api } from '#contract/api.ts';
import type { Beside } from './command.ts';
import { describe } from './describe.ts';
import { end, ownId, wholeNumber, wrong } from './values.ts';
import { commandLine, inWorkspace, WORKSPACE } from './workspace-of.ts';

const MISTAKES: Partial<Record<string, string>> = {
  credits: 'Give 1 to 1,000,000 credits.',
  reason: 'Say why, by --reason.',
  kind: 'Say --kind plan, --kind add_on or --kind top_up.',
  expiresAt: 'Say until when by a day such as 2026-05-31, or a moment such as 2026-05-31T12:00:00Z.',
};

/** The first thing that is wrong with what was given, in words. */
function mistakeOf(issues: readonly { path: PropertyKey[] }[]): string {
  return MISTAKES[String(issues[0]?.path[0])] ?? 'That was not understood.';
}

export const grant: Beside = {
  usage: 'CREDITS --reason TEXT [--kind plan|add_on|top_up] [--until DATE] [--id UUID] [--workspace W]',
  summary:
    'Gives credits, spent as the kind they stand for (top_up unless said otherwise). Plan and add-on credits end with the cycle, top-up credits never, unless --until says so. The same id has one effect.',
  flags: {
    ...WORKSPACE,
    reason: { type: 'string' },
    kind: { type: 'string' },
    until: { type: 'string' },
    id: { type: 'string' },
  },
  operands: [1, 1],
  run(parts, words) {
    return inWorkspace(parts, words, async (workspace) => {
      const { operands, flags } = words;
      const given = api.grant.body.safeParse({
        kind: flags.kind ?? 'top_up',
        credits: wholeNumber(operands[0]),
        expiresAt: flags.until === undefined ? null : (end(flags.until) ?? 'none'),
        reason: flags.reason,
      });
      if (!given.success) return wrong(mistakeOf(given.error.issues));
      const id = ownId(flags.id);
      if (id === undefined) return wrong('An id is a UUID.');
      const done = await parts.purses.grant(workspace.id, { id, ...given.data }, commandLine(workspace));
      if ('refusal' in done) return { mistake: done.refusal.message };
      return { lines: [`Gave ${given.data.credits} credits to ${workspace.name}.`, ...describe(done.balance)] };
    });
  },
};

export const grants: Beside = {
  usage: '[--workspace W]',
  summary: 'Lists the newest 200 grants, each by the number of its entry.',
  flags: WORKSPACE,
  operands: [0, 0],
  run: (parts, words) =>
    inWorkspace(parts, words, async (workspace) => {
      const all = await parts.purses.grants(workspace.id);
      if (all.length === 0) return { lines: ['There is no grant.'] };
      return {
        lines: all.map(({ entry, kind, credits, left, held, expiresAt, status, reason }) =>
          [
            `${entry}  ${kind.replace('_', '-')}: ${left} of ${credits} left`,
            ...(held > 0 ? [`${held} on hold`] : []),
            expiresAt === null ? 'never expires' : `until ${expiresAt}`,
            ...(status === 'open' ? [] : [status]),
            ...(reason === null ? [] : [reason]),
          ].join(', '),
        ),
      };
    }),
};

export const revoke: Beside = {
  usage: 'ENTRY CREDITS --reason TEXT [--id UUID] [--workspace W]',
  summary:
    'Takes credits out of the grant of an entry (“grants” shows them), at most what is left of it. The same id has one effect.',
  flags: { ...WORKSPACE, reason: { type: 'string' }, id: { type: 'string' } },
  operands: [2, 2],
  run(parts, words) {
    return inWorkspace(parts, words, async (workspace) => {
      const { operands, flags } = words;
      const entry = wholeNumber(operands[0]);
      if (entry === undefined || entry === 0) return wrong('Say which grant, by the number of its entry.');
      const given = api.revoke.body.safeParse({ credits: wholeNumber(operands[1]), reason: flags.reason });
      if (!given.success) return wrong(mistakeOf(given.error.issues));
      const id = ownId(flags.id);
      if (id === undefined) return wrong('An id is a UUID.');
      const done = await parts.purses.revoke(workspace.id, { id, entry, ...given.data }, commandLine(workspace));
      if ('refusal' in done) return { mistake: done.refusal.message };
      return { lines: [`Took ${done.revoked} credits out of grant ${entry}.`, ...describe(done.balance)] };
    });
  },
};

import type { Beside, Done } from './command.ts';
import { describe } from './describe.ts';
import { uuid, wrong } from './values.ts';
import { commandLine, inWorkspace, WORKSPACE } from './workspace-of.ts';

export const dispute: Beside = {
  usage: 'list | dispute ID grant|decline [--answer TEXT] [--workspace W]',
  summary:
    'Lists the open disputes of all workspaces; or decides one: granted, the charge goes back to the grants it came from.',
  flags: { ...WORKSPACE, answer: { type: 'string' } },
  operands: [1, 2],
  async run(parts, words) {
    const [which, decision] = words.operands;
    if (which === 'list' && decision === undefined) {
      const names = new Map((await parts.accounts.workspaces.all()).map(({ id, name }) => [id, name]));
      const open = await parts.purses.openDisputes();
      if (open.length === 0) return { lines: ['No dispute is open.'] };
      return {
        lines: open.map(({ workspace, dispute: { id, charged, activity, reason, raisedBy, raisedAt, note } }) =>
          [
            `${id}  ${names.get(workspace) ?? workspace}: ${charged} credits for ${activity.replaceAll('_', ' ')}`,
            `${reason}, says ${raisedBy}, ${raisedAt}`,
            ...(note === null ? [] : [note]),
          ].join(', '),
        ),
      };
    }
    const id = uuid(which);
    if (id === undefined) return wrong('Say which dispute, by the id that “dispute list” shows.');
    if (decision !== 'grant' && decision !== 'decline') return wrong('Say grant or decline.');
    const answer = typeof words.flags.answer === 'string' ? words.flags.answer.slice(0, 500) : null;
    return inWorkspace(parts, words, async (workspace): Promise<Done> => {
      const grant = decision === 'grant';
      const decided = await parts.purses.decideDispute(workspace.id, id, { grant, answer }, commandLine(workspace));
      if ('refusal' in decided) return { mistake: decided.refusal.message };
      const said = grant ? `Gave ${decided.dispute.charged} credits back.` : 'The dispute was declined.';
      return { lines: [said, ...describe(decided.balance)] };
    });
  },
};

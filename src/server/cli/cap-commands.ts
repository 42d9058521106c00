import type { Workspace } from '../accounts/workspaces.ts';
import type { Parts } from '../start.ts';
import type { Beside, Done, Words } from './command.ts';
import { end, uuid, wholeNumber, wrong } from './values.ts';
import { commandLine, inWorkspace, WORKSPACE } from './workspace-of.ts';

export const cap: Beside = {
  usage: 'ADDRESS CREDITS|none [--workspace W] | cap list [--workspace W]',
  summary: 'Limits what a member may spend in a cycle, or lists members and caps. What this cycle used counts.',
  flags: WORKSPACE,
  operands: [1, 2],
  run: (parts, words) => inWorkspace(parts, words, (workspace) => changeCap(parts, words, workspace)),
};

async function changeCap({ accounts, purses }: Parts, { operands }: Words, workspace: Workspace): Promise<Done> {
  const [who = '', words] = operands;
  const members = await accounts.members.of(workspace.id);
  const caps = await purses.caps(workspace.id);
  if (who === 'list' && words === undefined) {
    if (members.length === 0) return { lines: [`${workspace.name} has no members.`] };
    return {
      lines: members.map(({ id, name, email, role }) => {
        const of = caps.get(id);
        const raise = of?.raise ? `, ${of.raise.credits} more until ${of.raise.until}` : '';
        const use = of === undefined ? 'no cap' : `${of.used} of ${of.credits} used${raise}`;
        return `${email}  ${name}, ${role}: ${use}`;
      }),
    };
  }
  const member = members.find(({ id, email }) => id === who || email === who.toLowerCase());
  if (member === undefined) return { mistake: `${who} is no member of ${workspace.name}.` };
  const credits = words === 'none' ? null : wholeNumber(words);
  if (credits === undefined) return wrong('Say how many credits a cycle, or none for no cap.');
  await purses.setCap(workspace.id, member.id, credits, commandLine(workspace));
  const done = credits === null ? 'has no cap any more' : `may spend ${credits} credits a cycle`;
  return { lines: [`${member.name} ${done}.`] };
}

export const raise: Beside = {
  usage: 'REQUEST-ID CREDITS --until DATE [--workspace W] | raise REQUEST-ID decline | raise list',
  summary: 'Lists who asks for more than their cap; or allows so many more for a while, or declines.',
  flags: { ...WORKSPACE, until: { type: 'string' } },
  operands: [1, 2],
  run: (parts, words) => inWorkspace(parts, words, (workspace) => decide(parts, words, workspace)),
};

async function decide({ purses }: Parts, { operands, flags }: Words, workspace: Workspace): Promise<Done> {
  const [which, words] = operands;
  if (which === 'list' && words === undefined) {
    const waiting = (await purses.raiseRequests(workspace.id, null)).filter(({ status }) => status === 'pending');
    if (waiting.length === 0) return { lines: ['Nobody asks for more.'] };
    return {
      lines: waiting.map(
        ({ id, credits, member, note }) => `${id}  ${member.name}: ${credits} more${note === null ? '' : `, ${note}`}`,
      ),
    };
  }
  const id = uuid(which);
  if (id === undefined) return wrong('Say which request, by the id that “raise list” shows.');
  const credits = wholeNumber(words);
  const until = end(flags.until);
  if (words !== 'decline' && (credits === undefined || credits === 0 || until === undefined)) {
    return wrong('Say how many more, and until when by --until, such as 2026-05-31; or decline.');
  }
  const allowed = credits === undefined || until === undefined ? null : { credits, until };
  const decided = await purses.decideRaise(workspace.id, id, allowed, commandLine(workspace));
  if ('refusal' in decided) return { mistake: decided.refusal.message };
  const { member } = decided.request;
  return { lines: [allowed === null ? 'Declined.' : `${member.name} may spend ${credits} more until ${until}.`] };
}

import { Role } from '#contract/roles.ts';
import { Email, PersonName, WorkspaceName } from '../accounts/person.ts';
import type { Beside } from './command.ts';
import { inWorkspace, WORKSPACE } from './workspace-of.ts';

export const workspace: Beside = {
  usage: 'NAME',
  summary: 'Makes a workspace.',
  flags: {},
  operands: [1, 1],
  async run({ accounts }, { operands }) {
    const name = WorkspaceName.safeParse(operands[0]);
    if (!name.success) return { mistake: 'Give the workspace a name of 1 to 100 characters.', usage: true };
    const made = await accounts.workspaces.create(name.data);
    return { lines: [`${made.name} is made. Its slug is ${made.slug}, its id ${made.id}.`] };
  },
};

export const invite: Beside = {
  usage: 'ADDRESS --role rep|admin [--name NAME] [--workspace W]',
  summary: 'Prints a link that works once, by which a member chooses a password. For members: a new one.',
  flags: { ...WORKSPACE, role: { type: 'string' }, name: { type: 'string' } },
  operands: [1, 1],
  run(parts, words, url) {
    return inWorkspace(parts, words, async (into) => {
      const email = Email.safeParse(words.operands[0]);
      if (!email.success) return { mistake: 'This is not an e-mail address.', usage: true };
      const role = Role.safeParse(words.flags.role);
      if (!role.success) return { mistake: 'Say --role rep or --role admin.', usage: true };
      const name = PersonName.safeParse(words.flags.name ?? email.data.split('@')[0]);
      if (!name.success) return { mistake: 'Give a name of 1 to 100 characters.', usage: true };
      const person = { workspace: into.id, email: email.data, name: name.data, role: role.data };
      const { id, known } = await parts.accounts.members.add(person);
      const token = await parts.accounts.links.forMember(id);
      return {
        lines: [
          `${known ? 'Known already' : 'Invited'}: ${email.data}, now ${role.data} of ${into.name}.`,
          'This link works once, for 7 days:',
          `${url}/welcome/${token}`,
        ],
      };
    });
  },
};

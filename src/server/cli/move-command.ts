import { move } from '../audit/move.ts';
import type { Alone } from './command.ts';
import { count, many } from './ledger-command.ts';

const ADDRESS = /^(?:file:.|postgres(?:ql)?:\/\/.)/;

export const moveCommand: Alone = {
  usage: '--from URL --to URL',
  summary: 'Copies a whole database into an empty one, as from a file to PostgreSQL. Stop the server first.',
  flags: { from: { type: 'string' }, to: { type: 'string' } },
  operands: [0, 0],
  async alone({ flags }, terminal) {
    const { from, to } = flags;
    if (typeof from !== 'string' || typeof to !== 'string' || !ADDRESS.test(from) || !ADDRESS.test(to)) {
      return { mistake: 'Say --from and --to, each file:PATH or postgres://…', usage: true };
    }
    const moved = await move(from, to, { progress: terminal.progress });
    if ('mistake' in moved) return { mistake: moved.mistake };
    return {
      lines: [
        ...moved.tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => `${name}: ${count(rows)}`),
        `Moved ${many(moved.workspaces, 'workspace')} with ${many(moved.entries, 'entry', 'entries')}; the books are sound on both sides.`,
        'Set DATABASE_URL to the new address before you start the server again. The old database is left as it is.',
      ],
    };
  },
};

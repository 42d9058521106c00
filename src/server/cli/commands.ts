import { ledger } from './audit-commands.ts';
import type { Command } from './command.ts';
import { balance, grant, plan, settle } from './credit-commands.ts';
import { importFile } from './import-command.ts';
import { moveCommand } from './move-command.ts';
import { invite, workspace } from './people-commands.ts';

/** All commands, in the order of the help. */
export const commands: Record<string, Command> = {
  workspace,
  invite,
  plan,
  grant,
  settle,
  balance,
  import: importFile,
  ledger,
  move: moveCommand,
};

import { ledger } from './audit-commands.ts';
import { cap, raise } from './cap-commands.ts';
import type { Command } from './command.ts';
import { dispute } from './dispute-commands.ts';
import { grant, grants, revoke } from './grant-commands.ts';
import { importFile } from './import-command.ts';
import { moveCommand } from './move-command.ts';
import { invite, workspace } from './people-commands.ts';
import { addOn, plan } from './plan-commands.ts';
import { balance, settle, topUps } from './purchase-commands.ts';

/** All commands, in the order of the help. */
export const commands: Record<string, Command> = {
  workspace,
  invite,
  plan,
  'add-on': addOn,
  grant,
  grants,
  revoke,
  settle,
  'top-ups': topUps,
  dispute,
  cap,
  raise,
  balance,
  import: importFile,
  ledger,
  move: moveCommand,
};

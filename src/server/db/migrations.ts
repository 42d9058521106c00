import type { Migration } from 'kysely/migration';
import { columnTypes, type DatabaseKind } from './column-types.ts';
import { credits } from './migrations/0001-credits.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { reveals } from './migrations/0003-reveals.ts';
import { directory } from './migrations/0004-directory.ts';
import { creditRules } from './migrations/0005-credit-rules.ts';
import { records } from './migrations/0006-records.ts';

/** The whole history, oldest first. A migration that was released is never changed; another one mends it. */
export function migrations(kind: DatabaseKind): Record<string, Migration> {
  const types = columnTypes(kind);
  return {
    '0001-credits': credits(types),
    '0002-accounts': accounts(kind),
    '0003-reveals': reveals(types),
    '0004-directory': directory(types),
    '0005-credit-rules': creditRules(types),
    '0006-records': records(types),
  };
}

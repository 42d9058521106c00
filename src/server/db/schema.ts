import type { RecordTables } from '../credits/record-tables.ts';
import type { CreditTables } from '../credits/tables.ts';
import type { DirectoryTables } from '../providers/tables.ts';
import type { RevealTables } from '../reveals/tables.ts';

/** All tables but the accounts', whose users add them by `withTables`. */
export interface Schema extends CreditTables, RecordTables, RevealTables, DirectoryTables {}

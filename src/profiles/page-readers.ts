import { MARKUPS } from './markup/markups.ts';
import type { Markup } from './person.ts';
import { structure } from './structure/structure.ts';

/** The ways to read a page that no site file knows, behind JSON-LD in the order in which they are asked. */
export const PAGE_READERS: readonly Markup[] = [...MARKUPS, structure];

import { MARKUPS } from '#profiles/markup/markups.ts';
import type { Markup } from '#profiles/person.ts';
import { structure } from '#profiles/structure/structure.ts';

/** The ways to read a page that no site file knows, in the order in which the content script asks them. */
export const READERS: readonly Markup[] = [...MARKUPS, structure];

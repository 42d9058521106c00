import { hCard } from './markup/h-card.ts';
import { microdata } from './markup/microdata.ts';
import { openGraph } from './markup/open-graph.ts';
import { rdfa } from './markup/rdfa.ts';
import type { Markup } from './person.ts';
import { structure } from './structure/structure.ts';

/**
 * The ways to read a page that no site file knows, behind JSON-LD in the order of trust: what is written for machines
 * alone is more exact than what is shown as well.
 */
export const PAGE_READERS: readonly Markup[] = [microdata, rdfa, hCard, openGraph, structure];

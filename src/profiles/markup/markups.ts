import type { Markup } from '../person.ts';
import { hCard } from './h-card.ts';
import { jsonLd } from './json-ld.ts';
import { microdata } from './microdata.ts';
import { openGraph } from './open-graph.ts';
import { rdfa } from './rdfa.ts';

/**
 * Kinds of markup in the order of trust: what is written for machines alone is more exact than what is
 * shown as well.
 */
export const MARKUPS: readonly Markup[] = [jsonLd, microdata, rdfa, hCard, openGraph];

import { within as isWithin, parent, tag } from '../dom.ts';
import type { Steps } from '../person.ts';
import { type Card, cardsOf, type Run } from './cards.ts';
import { findCompanies } from './company.ts';
import { beginsGiven, isGiven } from './given.ts';
import type { Line } from './lines.ts';
import { readName } from './name.ts';
import { canReach, findTitles } from './person.ts';
import { headingsOver, hintsAround, presented } from './presented.ts';
import type { Slot } from './slots.ts';
import { isRole, namesOthers } from './words.ts';

/** The share of a run that must be names. */
const PURE = 0.7;

/** Where people stand, and the line of the first of their names. */
interface Region {
  region: Element;
  like: Line;
}

/** The cards that present people, of all runs. */
export function* people(runs: readonly Run[], lines: readonly Line[], path: string, about: string): Steps<Card[]> {
  const found: Card[] = [];
  // What stands in a person's card is no other person, and what somebody is called by office no name.
  const taken = new Set<Line | undefined>();
  const titles = new Set<string | undefined>();
  const left: Slot[] = [];
  const regions: Region[] = [];
  for (const { slots, purity } of runs) {
    yield;
    const cards = slots.length > 1 && purity >= PURE ? yield* cardsOf(slots, lines) : [];
    const within = cards.filter(({ line }) => taken.has(lines[line])).length > cards.length / 2;
    let shown = presented(cards, purity, lines, path, about, within);
    if (cards[0] && !shown[0] && !namesOthers(headingsOver(cards[0], lines)))
      shown = sectionsOf(cards, lines).flatMap((section) => presented(section, purity, lines, path, about, within));
    shown = shown.filter(
      ({ line, name, sure }) =>
        !titles.has(lines[line]?.text) && (!within || sure || !isRole(name.split(' ', 1)[0] ?? '')),
    );
    const [first] = shown;
    const last = shown.at(-1);
    if (!first || !last) {
      left.push(...slots);
      continue;
    }
    regions.push({ region: common(first.root, last.root), like: lines[first.line] as Line });
    for (const card of shown) {
      for (const line of card.after) taken.add(line);
      titles.add(card.title);
      for (const { text } of card.after) if (card.title && text.endsWith(card.title)) titles.add(text);
      found.push(card);
    }
  }
  if (!found[0] || !left[0]) return unaddressed(found);
  // Fewer stand a level deeper or in a cell of their own, amid those that were found.
  const all = [...left, ...found].sort((one, other) => one.line - other.line);
  const known = new Set(found.map(({ line }) => line));
  for (const [at, card] of (yield* cardsOf(all, lines)).entries()) {
    if (at % 50 === 49) yield;
    const line = lines[card.line];
    if (!line || known.has(card.line) || taken.has(line) || titles.has(line.text)) continue;
    const isAmid = ({ region, like }: Region) =>
      (like.rank ? line.rank >= like.rank : !line.rank && tag(like.block) === tag(line.block)) &&
      isWithin(line.block, region);
    const isAlike = ({ like }: Region) => !!line.hint && like.hint === line.hint;
    findTitles([card], lines);
    // Or one of a kind, as a director is, whose line or class says that it is a person.
    const isNamed = card.sure || beginsGiven(card.name);
    const isTitled = !!card.title && (card.sure || canReach(card) || regions.some(isAlike));
    const isSaid = (isRole(card.rest) || isTitled) && !namesOthers(hintsAround(card.root));
    if (!isNamed || !(isSaid || regions.some(isAmid))) continue;
    findCompanies([card], '');
    found.push(card);
  }
  return unaddressed(found.sort((one, other) => one.line - other.line));
}

/** Without what nearly all are called first, a form of address in whatever language: "Lyonpo", "Afioga". */
function unaddressed(found: Card[]): Card[] {
  const [first = ''] = found[found.length >> 1]?.name.split(/(?<= )/) ?? [];
  const addressed = found.filter(({ name }) => name.startsWith(first) && name.indexOf(' ', first.length) > 0);
  if (found.length > 4 && addressed.length > found.length * 0.7 && !isGiven(first))
    for (const card of addressed) card.name = readName(card.name.slice(first.length))?.name ?? card.name;
  return found;
}

/** The cards of a run under each of the headings that part it. */
function sectionsOf(cards: readonly Card[], lines: readonly Line[]): Card[][] {
  const sections: Card[][] = [];
  let last: Card | undefined;
  for (const card of cards) {
    const rank = lines[card.line]?.rank || 7;
    const isParted = lines
      .slice((last?.line ?? card.line) + 1, card.line)
      .some((line) => line.rank > 0 && line.rank < rank);
    if (!last || isParted) sections.push([]);
    sections.at(-1)?.push(card);
    last = card;
  }
  return sections.length > 1 ? sections.filter(({ length }) => length > 1) : [];
}

/** The smallest element that holds both. */
function common(one: Element, other: Element): Element {
  let up = one;
  while (!isWithin(other, up)) {
    const next = parent(up);
    if (!next) break;
    up = next;
  }
  return up;
}

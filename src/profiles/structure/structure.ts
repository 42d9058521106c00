import { decoded } from '#contract/decoded.ts';
import { within as isWithin, one, pageTitle, parent, tag } from '../dom.ts';
import type { Markup, Person, Steps } from '../person.ts';
import { type Card, cardsOf, findRuns, hintsAround, type Run, type Slot } from './cards.ts';
import { findCompanies } from './company.ts';
import { beginsGiven, isGiven } from './given.ts';
import { headOver, isSplit, joined, readHeads } from './heads.ts';
import { type Line, readLines } from './lines.ts';
import { readName } from './name.ts';
import {
  canReach,
  employerOf,
  findLocations,
  findTitles,
  isLabel,
  leadsToPeople,
  ON_LINKEDIN,
  personOf,
  wordsOfName,
} from './person.ts';
import { isPrice, sum } from './score.ts';
import { subjectOf } from './subject.ts';
import { folded, isListed, isOffice, isRole, namesGroup, namesGuests, namesOthers, namesSelves } from './words.ts';

/** A share of the cards of a run above which what they have in common counts. */
const OFTEN = 0.3;

/** So much must speak for people: see `presented`. */
const ENOUGH = 4;

/** What speaks for a person: a title, a form of address, a page among those of people, one on LinkedIn, a way to reach them. */
const STRONG = [
  ({ title }: Card) => !!title,
  ({ sure }: Card) => sure,
  ({ hrefs }: Card) => hrefs.some((href) => leadsToPeople(href) || ON_LINKEDIN.test(href)),
  canReach,
];

/** Cards that stand for all of a run. */
const SAMPLE = 100;

/** Whether a card has an element of this kind. */
const holds =
  (kind: string) =>
  ({ marks }: Card) =>
    marks.some((mark) => tag(mark) === kind);

/**
 * People on pages that say nothing of them in markup: cards, rows and lines with a name that stand in one place of a
 * repeated pattern, and the page of one person.
 */
export const structure: Markup = {
  id: 'structure',
  last: true,
  *steps(document, page, work) {
    const body = one(document, 'body');
    // Some sites mark all their pages as articles, that of their team as well.
    const path = decoded(page.pathname);
    if (!body || (work && !isOfGroup(path))) return { people: [] };
    const read = yield* readLines(body);
    yield;
    readHeads(read);
    const lines = joined(read);
    const title = pageTitle(document);
    const employer = employerOf(document, page);
    const subject = work ? undefined : subjectOf(body, lines, page, title);
    const alone = subject && {
      people: [{ ...personOf(subject, lines, page, employer), url: undefined, subject: true }],
    };
    // What is no common name may be that of a house whose people the page lists.
    if (alone && isGiven(subject.name)) return alone;
    // A headline in the address speaks of anything.
    const place = path.replace(/[^/]*(?:-[^/-]+){5}[^/]*/g, '');
    let cards = yield* people(yield* findRuns(lines), lines, place, title);
    // Old pages have grids which are tables: people stand beside each other in columns.
    if (!cards[0] && lines.some(({ cell }) => cell)) {
      cards = yield* people(yield* findRuns(lines, 'loose'), lines, place, title);
    }
    if (alone && cards.length < 3) return alone;
    const found: Person[] = [];
    for (const card of cards) {
      if (found.length % 100 === 99) yield;
      found.push(personOf(card, lines, page, employer));
    }
    return { people: found };
  },
};

/** The cards that present people, of all runs. */
function* people(runs: readonly Run[], lines: readonly Line[], path: string, about: string): Steps<Card[]> {
  const found: Card[] = [];
  // What stands in a person's card is no other person, and what somebody is called by office no name.
  const taken = new Set<number>();
  const titles = new Set<string | undefined>();
  const left: Slot[] = [];
  const regions: { region: Element; card: Card }[] = [];
  for (const { slots, purity } of runs) {
    yield;
    const cards = slots.length > 1 ? yield* cardsOf(slots, lines) : [];
    const within = cards.filter(({ line }) => taken.has(line)).length > cards.length / 2;
    let shown = presented(cards, purity, lines, path, about, within);
    if (!shown[0] && !namesOthers(headingsOver(cards[0], lines)))
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
    regions.push({ region: common(first.root, last.root), card: first });
    for (const card of shown) {
      for (let at = card.after.length; at > 0; at--) taken.add(card.line + at);
      titles.add(card.title);
      found.push(card);
    }
  }
  if (!found[0] || !left[0]) return found;
  // Fewer stand a level deeper or in a cell of their own, amid those that were found.
  const all = [...left, ...found].sort((one, other) => one.line - other.line);
  const known = new Set(found.map(({ line }) => line));
  for (const [at, card] of (yield* cardsOf(all, lines)).entries()) {
    if (at % 50 === 49) yield;
    const line = lines[card.line];
    const isAmid = ({ region, card: other }: (typeof regions)[number]) => {
      const like = lines[other.line];
      return !!line && like?.rank === line.rank && tag(like.block) === tag(line.block) && isWithin(line.block, region);
    };
    if (!line || known.has(card.line) || taken.has(card.line) || titles.has(line.text)) continue;
    findTitles([card], lines);
    // Or one of a kind, as a director is, whose line says that it is a person.
    const isNamed = card.sure || beginsGiven(card.name);
    const isSaid = (isRole(card.rest) || (card.sure && !!card.title)) && !namesOthers(hintsAround(card.root));
    if (isNamed && (isSaid || regions.some(isAmid))) found.push(card);
  }
  return found.sort((one, other) => one.line - other.line);
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

/** Whether an address names a group of people and nothing beside: `/our-team`, but not `/news/our-team-at-the-fair`. */
function isOfGroup(path: string): boolean {
  const last = path.split('/').findLast((part) => part) ?? '';
  return namesGroup(last) && !namesOthers(path) && last.split('-').length < 4;
}

/**
 * Keeps those cards of a run which present people, or none.
 * @param within whether the run stands in cards of people that were found
 */
function presented(
  cards: readonly Card[],
  purity: number,
  lines: readonly Line[],
  path: string,
  about: string,
  within: boolean,
): Card[] {
  if (purity < 0.7 || new Set(cards.map(({ name }) => name)).size < 2) return [];
  findTitles(cards, lines, within);
  const sample = cards.slice(0, SAMPLE);
  const share = (test: (card: Card) => boolean) => sample.filter(test).length / sample.length;
  const often = (test: (card: Card) => boolean) => share(test) > OFTEN;
  const features = [...STRONG, holds('img')];
  const given = share(({ name }) => isGiven(name));
  const shares = features.map(share);
  const [titled = 0, sure = 0, own = 0, reach = 0, pictured = 0] = shares;
  const ties = sure + own + reach;
  const heading = headingsOver(cards[0], lines);
  const [ofPath, ofTitle, ofHeading] = [path, about, heading].map(namesGroup);
  const hint = cards
    .slice(0, 2)
    .map(({ root }) => hintsAround(root))
    .join(' ');
  const offices = sample.map(({ office }) => office ?? '').join(' ');
  const ofHint = namesGroup(hint);
  // Content managers call any page a post.
  const marked = hint.replace(/\b(?:posts?|blog|news|article|portfolio|tags?)\b/g, '');
  const others = namesOthers(`${heading.length < 40 ? heading : ''} ${marked} ${offices} ${path}`);
  const head = cards[0] && headOver(lines[cards[0].line] as Line);
  const tabled = !!head && (isSplit(head) || !!head.title || !!head.company);
  const labelled = share(({ after: [line] }) => !!line && isLabel(line));
  const quoted = often(
    ({ line, after }) =>
      /["”»」]$/.test(lines[line - 1]?.text ?? '') || after.some(({ text }) => /^["“„«「]/.test(text)),
  );
  const alike = new Set(sample.map(({ title }) => title)).size === 1;
  const score = sum([
    [ofPath, 2],
    [ofTitle, 1],
    [ofHeading, 2],
    [!(ofPath || ofTitle || ofHeading) && namesSelves(`${path} ${about} ${heading}`), 1],
    [ofHint || isOffice(heading.replace(/s\b/g, '')), 1],
    // One word for all may be anything.
    [titled, alike ? 1 : 3],
    [!alike && share(({ title = '' }) => isListed(title)), 1],
    [ties, 2],
    [(ofPath || ofTitle || ofHeading) && given, 1.5],
    // Of so many people one would bear a common name.
    [given === 0 && titled < 0.5 && sample.length > 4 && /[a-z]/.test(sample[0]?.name ?? ''), -1.5],
    [share(isMailed), 2],
    [tabled, 3],
    [sure, 1],
    [pictured, 1],
    [(ofPath || ofTitle || ofHeading) && titled < OFTEN && labelled, 1],
    [1 - purity, -3],
    // A motto below the name is not what others say.
    [others, -5],
    [quoted && reach < OFTEN, -4],
    [often(({ after }) => after.some(isPrice)), -5],
    [often(holds('time')), -3],
    // A headline above the name: who wrote it.
    [
      often(({ before, name }) => before.some(({ text }) => text.length > 40 && !text.includes(name) && !isRole(text))),
      -3,
    ],
    // The role over a name in a heading, in capitals as names are.
    [often(({ line, after: [next] }) => !lines[line]?.rank && !!next?.rank && !!readName(next.text)), -5],
    // Two names: who plays whom.
    [often(({ after: [next] }) => !!next && !!readName(next.text) && !isRole(next.text)), titled < 0.5 ? -3 : -1],
  ]);
  const signs = sum([ofPath, ofTitle, ofHeading, ofHint].map((sign) => [sign, 1]));
  const few = cards.length === 2;
  if (
    score < ENOUGH + Number(few) ||
    (titled + ties + Number(tabled) < OFTEN &&
      (within ||
        signs < (given < 0.5 ? 2 : 1) ||
        (cards.length < 4 && Math.max(labelled, pictured, signs > 2 ? given : 0) < 0.7)))
  )
    return [];
  // Two may look alike by chance: what speaks for one must speak for the other.
  if (
    few &&
    !shares
      .slice(0, 4)
      .concat(signs > 1 ? given : 0)
      .includes(1)
  )
    return [];
  if (titled < 1 && signs > 1 && !namesGuests(`${path} ${about} ${heading}`)) findTitles(cards, lines, within, true);
  findLocations(cards);
  const typical = features.filter((test) => share(test) >= 0.7);
  const kept = cards.filter((card) => !typical[0] || typical.some((test) => test(card)));
  findCompanies(kept, `${path} ${about} ${heading} ${hint}`);
  return kept;
}

/** Whether an address of a card is made of its name. */
const isMailed = ({ name, hrefs, after, rest }: Card) => {
  const words = wordsOfName(name);
  return [...hrefs, rest, ...after.map(({ text }) => text)].some((text) => {
    const [local = '', host] = folded(text).split('@', 2);
    return host && words.some((word) => local.includes(word));
  });
};

/** The two headings that a card stands under. */
function headingsOver(card: Card | undefined, lines: readonly Line[]): string {
  if (!card) return '';
  const found: string[] = [];
  const start = card.line - card.before.length;
  // "The board of our club consists of:"
  const lead = lines[start - 1]?.text ?? '';
  if (/[:：]$/.test(lead) && lead.length < 120) found.push(lead);
  // Some give every heading the first rank.
  let lowest = Math.max(2, lines[card.line]?.rank || 7);
  for (const { text, rank } of lines.slice(Math.max(0, start - 60), start).reverse()) {
    if (rank === 0 || rank >= lowest || found.length === 2 || text.length > 60) continue;
    found.push(text);
    lowest = rank;
  }
  return found.join(' ');
}

import { attribute, parent, tag } from '../dom.ts';
import type { Card } from './cards.ts';
import { findCompanies } from './company.ts';
import { beginsGiven, isGiven } from './given.ts';
import { headOver, isSplit } from './heads.ts';
import type { Line } from './lines.ts';
import { readName } from './name.ts';
import {
  canReach,
  canWrite,
  findLocations,
  findTitles,
  isLabel,
  leadsToPeople,
  ON_LINKEDIN,
  wordsOfName,
} from './person.ts';
import { isPrice, sum } from './score.ts';
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
 * Keeps those cards of a run which present people, or none.
 * @param within whether the run stands in cards of people that were found
 */
export function presented(
  cards: readonly Card[],
  purity: number,
  lines: readonly Line[],
  path: string,
  about: string,
  within: boolean,
): Card[] {
  if (new Set(cards.map(({ name }) => name)).size < 2) return [];
  findTitles(cards, lines, within);
  const sample = cards.slice(0, SAMPLE);
  const share = (test: (card: Card) => boolean) => sample.filter(test).length / sample.length;
  const often = (test: (card: Card) => boolean) => share(test) > OFTEN;
  const features = [...STRONG, holds('img')];
  const given = share(({ name }) => isGiven(name));
  // Names and nothing else, some of them common.
  const isPure = purity > 0.9 && given >= OFTEN;
  const shares = features.map(share);
  const [titled = 0, sure = 0, own = 0, reach = 0, pictured = 0] = shares;
  const ties = sure + own + reach;
  const heading = headingsOver(cards[0], lines);
  const [ofPath, ofTitle, ofHeading] = [path, about, heading].map(namesGroup);
  const called = ofPath || ofTitle || ofHeading;
  const hint = cards
    .slice(0, 2)
    .map(({ root }) => hintsAround(root))
    .join(' ');
  const offices = sample.map(({ office }) => office ?? '').join(' ');
  const ofHint = namesGroup(hint);
  // Content managers call any page a post.
  const marked = hint.replace(/\b(?:posts?|blog|news|article|portfolio|tags?|tracks?)\b/g, '');
  const others = namesOthers(`${heading.slice(0, 40)} ${marked} ${offices} ${path}`);
  const head = cards[0] && headOver(lines[cards[0].line] as Line);
  const tabled =
    !!head &&
    (isSplit(head) ||
      !!head.title ||
      !!head.company ||
      (own > 0.9 && cards.length > 4) ||
      (reach > 0.7 && given > OFTEN));
  const labelled = share(({ after: [line] }) => !!line && isLabel(line));
  const quoted = often(
    ({ line, after }) =>
      /["”»」]$/.test(lines[line - 1]?.text ?? '') || after.some(({ text }) => /^["“„«「]/.test(text)),
  );
  const alike = new Set(sample.map(({ title }) => title)).size === 1;
  const signs = sum([ofPath, ofTitle, ofHeading, ofHint].map((sign) => [sign, 1]));
  const score = sum([
    [ofPath, 2],
    [ofTitle, 1],
    [ofHeading, 2],
    [!called && namesSelves(`${path} ${about} ${heading}`), 1],
    [ofHint || isOffice(heading.replace(/s\b/g, '')), 1],
    // One word for all may be anything.
    [titled, alike ? 1 : 3],
    [!alike && share(({ title = '' }) => isListed(title)), 1],
    // So many names are no chance where what stands beside nearly all is a role.
    [titled > 0.9 && purity > 0.9 && new Set(cards.map(({ name }) => name)).size > 7, 1],
    [ties, 2],
    [called && given, 1.5],
    // Of goods and places that are called so, no list is pure.
    [isPure && called && (given >= 0.5 || signs > 1) && cards.length > 4, 1],
    [isPure && given >= 0.5 && share(canWrite) > 0.7, 1],
    // Of so many people one would bear a common name.
    [given === 0 && titled < 0.5 && sample.length > 4 && /[a-z]/.test(sample[0]?.name ?? ''), -1.5],
    [share(isMailed), 2],
    [tabled, 3],
    [sure, 1],
    [pictured, 1],
    [called && titled < OFTEN && labelled, 1],
    [1 - purity, -3],
    [others, -5],
    // A motto below the name is not what others say.
    [quoted && reach < OFTEN && (signs < 3 || titled > 0), -4],
    // "Ada Okafor provides …": who did what, in prose.
    [!signs && often(({ rest }) => /^[a-z][\s\S]{29}/.test(rest)), -3],
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
  // Whoever bears a common name may be the only one without a picture.
  const typical = features.filter((test) => share(test) >= 0.7);
  const kept = cards.filter((card) => !typical[0] || typical.some((test) => test(card)) || beginsGiven(card.name));
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
export function headingsOver(card: Card | undefined, lines: readonly Line[]): string {
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

/** Class names and ids of an element and of what it stands in, which may hint at what it is for. */
export function hintsAround(element: Element): string {
  const found: string[] = [];
  for (let up: Element | null = element; up && found.length < 12 && tag(up) !== 'body'; up = parent(up)) {
    found.push((attribute(up, 'class') ?? '').slice(0, 200), (attribute(up, 'id') ?? '').slice(0, 100));
  }
  return found.join(' ').replace(/_/g, '-');
}

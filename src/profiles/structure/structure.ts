import { one, pageTitle, tag } from '../dom.ts';
import type { Markup, Person } from '../person.ts';
import { type Card, findRuns, hintsAround, type Run } from './cards.ts';
import { type Line, readLines } from './lines.ts';
import { readName } from './name.ts';
import {
  canReach,
  decoded,
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

/** What the column is called that says what people are. */
const COLUMN =
  /^(?:title|job title|position|role|office|designation|funktion|fonction|cargo|ruolo|stilling|функция|должность)$/i;

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
    const lines = yield* readLines(body);
    yield;
    const title = pageTitle(document);
    const employer = employerOf(document, page);
    const subject = work ? undefined : subjectOf(body, lines, page, title);
    if (subject) return { people: [{ ...personOf(subject, lines, page, employer), url: undefined, subject: true }] };
    const people: Person[] = [];
    // What stands in a person's card is no other person.
    const taken = new Set<number>();
    const runs = yield* findRuns(lines);
    for (const run of runs.sort((one, other) => firstLine(one) - firstLine(other))) {
      yield;
      const within = run.cards.filter(({ line }) => taken.has(line)).length > run.cards.length / 2;
      const cards = presented(run, lines, path, title, within);
      for (const card of cards) {
        for (let at = card.after.length; at > 0; at--) taken.add(card.line + at);
        people.push(personOf(card, lines, page, employer));
        if (people.length % 100 === 0) yield;
      }
    }
    return { people };
  },
};

/** Whether an address names a group of people and nothing beside: `/our-team`, but not `/news/our-team-at-the-fair`. */
function isOfGroup(path: string): boolean {
  const last = path.split('/').findLast((part) => part) ?? '';
  return namesGroup(last) && !namesOthers(path) && last.split('-').length < 4;
}

const firstLine = ({ cards }: Run) => cards[0]?.line ?? 0;

/**
 * Keeps those cards of a run which present people, or none.
 * @param within whether the run stands in cards of people that were found
 */
function presented(run: Run, lines: readonly Line[], path: string, about: string, within: boolean): Card[] {
  const { cards, purity } = run;
  if (purity < 0.7 || new Set(cards.map(({ name }) => name)).size < 2) return [];
  findTitles(cards, lines, within);
  const sample = cards.slice(0, SAMPLE);
  const share = (test: (card: Card) => boolean) => sample.filter(test).length / sample.length;
  const often = (test: (card: Card) => boolean) => share(test) > OFTEN;
  const features = [...STRONG, holds('img')];
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
  const tabled = isUnderHead(cards[0], lines);
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
    [share(isMailed), 2],
    [tabled, 3],
    [sure, 1],
    [pictured, 1],
    [(ofPath || ofTitle || ofHeading) && titled < OFTEN && labelled, 1],
    [1 - purity, -3],
    // A motto below the name is not what others say.
    [others, -5],
    [quoted, -4],
    [often(({ after }) => after.some(isPrice)), -5],
    [often(holds('time')), -3],
    // A headline above the name: who wrote it.
    [
      often(({ before, name }) => before.some(({ text }) => text.length > 40 && !text.includes(name) && !isRole(text))),
      -3,
    ],
    // Two names: who plays whom.
    [often(({ after: [next] }) => !!next && !!readName(next.text) && !isRole(next.text)), titled < 0.5 ? -3 : -1],
  ]);
  const signs = sum([ofPath, ofTitle, ofHeading, ofHint].map((sign) => [sign, 1]));
  const few = cards.length === 2;
  if (
    score < ENOUGH + Number(few) ||
    (titled + ties + Number(tabled) < OFTEN &&
      (within || signs < 2 || (cards.length < 4 && Math.max(labelled, pictured) < 0.7)))
  )
    return [];
  // Two may look alike by chance: what speaks for one must speak for the other.
  if (few && signs < 3 && !shares.slice(0, 4).includes(1)) return [];
  if (titled < 1 && signs > 1 && !namesGuests(`${path} ${about} ${heading}`)) findTitles(cards, lines, within, true);
  findLocations(cards);
  const typical = features.filter((test) => share(test) >= 0.7);
  return typical.length === 0 ? cards : cards.filter((card) => typical.some((test) => test(card)));
}

/** Whether an address of a card is made of its name. */
const isMailed = ({ name, hrefs, after, rest }: Card) => {
  const words = wordsOfName(name);
  return [...hrefs, rest, ...after.map(({ text }) => text)].some((text) => {
    const [local = '', host] = folded(text).split('@', 2);
    return host && words.some((word) => local.includes(word));
  });
};

/** Whether the card stands in a table whose head speaks of names and of what their bearers are. */
function isUnderHead(card: Card | undefined, lines: readonly Line[]): boolean {
  const cell = card && lines[card.line]?.block;
  if (!card || !cell || tag(cell) !== 'td') return false;
  const start = card.line - card.before.length;
  const head = lines
    .slice(Math.max(0, start - 6), card.line)
    .filter(({ block }) => /^t[dh]$/.test(tag(block)))
    .map(({ text }) => text);
  return head.some((text) => /^(?:full |last )?names?$|^фио$/i.test(text)) && head.some((text) => COLUMN.test(text));
}

/** The two headings that a card stands under. */
function headingsOver(card: Card | undefined, lines: readonly Line[]): string {
  if (!card) return '';
  const found: string[] = [];
  const start = card.line - card.before.length;
  let lowest = lines[card.line]?.rank || 7;
  for (const { text, rank } of lines.slice(Math.max(0, start - 60), start).reverse()) {
    if (rank === 0 || rank >= lowest || found.length === 2 || text.length > 60) continue;
    found.push(text);
    lowest = rank;
  }
  return found.join(' ');
}

import { one, pageTitle, tag } from '../dom.ts';
import type { Markup, Person } from '../person.ts';
import { type Card, cardOf, findRuns, hintsAround, type Run } from './cards.ts';
import { type Line, readLines } from './lines.ts';
import { readName } from './name.ts';
import {
  canReach,
  decoded,
  employerOf,
  findTitles,
  folded,
  leadsToPeople,
  ON_LINKEDIN,
  personOf,
  wordsOfName,
} from './person.ts';
import { isListed, isOffice, isRole, namesGroup, namesOthers } from './words.ts';

/** A share of the cards of a run above which what they have in common counts. */
const OFTEN = 0.3;

/** So much must speak for people: see `presented`. */
const ENOUGH = 4;

/** What speaks for a person: a title, a form of address, a page among those of people, one on LinkedIn, a way to reach them. */
const STRONG = [
  ({ title }: Card) => !!title,
  ({ sure }: Card) => sure,
  ({ hrefs }: Card) => hrefs.some(leadsToPeople),
  ({ hrefs }: Card) => hrefs.some((href) => ON_LINKEDIN.test(href)),
  canReach,
];

/** Cards that stand for all of a run. */
const SAMPLE = 100;

/** How people introduce themselves on a page of their own. */
const HELLO = /^(?:(?:hi|hey|hello|hallo|hola)[\s,!.]+)?(?:i['’]m|i am|my name is|ich bin|je suis|soy)\s+/i;

/** Each condition that holds, times its weight. */
const sum = (weights: readonly (readonly [boolean | number, number])[]) =>
  weights.reduce((total, [holds, weight]) => total + Number(holds) * weight, 0);

/** Whether a card has an element of this kind. */
const holds =
  (kind: string) =>
  ({ marks }: Card) =>
    marks.some((mark) => tag(mark) === kind);

const isPrice = ({ text }: Line) => /[$€£¥₹]\s?\d|\d\s?(?:€|zł|₺|EUR|USD)/.test(text);

/**
 * People on pages that say nothing of them in markup: cards, rows and lines with a name that stand in one place of a
 * repeated pattern, and the page of one person.
 */
export const structure: Markup = {
  id: 'structure',
  last: true,
  *steps(document, page) {
    const body = one(document, 'body');
    if (!body) return { people: [] };
    const lines = yield* readLines(body);
    yield;
    const employer = employerOf(document, page);
    const subject = subjectOf(document, body, lines, page);
    if (subject) return { people: [{ ...personOf(subject, lines, page, employer), url: undefined, subject: true }] };
    const people: Person[] = [];
    for (const run of yield* findRuns(lines)) {
      yield;
      let cards = presented(run, lines, document, page);
      if (cards.length === 0) cards = partsOf(run).flatMap((part) => presented(part, lines, document, page, true));
      for (const card of cards) {
        people.push(personOf(card, lines, page, employer));
        if (people.length % 100 === 0) yield;
      }
    }
    return { people };
  },
};

/** The parts of a run in which something speaks for each. */
function partsOf({ cards }: Run): Run[] {
  const parts: Card[][] = [[]];
  for (const card of cards) {
    if (STRONG.some((test) => test(card))) parts.at(-1)?.push(card);
    else parts.push([]);
  }
  return parts.map((part) => ({ cards: part, purity: 1 }));
}

/** Keeps those cards of a run which present people, or none. */
function presented(
  { cards, purity }: Run,
  lines: readonly Line[],
  document: Document,
  page: URL,
  part = false,
): Card[] {
  if (purity < 0.7 || new Set(cards.map(({ name }) => name)).size < 2) return [];
  findTitles(cards, lines);
  const sample = cards.slice(0, SAMPLE);
  const share = (test: (card: Card) => boolean) => sample.filter(test).length / sample.length;
  const often = (test: (card: Card) => boolean) => share(test) > OFTEN;
  const features = [...STRONG, holds('img')];
  const shares = features.map(share);
  const [titled = 0, sure = 0, own = 0, linked = 0, reach = 0, pictured = 0] = shares;
  const ties = sure + own + linked + reach;
  const path = decoded(page.pathname);
  const group = sum([
    [namesGroup(path), 2],
    [namesGroup(pageTitle(document)), 1],
  ]);
  const heading = headingsOver(cards[0], lines);
  const hint = cards
    .slice(0, 2)
    .map(({ root }) => hintsAround(root))
    .join(' ');
  const offices = sample.map(({ office }) => office ?? '').join(' ');
  const others = namesOthers(`${heading.length < 40 ? heading : ''} ${hint} ${offices} ${path}`);
  const quoted = often(
    ({ line, after, root }) =>
      /["”»」]$/.test(lines[line - 1]?.text ?? '') ||
      after.some(({ text }) => /^["“„«「]/.test(text)) ||
      [line - 1, line].some((at) => lines[at]?.marks.some((mark) => /^(?:blockquote|q)$/.test(tag(mark)))) ||
      tag(root) === 'blockquote',
  );
  const alike = new Set(sample.map(({ title }) => title)).size === 1;
  const score = sum([
    [group, 1],
    [namesGroup(heading), 2],
    [namesGroup(hint) || isOffice(heading), 1],
    // One word for all may be anything.
    [titled, alike ? 1 : 3],
    [!alike && share(({ title = '' }) => isListed(title)), 1],
    [ties, 2],
    [pictured, 1],
    [1 - purity, -3],
    // Without capitals any words look like a name.
    [share(({ name, sure }) => !sure && !/[A-ZÀ-ÞĀ-žА-Я]/.test(name)), -1],
    // A motto below the name is not what others say.
    [others, -5],
    [quoted, -4],
    [often(({ after }) => after.some(isPrice)), -5],
    [often(holds('time')), -3],
    // A headline above the name: who wrote it.
    [
      often(({ before }) =>
        before.some(({ text }) => text.length > 25 && (text.length > 80 || !isRole(text)) && /(?:\S+\s){3}/.test(text)),
      ),
      -3,
    ],
    // Two names: who plays whom.
    [often(({ after: [next] }) => !!next && !!readName(next.text)), titled < 0.5 ? -3 : -1],
  ]);
  const few = cards.length === 2;
  if (
    score < ENOUGH + Number(few || part) ||
    (titled + ties < OFTEN && (group < 3 || cards.length < 4 || !namesGroup(heading)))
  )
    return [];
  // Two may look alike by chance: what speaks for one must speak for the other.
  if (few && !shares.slice(0, 5).includes(1)) return [];
  const typical = features.filter((test) => share(test) >= 0.7);
  return typical.length === 0 ? cards : cards.filter((card) => typical.some((test) => test(card)));
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

/**
 * The one person whom a page is about: named by its first heading and by its title, with a role, an address or a
 * place among people which say that it is a person's own page and no article.
 */
function subjectOf(document: Document, body: Element, lines: readonly Line[], page: URL): Card | undefined {
  const line = lines.findIndex(({ rank }) => rank === 1);
  const heading = lines[line];
  const said = heading?.text.replace(HELLO, '') ?? '';
  const named = readName(said);
  const hello = said !== heading?.text;
  if (!heading || !named || named.office) return undefined;
  if (named.rest !== '' && !named.sure && !hello && !isRole(named.rest)) return undefined;
  const words = wordsOfName(named.name);
  const title = folded(pageTitle(document));
  if (!words.every((word) => title.includes(word))) return undefined;
  const card = cardOf({ ...named, line }, body, lines, line - 1, lines.length, 30);
  findTitles([card], lines);
  const path = decoded(page.pathname);
  const hint = hintsAround(heading.block);
  const mentions = (text: string) => words.some((word) => folded(text).includes(word));
  const score = sum([
    [!!card.title, 2],
    [named.sure || canReach(card), 1],
    [card.hrefs.some((href) => /^mailto:/i.test(href) && mentions(href.split('@', 1)[0] ?? '')), 3],
    [leadsToPeople(path), 2],
    [mentions(path), 1],
    [hello, 3],
    [words.every((word) => page.hostname.includes(word)), 1],
    [namesGroup(hint), 1],
    [namesOthers(`${hint} ${path}`), -3],
    [card.after.some(isPrice), -3],
  ]);
  // A front page speaks of whom the site belongs to, which is mostly no person.
  return score < (path === '/' ? 4 : 3) ? undefined : card;
}

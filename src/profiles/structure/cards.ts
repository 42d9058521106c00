import { attribute, parent, textContent, within } from '../dom.ts';
import type { Steps } from '../person.ts';
import { isGiven } from './given.ts';
import { inColumn } from './heads.ts';
import type { Line } from './lines.ts';
import { isRead, type Named, readName } from './name.ts';
import { agree, genuine, type Slot } from './slots.ts';
import { isRole } from './words.ts';

/** A name with what the page says beside it. */
export interface Card extends Named {
  /** Number of its line. */
  line: number;
  /** What holds the card, and others when it has no element of its own. */
  root: Element;
  /** The lines before the name, the nearest first, and those behind it. */
  before: Line[];
  after: Line[];
  /** Links, pictures, times and quotations. */
  marks: Element[];
  /** Where its links lead, as the page writes them. */
  hrefs: string[];
  title?: string | undefined;
  company?: string | undefined;
  location?: string | undefined;
}

/** Names that stand in one place of a repeated pattern, in the order of the page. */
export interface Run {
  slots: Slot[];
  /** The share of what stands in that place between the first and the last name which is a name. */
  purity: number;
}

/** So many lines in its place that are no names end a run, or so many lines of any kind. */
const GAP = 3;
const FAR = 80;

/** Cards of one run at most, and so many in a step. */
const CARDS_LIMIT = 2_000;
const STEP = 100;

/** Lines of one card at most, before and behind the name. */
const BEFORE = 6;
const AFTER = 12;

/** Whether a line is for reaching somebody: it holds an address or a number. */
export const isContact = ({ text }: Pick<Line, 'text'>) =>
  /\S@|@\S|(?:\d[\s()./–-]*){6}|www\.|\bext(?:ension|\.)? ?\d/i.test(text);

/** The name in a line, which may be what the picture before it says alone: "Avvocato Ada Okafor". */
export function nameOf({ text, marks, shown }: Line, next: Line | undefined): Named | undefined {
  if (next && isRead(text, next.text)) return { name: text, rest: '', sure: true };
  const named = readName(text);
  // "Ada Okafor: How to Pay People", one link as a whole, is a headline.
  const [, called = ''] = (text.includes(': ') && /^[^:\n]+: (\S+(?: \S+){3,})$/.exec(text)) || [];
  if (called && !isRole(called) && marks.some((mark) => textContent(mark).trim() === text)) return undefined;
  for (const name of shown ?? []) {
    const whole = text.includes(name) ? readName(name) : undefined;
    if (whole?.name === named?.name) continue;
    const office = whole && text.split(name, 1)[0]?.trim();
    if (whole) return { ...whole, ...(office && { office }) };
  }
  return named;
}

/** A run that may go on. */
interface Open {
  slots: Slot[];
  /** Whether one of them has an office. */
  office: boolean;
  /** Line of the last of them. */
  last: number;
  /** Lines in their place that are no names, and those since the last. */
  misses: number;
  gap: number;
  /** Their texts: what comes again is a label. */
  seen: Set<string>;
}

/** Finds the places in which names stand again and again. */
export function* findRuns(lines: readonly Line[], by: 'place' | 'loose' = 'place'): Steps<Run[]> {
  const runs: Run[] = [];
  const open = new Map<number, Open>();
  const end = (place: number) => {
    const run = open.get(place);
    open.delete(place);
    if (!run) return;
    const slots = genuine(run.slots, lines);
    agree(slots, lines);
    runs.push({
      slots: slots.slice(0, CARDS_LIMIT),
      purity: slots.length / (slots.length + run.misses),
    });
  };
  /** Adds a line to the run in its place. Returns whether that run has ended. */
  const add = (line: Line, at: number): boolean => {
    const { text, cell } = line;
    const place = line[by];
    // A cell of many columns says what the rows below are about.
    if (cell?.table.heads && cell.wide) return false;
    const run = open.get(place);
    const named = text.length > 200 ? undefined : (nameOf(line, lines[at + 1]) ?? (run?.office && labelled(text)));
    if (named) {
      if (run) {
        run.last = at;
        run.misses += run.gap;
        run.gap = 0;
        run.slots.push({ ...named, line: at });
        run.office ||= !!named.office;
      } else {
        const slots = [{ ...named, line: at }];
        open.set(place, { slots, office: !!named.office, last: at, misses: 0, gap: 0, seen: new Set() });
      }
      return false;
    }
    // Roles, contacts, prose and labels that come again are no names that are missing.
    const passes =
      !run || text.length > 79 || run.seen.has(text) || isContact(line) || !/[^\s\d.,:•–—#()+-]{2}/.test(text);
    if (passes || line.block === lines[run.last]?.block || (isRole(text) && at - run.last < 6)) return false;
    // What stands with a name in an element that holds no other is none that is missing.
    const [other, last] = run.slots.slice(-2).map((slot) => parent(lines[slot.line]?.block ?? line.block));
    if (last && last !== other && last === parent(line.block)) return false;
    run.seen.add(text);
    return ++run.gap === GAP;
  };
  for (const [at, line] of lines.entries()) {
    if (at % 500 === 499) yield;
    const place = line[by];
    if (at - (open.get(place)?.last ?? at) > FAR) end(place);
    if (add(line, at)) end(place);
  }
  for (const place of [...open.keys()]) end(place);
  return runs.sort(({ slots: [one] }, { slots: [other] }) => (one?.line ?? 0) - (other?.line ?? 0));
}

/** The name behind a label that may be no known role, amid others that are. */
function labelled(text: string): Named | undefined {
  const [, label = '', rest = ''] = /^([^:：]{3,60})\s*[:：]\s*(.+)$/s.exec(text) ?? [];
  const named = rest && !isContact({ text: rest }) ? readName(rest) : undefined;
  return named && (named.sure || isGiven(named.name)) ? { office: label.trim(), ...named } : undefined;
}

/** The cards around names: for each the largest element that holds no other of them, as large as most are. */
export function* cardsOf(slots: readonly Slot[], lines: readonly Line[]): Steps<Card[]> {
  const block = (slot: Slot | undefined) => slot && lines[slot.line]?.block;
  const ways: Element[][] = [];
  for (const [at, slot] of slots.entries()) {
    if (at % STEP === STEP - 1) yield;
    const others = [block(slots[at - 1]), block(slots[at + 1])];
    const way: Element[] = [];
    for (let up = block(slot) ?? null; up && way.length < 12; up = parent(up)) {
      const holder = up;
      if (way[0] && others.some((other) => other && within(other, holder))) break;
      way.push(up);
    }
    ways.push(way);
  }
  const usual = ways.map(({ length }) => length).sort((a, b) => a - b)[(ways.length - 1) >> 1] ?? 1;
  const cards: Card[] = [];
  for (const [at, slot] of slots.entries()) {
    if (at % STEP === STEP - 1) yield;
    const way = ways[at] ?? [];
    const root = way[Math.min(usual, way.length) - 1] as Element;
    cards.push(cardOf(slot, root, lines, slots[at - 1]?.line ?? -1, slots[at + 1]?.line ?? lines.length));
  }
  return cards;
}

/**
 * The card of a name.
 * @param last line of the name before, and `next` that of the name behind: neither belongs to the card
 */
export function cardOf(
  slot: Slot,
  root: Element,
  lines: readonly Line[],
  last: number,
  next: number,
  most = AFTER,
): Card {
  const { line } = slot;
  let holder = root;
  const holds = (at: number) => {
    const block = lines[at]?.block;
    return block && within(block, holder);
  };
  let start = line;
  while (start - 1 > last && line - start < BEFORE && holds(start - 1)) start--;
  let end = line + 1;
  const stop = Math.min(next, line + most);
  while (end < stop && holds(end)) end++;
  const below = end - start === 1 ? inColumn(lines, line, last, next) : [];
  if (end - start === 1 && !below[0]) {
    // The name stands beside what belongs to it, up to the next heading of its rank.
    holder = parent(root) ?? root;
    const rank = lines[line]?.rank || 7;
    while (end < stop && holds(end) && (lines[end]?.rank || 8) > rank) end++;
  }
  // A card that is one link may begin where the line before it, in the last card, has not ended.
  const marks = below[0]
    ? [lines[line] as Line, ...below].flatMap((one) => one.marks)
    : lines
        .slice(Math.max(0, start - 1), end + 1)
        .flatMap((one, at) => one.marks.filter((mark) => within(mark, at || !start ? holder : root)));
  return {
    ...slot,
    root: holder,
    before: lines.slice(start, line).reverse(),
    after: below[0] ? below : lines.slice(line + 1, end),
    marks,
    hrefs: marks.flatMap((mark) => attribute(mark, 'href') ?? []),
  };
}

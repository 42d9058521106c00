import { decoded } from '#contract/decoded.ts';
import { absolute, sameHost } from '../address.ts';
import { attribute, within as isWithin } from '../dom.ts';
import type { Person } from '../person.ts';
import { type Card, isContact } from './cards.ts';
import { isGiven } from './given.ts';
import { headOver, textBeside } from './heads.ts';
import type { Line } from './lines.ts';
import { isDegree, readName } from './name.ts';
import { mostVoted } from './score.ts';
import { folded, isRole, isThing, NO_WORD, namesGroup } from './words.ts';

/** Whether a line has a role, and not in an address as `director@school.example`. */
const isTold = ({ text }: Line) => isRole(text) && !/\S@|@\S|, (?:[A-Z]{2}|[A-Z][a-z]+) \d{5}/.test(text);

/** A line that says what somebody is, and no more; all in capitals it may look like a name. */
const isTitle = (line: Line | undefined) =>
  !!line && isShort(line) && isTold(line) && !mayName(line.text) && !/^(?:meet|about|our|your) /i.test(line.text);

const mayName = (text: string) => !!readName(text) && (text !== text.toUpperCase() || isGiven(text));

/** What lists of roles hold as well, and is none where one stands. */
const DEGREE = /^(?:(?:ph\.?d|md|m\.?p|jp|rn|dds)[., ]*)+$/i;

/** "Minister of Culture & Tourism." */
const CAPITALS = /^[A-ZÀ-Þ]\S+(?: (?:[A-ZÀ-Þ&]\S*|of|for|and|the|de))+\.$/;

/** A line that is no prose. */
const isShort = ({ text }: Line) =>
  text.length < 110 &&
  !/[<>{}=_§\\]/.test(text) &&
  (!(text.length < 60 ? /[^\s.]{4,}[.!?。]$/ : /[.!?。]$/).test(text) || CAPITALS.test(text));

/** A line that may name what somebody is. */
export const isLabel = (line: Line) =>
  isShort(line) && line.text.length < 60 && !/\d|[:：]$/.test(line.text) && !isContact(line);

/** Finds the titles of a run: beside the names, above them or below. */
export function findTitles(cards: readonly Card[], lines: readonly Line[], within = false, sure = false): void {
  const below = ({ name, after }: Card) => after.filter(({ text }) => !name.includes(text)).slice(0, 3);
  const above = ({ line, root }: Card) => {
    const last = lines[/^.{2,20}[:：]$/.test(lines[line - 1]?.text ?? '') ? line - 2 : line - 1];
    return last && isWithin(last.block, root) ? last : undefined;
  };
  const count = (test: (card: Card) => boolean) => cards.filter(test).length;
  // Where roles stand above their holders, the last has none below.
  const reversed =
    !within &&
    count((card) => isTitle(above(card)) && (cards.length > 1 || above(card)?.rank === 0)) >
      Math.max(
        count((card) => below(card).some(isTitle)),
        cards.length / 2,
      );
  // Where roles stand in one place again and again, what else stands there is a title, too.
  const votes = new Map<number, number>();
  const firsts = (card: Card) =>
    below(card).filter(({ place }, at, all) => all.findIndex((one) => one.place === place) === at);
  for (const [at, line] of cards.flatMap((card) => [...firsts(card).entries()])) {
    const vote = isTold(line) && isShort(line) ? 1 : sure && isLabel(line) ? 0.3 : readName(line.text) ? -1 : 0;
    votes.set(line.place, (votes.get(line.place) ?? 0) + vote * (1 - at / 4));
  }
  // Where headings part the people by their roles, each tells one.
  const over = (card: Card) => roleOver(card, lines);
  const roles = within ? [] : cards.flatMap((card) => over(card) ?? []);
  const parted = roles.length * 2 > cards.length && new Set(roles).size > 1;
  const [usual, most] = mostVoted(votes);
  for (const card of cards) {
    const { office, rest } = card;
    const there =
      most < cards.length * 0.2
        ? undefined
        : below(card).find((line) => line.place === usual && isShort(line) && !isContact(line));
    const first = above(card);
    const isAlone = !within && isTitle(first) && !namesGroup(first?.text ?? '');
    const line = reversed ? first : (there ?? below(card).find(isTitle) ?? (isAlone ? first : undefined));
    // "President and" goes on in the next line, or begins there: "and Treasurer".
    const next = line && card.after[card.after.indexOf(line) + 1];
    const goesOn =
      next &&
      (/(?: and| de| of|&|,)$/.test(line.text) ||
        (next.block === line.block && /^(?:[iye&]|et|und|and|of) /.test(next.text)));
    const more = goesOn ? next.text : '';
    const heads = lines[card.line] && headOver(lines[card.line] as Line);
    if (heads?.company) card.company = textBeside(lines, card.line, heads.company);
    if (heads?.title) {
      card.title = textBeside(lines, card.line, heads.title);
      continue;
    }
    const besides = rest.split('\n');
    // "Practice Manager of Harbor Law. She expertly handles …", "Founder of Harbor Law who has …"
    const beside = (besides.find(isRole) ?? besides[0] ?? '').replace(
      /^(.{9,80}?)(?:(?<=[a-z]{3})\. .{40,}| who .*)/,
      '$1',
    );
    // "Senator Ada Okafor", and below "Chief Minister".
    const isForm = line && isTold(line) && lines[card.line]?.text.includes(`${office} ${card.name.split(' ', 1)[0]}`);
    card.title =
      (isForm ? undefined : office) ??
      (isRole(beside) && beside.length < 110 && !(line && DEGREE.test(beside))
        ? beside
        : line
          ? `${line.text} ${more}`.trim()
          : ((parted ? over(card) : undefined) ??
            (sure && beside && !isDegree(beside) && !readName(beside) ? beside : undefined)));
  }
  // "Position: Director" throughout.
  const label = /^[^:：]{3,30}[:：]\s*/.exec(cards[0]?.title ?? '')?.[0];
  if (label && cards.length > 1 && cards.every(({ title }) => !title || title.startsWith(label)))
    for (const card of cards) card.title = card.title?.slice(label.length) || undefined;
}

/** The role in the heading over a card: "Treasurer" above the only one who is it. */
function roleOver({ line }: Card, lines: readonly Line[]): string | undefined {
  const rank = lines[line]?.rank || 7;
  const heading = lines.slice(Math.max(0, line - 12), line).findLast((one) => one.rank > 0 && one.rank < rank);
  return isTitle(heading) && !namesGroup(heading?.text ?? '') ? heading?.text.replace(/\s*[:：]$/, '') : undefined;
}

/** A town and its country or state. */
const isPlace = ({ text }: Line) =>
  /^[A-ZÀ-ž][^\d,]+, [A-ZÀ-ž][^\d,]+$/.test(text) && text.length < 50 && !isRole(text) && !isThing(text);

/** Finds where the people of a run live, if their cards have a place for it. */
export function findLocations(cards: readonly Card[]): void {
  const found = cards.map(({ after }) => after.slice(0, 4).find(isPlace)?.text);
  if (found.filter((place) => place).length * 2 > cards.length)
    for (const [at, card] of cards.entries()) card.location = found[at];
}

/** The person of a card. */
export function personOf(
  { name, line, hrefs, marks, title, company: given, location }: Card,
  lines: readonly Line[],
  page: URL,
  employer?: string,
): Person {
  // Without brackets around it and a label before it, without room numbers, addresses and numbers behind it.
  const whole = title
    ?.replace(/\n|[®™]/g, ' ')
    .replace(/^[(（]\s*(.*?)\s*[)）]$/, '$1')
    .replace(/^(\S+?)(?: ?[:：]| [-–])\s*(.+)$/, (all, label, value) =>
      (DEGREE.test(label) || !isRole(label)) && isRole(value) ? value : all,
    )
    .replace(
      /\s*(?:[(（][^)）]*(?:[)）](?:,.*)?)?|\S*@\S.*|\+?\d[\d\s().-]{5,}.*|\s[-–]\s[A-Z]{2,6}[:/ ][A-Z:/ ]*\d.*|[,;|:–)）-]+)$/,
      '',
    );
  const [, role, company] = /^(.{3,}?),? (?:at|@|bei|chez) ([^a-z].*)$/.exec(whole ?? '') ?? [];
  const tied = role && isRole(role);
  const words = wordsOfName(name);
  const heading = lines[line];
  let url: string | undefined;
  let most = 0;
  for (const mark of marks) {
    const href = attribute(mark, 'href');
    if (!href || NO_PAGE.test(href)) continue;
    // The address on this host that the name itself leads to, or with the name in it; else one on LinkedIn, the name's
    // own on another host, or an account.
    const plain = folded(decoded(href));
    const named = heading && (heading.marks.includes(mark) || isWithin(heading.block, mark));
    const isPlaced = /\/(?:users?|profiles?)\//.test(plain);
    const own = Number(named) * 4 + Number(words.some((word) => plain.includes(word))) * 3 + Number(isPlaced);
    const linked = ON_LINKEDIN.test(href) ? 3 : named ? 2 : Number(IS_ACCOUNT.test(href));
    const address = Math.max(own, linked) > most && absolute(href, page);
    if (!address || address.replace(/#.*/, '') === page.href) continue;
    const worth = own > 4 || sameHost(address, page) ? own : linked;
    if (worth > most) [url, most] = [address, worth];
  }
  return {
    name,
    url,
    title: tied ? role : whole || undefined,
    company: tied ? company : (given ?? employer),
    location,
    emails: hrefs.filter((href) => /^mailto:/i.test(href)),
    phones: hrefs.filter((href) => /^tel:/i.test(href)),
  };
}

/** Addresses that lead to no page. */
const NO_PAGE = /^(?:#|mailto:|tel:|javascript:)|\.(?:jpe?g|png|gif|webp|pdf|docx?|vcf)$/i;

export const ON_LINKEDIN = /linkedin\.com\/(?:in|pub|profile)\//;

/** Accounts of people, or of the site: what several cards share stands with none of them in the end. */
const IS_ACCOUNT =
  /^https?:\/\/(?:(?:www\.)?(?:twitter|x|github|instagram)\.com\/@?|orcid\.org\/|bsky\.app\/profile\/|(?:www\.)?xing\.com\/profile\/)(?!(?:home|intent|share|search)\b)[\w.-]+\/?(?:\?|$)/i;

/** Whether an address lies where a site keeps the pages of people. */
export function leadsToPeople(href: string): boolean {
  return namesGroup(
    decoded(href)
      .replace(/^https?:\/\/[^/]*/, '')
      .replace(/[^/]*\/?$/, ''),
  );
}

/** Whether a card says how to reach the person. */
export const canReach = (card: Card) => canWrite(card) || card.hrefs.some((href) => /^tel:/i.test(href));

/** Whether it has an address to write to. */
export const canWrite = ({ hrefs, after, rest }: Card) =>
  [...hrefs, rest, ...after.map(({ text }) => text)].some((text) => /^mailto:|[^/\s]@[\w-]+\.\w/i.test(text));

/** The words of a name as they stand in addresses and titles, without initials. */
export function wordsOfName(name: string): string[] {
  const words = folded(name).split(NO_WORD);
  const long = words.filter((word) => word.length > 2);
  return long[0] ? long : words.filter((word) => word.length > 1);
}

import { decoded } from '#contract/decoded.ts';
import { titleParts } from '../dom.ts';
import { type Card, cardOf, isContact, nameOf } from './cards.ts';
import { findCompanies, labelled } from './company.ts';
import { isGiven } from './given.ts';
import { kindsOf } from './heads.ts';
import type { Line } from './lines.ts';
import { type Named, readName } from './name.ts';
import { canReach, findTitles, leadsToPeople, wordsOfName } from './person.ts';
import { hintsAround } from './presented.ts';
import { isPrice, sum } from './score.ts';
import { folded, isListed, isRole, namesGroup, namesOthers } from './words.ts';

/** How people introduce themselves on a page of their own. */
const HELLO =
  /^(?:(?:h(?:i|ey|ello|allo|ola|ej)|ol[áa]|ciao|bonjour|salut)[\s,!.]+)?(?:i['’]m|i am|my name is|ich bin|ich heiße|mein name ist|je suis|je m['’]appelle|(?:yo )?soy|me llamo|(?:io )?sono|mi chiamo|eu sou|ik ben|j[ae]g (?:[äe]r|heter)|jestem|меня зовут|我[是叫]|私は)\s*(?=\S)/i;

/** What a page is called that somebody keeps about themselves. */
const OF_ONESELF =
  /\b(?:cv|vitae|resume|lebenslauf|curriculo|curriculum|home ?page|portfolio|personal|profile?|bio|biogra\w+|about[ -]me|(?:uber|sobre|su)[ -]m[ei](?:ch)?|hakkimda|o[ -]mnie)\b|フロフィール|[紹绍]介|挨拶|[简簡]介|[个個]人/;

/** The years in which somebody lived, of whom others write. */
const LIFE = /^\(?\*? ?1(?:[0-8]\d|9[0-3])\d ?[–-] ?†? ?(?:1\d|20)\d\d\)?$/;

/** How the line of an author begins. */
const BY_LINE = /^(?:by|von|par|por|di|door|av)\s+/i;

/** Whether what a card says right below the name is a role, and no more: "Manager", but not "Manager dashboards". */
function isCalled({ title = '', after: [next] }: Card): boolean {
  const [role = ''] = title.split(/[,&|(–-]| (?:of|at|for|in|and|de|für|@) /);
  return title === next?.text && isListed(role.split(' ').at(-1) ?? '');
}

/** So many lines of a page may stand before the name of whom it is about. */
const TOP = 30;

/** What a page says of whom it is about, before it is looked at who that may be. */
export interface About {
  body: Element;
  lines: readonly Line[];
  page: URL;
  /** Its title, whole, folded, and the words of its parts. */
  pageTitle: string;
  title: string;
  parts: readonly string[][];
  /** Its path, folded, and the last part of that. */
  path: string;
  last: string;
  /** The number of its first heading, -1 without any, and what that says, folded. */
  first: number;
  over: string;
}

/** What a page says of whom it is about. */
export function aboutOf(body: Element, lines: readonly Line[], page: URL, pageTitle: string): About {
  const title = folded(pageTitle);
  const path = folded(decoded(page.pathname));
  const first = lines.findIndex(({ rank, text }) => rank === 1 || (rank > 0 && title.startsWith(folded(text))));
  return {
    ...{ body, lines, page, pageTitle, title, path, first },
    parts: titleParts(pageTitle).map((part) => wordsOfName(readName(part)?.name ?? part)),
    last: path.split('/').findLast((part) => part) ?? '',
    over: folded(lines[first]?.text ?? ''),
  };
}

const said = ({ text }: Line) => text.replace(HELLO, '').replace(/^(?:meet|about)\s+/i, '');

/**
 * The one person whom a page is about: named in its first heading or its first lines, by its title or address too,
 * with a role, an address or a place among people which say that it is a person's own page and no article.
 */
export function subjectOf(about: About): Card | undefined {
  const { lines, title, parts, last, first, over } = about;
  // A title may leave out a second family name.
  const isTitled = (words: readonly string[]) =>
    !!words[0] &&
    (words.every((word) => title.includes(word)) ||
      parts.some((part) => part.length > 1 && part.every((word) => words.includes(word))));
  /** Whether an address is made of a name, and of hardly anything else. */
  const isSlug = (words: readonly string[]) =>
    words.length > 1 &&
    words.every((word) => last.includes(word)) &&
    words.reduce((left, word) => left.replace(word, ''), last.replace(/\.\w+$/, '')).replace(/[^a-z]/g, '').length < 4;
  const isHeld = (words: readonly string[]) => isTitled(words) || isSlug(words);
  const namedBy = (line: Line | undefined) => {
    const named = line && readName(said(line));
    return named && isHeld(wordsOfName(named.name)) ? named : undefined;
  };
  const top = lines.slice(0, TOP);
  // "Name: Ada Okafor, Title: City Clerk": the one record of a directory.
  const records = top.flatMap(({ text }, at) => {
    const [value = '', label = ''] = text.split(/\s*[:：]\s*/).reverse();
    const named = kindsOf(label || (lines[at - 1]?.text ?? '')).includes('name') && readName(value);
    return named ? { named, at } : [];
  });
  const isRecord = ({ named, at }: (typeof records)[number]) =>
    top
      .slice(at, at + 9)
      .some((line) => kindsOf(line.text).includes('title') || ((named.sure || isGiven(named.name)) && isContact(line)));
  const [record] = records.length === 1 ? records.filter(isRecord) : [];
  if (record) return judged(record.named, record.at, about, 1);
  // "Curriculum Vitae", "Our Doctors": the name follows, and old pages have no headings at all.
  const isArticle = over.length > (title.includes(over) ? 19 : 29) && first < TOP;
  const follows = !namedBy(lines[first]) && !isArticle && !namesGroup(over ? `${last} ${over}` : last);
  const found = (ranked: boolean) => top.findIndex((line) => line.rank > 0 === ranked && namedBy(line));
  const ranked = follows ? found(true) : first;
  const line = follows && ranked < 0 ? found(false) : ranked;
  const named = namedBy(lines[line]);
  return named && judged(named, line, about);
}

/** What a page is called that has to do with one person of many: of a role, of a group, or of oneself. */
const isOfOne = ({ title, over, last, path }: About) =>
  [title, over, last].some((text) => isRole(text) || OF_ONESELF.test(text)) || namesGroup(`${title} ${over} ${path}`);

/**
 * The one person whom a page shows that neither its title nor its address names, as where all pages of a directory are
 * called "Member Details": the only one named in a heading, or else in the first lines.
 */
export function loneOf(about: About): Card | undefined {
  if (!isOfOne(about)) return undefined;
  const people = about.lines.slice(0, TOP).flatMap((line, at) => {
    const next = about.lines[at + 1];
    const named = nameOf({ ...line, text: said(line) }, next);
    const isOffered = at === about.first && !!next && isRole(next.text);
    const isPerson = named && (named.sure || named.office || isGiven(named.name) || isOffered);
    return isPerson && !namesOthers(hintsAround(line.block)) ? { ...named, at, rank: line.rank } : [];
  });
  const ranks = people.map(({ rank }) => rank || 7);
  const [one, ...others] = people.filter((_, at) => ranks[at] === Math.min(...ranks));
  const place = about.lines[one?.at ?? -1]?.place;
  const isOne = about.lines.every(
    ({ place: other, text }, at) => other !== place || at === one?.at || !readName(text) || isRole(text),
  );
  return one && isOne && others.every(({ name }) => name === one.name) ? judged(one, one.at, about) : undefined;
}

/**
 * The card of somebody, if what a page says speaks for a person's own page and no article.
 * @param proof what speaks for it beside that
 */
function judged(named: Named, line: number, about: About, proof = 0): Card | undefined {
  const { body, lines, page, pageTitle, parts, title, over, path, last } = about;
  const heading = lines[line];
  if (!heading || /["“”]/.test(named.name)) return undefined;
  const hello = HELLO.test(heading.text);
  if (named.rest !== '' && !named.sure && !hello && !isRole(named.rest)) return undefined;
  const words = wordsOfName(named.name);
  const card = cardOf({ ...named, line }, body, lines, line - 1, lines.length, 30);
  findTitles([card], lines);
  card.title ??= labelled(card, 'title');
  // Content managers call any page a post.
  const hint = hintsAround(heading.block);
  const mentions = (text: string) => words.some((word) => folded(text).includes(word));
  const given = isGiven(named.name);
  const called = isCalled(card);
  const next = card.after[0]?.text ?? '';
  const mailed = card.hrefs.some((href) => /^mailto:/i.test(href) && mentions(href.split('@', 1)[0] ?? ''));
  const isWhole = parts[0]?.join() === words.join();
  const hosted = words.filter((word) => word.length > 3 && page.hostname.includes(word));
  const isHome = hosted.length === words.length;
  const isAmongPeople = leadsToPeople(path);
  const isOfOneself = OF_ONESELF.test(`${title} ${over} ${last}`);
  const isOwn = isWhole || isHome || isAmongPeople || isOfOneself;
  // Firms, towns and services are called as people are, and what stands around them may be anybody's title.
  if (!(given || called || named.sure || hello || mailed || isOwn || proof)) return undefined;
  const score = sum([
    [proof, 2],
    [!!card.title, 2],
    [named.sure || canReach(card), 1],
    [mailed, 3],
    [isAmongPeople, 2],
    [mentions(path), 1],
    [(given || (named.sure && !named.rest)) && heading.rank === 1, 1],
    [hello, 3],
    [isWhole && Number(given) + Number(called), 1],
    [isOfOneself, 2],
    [isHome || ((given || called || named.sure) && !!hosted[0]), 1],
    [namesOthers(`${hint.replace(/\b(?:posts?|nav-content)\b/g, '')} ${path}`), -3],
    [card.after.slice(0, 4).some(isPrice), -3],
    [[named.rest, next].some((text) => LIFE.test(text)), -5],
    [BY_LINE.test(next) && !!readName(next.replace(BY_LINE, '')), -3],
  ]);
  // A front page speaks of whom the site belongs to, which is mostly no person.
  if (score < (path === '/' ? 4 : 3)) return undefined;
  if (!card.title && isAmongPeople) findTitles([card], lines, false, true);
  findCompanies([card], pageTitle);
  return card;
}

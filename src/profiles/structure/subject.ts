import { decoded } from '#contract/decoded.ts';
import { titleParts } from '../dom.ts';
import { type Card, cardOf, nameOf } from './cards.ts';
import { findCompanies, labelled } from './company.ts';
import { beginsGiven, isGiven } from './given.ts';
import { kindsOf } from './heads.ts';
import type { Line } from './lines.ts';
import { type Named, readName } from './name.ts';
import { canReach, findTitles, leadsToPeople, wordsOfName } from './person.ts';
import { hintsAround } from './presented.ts';
import { isPrice, sum } from './score.ts';
import type { Slot } from './slots.ts';
import { folded, isListed, isOffice, isRole, namesGroup, namesOthers } from './words.ts';

/** How people introduce themselves on a page of their own. */
const HELLO =
  /^(?:(?:h(?:i|ey|ello|allo|ola|ej)|ol[áa]|ciao|bonjour|salut)[\s,!.]+)?(?:i['’]m|i am|my name is|ich bin|ich heiße|mein name ist|je suis|je m['’]appelle|(?:yo )?soy|me llamo|(?:io )?sono|mi chiamo|eu sou|ik ben|j[ae]g (?:[äe]r|heter)|jestem|меня зовут|我[是叫]|私は)\s*(?=\S)/i;

/** What a page is called that somebody keeps about themselves. */
const OF_ONESELF =
  /\b(?:cv|vitae?|resume|lebenslauf|curricul(?:o|um)|home ?page|portfolio|personal|(?<!(?:company|corporate|business|school|club)[ -])profile?|bio|biogra\w+|about[ -]me|(?:uber|sobre|su)[ -]m[ei](?:ch)?|hakkimda|o[ -]mnie)\b|フロフィール|[紹绍]介|挨拶|[简簡]介|[个個]人/;

/** That somebody has died, of whom others write: the years of a life, behind the name or alone, or when it ended. */
const LIFE =
  /^(?:\D{4,50} \(|\(?)\*? ?1(?:[0-8]\d|9[0-3])\d ?[–-] ?†? ?(?:1\d|20)\d\d(?:\)|$)|^(?:died|death|morte?|muerte|gestorben|†)\b/i;

/** How the line of an author begins. */
const BY_LINE = /^(?:by|von|par|por|di|door|av)\s+/i;

/** Whether what a card says right below the name is a role, and no more: "Manager", but not "Manager dashboards". */
function isOffered({ title = '', after: [next] }: Card): boolean {
  const [role = ''] = title.split(/[,&|(–-]| (?:of|at|for|in|and|de|für|@) /);
  return title === next?.text && isListed(role.split(' ').at(-1) ?? '');
}

/** So many lines of a page may stand before the name of whom it is about. */
const TOP = 30;

/** What stands before the name of somebody in the heading of their page: "Meet Ada Okafor", "Vita – Ada Okafor". */
const CALLED = /^(?:meet|about|(?:curriculum )?vitae?|cv|resume|bio|profile)(?: of|\W)*\s/i;

/** How prose goes on behind the name of whom it is about, and of whom it is by. */
const IS = / (?:is|was|ist|est) (?:an?|the|eine?|une?) .*/;
const AND = /,? (?:and|und|et|from|aus) .*/;

/** A line without what stands around a name in prose: "Hi, I'm Ada Okafor and I …", "Ada Okafor is a …". */
function said(line: Line): Line {
  const bare = line.text.replace(HELLO, '');
  return { ...line, text: bare.replace(CALLED, '').replace(bare === line.text ? IS : AND, '') };
}

/** Who is named among the first lines as people are, and alone in a heading of such a rank or else in any line. */
function loneIn(lines: readonly Line[], first: number, host: string): Slot | undefined {
  const people = lines.slice(0, TOP).flatMap((one, line) => {
    const named = nameOf(said(one), lines[line + 1]);
    if (!named || namesOthers(hintsAround(one.block))) return [];
    const isOffered = line === first && isRole(lines[line + 1]?.text ?? '');
    const isHome = wordsOfName(named.name).every((word) => host.includes(word));
    const isPerson = named.sure || named.office || isGiven(named.name) || isOffered || isHome || HELLO.test(one.text);
    return isPerson ? { ...named, line, rank: one.rank || 7 } : [];
  });
  const highest = Math.min(...people.map(({ rank }) => rank));
  const [lone, ...others] = people.filter(({ rank }) => rank === highest);
  const isOther = ({ name }: Named) => name !== lone?.name;
  const isAmid = ({ place, text }: Line) => {
    const named = place === lines[lone?.line ?? -1]?.place && !isRole(text) && readName(text);
    return named && isOther(named);
  };
  return others.some(isOther) || lines.some(isAmid) ? undefined : lone;
}

/** "Name: Ada Okafor", or the label above the name: whom the one record of a directory is about. */
function recordIn(top: readonly Line[]): Slot | undefined {
  const [record, another] = top.flatMap(({ text }, line) => {
    const above = top[line - 1];
    const [value = '', label = above?.rank ? '' : (above?.text ?? '')] = text.split(/\s*[:：]\s*/).reverse();
    const named = kindsOf(label).includes('name') && readName(value);
    return named ? { ...named, line } : [];
  });
  return another ? undefined : record;
}

/**
 * The one person whom a page is about: named in its first heading or its first lines, by its title or address too,
 * with a role, an address or a place among people which say that it is a person's own page and no article.
 * @param unlisted whether the page lists nobody: then who is named alone need not be so by title or address, as where
 *   all pages of a directory are called "Member Details"
 */
export function subjectOf(
  body: Element,
  lines: readonly Line[],
  page: URL,
  pageTitle: string,
  unlisted: boolean,
): Card | undefined {
  const title = folded(pageTitle);
  const parts = titleParts(pageTitle).map((part) => wordsOfName(readName(part)?.name ?? part));
  const path = folded(decoded(page.pathname));
  const last = path.split('/').findLast((part) => part) ?? '';
  // A title may leave out a second family name.
  const isTitled = (words: readonly string[]) =>
    !!words[0] &&
    (words.every((word) => title.includes(word)) ||
      parts.some((part) => part.length > 1 && part.every((word) => words.includes(word))));
  /** Whether an address is made of a name, and of hardly anything else. */
  const isSlug = (words: readonly string[]) =>
    words.length > 1 &&
    words.every((word) => last.includes(word)) &&
    last.replace(/\.\w+$|[^a-z]/g, '').length < words.join('').length + 4;
  const isHeld = (words: readonly string[]) => isTitled(words) || isSlug(words);
  const namedBy = (line: Line | undefined) => {
    const named = line && readName(said(line).text);
    return named && isHeld(wordsOfName(named.name)) ? named : undefined;
  };
  const first = lines.findIndex(({ rank, text }) => rank === 1 || (rank > 0 && title.startsWith(folded(text))));
  const over = folded(lines[first]?.text ?? '');
  const top = lines.slice(0, TOP);
  const titled = () => {
    // "Curriculum Vitae", "Our Doctors": the name follows, and old pages have no headings at all.
    const isArticle = over.length > (title.includes(over) ? 19 : 29) && first < TOP;
    const follows = !namedBy(lines[first]) && !isArticle && !namesGroup(over ? `${last} ${over}` : last);
    const found = (ranked: boolean) => top.findIndex((line) => line.rank > 0 === ranked && namedBy(line));
    const ranked = follows ? found(true) : first;
    const line = follows && ranked < 0 ? found(false) : ranked;
    const named = namedBy(lines[line]);
    return named && { ...named, line };
  };
  const isOfOneself = OF_ONESELF.test(`${title} ${last} ${over}`);
  const isOfRole = isRole([pageTitle, lines[first]?.text, last].join(', '));
  const isOfOne =
    isOfOneself || isOfRole || namesGroup(`${title} ${over} ${path}`) || top.some(({ text }) => HELLO.test(text));
  const record = recordIn(top);
  const slot = record ?? (unlisted ? (isOfOne ? loneIn(lines, first, page.hostname) : undefined) : titled());
  const heading = slot && lines[slot.line];
  if (!heading || /["“”]/.test(slot.name)) return undefined;
  const hello = HELLO.test(heading.text);
  const { name, rest, sure } = slot;
  const words = wordsOfName(name);
  const isPart = parts.some((part) => part.join() === words.join());
  if (rest !== '' && !sure && !hello && !(isOfOneself && isPart) && !isRole(rest)) return undefined;
  const card = cardOf(slot, body, lines, slot.line - 1, lines.length, 30);
  findTitles([card], lines);
  card.title ??= labelled(card, 'title');
  // Content managers call any page a post.
  const hint = hintsAround(heading.block);
  const mentions = (text: string) => words.some((word) => folded(text).includes(word));
  const given = isGiven(name);
  const offered = isOffered(card);
  const next = card.after[0]?.text ?? '';
  const mailed = card.hrefs.some((href) => mentions(/^mailto:([^?@]+)/i.exec(href)?.[1] ?? ''));
  const isWhole = parts[0]?.join() === words.join();
  const hosted = words.filter((word) => word.length > 3 && page.hostname.includes(word));
  const isHome = !!words[1] && hosted.length === words.length;
  const isAmongPeople = leadsToPeople(path);
  const isOwn = (isWhole && isOffice(card.title ?? '')) || (isHome && isPart) || isAmongPeople || isOfOneself;
  // Firms, towns and services are called as people are, and what stands around them may be anybody's title.
  if (!(given || offered || sure || hello || mailed || isOwn || record)) return undefined;
  const score = sum([
    [!!record, 2],
    [!!card.title, 2],
    [sure || canReach(card), 1],
    [mailed, 3],
    [isAmongPeople, 2],
    [mentions(path), 1],
    [(beginsGiven(name) || (sure && !rest)) && heading.rank === 1, 1],
    [hello, 3],
    [isWhole && Number(given) + Number(offered) + Number(hello), 1],
    [isOfOneself, 2 + Number(given || isPart)],
    [unlisted && isOfRole && beginsGiven(name), 1],
    [isHome || ((given || offered || sure) && !!hosted[0]), 1],
    [namesOthers(`${hint.replace(/\b(?:posts?|nav-content)\b/g, '')} ${path}`), -3],
    [card.after.slice(0, 4).some(isPrice), -3],
    [[rest, ...card.after.slice(0, 9).map(({ text }) => text)].some((text) => LIFE.test(text)), -5],
    [BY_LINE.test(next) && !!readName(next.replace(BY_LINE, '')), -3],
  ]);
  // A front page speaks of whom the site belongs to, which is mostly no person.
  if (score < (path === '/' ? 4 : 3)) return undefined;
  if (!card.title && isAmongPeople) findTitles([card], lines, false, true);
  findCompanies([card], pageTitle);
  return card;
}

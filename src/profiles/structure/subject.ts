import { decoded } from '#contract/decoded.ts';
import { type Card, cardOf, hintsAround } from './cards.ts';
import { isGiven } from './given.ts';
import type { Line } from './lines.ts';
import { readName } from './name.ts';
import { canReach, findTitles, leadsToPeople, wordsOfName } from './person.ts';
import { isPrice, sum } from './score.ts';
import { folded, isRole, namesGroup, namesOthers } from './words.ts';

/** How people introduce themselves on a page of their own. */
const HELLO =
  /^(?:(?:h(?:i|ey|ello|allo|ola|ej)|ol[áa]|ciao|bonjour|salut)[\s,!.]+)?(?:i['’]m|i am|my name is|ich bin|ich heiße|mein name ist|je suis|je m['’]appelle|(?:yo )?soy|me llamo|(?:io )?sono|mi chiamo|eu sou|ik ben|jag (?:är|heter)|jeg (?:er|heter)|jestem|меня зовут|我[是叫]|私は)\s*(?=\S)/i;

/**
 * The one person whom a page is about: named by its first heading and by its title, with a role, an address or a
 * place among people which say that it is a person's own page and no article.
 */
export function subjectOf(body: Element, lines: readonly Line[], page: URL, pageTitle: string): Card | undefined {
  const title = folded(pageTitle);
  const path = decoded(page.pathname);
  const first = lines.findIndex(({ rank, text }) => rank === 1 || (rank > 0 && title.startsWith(folded(text))));
  const over = lines[first]?.text.replace(HELLO, '') ?? '';
  // "Curriculum Vitae": the name follows, and old pages have no headings at all.
  const called = wordsOfName(readName(pageTitle.split(/\s[|–—·:-]\s/, 1)[0] ?? '')?.name ?? '');
  /** Whether the title has all words of a name, or the name all of the one in the title. */
  const isHeld = (words: readonly string[]) =>
    !!words[0] &&
    (words.every((word) => title.includes(word)) ||
      (called.length > 1 && called.every((word) => words.includes(word))));
  const namesHeld = (text: string) => isHeld(wordsOfName(readName(text)?.name ?? ''));
  const follows =
    over.length < 20 && !namesHeld(over) && !namesGroup(`${path.replace(/.*\/(?=[^/]+\/?$)/, '')} ${over}`);
  const line = follows ? lines.slice(0, 20).findIndex(({ text }) => namesHeld(text)) : first;
  const heading = lines[line];
  const said = heading?.text.replace(HELLO, '') ?? '';
  const named = readName(said);
  const hello = said !== heading?.text;
  if (!heading || !named || named.office) return undefined;
  if (named.rest !== '' && !named.sure && !hello && !isRole(named.rest)) return undefined;
  const words = wordsOfName(named.name);
  if (!isHeld(words)) return undefined;
  const card = cardOf({ ...named, line }, body, lines, line - 1, lines.length, 30);
  findTitles([card], lines);
  const hint = hintsAround(heading.block);
  const mentions = (text: string) => words.some((word) => folded(text).includes(word));
  const given = isGiven(named.name);
  const hosted = words.filter((word) => word.length > 3 && page.hostname.includes(word));
  const score = sum([
    [!!card.title, 2],
    [named.sure || canReach(card), 1],
    [card.hrefs.some((href) => /^mailto:/i.test(href) && mentions(href.split('@', 1)[0] ?? '')), 3],
    [leadsToPeople(path), 2],
    [mentions(path), 1],
    [hello, 3],
    [hosted.length === words.length || (given && !!hosted[0]), 1],
    [given && title === folded(named.name), 1],
    [namesOthers(`${hint} ${path}`), -3],
    [card.after.slice(0, 4).some(isPrice), -3],
  ]);
  // A front page speaks of whom the site belongs to, which is mostly no person.
  if (score < (path === '/' ? 4 : 3)) return undefined;
  if (!card.title && leadsToPeople(path)) findTitles([card], lines, false, true);
  return card;
}

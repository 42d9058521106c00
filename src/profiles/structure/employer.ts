import { decoded } from '#contract/decoded.ts';
import { metaContent } from '../dom.ts';
import type { Line } from './lines.ts';
import { wordsOfName } from './person.ts';
import { folded, isRole, NO_WORD, namesGroup, namesGuests, namesHouse, namesOthers, namesSelves } from './words.ts';

/** Letters that a host and the name of a firm have in common at least: `insidermortgage.com`, "Insider Mortgage LLC". */
const SHARED = 6;

/** Characters of metadata that are looked at. */
const SAID = 500;

/** What firms are called that bear the names of people, beside words for houses. */
const OF_PARTNERS = /(?:&|\band|\bund|\bet|\by) (?:associates|assoc\.|partners?|sons|co\.?|söhne|fils|hijos)$/i;

/**
 * Whom the people of a team's page work for: the name of the site, where title or metadata give one that is also the
 * name of its host. Of a page about one person: what its title names beside them, if the site is called so or the page
 * says "at …"; hosts may have more or less in their names.
 * @param alone the one person of a page, and its lines
 */
export function employerOf(
  document: Document,
  page: URL,
  title: string,
  alone?: { name: string; lines: readonly Line[] },
): string | undefined {
  const about = `${decoded(page.pathname)} ${title}`;
  const isOfGroup = namesGroup(about) && !namesGuests(about);
  if (!isOfGroup && !alone) return undefined;
  const said = (which: string) => metaContent(document, `meta[${which}]`).slice(0, SAID);
  const site = said('property="og:site_name"');
  const labels = page.hostname.split('.');
  const texts = alone && [said('name="description" i'), ...alone.lines.slice(0, 60).map(({ text }) => text)];
  const isHost = (name: string) => {
    const letters = folded(name).split(NO_WORD).join('');
    const begins = (label: string) => letters.startsWith(label) || label.startsWith(letters);
    return labels.some((label) =>
      alone ? Math.min(label.length, letters.length) >= SHARED && begins(label) : label === letters,
    );
  };
  const isFirm = (name: string) =>
    namesHouse(name) ||
    OF_PARTNERS.test(name) ||
    !(
      isRole(name) ||
      [namesSelves, namesGroup, namesOthers].some((names) => names(name)) ||
      wordsOfName(alone?.name ?? '').every((word) => folded(name).includes(word))
    );
  return [site, ...title.split(/\s+[|–—·:-]\s+/)]
    .map((name) => name.trim())
    .find(
      (name) =>
        name.length > 2 &&
        ((isOfGroup && (isHost(name) || (alone && name === site))) ||
          texts?.some((text) => text.includes(` at ${name}`))) &&
        (!alone || isFirm(name)),
    );
}

import { decoded } from '#contract/decoded.ts';
import { one, pageTitle } from '../dom.ts';
import type { Markup, Person } from '../person.ts';
import { type Card, findRuns } from './cards.ts';
import { employerOf } from './employer.ts';
import { isGiven } from './given.ts';
import { joined, readHeads } from './heads.ts';
import { readLines } from './lines.ts';
import { people } from './people.ts';
import { personOf } from './person.ts';
import { subjectOf } from './subject.ts';
import { namesGroup, namesOthers } from './words.ts';

/**
 * People on pages that say nothing of them in markup: cards, rows and lines with a name that stand in one place of a
 * repeated pattern, and the page of one person.
 */
export const structure: Markup = {
  id: 'structure',
  last: true,
  *steps(document, page, { work } = {}) {
    const body = one(document, 'body');
    // Some sites mark all their pages as articles, that of their team as well.
    const path = decoded(page.pathname);
    if (!body || (work && !isOfGroup(path))) return { people: [] };
    const read = yield* readLines(body);
    yield;
    readHeads(read);
    const lines = joined(read);
    const title = pageTitle(document);
    const subject = work ? undefined : subjectOf(body, lines, page, title, false);
    const alone = (card: Card) => {
      const employer = employerOf(document, page, title, { name: card.name, lines });
      return { people: [{ ...personOf(card, lines, page, employer), url: undefined, subject: true }] };
    };
    // What is no common name may be that of a house whose people the page lists.
    if (subject && isGiven(subject.name)) return alone(subject);
    // A headline in the address speaks of anything.
    const place = path.replace(/[^/]*(?:-[^/-]+){5}[^/]*/g, '');
    let cards = yield* people(yield* findRuns(lines), lines, place, title);
    // Old pages have grids which are tables: people stand beside each other in columns.
    if (!cards[0] && lines.some(({ cell }) => cell)) {
      cards = yield* people(yield* findRuns(lines, 'loose'), lines, place, title);
    }
    if (subject && cards.length < 3) return alone(subject);
    const lone = cards[0] || work ? undefined : subjectOf(body, lines, page, title, true);
    if (lone) return alone(lone);
    const employer = employerOf(document, page, title);
    const found: Person[] = [];
    for (const card of cards) {
      if (found.length % 100 === 99) yield;
      found.push(personOf(card, lines, page, employer));
    }
    return { people: found };
  },
};

/** Whether an address names a group of people and nothing beside: `/our-team`, but not `/news/our-team-at-the-fair`. */
function isOfGroup(path: string): boolean {
  const last = path.split('/').findLast((part) => part) ?? '';
  return namesGroup(last) && !namesOthers(path) && last.split('-').length < 4;
}

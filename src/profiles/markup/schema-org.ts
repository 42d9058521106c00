import { absolute, isFrontPage, samePage } from '../address.ts';
import { type Person, READER_LIMIT, type Reading, type Steps } from '../person.ts';
import { DEPTH_LIMIT, firstText, type Graph, type Item, isA, isItem, values } from './items.ts';
import { personOf, type Setting } from './schema-person.ts';

/** Types of things that people make, sell, play in or talk about: on a page about one, a person is a by-line. */
const WORK =
  /(?:Article|Posting|Report|Review|Product(?:Group)?|Recipe|Movie|Book|Event|Course|Episode|Season|Series|Game|(?:Video|Audio)Object|Music(?:Recording|Album|Composition)|Application|SourceCode|Dataset|QAPage|Question|HowTo|Painting|Photograph|Artwork|Thesis|CreativeWork|Vehicle|Car|Offer|Blog|Chapter|Comment|Festival)$/;

const PERSON = /(?:^|[/#:])(?:Person|VCard|Individual)$/;

/** Properties which say that the page, or a list on it, is of this person. */
const LISTING = /^(?:employee|member|founder)s?$|^(?:alumni|athlete|coach)$/;

/** Those of them that also say where the person works. */
const EMPLOYING = /^(?:employ|found)/;

/** Properties by which a page points at what it is about, lists hold their items, and organisations smaller ones. */
const HOLDING = /^(?:mainEntity|about|itemListElement|item|department|subOrganization)$/;

/**
 * The people that the data of a page are about: its main entity, persons that stand alone, the members of an
 * organisation or of a list. Authors, actors, reviewers and other people who are only named with a work are left out.
 * @param apart whether each item was read from one element of the page alone
 */
export function* readGraph({ roots, pointers }: Graph, page: URL, apart: boolean): Steps<Reading> {
  const people = new Map<Item, { subject: boolean; setting: Setting }>();
  const seen = new Set<Item>();

  const add = (item: Item, subject: boolean, setting: Setting) => {
    if (!people.has(item) && people.size < READER_LIMIT) people.set(item, { subject, setting });
  };

  const visit = (value: unknown, depth: number, subject: boolean): void => {
    if (!isItem(value) || depth > DEPTH_LIMIT) return;
    if (isPerson(value)) add(value, subject, {});
    if (seen.has(value) || isWork(value)) return;
    seen.add(value);
    const profilePage = isA(value, /ProfilePage$/);
    for (const property of Object.keys(value)) {
      const held = HOLDING.test(property);
      if (!held && !LISTING.test(property)) continue;
      for (const inner of values(value, property)) {
        if (held) visit(inner, depth + 1, profilePage);
        else visitMember(inner, property, EMPLOYING.test(property) ? value : undefined, depth);
      }
    }
  };

  /** A member stands in the list itself, or in a role that holds it by the same property. */
  const visitMember = (value: unknown, property: string, company: Item | undefined, depth: number) => {
    if (!isItem(value)) return;
    const [held] = values(value, property);
    if (isPerson(value)) add(value, false, { company });
    else if (isItem(held) && isPerson(held)) {
      add(held, false, { company, role: firstText(values(value, 'roleName', 'jobTitle')) });
    } else if (!/^members?$/.test(property)) visit(value, depth + 1, false);
  };

  for (const root of roots) if (!isPerson(root)) visit(root, 0, false);
  for (const root of roots) {
    if (isPerson(root) && standsAlone(root, pointers.get(root), page)) add(root, false, {});
  }
  const found: Person[] = [];
  for (const [item, { subject, setting }] of people) {
    if (found.length % 50 === 49) yield;
    const person = personOf(item, page, setting);
    if (!person) continue;
    found.push({ ...person, subject: subject || person.subject, root: apart ? person.root : undefined });
  }
  return { people: found, work: roots.some(isWork) };
}

/** Whether an item is of a person: by its type, or, without any, by the two names that only people have. */
function isPerson(item: Item): boolean {
  return isA(item, PERSON) || (!isA(item, /./) && 'familyName' in item && 'givenName' in item);
}

/** Whether an item is of a thing beside which people are only named. */
export function isWork(item: Item): boolean {
  return isA(item, WORK);
}

/** Whether a person at the top of the data is more than the author or the publisher of something beside it. */
function standsAlone(person: Item, pointers: ReadonlySet<string> = new Set(), page: URL): boolean {
  if (pointers.size === 0 || [...pointers].some((property) => LISTING.test(property) || HOLDING.test(property)))
    return true;
  // The owner of a personal site is its publisher on every page, and its subject on the front page.
  const [named] = values(person, 'url', '@id');
  const url = typeof named === 'string' ? absolute(named, page) : undefined;
  return !!url && isFrontPage(page.href) && samePage(url, page.href);
}

import { type Person, READER_LIMIT, type Reading, type Steps } from '../person.ts';
import { DEPTH_LIMIT, firstText, type Graph, type Item, isA, isItem, values } from './items.ts';
import { personOf, type Setting } from './schema-person.ts';

/** Ends of the types of things that people make, sell or talk about: on a page about one, a person is a by-line. */
const WORK =
  /(?:Article|Posting|Report|Review|Product(?:Group)?|Recipe|Movie|Book|Course|Episode|Season|Series|Game|oObject|Recording|Album|Composition|Application|Dataset|QAPage|Question|CreativeWork|Blog)$/;

const PERSON = /\b(?:Person|VCard|Individual(?:Physician)?)$/;

/** What tells a doctor's name from that of a practice. */
const DOCTOR = /^Dr\b|, ?[DM]\.?[DO]/;

/** Properties which say that the page, or a list on it, is of this person. */
const LISTING = /^(?:employee|member|founder|alumni|athlete|coach)s?$/;

/** Those of them that also say where the person works. */
const EMPLOYING = /^(?:employ|found)/;

/** Properties by which a page or a site names who made it: its owner, if it bears the same name. */
const MAKING = /^(?:author|creator|publisher)$/;

/** Properties by which a page points at what it is about, lists hold their items, and organisations smaller ones. */
const HOLDING = /^(?:mainEntity|about|itemListElement|item|department|subOrganization)$/;

/**
 * The people that the data of a page are about: its main entity, persons that stand alone, the members of an
 * organisation or of a list. Authors, actors, reviewers and other people who are only named with a work are left out.
 * @param apart whether each item was read from one element of the page alone
 */
export function* readGraph({ roots, pointers }: Graph, page: URL, apart: boolean): Steps<Reading> {
  const people = new Map<Item, { subject: boolean | undefined; setting: Setting }>();
  const seen = new Set<Item>();
  const work = roots.some(isWork);

  const add = (item: Item, subject: boolean | undefined, setting: Setting) => {
    // Who made the page may also be whom it is about.
    if (people.get(item)?.subject === false || (!people.has(item) && people.size < READER_LIMIT)) {
      people.set(item, { subject, setting });
    }
  };

  const visit = (value: unknown, depth: number, subject?: boolean): void => {
    if (!isItem(value) || depth > DEPTH_LIMIT) return;
    if (isPerson(value)) add(value, subject, {});
    if (seen.has(value) || isWork(value)) return;
    seen.add(value);
    const profilePage = isA(value, /ProfilePage$/) || undefined;
    for (const property of Object.keys(value)) {
      const held = HOLDING.test(property);
      const made = MAKING.test(property);
      if (!held && !made && !LISTING.test(property)) continue;
      for (const inner of values(value, property)) {
        if (held) visit(inner, depth + 1, profilePage);
        else if (!made) visitMember(inner, property, value, depth);
        else if (!work && isPerson(inner)) add(inner, false, {});
      }
    }
  };

  /** A member stands in the list itself, or in a role that holds it by the same property. */
  const visitMember = (value: unknown, property: string, group: Item, depth: number) => {
    if (!isItem(value)) return;
    const [held = value] = values(value, property);
    const role = firstText(values(value, 'roleName', 'jobTitle'));
    // An officer works for what they are an officer of; a mere member may work anywhere.
    const company = EMPLOYING.test(property) || (role && property !== 'alumni') ? group : undefined;
    if (isPerson(held)) add(held, undefined, { company, role });
    else if (!/^members?$/.test(property)) visit(value, depth + 1);
  };

  for (const root of roots) if (!isPerson(root)) visit(root, 0);
  for (const root of roots) if (isPerson(root) && standsAlone(pointers.get(root))) add(root, undefined, {});
  const found: Person[] = [];
  for (const [item, { subject, setting }] of people) {
    if (found.length % 50 === 49) yield;
    const person = personOf(item, page, setting);
    if (!person) continue;
    found.push({ ...person, subject: person.subject || subject, root: apart ? person.root : undefined });
  }
  // What has no type is the page itself: with a by-line it is an article.
  return { people: found, work: work || roots.some((root) => 'author' in root && !isA(root, /./)) };
}

/** Whether an item is of a person: by its type, or, without any, by a name that only people have. */
function isPerson(item: unknown): item is Item {
  if (!isItem(item)) return false;
  return (
    (isA(item, PERSON) && !isA(item, /Organization$/)) ||
    (isA(item, /Physician$/) && DOCTOR.test(firstText(values(item, 'name')) ?? '')) ||
    ('familyName' in item && !isA(item, /./))
  );
}

/** Whether an item is of a thing beside which people are only named. */
export function isWork(item: Item): boolean {
  return isA(item, WORK);
}

/** Whether a person at the top of the data is more than the author or the publisher of something beside it. */
function standsAlone(pointers: ReadonlySet<string> = new Set()): boolean {
  return pointers.size === 0 || [...pointers].some((property) => LISTING.test(property) || HOLDING.test(property));
}

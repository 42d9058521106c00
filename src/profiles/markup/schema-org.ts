import { PROFILES_LIMIT } from '#contract/profile-key.ts';
import { complete, type Person, READER_LIMIT, type Reading, type Steps } from '../person.ts';
import {
  DEPTH_LIMIT,
  type Graph,
  type Item,
  isItem,
  KEPT,
  kindsBy,
  newItem,
  ORIGIN,
  textOf,
  textValue,
  values,
} from './items.ts';
import { personOf, type Setting } from './schema-person.ts';

/** What an item's types say that it is, as bits; the lowest is set by any type at all. */
const [WORK, PERSON, GROUP, PHYSICIAN, PROFILE_PAGE] = [2, 4, 8, 16, 32];

const kindsOf = kindsBy([
  /./,
  // Things that people make, sell or talk about: on a page about one, a person is a by-line.
  /(?:Article|Posting|Report|Review|Product(?:Group)?|Recipe|Movie|Book|Course|Episode|Season|Series|Game|oObject|Recording|Album|Composition|Application|Dataset|QAPage|Question|CreativeWork|Blog)$/,
  /\b(?:Person|VCard|hcard|Individual(?:Physician)?)\/?$/,
  // What has a name and is nobody; the practices of doctors and agents are called as they are.
  /(?:Organization|Group|Corporation|Brand|Store|Team)$/,
  /Physician$/,
  /ProfilePage$/,
]);

/** What tells a doctor's name from that of a practice. */
const DOCTOR = /^Dr\b|, ?[DM]\.?[DO]/;

/** What may be a name where nothing says so: two words. A mention ("@ada", "Ada") is none. */
export const BARE_NAME = /^[^@:;&/]{1,80}\s\S+$/;

/** How names of firms, teams, trades and pages end, and nobody's. */
export const NO_NAME =
  /(?:^|[\s,])(?:inc|ll[cp]|ltd|limited|plc|corp|corporation|company|gmbh|ag|kg|bv|s\.?a\.?r?\.?l|srl|university|institute|association|foundation|team|developer|designer|portfolio|me|us)\.?$/i;

/** In no list; on a page about them. */
const NOWHERE: Setting = {};
const SUBJECT: Setting = { subject: true };

/** Properties which say that the page, or a list on it, is of this person. */
const LISTING = /^(?:employee|member|founder|alumni|athlete|coach)s?$/;

/** Those of them that also say where the person works. */
const EMPLOYING = /^(?:employ|found)/;

/** Properties by which a page or a site names who made it: its owner, if it bears the same name. */
export const MAKING = /^(?:author|creator|publisher)$/;

/** Properties by which a page points at what it is about, lists hold their items, and organisations smaller ones. */
const HOLDING = /^(?:mainEntity|about|itemListElement|item|department|subOrganization)$/;

/**
 * The people that the data of a page are about: its main entity, persons that stand alone, the members of an
 * organisation or of a list. Authors, actors, reviewers and other people who are only named with a work are left out.
 * @param reader under whose name people are kept
 * @param apart whether each item was read from one element of the page alone
 */
export function* readGraph({ roots, pointers }: Graph, page: URL, reader: string, apart = false): Steps<Reading> {
  const people = new Map<Item, Setting>();
  const seen = new Set<Item>();
  const persons: Item[] = [];
  const others: Item[] = [];
  const things: string[] = [];
  // What has no type is the page itself: with a by-line it is an article.
  let [work, bylined] = [false, false];
  const sort = (root: Item) => {
    const kinds = kindsOf(root);
    if (isPerson(root, kinds)) return persons.push(root);
    if (kinds & GROUP) things.push(textOf(root, 'name') ?? '');
    if (kinds & WORK) work = true;
    else if (!kinds && 'author' in root) bylined = true;
    return others.push(root);
  };
  for (const [at, root] of roots.entries()) {
    if (at % 1_000 === 999) yield;
    sort(root);
  }

  const add = (item: Item, setting: Setting) => {
    const before = people.get(item);
    // Who made the page may also be whom it is about.
    if (before ? before.subject === false : people.size < READER_LIMIT) people.set(item, setting);
  };

  const visit = (value: unknown, depth: number, setting = NOWHERE): void => {
    if (!isItem(value) || depth > DEPTH_LIMIT) return;
    const kinds = kindsOf(value);
    if (isPerson(value, kinds)) add(value, setting);
    if (seen.has(value) || kinds & WORK) return;
    seen.add(value);
    const inside = kinds & PROFILE_PAGE ? SUBJECT : NOWHERE;
    for (const property of Object.keys(value)) {
      const held = HOLDING.test(property);
      const made = MAKING.test(property);
      if (!held && !made && !LISTING.test(property)) continue;
      for (const said of values(value, property)) {
        const inner = held ? said : somebody(said);
        if (held) visit(inner, depth + 1, inside);
        else if (!made) visitMember(inner, property, value, depth);
        else if (!work && isPerson(inner)) add(inner, { subject: false });
      }
    }
  };

  /** A member stands in the list itself, or in a role that holds it by the same property. */
  const visitMember = (value: unknown, property: string, group: Item, depth: number) => {
    if (!isItem(value)) return;
    const [held = value] = values(value, property);
    const role = textOf(value, 'roleName', 'jobTitle');
    // An officer works for what they are an officer of; a mere member may work anywhere.
    const company = EMPLOYING.test(property) || (role && property !== 'alumni') ? group : undefined;
    if (isPerson(held)) add(held, { company, role });
    else if (!/^members?$/.test(property)) visit(value, depth + 1);
  };

  let at = 0;
  for (const root of others) {
    if (++at % 1_000 === 0) yield;
    visit(root, 0);
  }
  for (const root of persons) if (standsAlone(pointers.get(root))) add(root, NOWHERE);
  const found: Person[] = [];
  const read = (item: Item, setting: Setting) => {
    const before = item[KEPT]?.get(reader);
    const person = before ? { ...before } : personOf(item, page, setting);
    if (!person || NO_NAME.test(person.name)) return;
    person.subject ||= setting.subject;
    if (apart) {
      person.root = item[ORIGIN];
      item[KEPT]?.set(reader, person);
    }
    // Of a long list's end only names and addresses are asked for.
    found.push(found.length < PROFILES_LIMIT ? complete(person) : person);
  };
  for (const [item, setting] of people) {
    if (++at % 50 === 0) yield;
    read(item, setting);
  }
  return { people: found, work: work || bylined, things };
}

/** Whether an item is of a person: by its type, or, without any, by a name that only people have. */
function isPerson(item: unknown, kinds = isItem(item) ? kindsOf(item) : 0): item is Item {
  if (!isItem(item)) return false;
  if (!kinds) return 'familyName' in item;
  // A firm that is called a person, too, has no office.
  if (kinds & PERSON && (!(kinds & GROUP) || 'jobTitle' in item)) return true;
  return (kinds & PHYSICIAN) > 0 && DOCTOR.test(textOf(item, 'name') ?? '');
}

/** Whether an item is of a thing beside which people are only named. */
export function isWork(item: Item): boolean {
  return (kindsOf(item) & WORK) > 0;
}

/** A person of whom no more is said than the name. */
function somebody(value: unknown): unknown {
  const name = isItem(value) ? undefined : textValue(value);
  return name && BARE_NAME.test(name) ? Object.assign(newItem(['Person']), { name }) : value;
}

/** Whether a person at the top of the data is more than the author or the publisher of something beside it. */
function standsAlone(pointers: ReadonlySet<string> | undefined): boolean {
  return !pointers || [...pointers].some((property) => LISTING.test(property) || HOLDING.test(property));
}

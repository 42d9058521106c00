import { isFrontPage, samePage } from '../address.ts';
import { type Person, READER_LIMIT, type Reading } from '../person.ts';
import { DEPTH_LIMIT, type Item, type Items, isItem, types } from './items.ts';
import { personOf, type Setting } from './schema-person.ts';

/** Types of things that people make, sell, play in or talk about: on a page about one, a person is a by-line. */
const WORK =
  /(?:Article|Posting|Report|Review|Product|ProductGroup|Recipe|Movie|Book|Event|Course|Episode|Season|Series|Game|VideoObject|AudioObject|MusicRecording|MusicAlbum|MusicComposition|Application|SoftwareSourceCode|Dataset|QAPage|Question|HowTo|Painting|Photograph|VisualArtwork|Sculpture|Thesis|CreativeWork|Vehicle|Car|Offer|Blog|Poster|Play|Chapter|Comment|Festival)$/;

/** Properties which say that the page, or a list on it, is of this person. */
const LISTING = ['employee', 'employees', 'member', 'members', 'founder', 'founders', 'alumni', 'athlete', 'coach'];

/** Those of them that also say where the person works. */
const EMPLOYING = new Set(['employee', 'employees', 'founder', 'founders']);

/** Properties by which a page points at what it is about. */
const SUBJECT = ['mainEntity', 'about'];

/** Properties by which lists hold their items. */
const HOLDING = ['itemListElement', 'item'];

/** Properties by which an organisation holds smaller ones. */
const PARTS = ['department', 'subOrganization'];

const POINTS_AT_PROFILE = new Set([...LISTING, ...SUBJECT, ...HOLDING]);

/**
 * The people that schema.org data is about: a page's main entity, persons that stand alone, the members of an
 * organisation or of a list. Authors, actors, reviewers and other people who are only named with a work are left out.
 */
export function readItems(items: Items, page: URL): Reading {
  const found: Person[] = [];
  const seen = new Set<Item>();

  const add = (item: Item, subject: boolean, setting: Setting) => {
    if (seen.has(item) || found.length >= READER_LIMIT) return;
    seen.add(item);
    const person = personOf(item, items, page, setting);
    if (person !== undefined) found.push(subject ? { ...person, subject: true } : person);
  };

  const visit = (value: unknown, depth: number, subject: boolean, setting: Setting): void => {
    if (!isItem(value) || depth > DEPTH_LIMIT) return;
    const kinds = types(value);
    if (kinds.includes('Person')) add(value, subject, setting);
    if (seen.has(value) || isWork(value)) return;
    seen.add(value);
    const profilePage = kinds.includes('ProfilePage');
    for (const property of [...SUBJECT, ...HOLDING, ...PARTS]) {
      for (const inner of items.values(value, property)) visit(inner, depth + 1, profilePage, {});
    }
    for (const property of LISTING) {
      const company = EMPLOYING.has(property) ? value : undefined;
      for (const inner of items.values(value, property)) visitMember(inner, property, company, depth);
    }
  };

  /** A member stands in the list itself, or in a role that holds it by the same property. */
  const visitMember = (value: unknown, property: string, company: Item | undefined, depth: number) => {
    if (!isItem(value)) return;
    const [held] = items.values(value, property);
    if (types(value).includes('Person')) add(value, false, { company });
    else if (isItem(held) && types(held).includes('Person')) {
      const role = items.values(value, 'roleName', 'jobTitle')[0];
      add(held, false, { company, role: typeof role === 'string' ? role : undefined });
    } else if (property !== 'member' && property !== 'members') visit(value, depth + 1, false, {});
  };

  for (const root of items.roots) {
    if (!types(root).includes('Person')) visit(root, 0, false, {});
  }
  for (const root of items.roots) {
    if (types(root).includes('Person') && standsAlone(root, items, page)) add(root, false, {});
  }
  const work = items.roots.some(isWork);
  return { people: found, work };
}

/** Whether an item is of a thing beside which people are only named. */
export function isWork(item: Item): boolean {
  return types(item).some((kind) => WORK.test(kind));
}

/** Whether a person at the top of the data is more than the author or the publisher of something beside it. */
function standsAlone(person: Item, items: Items, page: URL): boolean {
  const pointers = items.pointers(person);
  if (pointers.size === 0 || [...pointers].some((property) => POINTS_AT_PROFILE.has(property))) return true;
  // The owner of a personal site is its publisher on every page, and its subject on the front page.
  const [url] = items.values(person, 'url', '@id');
  return typeof url === 'string' && URL.canParse(url, page.href) && isFrontPage(page.href)
    ? samePage(new URL(url, page.href).href, page.href)
    : false;
}
